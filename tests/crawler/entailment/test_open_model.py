"""Which model a run opens, and what it knows of it before it is loaded."""

import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from claims.errors import ConfigurationError
from claims.support import default_checker
from claims.support.entailment.calibration import Calibration
from crawler.entailment.installed import Calibrated, write_calibration
from crawler.entailment.open_model import NONE, open_model
from crawler.settings import Settings
from tests.crawler.entailment.test_installed import a_model

FITTED = Calibration(bias=0.1, entailment=0.9, score=0.4)


@pytest.fixture
def with_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawler.entailment.extra.PACKAGES", ())


def calibrate(folder: Path, checker: str) -> None:
    write_calibration(folder, Calibrated(revision="abc", checker=checker, pairs=40, calibration=FITTED))


@pytest.mark.usefixtures("with_extra")
def test_the_model_installed_last_is_opened_and_none_means_none(tmp_path: Path) -> None:
    for order, name in enumerate(("one", "two"), start=1):
        a_model(tmp_path / "models", name, order)
    with open_model(Settings(store=tmp_path)) as model:
        assert model is not None
        assert (model.record.name, model.record.revision, model.record.calibrated) == ("two", "abc", False)
        assert model.name == "two abc, not calibrated"
    with open_model(Settings(store=tmp_path, entailment_model=NONE)) as model:
        assert model is None
    with open_model(Settings(store=tmp_path / "empty")) as model:
        assert model is None


@pytest.mark.usefixtures("with_extra")
def test_a_calibration_is_part_of_the_name_so_that_kept_judgements_depend_on_it(tmp_path: Path) -> None:
    a_model(tmp_path / "models", "one")
    calibrate(tmp_path / "models" / "one", default_checker().name)
    with open_model(Settings(store=tmp_path)) as model:
        assert model is not None
        assert model.calibration == FITTED
        assert model.name == "one abc, calibrated 0.1 0.9 0.4"


@pytest.mark.usefixtures("with_extra")
def test_a_calibration_made_with_another_judge_is_not_used_and_that_is_said(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    a_model(tmp_path / "models", "one")
    calibrate(tmp_path / "models" / "one", "coverage of old")
    with caplog.at_level(logging.WARNING), open_model(Settings(store=tmp_path)) as model:
        assert model is not None
        assert not model.record.calibrated
    assert "The calibration of one is not used" in caplog.text


def test_without_the_extra_an_installed_model_is_passed_over_but_a_named_one_refused(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crawler.entailment.extra.PACKAGES", ("no_such_package",))
    a_model(tmp_path / "models", "one")
    with caplog.at_level(logging.WARNING), open_model(Settings(store=tmp_path)) as model:
        assert model is None
    assert "no_such_package is missing" in caplog.text
    named: Callable[[], object] = open_model(Settings(store=tmp_path, entailment_model="one")).__enter__
    with pytest.raises(ConfigurationError, match=r"citewatch\[model\]"):
        named()
