"""Captures whose records were located beforehand, as an archive: looking an address up sends no request.

`prefetch` reads the records in the order of the WARC files, neighbours in one request; what it did not read is read
when it is fetched.
"""

from collections import defaultdict
from collections.abc import Iterable

import anyio

from claims.records import Status
from crawler.archives.crawls.coalescing import Span, coalesce
from crawler.archives.crawls.columnar_index import LocatedCapture
from crawler.archives.crawls.ranged_records import Location, fetch_record
from crawler.archives.interface import ArchivedResponse, CaptureRow
from crawler.archives.nearest_first import nearest_first
from crawler.archives.ranges.http_files import MAX_CONNECTIONS
from crawler.archives.ranges.interface import RangedFiles
from crawler.outcome import Failure
from crawler.urls import surt_key


class LocatedCaptures:
    """The captures that a join found, as an archive."""

    by_key = True

    def __init__(self, files: RangedFiles, captures: Iterable[LocatedCapture], *, max_bytes: int) -> None:
        """Make an archive of captures, whose WARC files are in `files`; `max_bytes` is the limit of a page's size."""
        self.name = files.name
        self._files, self._max_bytes = _Prefetched(files), max_bytes
        self._rows: dict[str, list[CaptureRow]] = defaultdict(list)
        for capture in captures:
            self._rows[capture.key].append(capture.row)

    async def captures(self, url: str, near: str | None) -> tuple[CaptureRow, ...] | Failure:
        """See `crawler.archives.interface.Archive`."""
        rows = self._rows.get(surt_key(url))
        if not rows:
            return Failure(status=Status.NEVER_ARCHIVED, reason=f"{self.name} lists no capture of {url}")
        return nearest_first(rows, near)

    async def fetch(self, row: CaptureRow) -> ArchivedResponse | Failure:
        """See `crawler.archives.interface.Archive`."""
        return await fetch_record(self._files, row, self._max_bytes, self._original)

    async def prefetch(self, locations: Iterable[Location]) -> int:
        """Read records that will be fetched, each of which is kept until then; return how many requests it took."""
        spans = list(coalesce(locations))
        limiter = anyio.CapacityLimiter(MAX_CONNECTIONS)

        async def read(span: Span) -> None:
            async with limiter:
                await self._files.prefetch(span)

        async with anyio.create_task_group() as group:
            for span in spans:
                group.start_soon(read, span)
        return len(spans)

    async def _original(self, url: str, time: str) -> CaptureRow | None:
        rows = self._rows.get(surt_key(url), ())
        return next((row for row in rows if row.timestamp == time), None)


class _Prefetched:
    """Files of which some ranges were read beforehand; each is given out once."""

    def __init__(self, files: RangedFiles) -> None:
        self.name = files.name
        self._files = files
        self._read: dict[tuple[str, int, int], bytes] = {}

    async def prefetch(self, span: Span) -> None:
        """Read a range and keep the records in it; a range that cannot be read is left to be asked for again."""
        data = await self._files.read(span.file, span.start, span.length)
        if isinstance(data, Failure):
            return
        for place in span.records:
            at = place.offset - span.start
            self._read[place.file, place.offset, place.length] = data[at : at + place.length]

    async def size(self, path: str) -> int | Failure:
        """See `RangedFiles`."""
        return await self._files.size(path)

    async def read(self, path: str, start: int, length: int) -> bytes | Failure:
        """See `RangedFiles`."""
        kept = self._read.pop((path, start, length), None)
        return kept if kept is not None else await self._files.read(path, start, length)
