"""From the inputs that a user names (files, folders, patterns, standard input, URLs) to documents."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from claims.errors import InputError
from claims.linking.linker import link
from claims.readers.converted.reader import read_tree
from claims.readers.converted.source_forms import rewritten
from claims.readers.decoding import decode, decoded
from claims.readers.registry import read
from claims.readers.unread_formats import UnreadFormatError
from claims.records import Document
from claims.references.bibliographies.completion import with_sources
from claims.references.bibliographies.source_entry import SourceEntry
from claims.references.bibliographies.sources import parse_sources
from crawler.documents.input_names import STANDARD_INPUT, expanded, is_remote
from crawler.documents.records import SKIPPED, Input, RemoteDocument
from crawler.settings import Settings
from crawler.spool import Spool

_PDF = b"%PDF-"  # the first bytes of one
_WITHOUT_LINES = frozenset(("docx", "odt", "epub"))  # formats whose places are paragraphs


def read_documents(names: Sequence[str], settings: Settings) -> Sequence[Input]:
    """Read every document that `names` names, in that order; they wait on disk.

    Raises:
        InputError: an input is missing or holds no document, or the bibliography cannot be read.
        UnfinishedError: an input's host, or the wiki that holds its URLs, could not be reached or throttled.
        ConfigurationError: the store cannot be opened, or an input must not be fetched.
    """
    known = bibliography(settings.sources)
    wanted = frozenset(names)
    names = list(expanded(names, settings.out))
    remote = iter(_fetched([name for name in names if is_remote(name)], settings))
    inputs = Spool[Input]()
    skipped: list[InputError] = []
    for name in names:
        try:
            found = from_network(next(remote), settings) if is_remote(name) else _from_file(name, settings)
        except InputError as error:
            if name in wanted:
                raise
            skipped.append(error)
            continue
        inputs.append(replace(found, document=completed(found.document, known, settings)))
    _note_skipped(inputs, skipped)
    if settings.find_urls is not None:
        found_urls = _with_wiki_urls([read.document for read in inputs], settings)
        for place, document in enumerate(found_urls):
            inputs.replace(place, replace(inputs[place], document=document))
    return inputs


def _note_skipped(inputs: Spool[Input], skipped: Sequence[InputError]) -> None:
    """Note in the first document which files of a folder or a pattern were skipped.

    Raises:
        InputError: all were.
    """
    if skipped and not inputs:
        raise skipped[0]
    if skipped:
        first = inputs[0].document
        notes = (*first.notes, *(f"{SKIPPED} {error}" for error in skipped))
        inputs.replace(0, replace(inputs[0], document=replace(first, notes=notes)))


def bibliography(path: Path | None) -> tuple[SourceEntry, ...]:
    """Read the file that gives URLs to references that print none; None has no entries.

    Raises:
        InputError: it cannot be read.
    """
    if path is None:
        return ()
    name = str(path)
    return parse_sources(decode(_bytes(name), name), name)


def _from_file(path: str, settings: Settings) -> Input:
    return from_bytes(_bytes(path), path, settings)


def from_bytes(data: bytes, path: str, settings: Settings) -> Input:
    """Read the document in the file `path`, whose bytes are `data`.

    Raises:
        InputError: there is no document in it.
    """
    if data.startswith(_PDF) and settings.input_format is None:
        return _from_pdf(data, path)
    try:
        text, notes = decoded(data, path)
        document = link(read(text, path, settings.input_format), path)
    except UnreadFormatError as error:
        found = _converted(data, path, error.pandoc) if error.pandoc else None
        if found is None:
            raise
        return found
    return Input(document=replace(document, notes=(*notes, *document.notes)), text=text)


def _converted(data: bytes, path: str, pandoc_format: str) -> Input | None:
    """Read a document with pandoc; None if that is not installed."""
    from crawler.documents.pandoc import tree_of  # runs a program, which other files do not need

    source = None if pandoc_format in _WITHOUT_LINES else decode(data, path)
    tree = tree_of(data if source is None else rewritten(source, pandoc_format).encode(), path, pandoc_format)
    if tree is None:
        return None
    document = link(read_tree(tree, path, pandoc_format, source), path)
    return Input(document=document, text=source if source is not None else document.text)


def _from_pdf(data: bytes, path: str) -> Input:
    from crawler.documents.pdf_text import pdf_text  # imports PDFium's caller, which other files do not need

    text, title = pdf_text(data, path)
    document = link(read(text, path, "text"), path)
    return Input(document=replace(document, title=title or document.title), text=text)


def from_network(fetched: RemoteDocument, settings: Settings) -> Input:
    """Read a document whose text was fetched.

    Raises:
        InputError: there is no document in it.
    """
    text = fetched.text.replace("\r\n", "\n").replace("\r", "\n")
    document = link(read(text, fetched.name, settings.input_format or fetched.input_format), fetched.name)
    document = replace(
        document,
        title=fetched.title or document.title,
        revision=fetched.revision or document.revision,
        as_of=fetched.day or document.as_of,
    )
    return Input(document=document, text=text)


def completed(document: Document, known: tuple[SourceEntry, ...], settings: Settings) -> Document:
    """Return the document with the date, where it does not say one, and the URLs that the user gives."""
    if settings.as_of is not None and document.as_of is None:
        document = replace(document, as_of=settings.as_of)
    return with_sources(document, known) if known else document


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
        mend = "A page's address begins with http:// or https://." if "://" in name else "Check the path."
        raise InputError("there is no such file.", place=name, mend=mend) from None
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}.", place=name) from error
