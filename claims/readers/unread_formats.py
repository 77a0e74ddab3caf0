"""Formats that citewatch does not read, recognised by content or name, so that no document passes unread."""

import json
import re
from pathlib import PurePath
from typing import NamedTuple

from claims.errors import InputError


class UnreadFormat(NamedTuple):
    """A format that is not read: its name, how to solve it, and what pandoc calls it if pandoc reads it."""

    name: str
    mend: str
    pandoc: str | None = None


class UnreadFormatError(InputError):
    """A file in a format that citewatch does not read itself.

    Attributes:
        pandoc: what pandoc calls the format, if pandoc reads it.
    """

    pandoc: str | None = None


_CONVERT = "Convert it to Markdown or HTML first, for example with pandoc."
_INSTALL = "Install citewatch[documents], or convert it to Markdown or HTML first."
# RTF and JATS are not among them: of their notes, cells and references pandoc 3.9 drops too many.
_PANDOC = {
    "a Word document": "docx", "an OpenDocument text": "odt", "an EPUB book": "epub", "LaTeX": "latex",
    "an Org document": "org", "AsciiDoc": "asciidoc", "Typst": "typst", "Textile": "textile", "DocBook": "docbook",
    "FictionBook": "fb2",
}  # fmt: skip
_SOURCES = "Give it with --sources, beside the document that cites it."
_ZIP = (
    (b"word/", "a Word document"),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text"),
    (b"mimetypeapplication/epub+zip", "an EPUB book"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"xl/", "an Excel workbook"),
)
_HEAD_OF_ZIP = 4_000  # bytes
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "a document of an old version of Word"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"II*\0", "an image"),
    (b"MM\0*", "an image"),
    (b"BM", "an image"),
    (b"\x1f\x8b", "a gzip file"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"%!PS", "PostScript"),
    (b"AT&TFORM", "a DjVu file"),
)
_BY_NAME = {
    ".rtf": "RTF", ".tex": "LaTeX", ".latex": "LaTeX", ".org": "an Org document", ".adoc": "AsciiDoc",
    ".asciidoc": "AsciiDoc", ".typ": "Typst", ".textile": "Textile", ".docbook": "DocBook", ".dbk": "DocBook",
    ".fb2": "FictionBook", ".docx": "a Word document", ".doc": "a document of an old version of Word",
    ".odt": "an OpenDocument text", ".epub": "an EPUB book", ".pages": "a Pages document",
}  # fmt: skip
_XML_PROLOGUE = r"(?:\s|<\?[^>]*>|<!--.{0,2000}?-->|<!DOCTYPE [^>]*>)*<(?:\w+:)?"
_BEGINNINGS = (
    (r"\{\\rtf\d", "RTF", _CONVERT),
    (r"(?:%[^\n]*\n|\s)*\\(?:documentclass|documentstyle|begin\{document\})", "LaTeX", _CONVERT),
    (r"(?:#[^\n]*\n|\s)*#\+(?:TITLE|AUTHOR|OPTIONS|title|author|options):", "an Org document", _CONVERT),
    (r"(?:%[^\n]*\n|\s)*@[a-zA-Z]{4,20}\s?\{\s?[^\s,{}=]{1,100},", "BibTeX", _SOURCES),
    (r"\s*TY  - ", "RIS", _SOURCES),
    (_XML_PROLOGUE + r"\w+\b[^>]*docbook\.org/ns/docbook", "DocBook", _CONVERT),
    (r"(?:\s|<\?[^>]*>)*<!DOCTYPE [^>]*DocBook", "DocBook", _CONVERT),
    (_XML_PROLOGUE + r"FictionBook\b", "FictionBook", _CONVERT),
    (_XML_PROLOGUE + r"article\b[^>]*(?:xlink|dtd|article-type)", "an article in XML (JATS)", _CONVERT),
    (
        _XML_PROLOGUE + r"(?:TEI|book|rss|feed|svg|wordDocument)\b",
        "XML of a kind that is not read",
        _CONVERT,
    ),
)
_BY_CONTENT = tuple((re.compile(pattern, re.DOTALL), name, mend) for pattern, name, mend in _BEGINNINGS)
SUFFIXES = frozenset(_BY_NAME)
_MOST_JSON = 20_000_000  # characters


def refuse_bytes(data: bytes, name: str) -> None:
    """Refuse a file whose first bytes are those of a format that is no text.

    Raises:
        claims.errors.InputError: they are.
    """
    if data.startswith(b"PK\x03\x04"):
        head = data[:_HEAD_OF_ZIP]
        kind = next((kind for mark, kind in _ZIP if mark in head), _BY_NAME.get(_suffix(name), "a ZIP archive"))
        raise not_read(name, _convertible(kind, _CONVERT))
    for signature, kind in _SIGNATURES:
        if data.startswith(signature) and (len(signature) > len(b"BM") or b"\0" in data[:16]):
            raise not_read(
                name, UnreadFormat(kind, "citewatch reads text, Markdown, HTML and wikitext; convert it first.")
            )


def refuse_text(text: str, name: str) -> None:
    """Refuse a text in a format that is not read, by its name or its first characters.

    Raises:
        claims.errors.InputError: it is in such a format.
    """
    if kind := _BY_NAME.get(_suffix(name)):
        raise not_read(name, _convertible(kind, _CONVERT))
    for beginning, kind, mend in _BY_CONTENT:
        if beginning.match(text):
            raise not_read(name, _convertible(kind, mend))
    if text.lstrip()[:1] in ("{", "[") and _is_json(text):
        mend = (
            "Give an answer of a language model, rows with `claim` and `url`, or a document; docs/answers.md has more."
        )
        raise not_read(name, UnreadFormat("JSON of a kind that is not read", mend))


def not_read(name: str, unread: UnreadFormat) -> UnreadFormatError:
    """Make the error for a file in a format that is not read."""
    error = UnreadFormatError(f"This is {unread.name}.", place=name, mend=unread.mend)
    error.pandoc = unread.pandoc
    return error


def _convertible(kind: str, mend: str) -> UnreadFormat:
    """Describe a format, which pandoc may read."""
    pandoc = _PANDOC.get(kind)
    return UnreadFormat(kind, _INSTALL if pandoc else mend, pandoc)


def _suffix(name: str) -> str:
    return PurePath(name).suffix.lower()


def _is_json(text: str) -> bool:
    if len(text) > _MOST_JSON:
        return False
    try:
        return isinstance(json.loads(text), dict | list)
    except (json.JSONDecodeError, RecursionError):
        return False
