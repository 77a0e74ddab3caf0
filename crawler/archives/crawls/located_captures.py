"""The captures of pages that were located beforehand, so that looking one of them up sends no request. Pure."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from crawler.archives.crawls.columnar_index import LocatedCapture
from crawler.archives.interface import CaptureRow


class LocatedCaptures:
    """What the columnar indexes of some crawls list of some pages."""

    def __init__(self, keys: Collection[str], captures: Iterable[LocatedCapture]) -> None:
        """Make them of the SURT keys that were wanted, and of the captures that all tables of the crawls list."""
        self._keys = frozenset(keys)
        self._rows: defaultdict[tuple[str, str], list[CaptureRow]] = defaultdict(list)
        for capture in captures:
            self._rows[capture.crawl, capture.key].append(capture.row)
        for rows in self._rows.values():
            rows.sort(key=lambda row: (row.timestamp, row.url))  # as the lines of the other index

    def rows(self, crawl: str, key: str) -> tuple[CaptureRow, ...] | None:
        """Return the captures of a page in a crawl, the oldest first; None if the page was not among those wanted."""
        return tuple(self._rows.get((crawl, key), ())) if key in self._keys else None
