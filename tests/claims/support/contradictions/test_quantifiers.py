"""contradictions.degrees: degrees and quantities that the pages have the other way round, in whatever other words."""

import pytest

from claims.language.tokens import words
from claims.support.contradictions.degrees import degrees
from claims.support.index.page import make_page
from claims.support.interface import Statement
from claims.support.retrieval.match import match
from tests.claims.support.build import source


def opposed(claim: str, *sentences: str) -> list[tuple[str, str]]:
    statement = Statement(text=claim)
    seen = match(statement, [make_page(source(*sentences))])
    return [(turn.claim, turn.source) for turn in degrees(list(words(claim)), seen)]


@pytest.mark.parametrize(
    ("claim", "sentence", "told"),
    [
        ("Tane trains run at lower speeds.", "At higher speeds the trains of Tane save time.", "higher speeds"),
        ("All passengers of the ferry drowned.", "Of the ferry's crew and some passengers nothing was heard.", "some"),
        ("The ferry rarely sails in winter.", "In winter the ferry often sails at dawn.", "often sails"),
        ("Few farmers of Tane keep sheep.", "Sheep are kept by most farmers around Tane.", "most farmers"),
    ],
)
def test_the_opposite_by_the_same_word_is_told(claim: str, sentence: str, told: str) -> None:
    assert opposed(claim, sentence)[0][1].startswith(told)


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Tane trains run at lower speeds.", "At lower speeds, not higher speeds, the trains of Tane save fuel."),
        ("Some farmers of Tane keep sheep.", "All farmers around Tane keep sheep."),
        ("A few farmers of Tane keep sheep.", "Sheep are kept by several farmers around Tane."),
        ("At least two farmers keep sheep.", "Two farmers keep sheep, more than before."),
    ],
)
def test_what_the_sentence_allows_is_no_opposite(claim: str, sentence: str) -> None:
    assert opposed(claim, sentence) == []


def test_a_superlative_that_a_page_never_comes_near_is_told() -> None:
    page = ["The Tane bridge has two lanes.", *(f"Its pier {number} stands in the river." for number in "ABCDEFG")]
    assert opposed("The Tane bridge is the worst in the county.", *page) == [("worst in", "")]
    assert opposed("The Tane bridge is the worst in the county.", *page, "It is in a bad state.") == []


PIERS = tuple(f"Its pier {number} stands in the river." for number in "ABCDEFG")


@pytest.mark.parametrize(
    ("claim", "sentence", "told"),
    [
        ("All trawlers of Tane sank.", "Trawlers of Tane sank in the storm.", [("all trawlers", "")]),
        ("All trawlers of Tane sank.", "The entire fleet of Tane's trawlers sank in the storm.", []),
        ("Trawlers sank every winter at Tane.", "At Tane trawlers sank in winter.", []),
        ("The ferry carries only goats.", "The ferry carries goats and sheep.", [("only goats", "")]),
        ("The ferry carries only goats.", "The ferry carries nothing but goats.", []),
        ("The quay of Tane has a single crane.", "The quay of Tane has two cranes.", [("single crane", "")]),
        ("The quay of Tane has a single crane.", "The quay of Tane has one crane.", []),
        ("Few skippers warned Tane of ice.", "Most in Tane warned of ice.", [("few skippers", "most warned")]),
        ("At Tane the fare is higher than in May.", "A lower fare holds at Tane.", [("higher than", "lower fare")]),
    ],
)
def test_a_strong_word_needs_its_like_where_the_page_speaks_of_the_matter(
    claim: str, sentence: str, told: list[tuple[str, str]]
) -> None:
    assert opposed(claim, sentence, *PIERS) == told


def test_a_sentence_or_two_need_not_have_the_like_of_a_strong_word() -> None:
    assert opposed("All trawlers of Tane sank.", "Trawlers of Tane sank in the storm.") == []
