"""The Wayback Machine, everything fetched by our own client.

Playback is asked first: it answers with the capture nearest to a time and names those before and after it, and its
pool of requests is twenty times that of the index (`crawler.net.rate_limits`), which is asked only where
that capture is an error page.
"""

from datetime import timedelta

from claims.records import Status
from crawler.archive_urls import parse_archive_url
from crawler.archives.interface import ArchivedResponse, CaptureRow
from crawler.archives.memento_headers import is_exclusion, is_memento, neighbours, original_of, to_response
from crawler.archives.response_buffer import ResponseBuffer
from crawler.net.client import HttpResponse
from crawler.net.decoding import TooLarge
from crawler.net.fetcher import Fetcher
from crawler.outcome import Failure
from crawler.timestamps import distance, first_moment, from_http_date
from crawler.urls import resolve_link

HOME = "https://web.archive.org"
# Playback redirects to the nearest capture that it can show; more than a few such steps is a loop.
_MOST_STEPS = 5
# A capture that cannot be shown is answered with another, months away (the recorded session
# `should_fail_for_non_playbackable_mementos`): EDGI's window of a day tells it from the one asked for.
WINDOW = timedelta(hours=24)
_LATEST = "99991231235959"


class WaybackArchive:
    """web.archive.org, or something at `home` that speaks like it."""

    def __init__(self, playback: Fetcher, index: Fetcher, *, home: str = HOME, name: str = "wayback") -> None:
        self.name = name
        self._playback, self._index, self._home = playback, index, home.rstrip("/")
        self._view = f"{self._home}/web/{{timestamp}}/{{url}}"
        self._buffer = ResponseBuffer()

    async def captures(self, url: str, near: str | None) -> tuple[CaptureRow, ...] | Failure:
        """See `crawler.archives.interface.Archive`."""
        answer = await self._play(self._raw(first_moment(near) if near else _LATEST, url), url)
        if isinstance(answer, Failure):
            return answer
        shown = self._shown(answer, url)
        around = [shown, *neighbours(answer)]
        if answer.status >= 400:
            listed = await self.all_captures(url, near)
            if isinstance(listed, Failure):
                return tuple(around) if listed.status is Status.NEVER_ARCHIVED else listed
            around += listed
        return tuple(around)

    async def fetch(self, row: CaptureRow) -> ArchivedResponse | Failure:
        """See `crawler.archives.interface.Archive`."""
        if held := self._buffer.get(row.key):
            return held
        answer = await self._play(row.key, row.url, wanted=row.timestamp)
        if isinstance(answer, Failure):
            return answer
        return to_response(answer, row.url, self._view, self._playback.max_bytes)

    def _raw(self, timestamp: str, url: str) -> str:
        return f"{self._home}/web/{timestamp}id_/{url}"

    def _shown(self, answer: HttpResponse, asked: str) -> CaptureRow:
        """The row of a capture that playback has just shown, and keep the answer for `fetch`."""
        timestamp = from_http_date(answer.header("memento-datetime")) or ""
        url = original_of(answer, asked)
        row = CaptureRow(
            url=url, timestamp=timestamp, status=answer.status, media_type=None, digest=None,
            key=self._raw(timestamp, url),
        )  # fmt: skip
        response = to_response(answer, asked, self._view, self._playback.max_bytes)
        if isinstance(response, ArchivedResponse):
            self._buffer.put(row.key, response)
        return row

    async def _play(self, address: str, url: str, wanted: str | None = None) -> HttpResponse | Failure:
        """The archived answer at a playback address, past the archive's own redirects to the capture that it has.

        Where `wanted` is given, a capture a day or more away from it is another one.
        """
        for _ in range(_MOST_STEPS):
            answer = await self._playback.get(address)
            if isinstance(answer, Failure) or is_memento(answer):
                return answer
            onward = resolve_link(address, answer.header("location"))
            if not (300 <= answer.status < 400 and answer.header("location")):
                return self._refusal(answer, url)
            archived = parse_archive_url(onward)
            if not onward.startswith(f"{self._home}/web/") or archived is None:
                reason = f"{self.name} leads out of the archive, to {onward}"
                return Failure(status=Status.REFUSED, reason=reason)
            if wanted and archived.timestamp and distance(archived.timestamp, wanted) >= WINDOW:
                reason = "the archive lists this capture but cannot show it"
                return Failure(status=Status.ERROR_CAPTURE, reason=reason)
            address = onward
        return Failure(status=Status.REFUSED, reason=f"{self.name} redirects without end for {url}")

    def _refusal(self, answer: HttpResponse, url: str) -> Failure:
        """What the archive means that answers in its own name."""
        if is_exclusion(answer):
            return Failure(status=Status.EXCLUDED, reason=f"{self.name} holds {url} back")
        if answer.status == 404:
            return Failure(status=Status.NEVER_ARCHIVED, reason=f"{self.name} holds no capture of {url}")
        reason = f"{self.name} answered for {url} with HTTP status {answer.status}"
        return Failure(status=Status.UNREACHABLE, reason=reason)

    async def all_captures(self, url: str, near: str | None) -> tuple[CaptureRow, ...] | Failure:
        """The captures of a page that are no error pages, nearest first, as the index lists them."""
        from crawler.archives import wayback_cdx  # takes waybackpy and with it requests, a tenth of a start's time

        asked = wayback_cdx.query(f"{self._home}/cdx/search/cdx", url, first_moment(near) if near else _LATEST)
        answer = await self._index.get(asked)
        if isinstance(answer, Failure):
            return answer
        if answer.status != 200 or is_exclusion(answer):
            return self._refusal(answer, url)
        try:
            text = answer.plain(self._index.max_bytes).decode("utf-8", "replace")
        except TooLarge:
            return Failure(status=Status.UNREACHABLE, reason=f"{self.name}'s index is too long for {url}")
        rows = tuple(wayback_cdx.rows(text, self._raw))
        if not rows and text.strip():
            return Failure(status=Status.UNREACHABLE, reason=f"{self.name}'s index answered with something else")
        return rows or Failure(status=Status.NEVER_ARCHIVED, reason=f"{self.name} lists no readable capture of {url}")
