"""claims.support.fit: the models come out the same each time, and what ships is as good as is said."""

from itertools import islice

import pytest

from claims.support import model, training
from tests.shared import shared

pytest.importorskip("sklearn", reason="the extra `fit` is not installed")


def test_the_same_rows_give_the_same_models() -> None:
    from claims.support import fit

    folder = shared("data/support")
    examples = [each for domain in training.DOMAINS for each in islice(domain(folder), 100)]
    first, again = fit.fit(examples), fit.fit(examples)
    assert first == again
    assert model.load(first).version == fit.VERSION


def test_what_ships_tells_supported_claims_from_others() -> None:
    from sklearn.metrics import roc_auc_score

    from claims.support import fit

    claims = list(training.wice(shared("data/support")))
    scores = [model.shipped().support(fit.row(claim)) for claim in claims]
    assert roc_auc_score([claim.supported for claim in claims], scores) >= 0.85
