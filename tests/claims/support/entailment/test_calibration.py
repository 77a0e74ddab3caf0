"""The calibration of an entailment model with the judge's score."""

import random

import pytest

from claims.support.entailment.calibration import Calibration, fit
from claims.support.odds import log_odds


def test_log_odds_are_bounded_so_that_a_sure_answer_is_no_proof() -> None:
    by_answer = Calibration(bias=0.0, entailment=1.0, score=0.0)
    assert by_answer(1.0, 0.5) == pytest.approx(0.9999, abs=1e-9)
    assert by_answer(0.0, 0.5) == pytest.approx(0.0001, abs=1e-9)


def test_a_calibration_weighs_both_log_odds() -> None:
    even = Calibration(bias=0.0, entailment=1.0, score=0.0)
    assert even(0.8, 0.01) == pytest.approx(0.8)
    both = Calibration(bias=0.0, entailment=1.0, score=1.0)
    assert both(0.8, 0.2) == pytest.approx(0.5)
    assert both(0.8, 0.5) > both(0.6, 0.5)


def test_fitting_finds_which_of_the_two_knows() -> None:
    drawn = random.Random(7)
    truth = [drawn.random() < 0.5 for _ in range(400)]
    knows = [min(max(drawn.gauss(0.7 if each else 0.3, 0.2), 0.01), 0.99) for each in truth]
    guesses = [drawn.random() for _ in truth]
    fitted = fit(knows, guesses, truth)
    assert fitted.entailment > 0.8
    assert abs(fitted.score) < 0.2
    turned = fit(guesses, knows, truth)
    assert (turned.score, turned.entailment) == pytest.approx((fitted.entailment, fitted.score))


def test_fitted_probabilities_have_the_share_of_what_they_were_fitted_to() -> None:
    truth = [True] * 30 + [False] * 90
    fitted = fit([0.5] * 120, [0.5] * 120, truth)
    assert fitted(0.5, 0.5) == pytest.approx(0.25, abs=1e-4)


def test_separable_pairs_give_finite_weights() -> None:
    truth = [True] * 20 + [False] * 20
    fitted = fit([0.999] * 20 + [0.001] * 20, [0.5] * 40, truth)
    assert 0 < fitted.entailment < 10
    assert fitted(0.999, 0.5) > 0.9


def test_pairs_of_one_kind_cannot_be_fitted() -> None:
    with pytest.raises(ValueError, match="both kinds"):
        fit([0.5, 0.6], [0.5, 0.6], [True, True])


def test_a_slope_is_held_back_as_by_one_pair_of_log_odds_one() -> None:
    probabilities, scores, truth = [0.9, 0.8, 0.3, 0.2], [0.6, 0.3, 0.4, 0.5], [True, True, False, True]
    fitted = fit(probabilities, scores, truth)

    # At the optimum the residuals, by their log-odds, are in balance with the penalty.
    pairs = list(zip(probabilities, scores, truth, strict=True))
    pull = sum((true - fitted(own, score)) * log_odds(own, 0) for own, score, true in pairs)
    assert pull == pytest.approx(fitted.entailment, rel=1e-3)
