"""Reports and baselines on disk: written to a folder and read back, with errors that name the file."""

import errno
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from claims.errors import ConfigurationError, InputError, ReportError, UsageError
from claims.records import Report
from crawler.settings import Settings
from reports.formats.interface import Format
from reports.formats.registry import FORMATS
from reports.formats.text import TextFormat
from reports.output import print_text, write
from reports.policy.baseline import Baseline, read_baseline
from reports.report_json import read_report

Read = TypeVar("Read")

STANDARD_OUTPUT = Path("-")
_FULL = (errno.ENOSPC, errno.EDQUOT)


def named_formats(names: Sequence[str]) -> list[Format]:
    """Return the report formats called `names`.

    Raises:
        ConfigurationError: there is no format of that name.
    """
    for name in names:
        if name not in FORMATS:
            mend = f"The formats are: {', '.join(FORMATS)}."
            raise ConfigurationError(f"there is no report format {name!r}.", mend=mend)
    return [FORMATS[name] for name in names]


def prints_text(settings: Settings) -> bool:
    """Return whether the format `text` goes to the terminal, beside the files of the others."""
    return TextFormat.name in settings.format and settings.out != STANDARD_OUTPUT


@contextmanager
def report_folder(path: Path, formats: Sequence[Format]) -> Iterator[None]:
    """Create the report's folder before the run, so that a wrong path fails at once; some reports need none.

    A folder that was created for a run in which nothing was checked is removed.

    Raises:
        ConfigurationError: the folder cannot be created.
        ReportError: the disk is full.
    """
    made = bool(_filed(formats, path)) and not path.exists()
    try:
        if _filed(formats, path):
            path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        kind = ReportError if error.errno in _FULL else ConfigurationError
        message = f"no report can be written here: {error.strerror}."
        raise kind(message, place=str(path), mend="Give another folder with --out.") from error
    try:
        yield
    except UsageError:
        if made:
            path.rmdir()
        raise


def write_report(report: Report, formats: Sequence[Format], folder: Path) -> list[str]:
    """Write `report` in each of `formats` but `text` into `folder`, or in each to standard output if that is `-`.

    Returns:
        the paths of the files.

    Raises:
        ReportError: a file cannot be written; the report is then in a temporary folder that the error names.
    """
    if folder == STANDARD_OUTPUT:
        print_text(_rendered(report, formats))
        return []
    filed = _filed(formats, folder)
    try:
        return [os.fspath(path) for path in write(_rendered(report, filed), folder)]
    except OSError as error:
        message = f"the report cannot be written: {error.strerror}."
        saved = _saved_elsewhere(report, filed)
        mend = (
            f"It was written to {saved} instead."
            if saved
            else "Free some space and run again: what was fetched is kept."
        )
        raise ReportError(message, place=str(folder), mend=mend) from error


def _saved_elsewhere(report: Report, formats: Sequence[Format]) -> Path | None:
    """Write `report` into a new folder for temporary files, or else in the user's home; None if both are full."""
    for parent in (tempfile.gettempdir(), Path.home()):
        try:
            saved = Path(tempfile.mkdtemp(prefix="citewatch-report-", dir=parent))
        except OSError:
            continue
        try:
            write(_rendered(report, formats), saved)
        except OSError:
            saved.rmdir()
            continue
        return saved
    return None


def _filed(formats: Sequence[Format], folder: Path) -> list[Format]:
    """Return the formats that are written as files: not those for the terminal."""
    return [form for form in formats if folder != STANDARD_OUTPUT and form.name != TextFormat.name]


def _rendered(report: Report, formats: Sequence[Format]) -> dict[str, Iterable[str]]:
    return {name: pieces for form in formats for name, pieces in form.render(report).items()}


def load_report(path: Path) -> Report:
    """Read the report in the file `path`.

    Raises:
        InputError: the file does not exist, or is not a report.json that this version reads.
    """
    return _load(path, read_report)


def load_baseline(path: Path) -> Baseline:
    """Read the known findings in the file `path`, a baseline or a report.json.

    Raises:
        InputError: the file does not exist, or is neither.
    """
    return _load(path, read_baseline)


def _load(path: Path, read: Callable[[bytes], Read]) -> Read:
    try:
        return read(path.read_bytes())
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}.", place=str(path)) from error
    except ValueError as error:
        raise InputError(str(error), place=str(path)) from error
