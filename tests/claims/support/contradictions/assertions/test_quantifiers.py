"""contradictions.quantifiers: superlatives and quantifiers that nothing in a page entails."""

import pytest

from claims.language.tokens import words
from claims.support.contradictions.assertions.quantifiers import unmatched
from claims.support.index.indexing import make_page
from claims.support.interface import Statement
from claims.support.retrieval.matching import match
from tests.claims.support.build import source

PIERS = tuple(f"Its pier {number} stands in the river." for number in "ABCDEFG")


def found(claim: str, *sentences: str) -> list[tuple[str, str]]:
    statement = Statement(text=claim)
    seen = match(statement, [make_page(source(*sentences))])
    return [(turn.claim, turn.source) for turn in unmatched(list(words(claim)), seen)]


def test_a_superlative_that_a_page_never_comes_near_is_told() -> None:
    page = ["The Tane bridge has two lanes.", *(f"Its pier {number} stands in the river." for number in "ABCDEFG")]
    assert found("The Tane bridge is the worst in the county.", *page) == [("worst in", "")]
    assert found("The Tane bridge is the worst in the county.", *page, "It is in a bad state.") == []


@pytest.mark.parametrize(
    ("claim", "page", "told"),
    [
        ("largest", "second-largest", [("largest bridge", "")]),
        ("largest", "2nd largest", [("largest bridge", "")]),
        ("largest", "largest", []),
        ("second-largest", "second-largest", []),
    ],
)
def test_the_second_largest_is_not_the_largest(claim: str, page: str, told: list[tuple[str, str]]) -> None:
    assert found(f"It is the {claim} bridge in Tane.", f"It is the {page} bridge in Tane.", *PIERS) == told


@pytest.mark.parametrize(
    ("claim", "sentence", "told"),
    [
        ("The ferry of Tane is always late.", "The ferry of Tane is late.", [("always late", "")]),
        ("The ferry of Tane is always late.", "The ferry of Tane is late all year.", []),
        ("At least two trawlers sank.", "Two trawlers of Tane sank.", []),
        ("The ferry carries only goats.", "The ferry carries goats and sheep.", [("only goats", "")]),
        ("The ferry carries only goats.", "The ferry carries nothing but goats.", []),
        ("The ferry carries not only goats.", "The ferry carries goats and sheep.", []),
        ("Tane first burnt gas in 1931.", "Tane burnt gas in 1931.", [("first burnt", "")]),
        ("Tane first burnt gas in 1931.", "Tane began to burn gas in 1931.", []),
    ],
)
def test_a_strong_word_needs_its_like_where_the_page_speaks_of_the_matter(
    claim: str, sentence: str, told: list[tuple[str, str]]
) -> None:
    assert found(claim, sentence, *PIERS) == told


def test_a_sentence_or_two_need_not_have_the_like_of_a_strong_word() -> None:
    assert found("The ferry carries only goats.", "The ferry carries goats and sheep.") == []


@pytest.mark.parametrize(
    ("claim", "sentence", "told"),
    [
        ("All ferries of Tane sail in winter.", "Most ferries of Tane sail in winter.", [("all ferries", "")]),
        ("All ferries of Tane sail in winter.", "No ferry of Tane stays in port in winter.", []),
        ("The ferries of Tane sail, after all.", "The ferries of Tane sail.", []),
        ("The ferries of Tane sail every year.", "The ferries of Tane sail once a year.", []),
        ("The ferries of Tane sail every ten minutes.", "Of Tane, ferries sail at ten-minute intervals.", []),
        ("Every ferry of Tane sails.", "The ferries of Tane sail.", [("every ferry", "")]),
        ("The vote in Tane was unanimous.", "The vote in Tane was taken.", [("unanimous", "")]),
    ],
)
def test_a_word_for_the_whole_needs_its_like_beside_the_matter(
    claim: str, sentence: str, told: list[tuple[str, str]]
) -> None:
    assert found(claim, sentence) == told
