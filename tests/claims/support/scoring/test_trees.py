"""claims.support.scoring.trees: an additive model of trees gives the probability that its nodes say."""

import math

import pytest

from claims.support.scoring.trees import load_trees

STUMP = [0, 0.5, 1, 2, -1, -2.0, 0, 0, -1, 1.0, 0, 0]  # as in the data file, where -1 is a leaf


def trees(*flat: list[float], bias: float = 0.0):
    return load_trees({"features": ["coverage", "missing"], "bias": bias, "trees": list(flat)})


@pytest.mark.parametrize(("coverage", "odds"), [(0.5, -2.0), (0.4, -2.0), (0.6, 1.0)])
def test_a_value_up_to_the_threshold_goes_to_the_first_branch(coverage: float, odds: float) -> None:
    assert trees(STUMP)({"coverage": coverage, "missing": 0.0}) == pytest.approx(1 / (1 + math.exp(-odds)))


def test_trees_and_the_bias_add_up() -> None:
    row = {"coverage": 0.9, "missing": 1.0}
    assert trees(STUMP, STUMP, bias=0.5)(row) == pytest.approx(1 / (1 + math.exp(-2.5)))


def test_without_trees_the_bias_is_all() -> None:
    assert trees()({"coverage": 0.0, "missing": 0.0}) == 0.5
