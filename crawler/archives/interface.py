"""What every web archive does: name the captures of a page, and hand one over."""

from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from crawler.outcome import Failure


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureRow:
    """One line of an archive's index: a capture, before anything of it is read.

    Attributes:
        url: the captured address as the archive recorded it.
        timestamp: UTC, 14 digits.
        status: HTTP status of the archived answer, or None where the index does not say (a revisit, a bad row).
        media_type: as archived (`text/html`), or None.
        digest: `sha1:` and base 32, or None.
        key: what the archive itself needs to fetch it again (a file and an offset, a memento's address).
    """

    url: str
    timestamp: str
    status: int | None
    media_type: str | None
    digest: str | None
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedResponse:
    """An archived answer, body decoded from its transfer and content encodings.

    Attributes:
        url, timestamp: of the capture that answered, which may not be the one that was asked for (redirects).
        status: HTTP status that was archived.
        headers: lower-case names; of repeated headers the first.
        body: bytes.
        memento: address to open the copy at in a browser, or None for a local archive.
        truncated: why the body is not all of what the page's server sent, or None: absence of words means nothing.
    """

    url: str
    timestamp: str
    status: int
    headers: dict[str, str] = field(hash=False)
    body: bytes
    digest: str | None = None
    memento: str | None = None
    truncated: str | None = None


class Archive(Protocol):
    """A web archive.

    Attributes:
        name: how the report calls it.
    """

    name: str

    async def captures(self, url: str, near: str | None) -> tuple[CaptureRow, ...] | Failure:
        """The captures of `url`, nearest to `near` (14 digits, UTC) first, or newest first where that is None.

        Never empty: where there is none, a `Failure` that says `never_archived`.
        """
        ...

    async def fetch(self, row: CaptureRow) -> ArchivedResponse | Failure:
        """The archived answer of a capture, archived redirects not followed, revisit records resolved."""
        ...


@runtime_checkable
class FullListing(Protocol):
    """An archive whose `captures` names only a few, since its full list costs another request."""

    async def all_captures(self, url: str, near: str | None) -> tuple[CaptureRow, ...] | Failure:
        """As `captures`, but all that the archive lists. Asked where those few proved to be no page."""
        ...
