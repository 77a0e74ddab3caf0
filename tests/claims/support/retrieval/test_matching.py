"""claims.support.retrieval.matching: which sentences have the words of a claim, and what they are worth by BM25."""

import pytest

from claims.support.index.indexing import make_page
from claims.support.interface import Statement
from claims.support.retrieval.matching import match
from tests.claims.support.build import source


def test_a_word_twice_in_a_sentence_of_mean_length_scores_eleven_eighths_of_once() -> None:
    page = make_page(source("Trail root.", "Trail trail."))
    once, twice = match(Statement(text="Trail."), [page]).scores.values()

    assert twice / once == pytest.approx(11 / 8)


def test_a_word_scores_more_in_a_short_sentence() -> None:
    page = make_page(source("Trail.", "Trail root box."))
    short, long = match(Statement(text="Trail."), [page]).scores.values()

    # Where half of the mean length is three quarters less of what is added to the count.
    assert short / long == pytest.approx((1 + 1.2 * (0.25 + 0.75 * 1.5)) / (1 + 1.2 * (0.25 + 0.75 * 0.5)))


@pytest.mark.parametrize(
    ("claim", "sentence", "has"),
    [
        ("The web site closed.", "Its website closed.", 0b111),
        ("The policy-maker left.", "Policymakers left.", 0b111),
        ("The web, site closed.", "Its website closed.", 0b100),
        ("The web site closed.", "The web closed.", 0b101),
    ],
)
def test_two_words_in_a_row_are_found_as_one(claim: str, sentence: str, has: int) -> None:
    assert match(Statement(text=claim), [make_page(source(sentence))]).has[0] == has
