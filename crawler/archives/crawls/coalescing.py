"""Records sorted by file and offset, neighbours joined to be read in one request. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from crawler.archives.crawls.ranged_records import Location

GAP = 65_536
"""Bytes between two records that are read along rather than asked for apart: a request takes about as long as these
bytes do, and its hosts count requests."""
MOST = 8_000_000
"""Bytes of one request, so that little is lost when it fails."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A range of a file that holds records.

    Attributes:
        file: path of the WARC file.
        start: first byte.
        length: bytes.
        records: the locations inside it, by offset.
    """

    file: str
    start: int
    length: int
    records: tuple[Location, ...]


def coalesce(locations: Iterable[Location], *, gap: int = GAP, most: int = MOST) -> Iterator[Span]:
    """Yield the ranges to read, sorted by file and offset: each location is in one, and no two ranges overlap.

    Args:
        locations: in any order; one that is given twice is read once.
        gap: the most bytes between two records of one range.
        most: the most bytes of a range that holds more than one record.
    """
    pending: list[Location] = []
    for place in sorted(set(locations), key=lambda place: (place.file, place.offset, place.length)):
        if pending and not _fits(pending, place, gap, most):
            yield _span(pending)
            pending = []
        pending.append(place)
    if pending:
        yield _span(pending)


def _fits(pending: list[Location], place: Location, gap: int, most: int) -> bool:
    end = _end(pending)
    near = place.file == pending[0].file and place.offset - end <= gap
    return near and (place.offset < end or place.offset + place.length - pending[0].offset <= most)


def _span(pending: list[Location]) -> Span:
    start = pending[0].offset
    return Span(file=pending[0].file, start=start, length=_end(pending) - start, records=tuple(pending))


def _end(pending: list[Location]) -> int:
    return max(place.offset + place.length for place in pending)
