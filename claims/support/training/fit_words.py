"""Fit how likely each word of a claim is supported, on the words that people marked as not (WiCE's tokens)."""

from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]
from sklearn.preprocessing import StandardScaler  # type: ignore[import-untyped]

from claims.support.index.indexing import make_page
from claims.support.retrieval.matching import match
from claims.support.retrieval.windows import reach
from claims.support.scoring.wordwise import Row, rows
from claims.support.training.judged_pairs import Example

STRENGTH = 0.1
"""Inverse strength of the L2 penalty; a tenth of it changes AUROC on WiCE dev by less than 0.001."""


def fit(examples: list[Example]) -> dict[str, Any]:
    """The logistic regression over the features of `wordwise.rows`, standardised, as the data file holds it."""
    marked = [pair for example in examples if example.lacking for pair in _marked(example)]
    names = list(marked[0][0])
    table = np.array([[row[name] for name in names] for row, _ in marked])
    scaler = StandardScaler().fit(table)
    model = LogisticRegression(C=STRENGTH, max_iter=2000)
    model.fit(scaler.transform(table), [supported for _, supported in marked])
    columns = zip(names, scaler.mean_, scaler.scale_, model.coef_[0], strict=True)
    return {
        "bias": round(float(model.intercept_[0]), 6),
        "features": {name: [round(float(value), 6) for value in values] for name, *values in columns},
    }


def _marked(example: Example) -> list[tuple[Row, bool]]:
    """Each word's features, and whether people found it supported."""
    seen = match(example.statement, [make_page(example.source)])
    measured = rows(example.statement, seen, reach(seen))
    return [(row, term not in example.lacking) for term, row in zip(seen.terms, measured, strict=True)]
