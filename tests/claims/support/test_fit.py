"""claims.support.fit: the shipped model is the one that the script makes, and as good as is said."""

import pytest

from claims.support import fit, model, training
from tests.shared import shared

pytest.importorskip("sklearn", reason="the extra `fit` is not installed")


def test_refitting_gives_the_shipped_model(capsys: pytest.CaptureFixture[str]) -> None:
    again = fit.fit(list(training.wice(shared("data/support"))))
    kept = model.shipped()
    assert again["weights"] == pytest.approx(kept.weights, abs=1e-4)
    assert (again["supported"], again["not_supported"]) == pytest.approx((kept.supported, kept.not_supported), abs=5e-3)
    assert float(capsys.readouterr().err.split()[-1]) >= 0.83
