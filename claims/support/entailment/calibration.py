"""The calibration of an entailment model with the judge's own score: a logistic regression of three parameters.

Platt (Probabilistic outputs for support vector machines, 1999) fits a slope and a bias to the log-odds of one
classifier; here two log-odds share the bias. Few parameters, since a user's own pairs are few.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.support.odds import log_odds, logistic

EDGE = 1e-4
"""Probabilities are kept this far from 0 and 1, so that one sure answer cannot outweigh everything else."""

RIDGE = 1.0
"""Strength of the penalty on the two slopes: that of one pair whose log-odds are 1."""

_STEPS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """A fitted calibration.

    Attributes:
        bias: the log-odds of support where both probabilities are even.
        entailment: the weight of the model's log-odds.
        score: the weight of the log-odds of the judge's own score.
    """

    bias: float
    entailment: float
    score: float

    def __call__(self, probability: float, score: float) -> float:
        """Return the probability of support, 0 to 1, for a model's probability and the judge's score."""
        return logistic(self.bias + self.entailment * log_odds(probability, EDGE) + self.score * log_odds(score, EDGE))


def fit(probabilities: Sequence[float], scores: Sequence[float], supported: Sequence[bool]) -> Calibration:
    """Fit a calibration to judged pairs by Newton's method.

    Args:
        probabilities: the model's probability for each pair.
        scores: the judge's score for each pair.
        supported: whether a person judged the pair supported.

    Raises:
        ValueError: all pairs have the same label.
    """
    if len(set(supported)) < 2:
        raise ValueError("pairs of both kinds are needed, supported and not supported")
    rows = [(1.0, log_odds(own, EDGE), log_odds(score, EDGE)) for own, score in zip(probabilities, scores, strict=True)]
    weights = [0.0, 0.0, 0.0]
    for _ in range(_STEPS):
        gradient = [0.0, RIDGE * weights[1], RIDGE * weights[2]]
        hessian = [[0.0, 0.0, 0.0], [0.0, RIDGE, 0.0], [0.0, 0.0, RIDGE]]
        for row, truth in zip(rows, supported, strict=True):
            guess = logistic(sum(weight * value for weight, value in zip(weights, row, strict=True)))
            for i, left in enumerate(row):
                gradient[i] += (guess - truth) * left
                for j, right in enumerate(row):
                    hessian[i][j] += guess * (1 - guess) * left * right
        step = _solve(hessian, gradient)
        weights = [weight - change for weight, change in zip(weights, step, strict=True)]
        if max(map(abs, step)) < 1e-9:
            break
    return Calibration(bias=round(weights[0], 6), entailment=round(weights[1], 6), score=round(weights[2], 6))


def _solve(matrix: list[list[float]], values: list[float]) -> list[float]:
    """Solve a small system of linear equations by Gauss-Jordan elimination with pivots."""
    size = len(values)
    rows = [[*row, value] for row, value in zip(matrix, values, strict=True)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(rows[row][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        head = rows[column]
        for row in range(size):
            if row != column and head[column]:
                share = rows[row][column] / head[column]
                rows[row] = [left - share * right for left, right in zip(rows[row], head, strict=True)]
    return [rows[row][size] / rows[row][row] if rows[row][row] else 0.0 for row in range(size)]
