"""A logistic regression as it was fitted elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from claims.support.odds import logistic


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
        return logistic(odds)


def load_linear(read: dict[str, Any]) -> Linear:
    """A regression as the data file holds it."""
    columns: dict[str, list[Any]] = {"names": [], "means": [], "scales": [], "weights": []}
    for name, (mean, scale, weight) in read["features"].items():
        for column, value in zip(columns.values(), (name, mean, scale, weight), strict=True):
            column.append(value)
    return Linear(**{key: tuple(column) for key, column in columns.items()}, bias=read["bias"])
