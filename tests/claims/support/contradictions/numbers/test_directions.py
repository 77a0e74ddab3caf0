"""claims.support.contradictions.numbers.directions: numbers that go the other way in a claim and in its source."""

import pytest

from claims.language.tokens import words
from claims.support.contradictions.numbers.directions import directed
from claims.support.index.indexing import make_page
from claims.support.interface import Statement
from claims.support.retrieval.matching import match
from tests.claims.support.build import source

FERRIES = "The ferries carried 17 per cent more passengers than in 2021 but 9 per cent fewer passengers than in 2019."
DEATHS = "The death rate in hospitals had fallen from 6% to 1.5% by June."


def turned(claim: str, *sentences: str) -> list[tuple[str, str]]:
    seen = match(Statement(text=claim), [make_page(source(*sentences))])
    return [(turn.claim, turn.source) for turn in directed(list(words(claim)), seen)]


@pytest.mark.parametrize(
    ("claim", "sentence", "told"),
    [
        ("The ferries carried 9 per cent more passengers than in 2019.", FERRIES, [("more", "fewer")]),
        ("The ferries carried 9 per cent fewer passengers than in 2019.", FERRIES, []),
        ("The ferries carried 17 per cent more passengers than in 2021.", FERRIES, []),
        ("The death rate in hospitals rose from 6% to 1.5% by June.", DEATHS, [("rose", "fallen")]),
        ("The death rate in hospitals decreased from 6% to 1.5% by June.", DEATHS, []),
        ("The ferries carried more than 9 per cent fewer passengers than in 2019.", FERRIES, []),
        ("Of 6% of hospitals the death rate rose by June.", DEATHS, []),
        ("It starts in 2 seconds, as to 4 seconds for the mill.", "It starts in 2 seconds against 4 seconds.", []),
    ],
)
def test_a_number_s_own_word_of_direction_is_compared(claim: str, sentence: str, told: list[tuple[str, str]]) -> None:
    assert turned(claim, sentence) == told


def test_a_sentence_with_the_claim_s_direction_settles_it() -> None:
    claim = "The ferries carried 9 per cent more passengers in May."
    assert turned(claim, FERRIES, "In May the ferries carried 9 per cent more passengers.") == []


def test_the_same_number_of_another_thing_may_go_the_other_way() -> None:
    costs = "Sales grew by 4 per cent to 9 million euros, while costs fell 4 per cent."
    assert turned("Sales rose 4 per cent to 9 million euros.", costs) == []
