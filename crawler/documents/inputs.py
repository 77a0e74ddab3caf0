"""From what the user named (paths, globs, folders, standard input, addresses) to documents."""

import glob
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from claims.errors import InputError
from claims.linking.linker import link
from claims.readers.decoding import decode
from claims.readers.registry import read
from claims.records import Document
from claims.references.bibliographies.completion import with_sources
from claims.references.bibliographies.source_entry import SourceEntry
from claims.references.bibliographies.sources import parse_sources
from crawler.documents.find_urls import with_wiki_urls
from crawler.documents.remote import Remote, fetch, is_remote
from crawler.settings import Settings
from reports.policy.ignore_comments import comment_rules
from reports.policy.ignore_rules import IgnoreRule

SUFFIXES = {
    ".txt", ".text", ".md", ".markdown", ".rst", ".html", ".htm", ".xhtml", ".wiki", ".wikitext", ".mediawiki",
    ".csv", ".tsv", ".jsonl", ".ndjson",
}  # fmt: skip
"""Endings of the files that are read out of a folder; a file named itself is read whatever its ending."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """A document, and the findings that its own comments say to leave out."""

    document: Document
    rules: tuple[IgnoreRule, ...]


def read_documents(inputs: Sequence[str], settings: Settings) -> tuple[Input, ...]:
    """Read every document that `inputs` names, in order, a folder's files by name.

    Raises:
        InputError: an input is missing, holds no document, or the bibliography cannot be read.
    """
    entries = _entries(settings.sources)
    names = list(_names(inputs))
    remote = iter(fetch([name for name in names if is_remote(name)], settings) if any(map(is_remote, names)) else ())
    found = [
        _from_network(next(remote), entries, settings) if is_remote(name) else _from_file(name, entries, settings)
        for name in names
    ]
    if settings.find_urls is None:
        return tuple(found)
    completed = with_wiki_urls([one.document for one in found], settings)
    return tuple(replace(one, document=document) for one, document in zip(found, completed, strict=True))


def _entries(path: Path | None) -> tuple[SourceEntry, ...]:
    if path is None:
        return ()
    return parse_sources(decode(_bytes(os.fspath(path)), os.fspath(path)), os.fspath(path))


def _from_file(path: str, entries: tuple[SourceEntry, ...], settings: Settings) -> Input:
    text = decode(_bytes(path), path)
    document = link(read(text, path, settings.input_format), path)
    return _input(document, text, entries, settings)


def _from_network(found: Remote, entries: tuple[SourceEntry, ...], settings: Settings) -> Input:
    text = found.text.replace("\r\n", "\n").replace("\r", "\n")
    document = link(read(text, found.name, settings.input_format or found.input_format), found.name)
    document = replace(
        document,
        title=found.title or document.title,
        revision=found.revision or document.revision,
        as_of=found.day or document.as_of,
    )
    return _input(document, text, entries, settings)


def _input(document: Document, text: str, entries: tuple[SourceEntry, ...], settings: Settings) -> Input:
    """`document`, read from `text`, with what the user adds to it."""
    if settings.as_of is not None:
        document = replace(document, as_of=settings.as_of)
    if entries:
        document = with_sources(document, entries)
    return Input(document=document, rules=comment_rules(document.source, text, document.claims))


def _names(inputs: Iterable[str]) -> Iterator[str]:
    for name in inputs:
        if name == "-" or is_remote(name):
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
