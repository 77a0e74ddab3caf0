"""Files of which the records that will be wanted are read beforehand, neighbours in one request."""

from collections.abc import Iterable

import anyio

from crawler.archives.crawls.coalescing import Span, coalesce
from crawler.archives.crawls.ranged_records import Location
from crawler.archives.ranges.http_files import MAX_CONNECTIONS
from crawler.archives.ranges.interface import RangedFiles
from crawler.net.retrieval_times import note_retrieval, retrieval_times
from crawler.outcome import Failure


class PrefetchedFiles:
    """See `RangedFiles`: some records were read beforehand, each of which is kept until it is asked for.

    Attributes:
        name: what reports call the files.
    """

    def __init__(self, files: RangedFiles) -> None:
        """Make them of files of which nothing was read yet."""
        self.name = files.name
        self._files = files
        self._records: dict[tuple[str, int, int], tuple[bytes, str | None]] = {}

    async def prefetch(self, locations: Iterable[Location], most: int) -> int:
        """Read records in the order of the files, `most` bytes at once; return how many requests that takes.

        What cannot be read is left to be asked for again.
        """
        spans = list(coalesce(locations, most=most))
        limiter = anyio.CapacityLimiter(MAX_CONNECTIONS)

        async def read(span: Span) -> None:
            async with limiter:
                await self._prefetch(span)

        async with anyio.create_task_group() as group:
            for span in spans:
                group.start_soon(read, span)
        return len(spans)

    async def _prefetch(self, span: Span) -> None:
        with retrieval_times() as times:
            data = await self._files.read(span.file, span.start, span.length)
        if isinstance(data, Failure):
            return
        for place in span.records:
            at = place.offset - span.start
            self._records[place.file, place.offset, place.length] = data[at : at + place.length], times.latest

    async def size(self, path: str) -> int | Failure:
        """See `RangedFiles`."""
        return await self._files.size(path)

    async def read(self, path: str, start: int, length: int) -> bytes | Failure:
        """See `RangedFiles`."""
        kept = self._records.pop((path, start, length), None)
        if kept is None:
            return await self._files.read(path, start, length)
        data, time = kept
        note_retrieval(time)
        return data
