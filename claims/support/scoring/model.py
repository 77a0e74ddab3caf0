"""The fitted models, read from the data files beside this module."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from claims.records import Strictness
from claims.support.scoring.linear import Linear, load_linear
from claims.support.scoring.trees import Trees, load_trees
from claims.support.verdict import Point

FILE, TREES = "model.json", "support_trees.json"


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
        by_word=load_linear(read["by_word"]),
        points={Strictness(name): Point(**point) for name, point in read["points"].items()},
        choice=read["choice"],
    )


@cache
def shipped() -> Model:
    """The model that citewatch ships."""
    folder = files("claims.support.scoring")
    return load(*(json.loads(folder.joinpath(name).read_text("utf-8")) for name in (FILE, TREES)))
