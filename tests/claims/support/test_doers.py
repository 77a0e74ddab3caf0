"""claims.support.doers: deeds that the pages tell of another than the claim does."""

import pytest

from claims.language.tokens import words
from claims.support.doers import others_deed
from claims.support.interface import Statement
from claims.support.match import match
from claims.support.page import make_page
from tests.claims.support.build import source

PAGE = ("The fishermen opposed the sale of the quay, while the old port authority welcomed it.", "Talks begin in May.")


def others(claim: str, *sentences: str) -> list[tuple[str, str]]:
    statement = Statement(text=claim)
    seen = match(statement, [make_page(source(*(sentences or PAGE)))])
    return [(turn.claim, turn.source) for turn in others_deed(claim, list(words(claim)), seen)]


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("The fishermen welcomed the sale of the quay.", [("fishermen welcomed", "authority welcomed")]),
        ("The port authority welcomed the sale of the quay.", []),
        ("The mayor welcomed the sale of the quay.", []),
        ("The port authority was welcomed by the fishermen.", []),
    ],
)
def test_a_deed_that_the_page_tells_of_another_is_told(claim: str, told: list[tuple[str, str]]) -> None:
    assert others(claim) == told


@pytest.mark.parametrize(
    "sentence",
    [
        "The fishermen of the old port, while the authority hesitated, welcomed the sale of the quay.",
        "The fishermen met in May, and they welcomed the sale of the quay.",
        "The quay, which the fishermen welcomed, was for sale.",
    ],
)
def test_where_it_is_not_plain_who_did_it_nothing_is_told(sentence: str) -> None:
    assert others("The fishermen welcomed the sale of the quay.", *PAGE, sentence) == []
