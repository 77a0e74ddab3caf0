"""Boosted decision trees, as they were fitted elsewhere: the probability that the sources fully support a claim."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from claims.support.odds import logistic

Node = tuple[int, float, int, int]
"""Number of the feature, threshold, and the places of the next node up to the threshold and above it. At a leaf the
number is `LEAF` and the threshold the tree's share of the log-odds."""

LEAF = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Trees:
    """An additive model: each tree adds to the log-odds what the leaf says that a row of features falls into.

    Attributes:
        names: the features, by the numbers that the nodes use.
        bias: log-odds before any tree.
        trees: the nodes of each tree, its root first.
    """

    names: tuple[str, ...]
    bias: float
    trees: tuple[tuple[Node, ...], ...]

    def __call__(self, row: Mapping[str, float]) -> float:
        """The probability for a row of features, 0 to 1."""
        values = [row[name] for name in self.names]
        total = 0.0
        for tree in self.trees:
            feature, threshold, low, high = tree[0]
            while feature != LEAF:
                feature, threshold, low, high = tree[low if values[feature] <= threshold else high]
            total += threshold
        return logistic(self.bias + total)


def load_trees(read: Mapping[str, Any]) -> Trees:
    """The trees that the data file holds: `features`, `bias`, and a flat list of four numbers a node for each tree."""
    return Trees(
        names=tuple(read["features"]),
        bias=read["bias"],
        trees=tuple(tuple(zip(*[iter(tree)] * 4, strict=True)) for tree in read["trees"]),
    )
