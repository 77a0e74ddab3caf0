"""The inputs that a user names, with folders and patterns expanded to the files in them."""

import glob
import os
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


def expanded(names: Iterable[str]) -> Iterator[str]:
    """Yield every input, the files of a folder or pattern sorted by path.

    Raises:
        InputError: a folder holds no document, or a pattern matches no file.
    """
    for name in names:
        if name == STANDARD_INPUT or is_remote(name):
            yield name
        elif Path(name).is_dir():
            yield from _folder(name)
        elif Path(name).exists() or not glob.has_magic(name):
            yield name
        else:
            yield from _matches(name)


def _folder(name: str) -> list[str]:
    found = sorted(os.fspath(path) for path in Path(name).rglob("*") if path.suffix.lower() in SUFFIXES)
    if not found:
        endings = ", ".join(sorted(SUFFIXES - UNREAD))
        raise InputError("the folder holds no document.", place=name, mend=f"Documents end in {endings}.")
    return found


def _matches(pattern: str) -> list[str]:
    found = sorted(path for path in glob.glob(pattern, recursive=True) if Path(path).is_file())
    if not found:
        raise InputError("no file matches this pattern.", place=pattern)
    return found
