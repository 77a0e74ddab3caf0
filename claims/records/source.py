"""A cited page: the capture that was found, its text, and the attempts that failed."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from claims.records.document import BlockKind


class Status(StrEnum):
    """The fate of a source; every status but `CHECKED` says why there was nothing to compare.

    `moved`: only a redirect was captured in time, or the address leads to another work. `damaged`: the local archive is
    damaged where the page may be. `blocked`: the live page refused us, which says nothing about the page.
    """

    CHECKED = "checked"
    NO_URL = "no_url"
    NEVER_ARCHIVED = "never_archived"
    MOVED = "moved"
    EXCLUDED = "excluded"
    ERROR_CAPTURE = "error_capture"
    SOFT_404 = "soft_404"
    PAYWALL = "paywall"
    CHALLENGE = "challenge"
    NO_TEXT = "no_text"
    UNSUPPORTED_TYPE = "unsupported_type"
    TOO_LARGE = "too_large"
    DAMAGED = "damaged"
    BLOCKED = "blocked"
    THROTTLED = "throttled"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"

    @property
    def unfinished(self) -> bool:
        """Whether another run may succeed, since an archive throttled or could not be reached."""
        return self in (Status.THROTTLED, Status.UNREACHABLE)


class Passage(NamedTuple):
    """A stretch of a source's text: `source.text[start:end]`. A named tuple, since a page has a hundred of them.

    Attributes:
        start: offset of its first character.
        end: offset behind its last character.
        kind: its role in the page.
        main: whether it belongs to the article rather than to its surroundings.
        page: page number from 1 in a paged source, or None.
        hidden: whether a reader may not have seen it: it is in the page's markup or scripts, but not shown at once.
        beside: whether it is plainly not the article's own: a comment, a teaser of another page, a menu, a notice.
    """

    start: int
    end: int
    kind: BlockKind
    main: bool = True
    page: int | None = None
    hidden: bool = False
    beside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The readable text of one captured page, as `citewatch fetch --text` prints it.

    Attributes:
        url: the page's URL in its original form.
        text: clean text, paragraphs separated by blank lines.
        passages: the blocks of `text` in order, not overlapping; hidden ones follow all others.
        title: in the page's `title` element, or in a PDF's metadata.
        other_titles: what its other metadata call it: for search engines, link previews, citations.
        published: the date of publication that the page states (ISO 8601, a year at least), or None.
        language: BCP 47 tag that the page declares, or None.
    """

    url: str
    text: str
    passages: tuple[Passage, ...]
    title: str | None = None
    other_titles: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None

    @property
    def visible(self) -> "Source":
        """The source without its hidden passages, which may support a claim but never fail one."""
        shown = tuple(passage for passage in self.passages if not passage.hidden)
        if len(shown) == len(self.passages):
            return self
        return replace(self, text=self.text[: shown[-1].end if shown else 0], passages=shown)

    @property
    def article(self) -> "Source":
        """The source with blanks for what is beside its article; the source itself if nothing else is left."""
        own = tuple(passage for passage in self.passages if not passage.beside)
        if not own or len(own) == len(self.passages):
            return self
        text = list(" " * len(self.text))
        for passage in own:
            text[passage.start : passage.end] = self.text[passage.start : passage.end]
        return replace(self, text="".join(text), passages=own)


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One archived copy of a page.

    Attributes:
        url: the captured page's URL, in its original form.
        timestamp: the capture's UTC time, 14 digits (`20071026000000`).
        archive: the name of the archive that has it.
        memento: the URL of the copy for a browser, or None for a local archive.
        digest: `sha1:` and the base 32 digest of the archived body, or None if the archive gives none.
        days_from_access: whole days from the access date to the capture (negative if before it), or None.
        rule: the rule that selected it, in words for the reader of the report.
    """

    url: str
    timestamp: str
    archive: str
    memento: str | None = None
    digest: str | None = None
    days_from_access: int | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One of several captures that a source was read from: a frame of a page, its next part, its version for print.

    Attributes:
        start: offset in the source's text of the first character from this capture.
        end: offset behind the last one; what readers may not have seen follows all parts.
        capture: the copy; its `rule` says which part of the page it is.
    """

    start: int
    end: int
    capture: Capture


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """A capture or a look-up that gave nothing to check against."""

    url: str
    timestamp: str | None
    archive: str
    status: Status
    reason: str
