"""Joins many addresses with Common Crawl's columnar index, a table in Parquet files (commoncrawl/cc-index-table).

The table is sorted by `url_surtkey`, and each of its row groups states the first and the last key: of a file, the
footer is read, then the keys of the groups in which wanted ones may be, then the other columns of the groups in which
they are. Needs the extra `cluster` (pyarrow, fsspec).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
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
    """A capture that the table lists: its SURT key, its row, and where its record is."""

    key: str
    row: CaptureRow
    location: Location


@dataclass(slots=True, kw_only=True)
class Reading:
    """How much a join read: row groups in all, those whose keys were read, those whose other columns were read."""

    groups: int = 0
    keys: int = 0
    whole: int = 0


def table_path(crawl: str, subset: str) -> str:
    """Return the folder of the Parquet files of a crawl's subset, relative to the store's base."""
    return f"cc-index/table/cc-main/warc/crawl={crawl}/subset={subset}"


def locate(file: Any, keys: Collection[str], reading: Reading | None = None) -> Iterator[LocatedCapture]:
    """Yield the captures of the wanted pages that one Parquet file of the table lists, in the order of the table.

    Args:
        file: a path, or a file opened for reading in binary mode (`fsspec.open(…).open()`).
        keys: the SURT keys of the pages (`crawler.urls.surt_key`).
        reading: counts what is read.

    Raises:
        ConfigurationError: pyarrow is not installed.
        pyarrow.ArrowInvalid: the file is damaged, or no Parquet file.
        OSError: it cannot be read.
    """
    compute, parquet = _pyarrow()
    counts = reading or Reading()
    wanted = sorted(set(keys))
    with parquet.ParquetFile(file) as table:
        columns = [name for name in COLUMNS if name in table.schema_arrow.names]
        place = table.schema_arrow.names.index(KEY)
        for number in range(table.num_row_groups):
            counts.groups += 1
            some = _within(wanted, table.metadata.row_group(number).column(place).statistics)
            if not some:
                continue
            counts.keys += 1
            found = table.read_row_group(number, columns=[KEY]).column(KEY)
            mask = compute.is_in(found, value_set=_array(some, found.type))
            if not compute.any(mask).as_py():
                continue
            counts.whole += 1
            rows = table.read_row_group(number, columns=[KEY, *columns]).filter(mask)
            yield from map(_located, rows.to_pylist())


def _within(wanted: Sequence[str], statistics: Any) -> Sequence[str]:
    """Return the wanted keys that a row group may have: all if it does not state its first and last key."""
    if statistics is None or not statistics.has_min_max:
        return wanted
    return wanted[bisect_left(wanted, statistics.min) : bisect_right(wanted, statistics.max)]


def _located(row: dict[str, Any]) -> LocatedCapture:
    place = Location(
        file=row["warc_filename"], offset=row["warc_record_offset"], length=row["warc_record_length"],
        truncated=row.get("content_truncated"),
    )  # fmt: skip
    capture = CaptureRow(
        url=row["url"], timestamp=_timestamp(row["fetch_time"]), status=row["fetch_status"],
        media_type=row["content_mime_type"], digest=normalise_digest(row["content_digest"]), key=place.key(),
    )  # fmt: skip
    return LocatedCapture(key=row[KEY], row=capture, location=place)


def _timestamp(time: Any) -> str:
    """Return a time of the table, which has no time zone and means UTC, as 14 digits."""
    return time.strftime("%Y%m%d%H%M%S") if time.tzinfo is None else from_datetime(time)


def _array(values: Sequence[str], kind: Any) -> Any:
    import pyarrow

    return pyarrow.array(values, type=kind)


def _pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow.compute
        import pyarrow.parquet
    except ImportError as error:
        mend = "Install citewatch with the extra cluster: pip install 'citewatch[cluster]'."
        raise ConfigurationError("the columnar index is read by pyarrow.", place="cc", mend=mend) from error
    return pyarrow.compute, pyarrow.parquet
