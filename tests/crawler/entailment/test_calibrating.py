"""Fitting a calibration to judged pairs, and measuring it."""

import random

import pytest

from claims.records import BlockKind, Passage, Source
from claims.support.index.indexing import make_page
from claims.support.interface import Statement
from crawler.entailment.calibrating import FEWEST, Pair, auroc, calibrate, weigh
from tests.claims.support.entailment.test_judging import Answering


def pairs(count: int, known: float) -> list[Pair]:
    """Pairs of which the score says nothing and the model as much as `known` does."""
    drawn = random.Random(3)
    return [
        Pair(
            score=drawn.uniform(0.4, 0.6),
            probability=min(max(0.5 + (known if number % 2 else -known) + drawn.gauss(0, 0.2), 0.01), 0.99),
            supported=number % 2 == 1,
        )
        for number in range(count)
    ]


def test_a_model_that_knows_more_than_the_score_brings_something_on_pairs_held_out() -> None:
    outcome = calibrate(pairs(200, 0.3))
    assert outcome.pairs == 200
    assert outcome.before < 0.6
    assert outcome.after > 0.9
    assert outcome.calibration.entailment > 0.5


def test_a_model_that_knows_nothing_brings_nothing() -> None:
    assert calibrate(pairs(400, 0.0)).after < 0.6


def test_a_calibration_needs_pairs_of_both_kinds() -> None:
    with pytest.raises(ValueError, match=f"at least {FEWEST} supported and {FEWEST} other pairs are needed"):
        calibrate(pairs(2 * FEWEST - 2, 0.3))
    calibrate(pairs(2 * FEWEST, 0.3))


def test_auroc_is_the_share_of_pairs_in_the_right_order() -> None:
    assert auroc([(0.9, True), (0.1, False)]) == 1
    assert auroc([(0.5, True), (0.5, False)]) == 0.5
    assert auroc([(0.9, True), (0.4, True), (0.5, False)]) == 0.5


def test_pairs_are_weighed_by_judge_and_model_and_empty_texts_left_out() -> None:
    text = "The lighthouse was built in 1871. It is of granite."
    read = Source(url="", text=text, passages=(Passage(start=0, end=len(text), kind=BlockKind.PARAGRAPH),))
    said = Statement(text="The lighthouse was built in 1871.")
    empty = make_page(Source(url="", text="", passages=()))
    (pair,) = weigh([(said, make_page(read), True), (said, empty, False)], Answering(0.7))
    assert (pair.probability, pair.supported) == (0.7, True)
    assert pair.score > 0.5
