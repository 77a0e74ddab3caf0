"""A logistic regression over standardised features, as it is fitted. Needs the extra `fit`; not needed to judge."""

from typing import Any

from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]
from sklearn.preprocessing import StandardScaler  # type: ignore[import-untyped]

Array = NDArray[Any]


class Regression:
    """A logistic regression over standardised features."""

    def __init__(self, rows: Array, truth: Array, weights: Array, strength: float) -> None:
        used = weights > 0
        self.scaler = StandardScaler().fit(rows[used])
        self.model = LogisticRegression(C=strength, max_iter=2000)
        self.model.fit(self.scaler.transform(rows[used]), truth[used], sample_weight=weights[used])

    def __call__(self, rows: Array) -> Array:
        """The probability of each row."""
        scores: Array = self.model.predict_proba(self.scaler.transform(rows))[:, 1]
        return scores

    def written(self, names: list[str]) -> dict[str, Any]:
        """The regression as the data file holds it."""
        columns = zip(names, self.scaler.mean_, self.scaler.scale_, self.model.coef_[0], strict=True)
        return {
            "bias": round(float(self.model.intercept_[0]), 6),
            "features": {name: [round(float(value), 6) for value in values] for name, *values in columns},
        }
