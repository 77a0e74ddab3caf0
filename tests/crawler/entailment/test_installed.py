"""The records of installed models, and folders of a user's own."""

import json
from pathlib import Path

import pytest

from claims.errors import ConfigurationError
from claims.support.entailment.calibration import Calibration
from crawler.entailment.forms import Form
from crawler.entailment.installed import (
    CALIBRATION,
    RECORD,
    Calibrated,
    Installed,
    calibration_of,
    damaged,
    installed,
    record_of,
    remove,
    sha256,
    write_calibration,
    write_record,
)
from crawler.entailment.own_model import FORM_KEY, own_model

FITTED = Calibration(bias=0.1, entailment=0.9, score=0.4)


def a_model(folder: Path, name: str, order: int = 1) -> Installed:
    (folder / name).mkdir(parents=True)
    (folder / name / "config.json").write_text("{}")
    record = Installed(
        name=name,
        repository=f"owner/{name}",
        revision="abc",
        form=Form.NLI,
        files={"config.json": sha256(folder / name / "config.json")},
        order=order,
    )
    write_record(folder / name, record)
    return record


def own(folder: Path, **config: object) -> Path:
    folder.mkdir()
    (folder / "config.json").write_text(json.dumps(config))
    (folder / "model.safetensors").write_bytes(b"weights")
    return folder


def test_the_model_installed_last_comes_first(tmp_path: Path) -> None:
    first, second = a_model(tmp_path, "one", 1), a_model(tmp_path, "two", 2)
    assert installed(tmp_path) == [second, first]
    assert record_of(tmp_path, "one") == first


def test_a_folder_without_a_readable_record_is_no_model(tmp_path: Path) -> None:
    a_model(tmp_path, "one")
    (tmp_path / "one" / RECORD).write_text("{")
    assert installed(tmp_path) == installed(tmp_path / "nowhere") == []
    with pytest.raises(ConfigurationError, match="citewatch model install one"):
        record_of(tmp_path, "one")


def test_a_file_that_changed_went_or_came_is_damage(tmp_path: Path) -> None:
    record = a_model(tmp_path, "one")
    write_calibration(tmp_path / "one", Calibrated(revision="abc", checker="c", pairs=40, calibration=FITTED))
    assert damaged(tmp_path / "one", record.files) == []
    (tmp_path / "one" / "modeling.py").write_text("")
    (tmp_path / "one" / "config.json").write_text("{ }")
    assert damaged(tmp_path / "one", record.files) == ["config.json", "modeling.py"]
    (tmp_path / "one" / "config.json").unlink()
    assert damaged(tmp_path / "one", record.files) == ["config.json", "modeling.py"]


def test_a_removed_model_is_gone(tmp_path: Path) -> None:
    a_model(tmp_path, "one")
    remove(tmp_path, "one")
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(ConfigurationError, match="not installed"):
        remove(tmp_path, "..")


def test_a_calibration_holds_for_the_revision_and_the_judge_that_it_was_made_with(tmp_path: Path) -> None:
    write_calibration(tmp_path, Calibrated(revision="abc", checker="coverage 7", pairs=40, calibration=FITTED))
    assert calibration_of(tmp_path, "abc", "coverage 7") == FITTED
    assert calibration_of(tmp_path, "other", "coverage 7") is None
    assert calibration_of(tmp_path, "abc", "coverage 8") is None
    assert calibration_of(tmp_path / "nowhere", "abc", "coverage 7") is None


def test_the_revision_of_an_own_model_is_the_digest_of_its_files(tmp_path: Path) -> None:
    folder = own(tmp_path / "mine", id2label={"0": "ENTAILMENT", "1": "not"})
    first = own_model(folder)
    assert (first.name, first.form, sorted(first.files)) == ("mine", Form.NLI, ["config.json", "model.safetensors"])
    (folder / CALIBRATION).write_text("{}")
    (folder / "notes.txt").write_text("kept beside")
    assert own_model(folder) == first
    (folder / "model.safetensors").write_bytes(b"others")
    assert own_model(folder).revision != first.revision


def test_an_own_model_says_how_it_reads(tmp_path: Path) -> None:
    assert own_model(own(tmp_path / "t5", **{FORM_KEY: "minicheck-t5"})).form is Form.MINICHECK_T5
    with pytest.raises(ConfigurationError, match=FORM_KEY):
        own_model(own(tmp_path / "silent", id2label={"0": "0", "1": "1"}))
    with pytest.raises(ConfigurationError, match="cannot be read"):
        own_model(own(tmp_path / "wrong", **{FORM_KEY: "guess"}))


def test_a_folder_without_safetensors_is_no_model(tmp_path: Path) -> None:
    folder = own(tmp_path / "mine", id2label={"0": "entailment"})
    (folder / "model.safetensors").rename(folder / "pytorch_model.bin")
    with pytest.raises(ConfigurationError, match="safetensors"):
        own_model(folder)
