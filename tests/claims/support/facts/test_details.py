"""claims.support.facts.details: the checkable details of a claim, and where a page has them."""

import pytest

from claims.records import FactKind
from claims.support.facts.details import details, occurrences
from claims.support.index.indexing import make_page
from claims.support.interface import Statement
from tests.claims.support.build import source


def named(text: str, **around: str) -> list[str]:
    found = details(Statement(text=text, **around))
    return [text[detail.start : detail.end] for detail in found if detail.kind is FactKind.NAME]


def test_numbers_dates_and_names_are_told_apart() -> None:
    text = "On 5 May 1999 Kim Yong-nam met 25 envoys in Ulan Bator."
    assert [(detail.kind, text[detail.start : detail.end]) for detail in details(Statement(text=text))] == [
        (FactKind.DATE, "5 May 1999"),
        (FactKind.NAME, "Kim Yong-nam"),
        (FactKind.NUMBER, "25"),
        (FactKind.NAME, "Ulan Bator"),
    ]


def test_a_capital_that_opens_a_sentence_makes_no_name() -> None:
    assert named("Deployment began after deployment tests. The Hague agreed.") == ["Hague"]


def test_joining_words_belong_to_a_name() -> None:
    assert named("He joined the University of Southern California in May.") == ["University of Southern California"]


def test_no_name_begins_with_a_word_of_grammar_of_its_language() -> None:
    found = details(Statement(text="En Los Ángeles hay clubes. ¿Cuál es tu opinión sobre Lucía?"), "es")
    assert [detail.what.parts for detail in found if not detail.given] == [("angeles",), ("lucia",)]


def test_what_a_hyphen_adds_in_small_letters_is_no_part_of_a_name() -> None:
    (found,) = details(Statement(text="They found BRCA1-dependent paths."))
    assert found.what.parts == ("brca1",)


def test_an_acronym_like_a_function_word_is_a_name_but_no_word_of_a_headline() -> None:
    assert named("On Monday the WHO warned them.") == ["WHO"]
    assert "WHO" not in named("THE MAN WHO LEFT")


def test_a_mark_of_reference_is_no_part_of_a_name() -> None:
    assert named("It was told in the UK[2] and by Alma Reyes[3].") == ["UK", "Alma Reyes"]


def test_what_title_or_context_names_is_given() -> None:
    (given,) = details(Statement(text="Then Eggert left.", title="Paul Eggert"))
    (new,) = details(Statement(text="Then Eggert left.", context="Then Eggert left."))
    assert given.given
    assert not new.given


@pytest.mark.parametrize(
    ("page", "name", "found"),
    [
        ("Paul R. Eggert wrote it.", "Paul Eggert", "Paul R. Eggert"),
        ("It was paid for by ICANN.", "International Cooperation Against Noise Nuisance", "ICANN"),
        ("It was paid for by the British Broadcasting Corporation.", "BBC", "British Broadcasting Corporation"),
        ("Later, Smith helped.", "John Smith", "Smith"),
        ("They flew to Ulaanbaatar.", "Ulan Bator", "Ulaanbaatar"),
        ("He met Kim Yong-nam.", "Kim Yong Nam", "Kim Yong-nam"),
        ("Australian sheep.", "Australia", "Australian"),
        ("The American army.", "United States", "American"),
        ("It hit Robert's car.", "Albert", None),
        ("The virus SARS-CoV-2 spreads.", "COVID-19", "SARS-CoV-2"),
        ("a smith helped", "John Smith", None),
    ],
)
def test_a_page_may_write_a_name_otherwise(page: str, name: str, found: str | None) -> None:
    index = make_page(source(page))
    (detail,) = details(Statement(text=f"It was {name}."))
    assert next((page[start:end] for start, end in occurrences(detail, index)), None) == found


def test_a_quotation_is_one_detail() -> None:
    text = "It was called “a triumph of the human spirit” by all."
    (detail,) = details(Statement(text=text))
    assert text[detail.start : detail.end] == "a triumph of the human spirit"


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("The treaty was signed on Tuesday.", "on Tuesday"),
        ("The treaty was signed on June 10.", "June 10"),
        ("The treaty was signed on 11 June 2003.", None),
    ],
)
def test_a_page_s_own_date_completes_its_others(page: str, found: str | None) -> None:
    index = make_page(source("Posted 12 June 2003", page))
    (detail,) = details(Statement(text="It was signed on 10 June 2003."))
    where = [index.source.text[start:end] for start, end in occurrences(detail, index)]
    assert where == ([found] if found else [])


@pytest.mark.parametrize(("between", "found"), [(1, True), (2, False)])
def test_a_page_gives_both_ends_of_a_range_within_two_sentences(between: int, found: bool) -> None:
    (detail,) = details(Statement(text="It lasted long (1494–1547)."))
    page = make_page(source("It began in 1494.", *["It rained."] * between, "It ended in 1547."))

    assert bool(occurrences(detail, page)) is found


@pytest.mark.parametrize(("between", "found"), [(" and to ", True), (" and yet ", False)])
def test_the_two_numbers_of_a_range_are_at_most_eight_characters_apart(between: str, found: bool) -> None:
    (detail,) = details(Statement(text="It has 12-18 members."))

    assert bool(occurrences(detail, make_page(source(f"It has 12{between}18 members.")))) is found


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Es brannte zwei Jahre zuvor.", "de", []),
        ("Il brûla deux ans plus tard.", "fr", []),
        ("Es brannte zwei Jahre lang.", "de", ["zwei Jahre"]),
    ],
)
def test_a_distance_in_time_need_not_be_looked_for_in_any_language(text: str, language: str, found: list[str]) -> None:
    assert [text[each.start : each.end] for each in details(Statement(text=text), language)] == found
