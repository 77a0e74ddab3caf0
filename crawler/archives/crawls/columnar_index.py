"""Joins many addresses with Common Crawl's columnar index, a table in Parquet files (commoncrawl/cc-index-table).

The table is sorted by `url_surtkey`, and each of its row groups states the first and the last key: of a file, the
footer is read, then the keys of the groups in which wanted ones may be, then the other columns of the groups in which
they are. Needs the extra `cluster` (pyarrow).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from claims.errors import ConfigurationError
from crawler.archives.crawls.ranged_records import Location
from crawler.archives.interface import CaptureRow
from crawler.archives.local.index_rows import normalise_digest
from crawler.timestamps import from_datetime

KEY = "url_surtkey"
COLUMNS = (
    "url", "fetch_time", "fetch_status", "content_digest", "content_mime_type", "content_truncated",
    "warc_filename", "warc_record_offset", "warc_record_length",
)  # fmt: skip
"""The columns read beside the key. `content_truncated` is there since CC-MAIN-2019-47."""
SUBSETS = ("warc", "crawldiagnostics")
"""The partitions with pages: successful captures, and redirects and errors. The third has robots.txt files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocatedCapture:
    """A capture that the table lists: its crawl, its SURT key and its row, whose `key` says where its record is."""

    crawl: str
    key: str
    row: CaptureRow


class DamagedTable(Exception):  # noqa: N818
    """A file is no Parquet file with the columns of the table, or a damaged one."""


@dataclass(slots=True, kw_only=True)
class Reading:
    """How much a join read: row groups in all, those whose keys were read, those whose other columns were read."""

    groups: int = 0
    keys: int = 0
    whole: int = 0


def table_path(crawl: str, subset: str) -> str:
    """Return the folder of the Parquet files of a crawl's subset, relative to the store's base."""
    return f"cc-index/table/cc-main/warc/crawl={crawl}/subset={subset}"


def locate(file: Any, crawl: str, keys: Iterable[str], reading: Reading | None = None) -> Iterator[LocatedCapture]:
    """Yield the captures of the wanted pages that one Parquet file of the table lists, in the order of the table.

    Args:
        file: a path, or a file opened for reading in binary mode (`fsspec.open(…).open()`).
        crawl: the crawl that the file is of.
        keys: the SURT keys of the pages (`crawler.urls.surt_key`), of which only those in the file's range are kept.
        reading: counts what is read.

    Raises:
        ConfigurationError: pyarrow is not installed.
        DamagedTable: see there.
        OSError: the file cannot be read.
    """
    pyarrow = _pyarrow()
    try:
        with pyarrow.parquet.ParquetFile(file) as table:
            for row in _rows(pyarrow, table, keys, reading or Reading()):
                yield _located(crawl, row)
    except (pyarrow.ArrowInvalid, KeyError, ValueError) as error:
        raise DamagedTable(str(error)) from error


def _rows(pyarrow: Any, table: Any, keys: Iterable[str], counts: Reading) -> Iterator[dict[str, Any]]:
    """Yield the rows of the wanted keys."""
    columns = [name for name in COLUMNS if name in table.schema_arrow.names]
    place = table.schema_arrow.names.index(KEY)
    groups = [table.metadata.row_group(number).column(place).statistics for number in range(table.num_row_groups)]
    counts.groups += len(groups)
    wanted = _within_file(keys, groups)
    for number, statistics in enumerate(groups):
        some = _within(wanted, statistics)
        if not some:
            continue
        counts.keys += 1
        found = table.read_row_group(number, columns=[KEY]).column(KEY)
        mask = pyarrow.compute.is_in(found, value_set=pyarrow.array(some, type=found.type))
        if not pyarrow.compute.any(mask).as_py():
            continue
        counts.whole += 1
        yield from table.read_row_group(number, columns=[KEY, *columns]).filter(mask).to_pylist()


def _within_file(keys: Iterable[str], groups: Sequence[Any]) -> list[str]:
    """Return those keys, sorted, that are between the first and the last one of all row groups, if these state them."""
    if not groups or not all(each is not None and each.has_min_max for each in groups):
        return sorted(set(keys))
    first, last = min(each.min for each in groups), max(each.max for each in groups)
    return sorted({key for key in keys if first <= key <= last})


def _within(wanted: Sequence[str], statistics: Any) -> Sequence[str]:
    """Return the wanted keys that a row group may have: all if it does not state its first and last key."""
    if statistics is None or not statistics.has_min_max:
        return wanted
    return wanted[bisect_left(wanted, statistics.min) : bisect_right(wanted, statistics.max)]


def _located(crawl: str, row: dict[str, Any]) -> LocatedCapture:
    place = Location(
        file=row["warc_filename"], offset=row["warc_record_offset"], length=row["warc_record_length"],
        truncated=row.get("content_truncated"),
    )  # fmt: skip
    capture = CaptureRow(
        url=row["url"], timestamp=_timestamp(row["fetch_time"]), status=row["fetch_status"],
        media_type=row["content_mime_type"], digest=normalise_digest(row["content_digest"]), key=place.key(),
    )  # fmt: skip
    return LocatedCapture(crawl=crawl, key=row[KEY], row=capture)


def _timestamp(time: Any) -> str:
    """Return a time of the table, which has no time zone and means UTC, as 14 digits."""
    return time.strftime("%Y%m%d%H%M%S") if time.tzinfo is None else from_datetime(time)


def _pyarrow() -> Any:
    try:
        import pyarrow.compute
        import pyarrow.parquet
    except ImportError as error:
        mend = "Install citewatch with the extra cluster: pip install 'citewatch[cluster]'."
        raise ConfigurationError("the columnar index is read by pyarrow.", place="cc", mend=mend) from error
    return pyarrow
