"""Any archive that speaks Memento (RFC 7089), such as pywb, OpenWayback and arquivo.pt, at a base address.

Playback shows the capture nearest to a time; if that is not the one wanted, the TimeMap lists all; without a TimeMap,
the TimeGate chooses the nearest one, which names its neighbours.
"""

from dataclasses import dataclass

import anyio.to_thread

from claims.records import Status
from crawler.archive_urls import parse_archive_url
from crawler.archives.interface import ArchivedResponse, CaptureRow
from crawler.archives.memento_headers import (
    is_exclusion,
    links,
    neighbours,
    original_of,
    raw_url,
    to_response,
)
from crawler.archives.nearest_first import nearest_first
from crawler.archives.playback import Playback
from crawler.archives.response_buffer import ResponseBuffer
from crawler.net.client import HttpResponse
from crawler.net.decoding import TooLarge
from crawler.net.fetcher import Fetcher
from crawler.net.rate_limits import ARQUIVO_INDEX_PER_MINUTE, ARQUIVO_PLAYBACK_PER_MINUTE, UNSTATED_PER_MINUTE
from crawler.outcome import Failure
from crawler.timestamps import LATEST, first_moment, from_http_date, http_date
from crawler.urls import resolve_link


@dataclass(frozen=True, slots=True, kw_only=True)
class MementoSite:
    """The addresses of an archive, and how often it may be asked.

    Attributes:
        timegate: base address; `<timegate>/<url>` is the TimeGate, `<timegate>/timemap/link/<url>` the TimeMap.
        raw: address of a capture as archived, with `{timestamp}` and `{url}`.
        view: address at which a browser shows it, with the same.
        index_per_minute: requests to TimeMap and TimeGate; 0 is unlimited.
        playback_per_minute: requests for captures; 0 is unlimited.
        by_key: see `crawler.archives.interface.Archive`; False if that is not known.
    """

    timegate: str
    raw: str
    view: str
    index_per_minute: float = UNSTATED_PER_MINUTE
    playback_per_minute: float = UNSTATED_PER_MINUTE
    by_key: bool = False


def site_at(base: str, *, per_minute: float = UNSTATED_PER_MINUTE, by_key: bool = False) -> MementoSite:
    """Return the site of an archive whose addresses follow from its base, as those of pywb and OpenWayback do."""
    base = base.rstrip("/")
    return MementoSite(
        timegate=base, raw=f"{base}/{{timestamp}}id_/{{url}}", view=f"{base}/{{timestamp}}/{{url}}",
        index_per_minute=per_minute, playback_per_minute=per_minute, by_key=by_key,
    )  # fmt: skip


# Archives known by name; all run pywb or OpenWayback, whose indexes have keys.
# archive.today is not among them: its operator altered captures (reports of March 2026).
PRESETS = {
    "arquivo.pt": MementoSite(
        timegate="https://arquivo.pt/wayback",
        raw="https://arquivo.pt/noFrame/replay/{timestamp}id_/{url}",
        view="https://arquivo.pt/wayback/{timestamp}/{url}",
        index_per_minute=ARQUIVO_INDEX_PER_MINUTE,
        playback_per_minute=ARQUIVO_PLAYBACK_PER_MINUTE,
        by_key=True,
    ),
    "archive-it": site_at("https://wayback.archive-it.org/all", by_key=True),
    "loc": site_at("https://webarchive.loc.gov/all", by_key=True),
    "vefsafn": site_at("https://vefsafn.is/is", by_key=True),
}


class MementoArchive:
    """An archive that speaks Memento."""

    def __init__(self, name: str, site: MementoSite, playback: Fetcher, index: Fetcher) -> None:
        self.name, self.by_key = name, site.by_key
        self._site, self._playback, self._index = site, playback, index
        self._buffer = ResponseBuffer()
        self._archive = Playback(name, self._is_inside)

    async def captures(self, url: str, near: str | None) -> tuple[CaptureRow, ...] | Failure:
        """See `crawler.archives.interface.Archive`.

        If the capture nearest to the time is from before it, it is the one wanted: one request, no list.
        """
        answer = await self._archive.get(self._playback, self._raw(first_moment(near) if near else LATEST, url), url)
        if isinstance(answer, Failure):
            return answer if answer.status is Status.THROTTLED else await self.all_captures(url, near)
        shown = await self._shown(answer, url)
        if shown and answer.status < 400 and shown.timestamp <= first_moment(near or LATEST):
            return (shown,)
        return await self.all_captures(url, near)

    async def all_captures(self, url: str, near: str | None) -> tuple[CaptureRow, ...] | Failure:
        """See `crawler.archives.interface.FullListing`."""
        answer = await self._index.get(f"{self._site.timegate}/timemap/link/{url}")
        if isinstance(answer, Failure):
            return answer
        if answer.status == 200:
            rows = await anyio.to_thread.run_sync(self._timemap_rows, answer)
            if isinstance(rows, Failure):
                return rows
            if rows:
                return nearest_first(rows, near)
        if is_exclusion(answer) or answer.header("content-type").startswith("application/link-format"):
            return self._archive.refusal(answer, url)  # pywb: an empty TimeMap, with status 404
        return await self._from_timegate(url, near)

    async def fetch(self, row: CaptureRow) -> ArchivedResponse | Failure:
        """See `crawler.archives.interface.Archive`."""
        if buffered := self._buffer.get(row.key):
            return buffered
        answer = await self._archive.get(self._playback, row.key, row.url, wanted=row.timestamp)
        if isinstance(answer, Failure):
            return answer
        return await to_response(answer, row.url, self._site.view, self._playback.max_bytes)

    def _raw(self, timestamp: str, url: str) -> str:
        return self._site.raw.replace("{timestamp}", timestamp).replace("{url}", url)

    async def _shown(self, answer: HttpResponse, asked: str) -> CaptureRow | None:
        """Return the row of the capture that playback has just shown, and buffer its response for `fetch`."""
        response = await to_response(answer, asked, self._site.view, self._playback.max_bytes)
        if isinstance(response, Failure):
            return None
        key = self._raw(response.timestamp, response.url)
        self._buffer.put(key, response)
        return CaptureRow(
            url=response.url, timestamp=response.timestamp, status=answer.status, media_type=None, digest=None, key=key
        )  # fmt: skip

    def _timemap_rows(self, answer: HttpResponse) -> list[CaptureRow] | Failure:
        """Return the rows of a TimeMap."""
        try:
            text = answer.plain(self._index.max_bytes).decode("utf-8", "replace")
        except TooLarge:
            return Failure(status=Status.UNREACHABLE, reason=f"{self.name}'s list of captures is too long")
        return [self._row(link.url, link.timestamp) for link in links(text) if "memento" in link.rel and link.timestamp]

    def _row(self, memento: str, timestamp: str) -> CaptureRow:
        archived = parse_archive_url(memento)
        original = archived.original if archived else memento
        key = self._raw(timestamp, original) if archived else memento
        return CaptureRow(
            url=original, timestamp=timestamp, status=None, media_type=None, digest=None, key=key
        )  # fmt: skip

    async def _from_timegate(self, url: str, near: str | None) -> tuple[CaptureRow, ...] | Failure:
        """Return the capture that the TimeGate chooses for a time, and the neighbours that it names."""
        headers = {"Accept-Datetime": http_date(first_moment(near))} if near else {}
        answer = await self._archive.get(self._index, f"{self._site.timegate}/{url}", url, headers=headers)
        if isinstance(answer, Failure):
            return answer
        timestamp = from_http_date(answer.header("memento-datetime")) or ""
        content = answer.header("content-location")
        key = raw_url(resolve_link(answer.url, content)) if content else raw_url(answer.url)
        original = original_of(answer, url)
        shown = CaptureRow(url=original, timestamp=timestamp, status=None, media_type=None, digest=None, key=key)
        return (shown, *neighbours(answer))

    def _is_inside(self, address: str) -> bool:
        return parse_archive_url(address) is not None or address.startswith(self._site.timegate)
