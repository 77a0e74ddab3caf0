"""The vocabulary that every room speaks: frozen records, from a document's claims to the report on them.

Field names are those of `report.json` (schema version 1), so that a report is these records written down and a
report read back is these records again. Fields may be added; none is renamed or removed within a schema version.

Offsets count characters (Unicode code points) from 0, the end exclusive, so that `text[start:end]` is the thing.
Dates are ISO 8601 strings as exact as known (`2007-08-22`, `2006-03`, `1986`); times are UTC. Unknown is None.
"""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How a claim stands to what it cites."""

    SUPPORTED = "supported"
    PARTIALLY_SUPPORTED = "partially_supported"
    NOT_SUPPORTED = "not_supported"
    SOURCE_UNAVAILABLE = "source_unavailable"
    UNCITED = "uncited"


class Status(StrEnum):
    """What happened to the source of a check. All but `CHECKED` say why there was nothing to compare."""

    CHECKED = "checked"
    NO_URL = "no_url"
    NEVER_ARCHIVED = "never_archived"
    EXCLUDED = "excluded"
    ERROR_CAPTURE = "error_capture"
    SOFT_404 = "soft_404"
    PAYWALL = "paywall"
    CHALLENGE = "challenge"
    NO_TEXT = "no_text"
    UNSUPPORTED_TYPE = "unsupported_type"
    TOO_LARGE = "too_large"
    THROTTLED = "throttled"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"

    @property
    def unfinished(self) -> bool:
        """Whether another run may well end otherwise: an archive would not or could not answer."""
        return self in (Status.THROTTLED, Status.UNREACHABLE)


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


class FactKind(StrEnum):
    """The kinds of checkable detail in a claim."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"


class FactState(StrEnum):
    """How a source stands to one detail of a claim."""

    FOUND = "found"
    CONTRADICTED = "contradicted"
    MISSING = "missing"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of a source's text: `source.text[start:end]`. `main` tells the article from what surrounds it.

    `page` counts a paged source's pages from 1; None for others.
    """

    start: int
    end: int
    kind: BlockKind
    main: bool = True
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The readable text of one captured page, which `citewatch fetch --text` prints.

    Attributes:
        url: the page's address in its original form.
        text: clean text, paragraphs separated by blank lines.
        passages: the blocks of `text` in order, not overlapping.
        published: the day that the page says it was published, or None.
        language: BCP 47 tag that the page declares, or None.
    """

    url: str
    text: str
    passages: tuple[Passage, ...]
    title: str | None = None
    published: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One archived copy of a page.

    Attributes:
        url: the captured page's address, in its original form.
        timestamp: the capture's UTC time, 14 digits (`20071026000000`).
        archive: the name of the archive that holds it.
        memento: the address to open the copy at in a browser, or None for a local archive.
        digest: `sha1:` and the base 32 digest of the archived body, or None where the archive gives none.
        days_from_access: whole days from the access date to the capture (negative: before it), or None.
        rule: which rule of choice picked it, in words a reader of the report understands.
    """

    url: str
    timestamp: str
    archive: str
    memento: str | None = None
    digest: str | None = None
    days_from_access: int | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """A capture, or a look-up, that was tried and gave nothing to check against."""

    url: str
    timestamp: str | None
    archive: str
    status: Status
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Words of a source that bear on a claim: `source.text[start:end] == quote`, always.

    Attributes:
        score: how much of the claim this quote carries, 0 to 1.
        before, after: the source's words around the quote, for reading it in its passage.
    """

    quote: str
    start: int
    end: int
    score: float
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A number, date or name of a claim and whether the source has it.

    Attributes:
        text: `claim.text[start:end]`.
        found: the words of the source that match or contradict it, or None.
    """

    kind: FactKind
    text: str
    start: int
    end: int
    state: FactState
    found: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One claim against one citation: what happened to the source, and if it was read, how the claim fared.

    Attributes:
        reason: why the status is what it is, or why the verdict is not plain; None where there is nothing to add.
        verdict: `source_unavailable` unless the status is `checked`.
        score: calibrated probability that the source fully supports the claim; None unless checked.
        missing: numbers, dates and names of the claim, as it writes them, that the source lacks.
        tried: captures that were looked at before, or in vain.
        fetched: ISO time (UTC) of the last answer of an archive that this check rests on. Earlier than the run where
            it was kept from a run before; None for archives on this disk, and while the check is not finished.
    """

    citation: str
    status: Status
    verdict: Verdict
    reason: str | None = None
    score: float | None = None
    capture: Capture | None = None
    evidence: tuple[Evidence, ...] = ()
    missing: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    tried: tuple[Attempt, ...] = ()
    fetched: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedClaim(Claim):
    """A claim with its verdict over all its citations together, and the check against each.

    Attributes:
        reason: why the verdict is what it is, where the checks alone do not make that plain; None otherwise. A claim
            is `not_supported` only if every one of its citations was read: while one could not be, it might say so.
        score, missing, facts: over all readable sources together; see `Check`.
    """

    verdict: Verdict
    reason: str | None = None
    score: float | None = None
    missing: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    checks: tuple[Check, ...] = ()

    @property
    def unfinished(self) -> bool:
        """Whether a source of this claim could not be asked for: never a finding, whatever the verdict."""
        return any(check.status.unfinished for check in self.checks)


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedDocument(Document):
    """A document whose claims have been judged.

    Attributes:
        fail_on: what makes a finding count in this document, where that is not what holds for the whole report.
    """

    claims: tuple[JudgedClaim, ...]
    fail_on: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """What made a report: name, version, and the checker (with its model) that judged."""

    name: str
    version: str
    checker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Totals that can each be recounted from the documents of the same report.

    Attributes:
        claims: claims with a marker of their own (`link` is `direct`); the four verdicts count these.
        uncited: sentences that no citation reaches.
        trailing: sentences that only the next marker of their paragraph reaches; counted in none of the above.
        citations: entries of the reference lists, and broken citations.
        unchecked: citations that some claim asked for and no archive would or could answer for.
    """

    claims: int
    supported: int
    partially_supported: int
    not_supported: int
    source_unavailable: int
    uncited: int
    trailing: int
    citations: int
    unchecked: int


class ChangeKind(StrEnum):
    """What became of a claim between two reports."""

    NEW = "new"
    WORSE = "worse"
    SOURCE_DIED = "source_died"
    EDITED = "edited"
    SOURCE_CHANGED = "source_changed"
    MENDED = "mended"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A difference between an earlier report and this one.

    Attributes:
        source: `Document.source` of the document that the claim is, or was, in.
        claim: id of the claim.
        text: the claim.
        line: where it stands now, or stood (`gone`).
        before, after: its verdicts; None where the claim was not there, or not yet checked.
        was: what the claim said before it was edited; None for any other kind of change.
    """

    kind: ChangeKind
    source: str
    claim: str
    text: str
    line: int
    before: Verdict | None = None
    after: Verdict | None = None
    was: str | None = None


class ExemptBy(StrEnum):
    """What keeps a finding from counting."""

    BASELINE = "baseline"
    RULE = "rule"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """A finding that is shown and does not count.

    Attributes:
        source: `Document.source` of the document that the claim is in.
        claim: id of the claim.
        reason: as whoever exempted it gave it; empty where they gave none.
        until: the last day that it holds, or None.
    """

    source: str
    claim: str
    by: ExemptBy
    reason: str = ""
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything that one run found. `started` and `finished` are the only fields that the clock decides.

    `Check.fetched` comes from the store: another run over the same store gives the same.

    Attributes:
        fail_on: what makes a finding count, as it was asked for (`not_supported`, `soft_404`, `not_supported > 2 %`).
        exempt: findings that do not count, by the baseline, by a rule or by a comment in the document.
        changes: differences from the earlier report that this one was compared with.
        notes: what the user should know about the run: entries of the baseline that expired or fit nothing, shares
            exceeded, limits reached; a sentence each.
    """

    schema_version: int
    tool: Tool
    started: str
    finished: str
    archives: tuple[str, ...]
    documents: tuple[JudgedDocument, ...]
    summary: Summary
    fail_on: tuple[str, ...] = (Verdict.NOT_SUPPORTED.value,)
    exempt: tuple[Exemption, ...] = ()
    changes: tuple[Change, ...] = ()
    notes: tuple[str, ...] = ()
