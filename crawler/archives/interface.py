"""What every archive does: list the captures of a page, and fetch one; and the records that it returns."""

from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from crawler.outcome import Failure


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureRow:
    """One line of an archive's index: a capture that is not fetched yet.

    Attributes:
        url: the captured address as the archive recorded it.
        timestamp: UTC, 14 digits.
        status: HTTP status of the archived response, or None if the index does not say (a revisit, a bad row).
        media_type: as archived (`text/html`), or None.
        digest: `sha1:` and base 32, or None.
        key: what the archive needs to fetch it (a file and an offset, a memento's address).
    """

    url: str
    timestamp: str
    status: int | None
    media_type: str | None
    digest: str | None
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedResponse:
    """An archived response, its transfer and content codings undone.

    Attributes:
        url: the captured address, which may not be the one that was asked for (redirects).
        timestamp: of the capture, UTC, 14 digits.
        status: HTTP status that was archived.
        headers: lower-case names; of repeated headers the first.
        body: the decoded bytes.
        digest: `sha1:` and base 32, or None.
        memento: address at which a browser shows the copy, or None for a local archive.
        truncated: why the body is not complete, or None. What it does not hold proves nothing.
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
        name: what reports call it.
        by_key: whether it finds a page also under another scheme, with or without `www` and a trailing slash.
    """

    name: str
    by_key: bool

    async def captures(self, url: str, near: str | None) -> tuple[CaptureRow, ...] | Failure:
        """Return the captures of `url`, nearest to `near` (14 digits, UTC) first, or newest first if that is None.

        Never empty: without captures, a failure `never_archived` is returned.
        """
        ...

    async def fetch(self, row: CaptureRow) -> ArchivedResponse | Failure:
        """Return the archived response of a capture: redirects not followed, revisit records resolved."""
        ...


@runtime_checkable
class FullListing(Protocol):
    """An archive whose `captures` returns only a few, since the full list costs another request."""

    async def all_captures(self, url: str, near: str | None) -> tuple[CaptureRow, ...] | Failure:
        """Return all captures that the archive lists, as `captures` does. Called if none of the few was the page."""
        ...
