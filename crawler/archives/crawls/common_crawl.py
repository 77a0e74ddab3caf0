"""Common Crawl, or a store with the same layout, as an archive.

An address is looked up in the index of each crawl in turn (`cc-index/collections/<crawl>/indexes/cluster.idx`), those
nearest to the wished-for date first, until one holds it; Common Crawl's index server is asked for the list of crawls
alone, as its maintainers wish. For many addresses at once, the crawls' tables are joined with them instead.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from claims.records import Status
from crawler.archives.crawls.capture_index import CaptureIndex
from crawler.archives.crawls.coalescing import MOST
from crawler.archives.crawls.columnar_index import LocatedCapture
from crawler.archives.crawls.crawl_list import Crawl, crawls_near, parse_crawls
from crawler.archives.crawls.crawl_tables import CrawlTable, crawl_tables, join
from crawler.archives.crawls.located_captures import LocatedCaptures
from crawler.archives.crawls.prefetched_files import PrefetchedFiles
from crawler.archives.crawls.ranged_records import fetch_record, location_of, row_of
from crawler.archives.interface import ArchivedResponse, CaptureRow
from crawler.archives.nearest_first import nearest_first
from crawler.archives.ranges.interface import RangedFiles
from crawler.outcome import Failure
from crawler.timestamps import first_moment
from crawler.urls import surt_key

DATA = "https://data.commoncrawl.org"
LISTS = "https://index.commoncrawl.org"
CRAWL_LIST = "collinfo.json"
MAX_CRAWLS = 6
"""Crawls searched for one page, if the user names none: about three months on either side of the date, as cdx_toolkit
does (`apply_cc_defaults`), since there is about one crawl a month and none of them has every page."""

_LIST_BYTES = 1_000_000  # the list has about 250 bytes a crawl


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlStore:
    """Where crawls are.

    Attributes:
        name: what reports call the archive.
        data: indexes and WARC files.
        tables: the same files, none of which is stored when it is read.
        lists: where `collinfo.json` is.
        crawls: the names of the crawls to search, all of them; none to choose by date.
    """

    name: str
    data: RangedFiles
    tables: RangedFiles
    lists: RangedFiles
    crawls: tuple[str, ...] = ()


class CommonCrawl:
    """The crawls of a store."""

    by_key = True

    def __init__(self, store: CrawlStore, *, max_bytes: int, located: LocatedCaptures | None = None) -> None:
        """Make an archive of a store.

        Args:
            store: the crawls.
            max_bytes: the limit of a page's size.
            located: the captures of pages for which no index is searched.
        """
        self.name = store.name
        self._store, self._max_bytes, self._located = store, max_bytes, located
        self._files = PrefetchedFiles(store.data)
        self._indexes: dict[str, CaptureIndex] = {}
        self._listed: tuple[Crawl, ...] | None = None

    async def unknown_crawls(self) -> tuple[str, ...]:
        """Return those of the named crawls of which the store says that it has no index."""
        sizes = {crawl: await self._store.data.size(_index_path(crawl)) for crawl in self._store.crawls}
        return tuple(
            crawl for crawl, size in sizes.items() if isinstance(size, Failure) and size.status is Status.DAMAGED
        )  # fmt: skip

    async def tables(self) -> tuple[CrawlTable, ...] | Failure:
        """Return the Parquet files of the columnar indexes of the named crawls."""
        found: list[CrawlTable] = []
        for crawl in self._store.crawls:
            tables = await crawl_tables(self._store.data, crawl)
            if isinstance(tables, Failure):
                return tables
            found += tables
        return tuple(found)

    async def join(self, table: CrawlTable, keys: Iterable[str]) -> tuple[LocatedCapture, ...] | Failure:
        """Return the captures that a table lists of the pages with these SURT keys, which a thread iterates over."""
        return await join(self._store.tables, table, keys)

    @property
    def is_located(self) -> bool:
        """Whether it knows some pages' captures beforehand."""
        return self._located is not None

    def with_located(self, located: LocatedCaptures) -> "CommonCrawl":
        """Return the same archive, which knows some pages' captures beforehand."""
        return CommonCrawl(self._store, max_bytes=self._max_bytes, located=located)

    async def prefetch(self, rows: Iterable[CaptureRow]) -> int:
        """Read the records of captures that will be fetched, neighbours together; return the number of requests."""
        places = (location_of(row) for row in rows)
        wanted = (place for place in places if place.length <= self._max_bytes)
        return await self._files.prefetch(wanted, min(MOST, self._max_bytes))

    async def captures(self, url: str, near: str | None) -> tuple[CaptureRow, ...] | Failure:
        """See `crawler.archives.interface.Archive`. The first crawl that holds the page is enough."""
        return await self._search(url, near, first=True)

    async def all_captures(self, url: str, near: str | None) -> tuple[CaptureRow, ...] | Failure:
        """See `crawler.archives.interface.FullListing`."""
        return await self._search(url, near, first=False)

    async def fetch(self, row: CaptureRow) -> ArchivedResponse | Failure:
        """See `crawler.archives.interface.Archive`."""
        return await fetch_record(self._files, row, self._max_bytes, self._original)

    async def _search(self, url: str, near: str | None, *, first: bool) -> tuple[CaptureRow, ...] | Failure:
        crawls = await self._crawls(near)
        if isinstance(crawls, Failure):
            return crawls
        rows: list[CaptureRow] = []
        for crawl in crawls:
            found = await self._rows(crawl, surt_key(url))
            if isinstance(found, Failure):
                return found
            rows += found
            if first and rows:
                break
        if not rows:
            searched = ", ".join(crawls)
            return Failure(status=Status.NEVER_ARCHIVED, reason=f"{self.name} holds no capture of {url} in {searched}")
        return nearest_first(rows, near)

    async def _rows(self, crawl: str, key: str) -> tuple[CaptureRow, ...] | Failure:
        """Return the captures of a page in a crawl: those located beforehand, else those in its index."""
        if self._located is not None and (located := self._located.rows(crawl, key)) is not None:
            return located
        found = await self._index(crawl).captures(key)
        return found if isinstance(found, Failure) else tuple(row for line in found if (row := row_of(line)))

    async def _crawls(self, near: str | None) -> tuple[str, ...] | Failure:
        """Return the names of the crawls to search, in order."""
        if self._store.crawls:
            return self._store.crawls
        if self._listed is None:
            document = await self._store.lists.read(CRAWL_LIST, 0, _LIST_BYTES)
            if isinstance(document, Failure):
                return document
            try:
                self._listed = parse_crawls(document)
            except ValueError as error:
                reason = f"{self.name} is damaged: {CRAWL_LIST} is no list of crawls ({error})"
                return Failure(status=Status.DAMAGED, reason=reason)
        chosen = crawls_near(self._listed, near and first_moment(near))
        return tuple(crawl.name for crawl in chosen[:MAX_CRAWLS])

    def _index(self, crawl: str) -> CaptureIndex:
        if crawl not in self._indexes:
            self._indexes[crawl] = CaptureIndex(self._store.data, _index_path(crawl))
        return self._indexes[crawl]

    async def _original(self, url: str, time: str) -> CaptureRow | None:
        """Return the capture that a revisit repeats, if it is in one of the crawls of that time."""
        rows = await self.captures(url, time)
        return None if isinstance(rows, Failure) else next((row for row in rows if row.timestamp == time), None)


def _index_path(crawl: str) -> str:
    return f"cc-index/collections/{crawl}/indexes/cluster.idx"
