"""claims.support.odds: probabilities to log-odds and back."""

import math

import pytest

from claims.support.odds import log_odds, logistic


def test_an_even_probability_has_no_log_odds() -> None:
    assert log_odds(0.5, 1e-9) == 0
    assert logistic(0) == 0.5


@pytest.mark.parametrize("probability", [0.01, 0.3, 0.999])
def test_log_odds_are_turned_back_into_their_probability(probability: float) -> None:
    assert logistic(log_odds(probability, 1e-9)) == pytest.approx(probability)


def test_a_certain_probability_has_the_log_odds_of_the_edge() -> None:
    assert log_odds(1.0, 0.0001) == pytest.approx(-log_odds(0.0, 0.0001)) == pytest.approx(math.log(9_999))


def test_beyond_thirty_either_way_log_odds_make_no_difference() -> None:
    assert logistic(-1000) == logistic(-30) < logistic(-29)
