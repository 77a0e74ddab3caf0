"""The fitted models, read from the data files beside this module."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from claims.records import Strictness
from claims.support.scoring.trees import Trees, load_trees
from claims.support.verdict import Point

FILE, TREES = "model.json", "support_trees.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Linear:
    """A logistic regression; `names` are its features, in the order of `means`, `scales` and `weights`."""

    names: tuple[str, ...]
    means: tuple[float, ...]
    scales: tuple[float, ...]
    weights: tuple[float, ...]
    bias: float

    def __call__(self, row: Mapping[str, float]) -> float:
        """The probability for a row of features, 0 to 1."""
        columns = zip(self.names, self.means, self.scales, self.weights, strict=True)
        odds = self.bias + sum(weight * (row[name] - mean) / scale for name, mean, scale, weight in columns)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """All that was fitted.

    Attributes:
        version: what the report calls it.
        support: the probability that the sources fully support the claim.
        by_word: the probability that a word of a claim is supported; see `claims.support.scoring.wordwise`.
        choice: the weights by which the sentences to quote are chosen; see `claims.support.evidence.choice`.
    """

    version: str
    support: Trees
    by_word: Linear
    points: Mapping[Strictness, Point]
    choice: Mapping[str, float]


def load(read: dict[str, Any], trees: dict[str, Any]) -> Model:
    """The model that the data files hold."""
    return Model(
        version=read["version"],
        support=load_trees(trees),
        by_word=linear(read["by_word"]),
        points={Strictness(name): Point(**point) for name, point in read["points"].items()},
        choice=read["choice"],
    )


def linear(read: dict[str, Any]) -> Linear:
    """A regression as the data file holds it."""
    columns: dict[str, list[Any]] = {"names": [], "means": [], "scales": [], "weights": []}
    for name, (mean, scale, weight) in read["features"].items():
        for column, value in zip(columns.values(), (name, mean, scale, weight), strict=True):
            column.append(value)
    return Linear(**{key: tuple(column) for key, column in columns.items()}, bias=read["bias"])


@cache
def shipped() -> Model:
    """The model that citewatch ships."""
    folder = files("claims.support.scoring")
    return load(*(json.loads(folder.joinpath(name).read_text("utf-8")) for name in (FILE, TREES)))
