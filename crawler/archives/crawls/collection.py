"""A collection as an archive: WARC files with CDXJ indexes beside them, or WACZ files, read by ranges of bytes."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from claims.records import Status
from crawler.archives.crawls.capture_index import CaptureIndex
from crawler.archives.crawls.ranged_records import fetch_record, location_of, row_of
from crawler.archives.interface import ArchivedResponse, CaptureRow
from crawler.archives.nearest_first import nearest_first
from crawler.archives.ranges.interface import RangedFiles
from crawler.archives.ranges.wacz_members import open_wacz
from crawler.outcome import Failure
from crawler.urls import surt_key

WACZ = ".wacz"
INDEXES = (".cdxj", ".idx")
"""How the names of indexes end that can be searched by ranges."""
_WACZ_INDEXES = (".idx", ".cdxj", ".cdx")
_WACZ_RECORDS = "archive"  # the folder of the WARC files (WACZ 1.1.1, section 5.2.1)

Paths = Callable[[], Awaitable[Sequence[str] | Failure]]
"""Lists the files of a collection."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """An index and the files that it leads to, their paths relative to `folder`; `path` is that of a WACZ, or empty."""

    path: str
    files: RangedFiles
    folder: str
    index: CaptureIndex


class Collection:
    """The files below one base."""

    by_key = True

    def __init__(self, files: RangedFiles, paths: Paths, *, max_bytes: int) -> None:
        """Make an archive of files, which `paths` lists; `max_bytes` is the limit of a page's size."""
        self.name = files.name
        self._files, self._paths, self._max_bytes = files, paths, max_bytes
        self._opened: dict[str, _Part] | None = None

    async def captures(self, url: str, near: str | None) -> tuple[CaptureRow, ...] | Failure:
        """See `crawler.archives.interface.Archive`. All indexes of the collection are searched."""
        parts = await self._parts()
        if isinstance(parts, Failure):
            return parts
        rows: list[CaptureRow] = []
        for part in parts.values():
            found = await part.index.captures(surt_key(url))
            if isinstance(found, Failure):
                return found
            rows += [row for line in found if (row := row_of(line, folder=part.folder, part=part.path))]
        if not rows:
            return Failure(status=Status.NEVER_ARCHIVED, reason=f"{self.name} holds no capture of {url}")
        return nearest_first(rows, near)

    async def fetch(self, row: CaptureRow) -> ArchivedResponse | Failure:
        """See `crawler.archives.interface.Archive`."""
        part = location_of(row).part
        parts = await self._parts()
        if isinstance(parts, Failure):
            return parts
        files = parts[part].files if part else self._files

        async def original(url: str, time: str) -> CaptureRow | None:
            """Return the capture that a revisit repeats, if it is in the same part of the collection."""
            rows = await self.captures(url, time)
            same = () if isinstance(rows, Failure) else (each for each in rows if each.timestamp == time)
            return next((each for each in same if location_of(each).part == part and each.key != row.key), None)

        return await fetch_record(files, row, self._max_bytes, original)

    async def _parts(self) -> dict[str, _Part] | Failure:
        """Return the indexes of the collection, opened once."""
        if self._opened is None:
            opened = await self._open()
            if isinstance(opened, Failure):
                return opened
            self._opened = opened
        return self._opened

    async def _open(self) -> dict[str, _Part] | Failure:
        paths = await self._paths()
        if isinstance(paths, Failure):
            return paths
        opened: dict[str, _Part] = {}
        for path in paths:
            if path.endswith(INDEXES):
                index = CaptureIndex(self._files, path)
                opened[path] = _Part(path="", files=self._files, folder=_records_of(path, paths), index=index)
            elif path.endswith(WACZ) or (not path and self.name.endswith(WACZ)):
                part = await self._open_wacz(path)
                if isinstance(part, Failure):
                    return part
                opened[part.path] = part
        if not opened:
            kinds = ", ".join((*INDEXES, WACZ))
            reason = f"{self.name} has no index that can be searched in place ({kinds})"
            return Failure(status=Status.DAMAGED, reason=reason)
        return opened

    async def _open_wacz(self, path: str) -> _Part | Failure:
        members = await open_wacz(self._files, path)
        if isinstance(members, Failure):
            return members
        for ending in _WACZ_INDEXES:
            for index in members.paths():
                if index.startswith("indexes/") and index.endswith(ending):
                    return _Part(
                        path=path or "/", files=members, folder=_WACZ_RECORDS, index=CaptureIndex(members, index)
                    )  # fmt: skip
        reason = f"{members.name} is damaged: it has no index in the folder indexes"
        return Failure(status=Status.DAMAGED, reason=reason)


def _records_of(index: str, paths: Sequence[str]) -> str:
    """Return the folder that the file names of an index are relative to.

    pywb keeps WARC files in `archive`, beside the folder `indexes`; others keep them beside the index.
    """
    folder = index.rpartition("/")[0]
    above = folder.rpartition("/")[0]
    archive = f"{above}/archive" if above else "archive"
    return archive if any(path.startswith(f"{archive}/") for path in paths) else folder
