"""The models that are installed: what was installed, from where, and whether it is still that."""

import hashlib
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec

from claims.errors import ConfigurationError
from claims.support.entailment.calibration import Calibration
from crawler.entailment.forms import Form

RECORD, CALIBRATION = "installed.json", "calibration.json"

Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True, kw_only=True)
class Installed:
    """The record of an installed model, kept beside its files.

    Attributes:
        repository: where it was installed from: its owner and name at a hub, or the path of a folder.
        revision: the full id of the commit that was installed; of a folder, the digest of all its files.
        form: how it reads a premise and a claim.
        files: file -> its SHA-256 digest, in hexadecimal.
        order: counts up with each installation: the highest is the latest.
    """

    name: str
    repository: str
    revision: str
    form: Form
    files: Mapping[str, str]
    order: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibrated:
    """A kept calibration, and what it was made with: with anything else it says nothing.

    Attributes:
        revision: the revision of the model.
        checker: the name of the judge whose scores it was fitted to.
        pairs: number of judged pairs.
    """

    revision: str
    checker: str
    pairs: int
    calibration: Calibration


def models_folder(store: Path) -> Path:
    """Return the folder of the installed models in a store."""
    return store / "models"


def installed(folder: Path) -> list[Installed]:
    """Return the records of the models in `folder`, the latest first. Damaged records are passed over."""
    kept = ((path.parent.name, _read(path, Installed)) for path in folder.glob(f"*/{RECORD}"))
    found = [record for name, record in kept if record and record.name == name]
    return sorted(found, key=lambda record: record.order, reverse=True)


def record_of(folder: Path, name: str) -> Installed:
    """Return the record of one model.

    Raises:
        ConfigurationError: it is not installed.
    """
    if record := next((record for record in installed(folder) if record.name == name), None):
        return record
    raise ConfigurationError(
        f"the model {name!r} is not installed.", mend=f"Install it with `citewatch model install {name}`."
    )


def write_record(folder: Path, record: Installed) -> None:
    """Keep the record of the model whose files are in `folder`."""
    _write(folder / RECORD, record)


def damaged(folder: Path, files: Mapping[str, str]) -> list[str]:
    """Return the files of a model that are missing or not what they were, and those that were added."""
    wrong = [name for name, digest in files.items() if not (folder / name).is_file() or sha256(folder / name) != digest]
    known = {*files, RECORD, CALIBRATION}
    return wrong + sorted(path.name for path in folder.iterdir() if path.name not in known)


def remove(folder: Path, name: str) -> None:
    """Remove an installed model, its calibration with it.

    Raises:
        ConfigurationError: it is not installed.
    """
    record = record_of(folder, name)
    shutil.rmtree(folder / record.name)


def calibration_of(folder: Path, revision: str, checker: str) -> Calibration | None:
    """Return the calibration in the folder of a model, if it was made with this revision and this judge."""
    kept = _read(folder / CALIBRATION, Calibrated)
    return kept.calibration if kept and (kept.revision, kept.checker) == (revision, checker) else None


def write_calibration(folder: Path, calibrated: Calibrated) -> None:
    """Keep a calibration in the folder of its model."""
    _write(folder / CALIBRATION, calibrated)


def sha256(path: Path) -> str:
    """Return the SHA-256 digest of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _read(path: Path, kind: type[Kept]) -> Kept | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError):
        return None


def _write(path: Path, record: object) -> None:
    part = path.with_suffix(".part")
    part.write_bytes(msgspec.json.format(msgspec.json.encode(record), indent=1) + b"\n")
    part.replace(path)
