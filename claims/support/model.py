"""The fitted models: logistic regressions over standardised features, read from the data file beside this module."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from claims.records import Strictness

FILE = "model.json"

SPOKEN_OF = 4.0
"""Weight, in log-odds, of the coverage of a claim by its pages where partial support is set apart from none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """An operating point.

    Attributes:
        supported: score from which a claim counts as supported.
        not_supported: what `Model.borne` must reach for it not to count as not supported (log-odds).
        not_supported_short: the same where the sources are short: a sentence or two may say it in other words.
        near_miss: probability of a near miss from which it does not count as supported.
    """

    supported: float
    not_supported: float
    not_supported_short: float
    near_miss: float


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
        by_word: the probability that a word of a claim is supported; see `claims.support.wordwise`.
        near_miss: the probability that a claim that reads like its source differs from it in what it says.
        choice: the weights by which the sentences to quote are chosen; see `claims.support.choice`.
    """

    version: str
    support: Linear
    by_word: Linear
    near_miss: Linear
    points: Mapping[Strictness, Point]
    choice: Mapping[str, float]

    @staticmethod
    def borne(score: float, page: float) -> float:
        """Estimate how far sources support a claim at all, in log-odds, from its score and its coverage by their pages.

        The score sets full support apart from the rest. Within the rest, coverage sets partial support apart from
        none better: AUROC 0.78 on WiCE dev, the score's 0.73, both together 0.77 to 0.79 for any weight from 4 on.
        """
        bounded = min(max(score, 1e-9), 1 - 1e-9)
        return math.log(bounded / (1 - bounded)) + SPOKEN_OF * page

    def told(self, score: float) -> float:
        """Move a fitted score to the one that reports give, so that `supported` begins at even odds.

        The judged pairs hold fewer supported claims (WiCE: 0.31) than documents do, in which errors are one claim in
        20 to 50 (the peers' own estimate). The point at which a claim counts as supported is set for documents;
        unmoved, a score of 0.34 would be called supported and read as "probably not". Moving all odds by one factor
        changes no order and no verdict: it is the correction of a classifier for another base rate (Saerens, Latinne
        and Decaestecker 2002), here to a document in which about half of the claims are fully supported.
        """
        point = self.points[Strictness.NORMAL].supported
        odds = score / max(1 - score, 1e-9) * (1 - point) / point
        return odds / (1 + odds)


def load(read: dict[str, Any]) -> Model:
    """The model that the data file holds."""
    return Model(
        version=read["version"],
        support=linear(read["support"]),
        by_word=linear(read["by_word"]),
        near_miss=linear(read["near_miss"]),
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
    return load(json.loads(files("claims.support").joinpath(FILE).read_text("utf-8")))
