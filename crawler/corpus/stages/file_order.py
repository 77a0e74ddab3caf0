"""The look-ups of a partition in the order in which a crawl's WARC files hold the records that they want first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crawler.archives.crawls.common_crawl import CommonCrawl
from crawler.archives.crawls.ranged_records import Location, location_of
from crawler.archives.interface import CaptureRow
from crawler.corpus.stages.records import Asked
from crawler.lookup.capture_selection import asked_pages, rank_captures, wanted_time
from crawler.outcome import Failure

PREFETCHED_BYTES = 32_000_000
"""Bytes of records that are read before the look-ups that want them begin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Look-ups, each a group of equal citations, and the captures that they want first."""

    groups: tuple[Sequence[Asked], ...]
    rows: tuple[CaptureRow, ...]


async def in_file_order(groups: Sequence[Sequence[Asked]], archive: CommonCrawl) -> list[Batch]:
    """Return the look-ups sorted by WARC file and offset, in batches of about `PREFETCHED_BYTES`."""
    wanted = [(await _first_capture(group[0], archive), group) for group in groups]
    return list(_batches(sorted(wanted, key=lambda each: _place(each[0]))))


async def _first_capture(asked: Asked, archive: CommonCrawl) -> CaptureRow | None:
    """Return the capture that a look-up tries first; None if no page that it may ask for has one."""
    wanted = wanted_time(asked.citation, asked.as_of)
    for page in asked_pages(asked.citation, by_key=archive.by_key):
        rows = await archive.captures(page.url, page.named or wanted.near)
        if not isinstance(rows, Failure):
            ranked = (each.row for each in rank_captures(rows, page, wanted))
            return next((row for row in ranked if (row.status or 200) < 400), None)
    return None


def _place(row: CaptureRow | None) -> tuple[str, int]:
    location = row and location_of(row)
    return (location.file, location.offset) if location else ("", 0)


def _batches(wanted: Sequence[tuple[CaptureRow | None, Sequence[Asked]]]) -> Iterator[Batch]:
    groups: list[Sequence[Asked]] = []
    rows: dict[Location, CaptureRow] = {}
    size = 0
    for row, group in wanted:
        groups.append(group)
        place = row and location_of(row)
        if row and place and place not in rows:
            rows[place] = row
            size += place.length
        if size >= PREFETCHED_BYTES:
            yield Batch(groups=tuple(groups), rows=tuple(rows.values()))
            groups, rows, size = [], {}, 0
    if groups:
        yield Batch(groups=tuple(groups), rows=tuple(rows.values()))
