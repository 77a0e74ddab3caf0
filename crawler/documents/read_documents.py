"""From the inputs that a user names (files, folders, patterns, standard input, URLs) to documents."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from claims.errors import InputError
from claims.linking.linker import link
from claims.readers.decoding import decode
from claims.readers.registry import read
from claims.records import Document
from claims.references.bibliographies.completion import with_sources
from claims.references.bibliographies.source_entry import SourceEntry
from claims.references.bibliographies.sources import parse_sources
from crawler.documents.input_names import STANDARD_INPUT, expanded, is_remote
from crawler.documents.records import Input, RemoteDocument
from crawler.settings import Settings


def read_documents(names: Sequence[str], settings: Settings) -> tuple[Input, ...]:
    """Read every document that `names` names, in that order.

    Raises:
        InputError: an input is missing or holds no document, or the bibliography cannot be read.
        UnfinishedError: an input's host, or the wiki that holds its URLs, could not be reached or throttled.
        ConfigurationError: the store cannot be opened, or an input must not be fetched.
    """
    bibliography = _bibliography(settings.sources)
    names = list(expanded(names))
    remote = iter(_fetched([name for name in names if is_remote(name)], settings))
    inputs = [
        _from_network(next(remote), settings) if is_remote(name) else _from_file(name, settings) for name in names
    ]
    documents = [_completed(read.document, bibliography, settings) for read in inputs]
    if settings.find_urls is not None:
        documents = _with_wiki_urls(documents, settings)
    return tuple(replace(read, document=document) for read, document in zip(inputs, documents, strict=True))


def _bibliography(path: Path | None) -> tuple[SourceEntry, ...]:
    if path is None:
        return ()
    name = str(path)
    return parse_sources(decode(_bytes(name), name), name)


def _from_file(path: str, settings: Settings) -> Input:
    text = decode(_bytes(path), path)
    return Input(document=link(read(text, path, settings.input_format), path), text=text)


def _from_network(fetched: RemoteDocument, settings: Settings) -> Input:
    text = fetched.text.replace("\r\n", "\n").replace("\r", "\n")
    document = link(read(text, fetched.name, settings.input_format or fetched.input_format), fetched.name)
    document = replace(
        document,
        title=fetched.title or document.title,
        revision=fetched.revision or document.revision,
        as_of=fetched.day or document.as_of,
    )
    return Input(document=document, text=text)


def _completed(document: Document, bibliography: tuple[SourceEntry, ...], settings: Settings) -> Document:
    """The document with the date and the URLs that the user gives."""
    if settings.as_of is not None:
        document = replace(document, as_of=settings.as_of)
    return with_sources(document, bibliography) if bibliography else document


def _fetched(names: Sequence[str], settings: Settings) -> Sequence[RemoteDocument]:
    if not names:
        return ()
    from crawler.documents.remote_documents import fetch  # imports the HTTP client, which files do not need

    return fetch(names, settings)


def _with_wiki_urls(documents: Sequence[Document], settings: Settings) -> list[Document]:
    from crawler.documents.find_urls import with_wiki_urls  # imports the HTTP client

    return with_wiki_urls(documents, settings)


def _bytes(name: str) -> bytes:
    if name == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except FileNotFoundError:
        raise InputError("there is no such file.", place=name, mend="Check the path.") from None
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}.", place=name) from error
