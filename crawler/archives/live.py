"""The page as it is now, fetched from its own host: not an archive, and used only if the user permits it.

A page is gone if its site answers 404 or 410, or if its host's name no longer exists, asked twice. Sites' robots.txt is
obeyed only if the user asks for it: citewatch fetches single pages that a document names, and follows no links.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache

import anyio.to_thread

from claims.records import Status
from crawler.archives.interface import ArchivedResponse, CaptureRow
from crawler.archives.robots import Robots
from crawler.net.decoding import TooLarge
from crawler.net.fetcher import Fetcher
from crawler.outcome import Failure, NoSuchHost
from crawler.timestamps import from_datetime
from crawler.urls import host_of

LIVE = "live"
# The answers that say that a page is gone. All others say nothing about it: credentials wanted, forbidden, withheld for
# legal reasons, a method or a browser that is not liked, and LinkedIn's own number, 999.
_GONE = frozenset({404, 410})


class LiveWeb:
    """The live web as an archive whose one capture of any page is the page now."""

    name = LIVE
    by_key = False

    def __init__(
        self,
        fetcher_of: Callable[[str], Fetcher],
        now: Callable[[], datetime] | None = None,
        *,
        obey_robots: bool = False,
    ) -> None:
        """Make it of `fetcher_of`, which gives each host a fetcher with its own rate; `now` replaces the clock."""
        self._fetcher_of = cache(fetcher_of)
        self._robots = Robots(lambda url: self._fetcher_of(host_of(url))) if obey_robots else None
        self._now = now or (lambda: datetime.now(UTC))

    async def captures(self, url: str, near: str | None) -> tuple[CaptureRow, ...] | Failure:
        """See `crawler.archives.interface.Archive`. No request is sent yet."""
        time = from_datetime(self._now())
        return (CaptureRow(url=url, timestamp=time, status=None, media_type=None, digest=None, key=url),)

    async def fetch(self, row: CaptureRow) -> ArchivedResponse | Failure:
        """See `crawler.archives.interface.Archive`."""
        host = host_of(row.url)
        fetcher = self._fetcher_of(host)
        if self._robots and (refusal := await self._robots.refusal(row.url)):
            return _gone_host(refusal, host)
        answer = await fetcher.get(row.url)
        if isinstance(answer, Failure):
            return _gone_host(answer, host)
        if answer.status >= 400 and answer.status not in _GONE:
            reason = f"the site refuses to show the live page (HTTP status {answer.status}), which may exist"
            return Failure(status=Status.BLOCKED, reason=reason)
        if answer.status in _GONE:
            reason = f"the live page is gone (HTTP status {answer.status})"
            return Failure(status=Status.ERROR_CAPTURE, reason=reason)
        try:
            body = await anyio.to_thread.run_sync(answer.plain, fetcher.max_bytes)
        except TooLarge:
            return Failure(status=Status.TOO_LARGE, reason=f"the live page has more than {fetcher.max_bytes} bytes")
        headers = {name.lower(): value for name, value in reversed(answer.headers)}
        return ArchivedResponse(
            url=row.url, timestamp=answer.time or row.timestamp, status=answer.status, headers=headers, body=body,
            memento=row.url,
        )  # fmt: skip


def _gone_host(failure: Failure, host: str) -> Failure:
    """Return the failure, or that the page is gone with the name of its host."""
    if not isinstance(failure, NoSuchHost):
        return failure
    reason = f"the live page is gone: there is no host of the name {host} any more"
    return Failure(status=Status.ERROR_CAPTURE, reason=reason)
