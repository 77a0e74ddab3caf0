"""Fit how likely each word of a claim is supported, on the words that people marked as not (WiCE's tokens)."""

import numpy as np

from claims.support.index.indexing import make_page
from claims.support.retrieval.matching import match
from claims.support.retrieval.windows import reach
from claims.support.scoring.regression import Regression
from claims.support.scoring.wordwise import Row, rows
from claims.support.training.judged_pairs import Example

STRENGTH = 0.1
"""Inverse strength of the L2 penalty; a tenth of it changes AUROC on WiCE dev by less than 0.001."""


def fit(examples: list[Example]) -> dict[str, object]:
    """The regression over the features of `wordwise.rows`, as the data file holds it."""
    marked = [pair for example in examples if example.lacking for pair in _marked(example)]
    names = list(marked[0][0])
    table = np.array([[row[name] for name in names] for row, _ in marked])
    truth = np.array([supported for _, supported in marked])
    return Regression(table, truth, np.ones(len(truth)), STRENGTH).written(names)


def _marked(example: Example) -> list[tuple[Row, bool]]:
    """Each word's features, and whether people found it supported."""
    seen = match(example.statement, [make_page(example.source)])
    measured = rows(example.statement, seen, reach(seen))
    return [(row, term not in example.lacking) for term, row in zip(seen.terms, measured, strict=True)]
