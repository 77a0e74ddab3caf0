"""Probabilities and their log-odds, in which what a model adds up is a sum."""

import math

_MOST = 30.0
"""Log-odds, either way, beyond which a probability is 0 or 1 to thirteen digits."""


def log_odds(probability: float, edge: float) -> float:
    """Return the log-odds of a probability that is kept this far from 0 and 1."""
    bounded = min(max(probability, edge), 1 - edge)
    return math.log(bounded / (1 - bounded))


def logistic(odds: float) -> float:
    """Return the probability of these log-odds, 0 to 1."""
    return 1 / (1 + math.exp(-max(-_MOST, min(_MOST, odds))))
