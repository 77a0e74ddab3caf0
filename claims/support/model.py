"""The fitted model: a logistic regression over standardised features, read from the data file beside this module."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

FILE = "model.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A calibrated linear model and its operating points.

    Attributes:
        version: what the report calls it.
        names: the features, in the order of `means`, `scales` and `weights`.
        supported: score from which a claim counts as supported.
        not_supported: score below which it counts as not supported.
    """

    version: str
    names: tuple[str, ...]
    means: tuple[float, ...]
    scales: tuple[float, ...]
    weights: tuple[float, ...]
    bias: float
    supported: float
    not_supported: float

    def score(self, row: Mapping[str, float]) -> float:
        """The probability that the sources fully support the claim."""
        columns = zip(self.names, self.means, self.scales, self.weights, strict=True)
        odds = self.bias + sum(weight * (row[name] - mean) / scale for name, mean, scale, weight in columns)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


@cache
def shipped() -> Model:
    """The model that citewatch ships."""
    read = json.loads(files("claims.support").joinpath(FILE).read_text("utf-8"))
    lists = {key: tuple(value) for key, value in read.items() if isinstance(value, list)}
    return Model(**read | lists)
