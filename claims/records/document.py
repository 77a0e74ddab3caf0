"""A document as read: its text, its citations and its claims."""

from dataclasses import dataclass
from enum import StrEnum


class Link(StrEnum):
    """How a claim came by its citations."""

    DIRECT = "direct"
    TRAILING = "trailing"
    NONE = "none"


class UrlFrom(StrEnum):
    """Where a citation's URL comes from."""

    REFERENCE = "reference"
    IDENTIFIER = "identifier"
    SOURCES_FILE = "sources_file"
    WIKIPEDIA = "wikipedia"
    NONE = "none"


class BlockKind(StrEnum):
    """What a stretch of text is, in a document or in a source."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    INFOBOX = "infobox"
    CAPTION = "caption"
    DESCRIPTION = "description"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of a document's text: `document.text[start:end]`, a heading or a paragraph, say."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One entry of a document's reference list, taken apart.

    Attributes:
        id: what claims refer to it by, unique within its document; the printed number where there is one.
        text: the entry as printed; empty for a broken citation.
        url: the page to look up, in its original form (never the archive's), or None.
        archive_url: the capture that the entry itself names, or None.
        urls: every http(s) URL that the entry holds or that was found for it, the one to check first.
        urls_from: for each of `urls`, what gave it: `archive_url`, `url`, `chapter_url`, `doi`, `pmid` …
        url_from: where `url` comes from.
        page: the page or place in the work that this citation points to, as printed (`12–13`), or None.
        quote: words of the source that the entry itself quotes (`quote=`, a link's text fragment), or None.
        flags: what the document says of the link, and what its address shows: `dead`, `usurped`, `unfit` (the live page
            is never to be fetched), `failed_verification`, `search_results`, `shop`, `google_books` …
        broken: whether a marker asks for this entry and the document has none such.
    """

    id: str
    text: str
    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    date: str | None = None
    access_date: str | None = None
    archive_date: str | None = None
    url: str | None = None
    archive_url: str | None = None
    doi: str | None = None
    url_from: UrlFrom = UrlFrom.NONE
    urls: tuple[str, ...] = ()
    urls_from: tuple[str, ...] = ()
    page: str | None = None
    quote: str | None = None
    flags: tuple[str, ...] = ()
    broken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A sentence or clause of a document, and the citations that it rests on.

    Attributes:
        id: stable hash of the normalised text and of what the citations identify; survives edits around the claim.
        text: `document.text[start:end]`, the sentence or the clause that the marker stands behind.
        sentence: the whole sentence that holds the claim.
        context: the sentence, with up to two sentences before it in its paragraph.
        line: line of the input as the user has it, from 1, that the claim's (first) marker begins on; the claim itself
            where it has no marker, or where the input is a table of claims.
        column: where on that line, in characters from 1; None where that is not known exactly.
        section: the nearest heading above, or None.
        citations: ids of `Citation` records, in printed order; empty for an uncited sentence.
    """

    id: str
    text: str
    sentence: str
    context: str
    start: int
    end: int
    line: int
    section: str | None
    link: Link
    citations: tuple[str, ...] = ()
    column: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document as read: its text without markers and reference list, its citations, and its claims.

    Attributes:
        source: what the user named: a path, a URL, or `-`.
        format: the name of the reader that read it.
        as_of: the day the document was written or stood like this, if it or the user says so.
        text: the running text that all offsets of claims and blocks point into.
        notes: what the reader wants the user to know (broken markers, renumbered lists), a sentence each.
        revision: the wiki's number of the revision that was read, or None.
    """

    source: str
    format: str
    title: str | None
    language: str | None
    as_of: str | None
    text: str
    blocks: tuple[Block, ...]
    citations: tuple[Citation, ...]
    claims: tuple[Claim, ...]
    notes: tuple[str, ...] = ()
    revision: str | None = None
