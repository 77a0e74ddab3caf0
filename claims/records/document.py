"""A document as read: its text, its citations and its claims."""

from dataclasses import dataclass
from enum import StrEnum


class Link(StrEnum):
    """How a claim and its citations are connected: by a marker behind it, by the next marker, or not at all."""

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
    """The role of a stretch of text in a document or in a source."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    INFOBOX = "infobox"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A heading, paragraph, item or other stretch of a document's text: `document.text[start:end]`."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One entry of a document's reference list, parsed into fields.

    Attributes:
        id: the name by which claims refer to it, unique within its document; the printed number if there is one.
        text: the entry as printed; empty for a broken citation.
        url: the page to look up, in its original form (never the archive's), or None.
        archive_url: the capture that the entry itself names, or None.
        urls: every http(s) URL that the entry contains or that was found for it; the one to check comes first.
        urls_from: the origin of each of `urls`: `archive_url`, `url`, `chapter_url`, `doi`, `pmid` …
        url_from: where `url` comes from.
        page: the page or other place in the work, as printed (`12–13`), or None.
        quote: words of the source that the entry quotes (`quote=`, the text fragment of a link), or None.
        flags: what the document says about the link, and what its URL shows: `dead`, `usurped`, `unfit` (never fetch
            the live page), `failed_verification`, `search_results`, `shop`, `google_books` …
        broken: whether a marker refers to this entry although the document has no such entry.
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
    """A sentence or clause of a document, with its citations.

    Attributes:
        id: stable hash of the normalised text and of the cited works; edits elsewhere do not change it.
        key: the row's own id if the input is a table of claims that has one, or None.
        text: `document.text[start:end]`, the sentence or clause that the marker covers.
        sentence: the whole sentence that contains the claim.
        context: the sentence, with up to two sentences before it in its paragraph, or the line above its list.
        lead: the words before a clause or item that make a statement of it (the sentence up to it, the line above its
            list), in their middle shortened if they are long; empty if it needs none. Its citations need not support
            them.
        line: line of the input file, from 1, on which the first marker of the claim begins; the claim itself if it has
            no marker, or if the input is a table of claims.
        column: column on that line, in characters from 1; None if not known exactly.
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
    key: str | None = None
    lead: str = ""

    @property
    def statement(self) -> str:
        """The claim as a statement: its lead in square brackets, if it needs one, and its text."""
        return f"[{self.lead}] {self.text}" if self.lead else self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document as read: its text without markers and reference list, its citations and its claims.

    Attributes:
        source: the input as the user named it: a path, a URL, or `-`.
        format: the name of the reader that read it.
        as_of: the day on which the document was written or last changed, if it or the user says so.
        text: the running text; all offsets of claims and blocks refer to it.
        notes: messages for the user (broken markers, renumbered lists), a sentence each.
        revision: the number of the revision of a wiki page, or None.
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
