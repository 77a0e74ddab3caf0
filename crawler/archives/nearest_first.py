"""The order in which archives give captures: the nearest to the wished-for time first."""

from collections.abc import Iterable

from crawler.archives.interface import CaptureRow
from crawler.timestamps import distance


def nearest_first(rows: Iterable[CaptureRow], near: str | None) -> tuple[CaptureRow, ...]:
    """Return captures, those nearest to `near` (14 digits, UTC) first; the latest first where that is None."""
    if near is None:
        return tuple(sorted(rows, key=lambda row: row.timestamp, reverse=True))
    return tuple(sorted(rows, key=lambda row: distance(row.timestamp, near)))
