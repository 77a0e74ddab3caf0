"""claims.support.model: the shipped model, and how its scores are told."""

import pytest

from claims.records import Strictness
from claims.support.model import shipped


def test_supported_begins_at_even_odds_at_normal_strictness() -> None:
    model = shipped()
    assert model.told(model.points[Strictness.NORMAL].supported) == pytest.approx(0.5)


def test_telling_a_score_keeps_the_order_and_the_ends() -> None:
    told = [shipped().told(number / 1000) for number in range(1001)]
    assert told == sorted(told)
    assert len(set(told)) == len(told)
    assert told[0] == 0.0
    assert 0.99 < told[-1] <= 1.0


def test_stricter_asks_for_more_before_it_calls_a_claim_supported() -> None:
    points = shipped().points
    asked = [points[level].supported for level in (Strictness.LENIENT, Strictness.NORMAL, Strictness.STRICT)]
    assert asked == sorted(asked)


def test_of_two_claims_of_one_score_that_whose_words_the_pages_have_is_borne_more() -> None:
    assert shipped().borne(0.1, 0.9) > shipped().borne(0.1, 0.2)
    assert shipped().borne(0.3, 0.5) > shipped().borne(0.1, 0.5)
