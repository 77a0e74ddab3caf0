"""The inputs that a user names, with folders and patterns expanded to the files in them."""

import glob
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from claims.errors import InputError
from claims.readers.unread_formats import SUFFIXES as UNREAD

STANDARD_INPUT = "-"

SUFFIXES = {
    ".txt", ".text", ".md", ".markdown", ".rst", ".html", ".htm", ".xhtml", ".wiki", ".wikitext", ".mediawiki",
    ".csv", ".tsv", ".jsonl", ".ndjson", ".ipynb", ".pdf", *UNREAD,
}  # fmt: skip
"""Endings of the files to read in a folder. A file named itself is read whatever its ending.

Those of formats that are not read are among them, so that they are listed as skipped."""


def is_remote(name: str) -> bool:
    """Return whether an input is read from the network."""
    return name.startswith(("wiki:", "http://", "https://"))


def expanded(names: Iterable[str], out: Path) -> Iterator[str]:
    """Yield every input once, the files of a folder or pattern sorted by path.

    Args:
        names: the inputs.
        out: the folder of reports, in which no document is looked for.

    Raises:
        InputError: a name is empty, a folder holds no document, or a pattern matches no file.
    """
    yield from dict.fromkeys(found for name in names for found in _expanded(name, out))


def _expanded(name: str, out: Path) -> Iterable[str]:
    if not name:  # which a path would take for the working directory
        raise InputError("the name of an input is empty.", mend="Give a file, a folder, a pattern, a URL, or - .")
    if name == STANDARD_INPUT or is_remote(name):
        return [name]
    if os.path.isdir(name):  # which is no error where a folder above it must not be read
        return _folder(name, out)
    return [name] if os.path.exists(name) or not glob.has_magic(name) else _matches(name)


def _folder(name: str, out: Path) -> list[str]:
    found: list[Path] = []
    closed: list[OSError] = []
    for folder, subfolders, files in os.walk(name, onerror=closed.append):
        subfolders[:] = [each for each in subfolders if not _of_tools(Path(folder, each), out)]
        named = (Path(folder, file) for file in files if Path(file).suffix.lower() in SUFFIXES)
        found += (path for path in named if not _is_pipe(path))
    found += (Path(error.filename) for error in closed)  # to read them says why they are skipped
    if not found:
        endings = ", ".join(sorted(SUFFIXES - UNREAD))
        raise InputError("the folder holds no document.", place=name, mend=f"Documents end in {endings}.")
    return [os.fspath(path) for path in sorted(found)]


def _of_tools(folder: Path, out: Path) -> bool:
    """Return whether a folder below the one that the user names holds what tools wrote: packages, caches, reports."""
    named = folder.name.startswith(".") or folder.name == "node_modules"
    return named or os.path.isfile(folder / "pyvenv.cfg") or folder.resolve() == out.resolve()


def _is_pipe(path: Path) -> bool:
    """Return whether a file would be waited for."""
    try:
        return stat.S_ISFIFO(path.stat().st_mode)
    except OSError:
        return False


def _matches(pattern: str) -> list[str]:
    found = sorted(path for path in glob.glob(pattern, recursive=True) if Path(path).is_file())
    if not found:
        raise InputError("no file matches this pattern.", place=pattern)
    return found
