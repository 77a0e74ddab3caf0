"""claims.support.contradictions.names.speakers: a quotation that the source has from somebody else."""

import pytest

from claims.language.tokens import words
from claims.support.contradictions.names.places import claimed
from claims.support.contradictions.names.speakers import misattributed
from claims.support.index.indexing import make_page
from claims.support.interface import Statement
from claims.support.retrieval.matching import match
from tests.claims.support.build import source

PAGE = (
    "The chief executive, Ida Lunde, opened the meeting. She welcomed the new buses.",
    "“Reserves cannot be spent twice,” warned the finance director Per Tane, who expects a bad year.",
    "Passengers of Lunde Lines and members of Bay Watch were there. “We will come back next week,” said Eva Holm.",
    "“The road is far too narrow here,” she added.",
)


def turned(claim: str, *sentences: str, language: str = "en") -> list[tuple[str, str]]:
    seen = match(Statement(text=claim), [make_page(source(*sentences, language=language))])
    tokens = list(words(claim))
    return [(turn.claim, turn.source) for turn in misattributed(tokens, claimed(claim, tokens, seen), seen)]


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("“Reserves cannot be spent twice,” warned Ida Lunde.", [("Ida Lunde", "Per Tane")]),
        ("Ida Lunde, the chief executive, said that “reserves cannot be spent twice”.", [("Ida Lunde", "Per Tane")]),
        ("“Reserves cannot be spent twice,” warned Per Tane.", []),
        ("“Reserves cannot be spent twice,” said Mr Tane.", []),
        ("“Reserves cannot be spent twice,” the finance director warned.", []),
        ("“The road is far too narrow here,” said Ida Lunde.", []),
    ],
)
def test_a_quotation_from_another_speaker_is_told(claim: str, told: list[tuple[str, str]]) -> None:
    assert turned(claim, *PAGE) == told


def test_an_organisation_may_speak_by_one_of_its_people() -> None:
    assert turned("Bay Watch said: “We will come back next week.”", *PAGE) == []


def test_a_speaker_whom_the_page_does_not_name_is_missing_and_not_another() -> None:
    assert turned("“Reserves cannot be spent twice,” warned Bo Ek.", *PAGE) == []


@pytest.mark.parametrize(
    ("code", "page", "claim"),
    [
        (
            "fr",
            "Ida Lunde dirige la ville. « Nous allons fermer le pont cet hiver », a déclaré l'adjoint Per Tane.",
            "« Nous allons fermer le pont cet hiver », a déclaré Ida Lunde.",
        ),
        (
            "de",
            "Ida Lunde leitet die Stadt. „Wir werden die Brücke im Winter schließen müssen“, sagte Per Tane.",
            "„Wir werden die Brücke im Winter schließen müssen“, sagte Ida Lunde.",
        ),
        (
            "es",
            "Ida Lunde dirige la ciudad. «Vamos a cerrar el puente este invierno», dijo el concejal Per Tane.",
            "«Vamos a cerrar el puente este invierno», dijo Ida Lunde.",
        ),
    ],
)
def test_speakers_are_compared_in_other_languages(code: str, page: str, claim: str) -> None:
    assert turned(claim, page, language=code) == [("Ida Lunde", "Per Tane")]
    assert turned(claim.replace("Ida Lunde", "Per Tane"), page, language=code) == []


@pytest.mark.parametrize(("office", "told"), [("chief", [("Ida Lunde", "Per Tane")]), ("town chief", [])])
def test_who_speaks_is_named_within_six_words_of_the_verb(office: str, told: list[tuple[str, str]]) -> None:
    claim = "“Reserves cannot be spent twice,” warned Ida Lunde."
    said = f"“Reserves cannot be spent twice,” warned {office} budget finance committee director Per Tane."
    assert turned(claim, "Ida Lunde opened the meeting.", said) == told
