"""claims.support.facts.names.nouns: which capitals show a name in languages that write all nouns with one."""

import pytest

from claims.language.tokens import normal, tokenized
from claims.support.facts.names.nouns import is_noun
from claims.support.facts.names.recognition import names


def named(text: str, language: str = "de") -> list[str]:
    found = names(text, tokenized(text), lambda form: False, language)
    return [text[name.start : name.end] for name in found if name.sure]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dort kam aus Lunde ein kluger Xander in das alte Quambel.", ["Lunde"]),
        ("Dort zahlten 400 Pixler und zwölf Quambel.", []),
        ("Er sprach durch Messungen und aus Kostengründen nie.", []),
        ("Dort fährt die NVA nach Tane.", ["NVA", "Tane"]),
        ("Dort fließt das Wasser in die Elbe.", ["Elbe"]),
        ("Dort gibt es für junge Pixler einen Preis und besuchte Lunde.", ["Lunde"]),
        ("Dort, die Lunde mieden, blieb man.", ["Lunde"]),
        ("Dort kam der große alte graue Quambel.", []),
        ("Dort kam der große alte graue kleine Quambel.", ["Quambel"]),
    ],
)
def test_a_single_word_is_a_name_unless_its_form_or_its_determiner_shows_a_noun(text: str, found: list[str]) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dort kam die Landrätin Ida Lunde mit der Firma Brückenbau Tane.", ["Ida Lunde", "Tane"]),
        ("Nach Angaben der Dezernentin Ida Lunde kam er.", ["Ida Lunde"]),
        ("Beim Rückzug sprach Ida von der Heide.", ["Ida von der Heide"]),
        ("Dort warf Ida Lunde Versäumnisse vor.", ["Ida Lunde"]),
        ("Dort half das Deutsche Rote Kreuz.", ["Deutsche Rote Kreuz"]),
        ("Dort half ein Taner Institut.", ["Taner"]),
        ("Dort half die Astrid-Lunde-Schule.", ["Astrid-Lunde-Schule"]),
        ("Frühere Schüler kamen.", []),
    ],
)
def test_a_run_of_capitals_is_a_name_without_the_nouns_at_its_ends(text: str, found: list[str]) -> None:
    assert named(text) == found


@pytest.mark.parametrize("language", ["lb", "nds", "bar", "als"])
def test_a_determiner_shows_a_noun_in_languages_close_to_german(language: str) -> None:
    assert named("Hei kritt den Quambel to Tane.", language) == ["Tane"]


def test_other_languages_capitalise_names_alone() -> None:
    assert named("There the Lunde met all Quambel.", "en") == ["Lunde", "Quambel"]


@pytest.mark.parametrize(
    "name", ["Dortmund", "Müller", "Hamburger", "Konstanz", "Schwerin", "Tunis", "Esslingen", "Albrecht", "Deutschland"]
)
def test_names_of_places_and_families_have_no_ending_of_a_noun(name: str) -> None:
    assert not is_noun(normal(name), "de")


@pytest.mark.parametrize(("form", "noun"), [("Teebaum", True), ("Egbaum", False)])
def test_a_compound_has_three_letters_before_the_noun_that_it_ends_in(form: str, noun: bool) -> None:
    assert is_noun(normal(form), "de") is noun
