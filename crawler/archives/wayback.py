"""The Wayback Machine: its playback and its index.

Playback is asked first: it shows the capture nearest to a time and names those before and after it, and it permits
twenty times as many requests as the index (`crawler.net.rate_limits`), which is asked only if that capture is an error
page.
"""

import anyio.to_thread

from claims.records import Status
from crawler.archive_urls import parse_archive_url
from crawler.archives.interface import ArchivedResponse, CaptureRow
from crawler.archives.memento_headers import is_exclusion, neighbours, original_of, to_response
from crawler.archives.playback import Playback
from crawler.archives.response_buffer import ResponseBuffer
from crawler.net.client import HttpResponse
from crawler.net.decoding import TooLarge
from crawler.net.fetcher import Fetcher
from crawler.outcome import Failure
from crawler.timestamps import LATEST, first_moment, from_http_date

HOME = "https://web.archive.org"


class WaybackArchive:
    """web.archive.org, or an archive at `home` with the same interfaces."""

    by_key = True

    def __init__(self, playback: Fetcher, index: Fetcher, *, home: str = HOME, name: str = "wayback") -> None:
        self.name = name
        self._playback, self._index, self._home = playback, index, home.rstrip("/")
        self._view = f"{self._home}/web/{{timestamp}}/{{url}}"
        self._buffer = ResponseBuffer()
        self._archive = Playback(name, self._is_inside)

    async def captures(self, url: str, near: str | None) -> tuple[CaptureRow, ...] | Failure:
        """See `crawler.archives.interface.Archive`."""
        answer = await self._play(self._raw(first_moment(near) if near else LATEST, url), url)
        if isinstance(answer, Failure):
            return answer
        shown = await self._shown(answer, url)
        around = [shown, *neighbours(answer)]
        if answer.status >= 400:
            listed = await self.all_captures(url, near)
            if isinstance(listed, Failure):
                return tuple(around) if listed.status is Status.NEVER_ARCHIVED else listed
            around += listed
        return tuple(around)

    async def fetch(self, row: CaptureRow) -> ArchivedResponse | Failure:
        """See `crawler.archives.interface.Archive`."""
        if buffered := self._buffer.get(row.key):
            return buffered
        answer = await self._play(row.key, row.url, wanted=row.timestamp)
        if isinstance(answer, Failure):
            return answer
        return await to_response(answer, row.url, self._view, self._playback.max_bytes)

    def _raw(self, timestamp: str, url: str) -> str:
        return f"{self._home}/web/{timestamp}id_/{url}"

    async def _shown(self, answer: HttpResponse, asked: str) -> CaptureRow:
        """Return the row of the capture that playback has just shown, and buffer its response for `fetch`."""
        timestamp = from_http_date(answer.header("memento-datetime")) or ""
        url = original_of(answer, asked)
        row = CaptureRow(
            url=url, timestamp=timestamp, status=answer.status, media_type=None, digest=None,
            key=self._raw(timestamp, url),
        )  # fmt: skip
        response = await to_response(answer, asked, self._view, self._playback.max_bytes)
        if isinstance(response, ArchivedResponse):
            self._buffer.put(row.key, response)
        return row

    async def _play(self, address: str, url: str, wanted: str | None = None) -> HttpResponse | Failure:
        return await self._archive.get(self._playback, address, url, wanted=wanted)

    def _is_inside(self, address: str) -> bool:
        return address.startswith(f"{self._home}/web/") and parse_archive_url(address) is not None

    async def all_captures(self, url: str, near: str | None) -> tuple[CaptureRow, ...] | Failure:
        """Return the captures that the index lists, nearest first, error pages left out."""
        from crawler.archives import wayback_cdx  # imports waybackpy and requests, a tenth of the start-up time

        asked = wayback_cdx.query(f"{self._home}/cdx/search/cdx", url, first_moment(near) if near else LATEST)
        answer = await self._index.get(asked)
        if isinstance(answer, Failure):
            return answer
        if answer.status != 200 or is_exclusion(answer):
            return self._archive.refusal(answer, url)
        try:
            text = (await anyio.to_thread.run_sync(answer.plain, self._index.max_bytes)).decode("utf-8", "replace")
        except TooLarge:
            return Failure(status=Status.UNREACHABLE, reason=f"{self.name}'s index is too long for {url}")
        rows = tuple(wayback_cdx.rows(text, self._raw))
        if not rows and text.strip():
            return Failure(status=Status.UNREACHABLE, reason=f"{self.name}'s index answered with something else")
        return rows or Failure(status=Status.NEVER_ARCHIVED, reason=f"{self.name} lists no readable capture of {url}")
