"""The columnar index of a crawl: the list of its Parquet files, and the join of one of them with many addresses."""

import gzip
from collections.abc import Iterable
from dataclasses import dataclass

import anyio.to_thread
from anyio.from_thread import BlockingPortal

from claims.records import Status
from crawler.archives.crawls.columnar_index import SUBSETS, DamagedTable, LocatedCapture, locate
from crawler.archives.ranges.interface import RangedFiles
from crawler.archives.ranges.seekable_file import ReadFailed, SeekableFile
from crawler.outcome import Failure

_LIST_BYTES = 10_000_000  # 901 paths, about 10 KB in gzip, in 2026


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlTable:
    """A Parquet file of a crawl's columnar index, by its path relative to the store's base."""

    crawl: str
    path: str


def tables_list(crawl: str) -> str:
    """Return the path of the list of a crawl's Parquet files, a path a line in gzip."""
    return f"crawl-data/{crawl}/cc-index-table.paths.gz"


async def crawl_tables(files: RangedFiles, crawl: str) -> tuple[CrawlTable, ...] | Failure:
    """Return the Parquet files with the pages of a crawl, in the order of its list."""
    packed = await files.read(tables_list(crawl), 0, _LIST_BYTES)
    if isinstance(packed, Failure):
        return packed
    try:
        paths = gzip.decompress(packed).decode("utf-8").split()
    except (EOFError, OSError, UnicodeDecodeError) as error:
        reason = f"{files.name} is damaged: {tables_list(crawl)} cannot be read ({error})"
        return Failure(status=Status.DAMAGED, reason=reason)
    wanted = tuple(f"/subset={subset}/" for subset in SUBSETS)
    return tuple(CrawlTable(crawl=crawl, path=path) for path in paths if any(part in path for part in wanted))


async def join(files: RangedFiles, table: CrawlTable, keys: Iterable[str]) -> tuple[LocatedCapture, ...] | Failure:
    """Return the captures of the wanted pages that a Parquet file lists; see `locate`.

    Raises:
        ConfigurationError: pyarrow is not installed.
    """
    size = await files.size(table.path)
    if isinstance(size, Failure):
        return size
    async with BlockingPortal() as portal:
        file = SeekableFile(files, table.path, size, portal)
        found = await anyio.to_thread.run_sync(_joined, file, table, keys)
    if isinstance(found, str):
        reason = f"{files.name} is damaged: {table.path} is no table of captures ({found})"
        return Failure(status=Status.DAMAGED, reason=reason)
    return found


def _joined(file: SeekableFile, table: CrawlTable, keys: Iterable[str]) -> tuple[LocatedCapture, ...] | Failure | str:
    """Return the captures, why the file could not be read, or what is wrong with it."""
    try:
        return tuple(locate(file, table.crawl, keys))
    except ReadFailed as error:
        return error.failure
    except DamagedTable as error:
        return str(error)
