"""Reports on disk: written where they should go, and read back, with every error naming the file."""

import os
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from claims.errors import ConfigurationError, InputError, ReportError
from claims.records import Report
from reports.formats.interface import Format
from reports.formats.registry import FORMATS
from reports.output import print_text, write
from reports.policy.baseline import Baseline, read_baseline
from reports.report_json import read_report

Read = TypeVar("Read")

STANDARD_OUTPUT = Path("-")


def named_formats(names: Sequence[str]) -> list[Format]:
    """The report formats called `names`.

    Raises:
        ConfigurationError: there is none of that name.
    """
    for name in names:
        if name not in FORMATS:
            mend = f"The formats are: {', '.join(FORMATS)}."
            raise ConfigurationError(f"there is no report format {name!r}.", mend=mend)
    return [FORMATS[name] for name in names]


def make_folder(path: Path) -> None:
    """Make the report's folder before anything is checked, so that a wrong path costs nothing; `-` needs none.

    Raises:
        ConfigurationError: it cannot be made.
    """
    if path == STANDARD_OUTPUT:
        return
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"no report can be written here: {error.strerror}."
        raise ConfigurationError(message, place=str(path), mend="Name another folder with --out.") from error


def write_report(report: Report, formats: Sequence[Format], folder: Path) -> list[str]:
    """Write `report` into `folder`, or to standard output where that is `-`, in each of `formats`.

    Returns:
        the paths of the files.

    Raises:
        ReportError: a file cannot be written; the report then lies in a temporary folder that the error names.
    """
    files = {name: pieces for form in formats for name, pieces in form.render(report).items()}
    if folder == STANDARD_OUTPUT:
        print_text(files)
        return []
    try:
        return [os.fspath(path) for path in write(files, folder)]
    except OSError as error:
        saved = Path(tempfile.mkdtemp(prefix="citewatch-report-"))
        write({name: pieces for form in formats for name, pieces in form.render(report).items()}, saved)
        message = f"the report cannot be written: {error.strerror}."
        raise ReportError(message, place=str(folder), mend=f"It lies in {saved} instead.") from error


def load_report(path: Path) -> Report:
    """The report in the file `path`.

    Raises:
        InputError: there is no such file, or it is no report.json that this citewatch reads.
    """
    return _load(path, read_report)


def load_baseline(path: Path) -> Baseline:
    """The known findings in the file `path`: a baseline, or a report.json.

    Raises:
        InputError: there is no such file, or it is neither.
    """
    return _load(path, read_baseline)


def _load(path: Path, read: Callable[[bytes], Read]) -> Read:
    try:
        return read(path.read_bytes())
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}.", place=str(path)) from error
    except ValueError as error:
        raise InputError(str(error), place=str(path)) from error
