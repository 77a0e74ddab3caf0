"""From what the user named (paths, globs, folders, standard input) to documents."""

import glob
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from claims.errors import InputError
from claims.linking import link
from claims.readers.decoding import decode
from claims.readers.registry import read
from claims.records import Document
from claims.sources import SourceEntry, parse_sources, with_sources
from crawler.settings import Settings
from reports.comments import comment_rules
from reports.policy import Ignore

SUFFIXES = {".txt", ".text", ".md", ".markdown"}
"""Endings of the files that are read out of a folder; a file named itself is read whatever its ending."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """A document, and the findings that its own comments say to leave out."""

    document: Document
    rules: tuple[Ignore, ...]


def read_documents(inputs: Sequence[str], settings: Settings) -> tuple[Input, ...]:
    """Read every document that `inputs` names, in order, a folder's files by name.

    Raises:
        InputError: an input is missing, holds no document, or the bibliography cannot be read.
    """
    entries = _entries(settings.sources)
    return tuple(_document(path, entries, settings) for path in _paths(inputs))


def _entries(path: Path | None) -> tuple[SourceEntry, ...]:
    if path is None:
        return ()
    return parse_sources(decode(_bytes(os.fspath(path)), os.fspath(path)), os.fspath(path))


def _document(path: str, entries: tuple[SourceEntry, ...], settings: Settings) -> Input:
    text = decode(_bytes(path), path)
    document = link(read(text, path, settings.input_format), path)
    if settings.as_of is not None:
        document = replace(document, as_of=settings.as_of)
    if entries:
        document = with_sources(document, entries)
    return Input(document=document, rules=comment_rules(path, text, document.claims))


def _paths(inputs: Iterable[str]) -> Iterator[str]:
    for name in inputs:
        if name == "-":
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
        endings = ", ".join(sorted(SUFFIXES))
        raise InputError("the folder holds no document.", place=name, mend=f"Documents end in {endings}.")
    return found


def _matches(pattern: str) -> list[str]:
    found = sorted(path for path in glob.glob(pattern, recursive=True) if Path(path).is_file())
    if not found:
        raise InputError("no file matches this pattern.", place=pattern)
    return found


def _bytes(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except FileNotFoundError:
        raise InputError("there is no such file.", place=name, mend="Check the path.") from None
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}.", place=name) from error
