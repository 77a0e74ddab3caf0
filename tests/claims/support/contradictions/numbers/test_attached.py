"""claims.support.contradictions.numbers.attached: numbers that stand by other words in a claim than in its sentence."""

import pytest

from claims.language.tokens import words
from claims.support.contradictions.numbers.attached import misplaced
from claims.support.index.indexing import make_page
from claims.support.interface import Statement
from claims.support.retrieval.matching import match
from tests.claims.support.build import source

DAM = "The dam at Tane is 96 metres high and 540 metres long."
CREWS = "The Reyes line had 14 trawlers in the strait, the Carter line 37 trawlers."


def moved(claim: str, *sentences: str) -> list[tuple[str, str]]:
    statement = Statement(text=claim)
    seen = match(statement, [make_page(source(*sentences))])
    return [(turn.claim, turn.source) for turn in misplaced(claim, list(words(claim)), seen)]


@pytest.mark.parametrize(
    ("claim", "sentence", "told"),
    [
        ("The dam at Tane is 540 metres high.", DAM, [("540 metres", "96 metres")]),
        ("The dam at Tane is 96 metres high.", DAM, []),
        ("The dam at Tane is 540 metres long and 96 metres high.", DAM, []),
        ("The Reyes line had 37 trawlers.", CREWS, [("37", "14")]),
        ("The Carter line had 37 trawlers.", CREWS, []),
    ],
)
def test_a_number_that_belongs_to_another_thing_is_told(claim: str, sentence: str, told: list[tuple[str, str]]) -> None:
    assert moved(claim, sentence) == told


def test_a_number_that_another_sentence_has_by_the_claim_s_words_is_not() -> None:
    assert moved("The dam at Tane is 540 metres high.", DAM, "With its tower the dam at Tane is 540 metres high.") == []


def test_the_number_of_a_name_belongs_to_the_name() -> None:
    assert moved("Berth 2 at Tane is 96 metres long.", "At Tane, Berth 1 is 80 metres long, Berth 2 96 metres.") == []
