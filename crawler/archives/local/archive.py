"""A local archive: WARC, ARC or WACZ files, single or in folders, searched by an index that is built once."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import anyio.to_thread
from warcio.recordloader import ArcWarcRecord

from claims.errors import ArchiveFileError
from claims.records import Status
from crawler.archives.interface import ArchivedResponse, CaptureRow
from crawler.archives.local.containers import SUFFIXES, opened, parse_location
from crawler.archives.local.index import Index
from crawler.archives.local.index_builder import open_index
from crawler.archives.local.index_rows import normalise_digest, row_from_record
from crawler.archives.local.record_response import response_of, revisit_of
from crawler.archives.local.warc_records import read_at
from crawler.net.decoding import TooLarge
from crawler.outcome import Failure
from crawler.timestamps import first_moment
from crawler.urls import surt_key

T = TypeVar("T")

# The most bytes of a page, compressed or not: the largest articles and reports have a tenth of this.
MAX_BYTES = 50_000_000
_MEND = "Name a .warc, .warc.gz, .arc, .arc.gz or .wacz file, or a folder of such files."
_HARMLESS = "holds no capture of a web page"


class LocalArchive:
    """A file, or the files of a folder and its subfolders, as an archive.

    Attributes:
        name: the name of the file or folder.
        problems: what is wrong with the files or with records in them, a sentence each.
    """

    by_key = True

    def __init__(self, name: str, root: Path, index: Index, *, max_bytes: int = MAX_BYTES) -> None:
        self.name = name
        self.problems = index.problems()
        self._root, self._index, self._max_bytes = root, index, max_bytes

    async def captures(self, url: str, near: str | None) -> tuple[CaptureRow, ...] | Failure:
        """See `crawler.archives.interface.Archive`."""
        rows = await _in_thread(self._index.captures, surt_key(url), near and first_moment(near))
        return tuple(rows) or self._no_capture(url)

    async def fetch(self, row: CaptureRow) -> ArchivedResponse | Failure:
        """See `crawler.archives.interface.Archive`. Fails with `too_large`, `no_text` or `unreachable`."""
        return await _in_thread(self._fetch, row)

    def _no_capture(self, url: str) -> Failure:
        if any(_HARMLESS not in problem for problem in self.problems):
            reason = f"{self.name} is damaged, and the capture of {url} may be in the part that cannot be read"
            return Failure(status=Status.DAMAGED, reason=reason)
        return Failure(status=Status.NEVER_ARCHIVED, reason=f"{self.name} holds no capture of {url}")

    def close(self) -> None:
        """Close the index."""
        self._index.close()

    def _fetch(self, row: CaptureRow) -> ArchivedResponse | Failure:
        try:
            part, offset = parse_location(row.key)
            with opened(self._root, part) as stream:
                record = read_at(stream, offset)
                found = row_from_record(record, row.key) if record else None
                if record is None or found is None or found.key != surt_key(row.url):
                    return self._changed(row)
                if record.rec_type == "revisit":
                    return self._revisit(row, record)
                return response_of(record, row, self._max_bytes)
        except TooLarge:
            return Failure(
                status=Status.TOO_LARGE,
                reason=f"the capture of {row.url} has more than {self._max_bytes / 1e6:g} million bytes",
            )
        except OSError:
            return self._changed(row)

    def _revisit(self, row: CaptureRow, record: ArcWarcRecord) -> ArchivedResponse | Failure:
        """Return the response of a revisit record: its own headers, if it has any, and the body that it refers to."""
        original = self._original(record)
        if original is None:
            reason = f"the capture of {row.url} repeats an earlier one that {self.name} does not hold"
            return Failure(status=Status.NO_TEXT, reason=reason)
        response = self._fetch(original)
        if isinstance(response, Failure):
            return response
        return revisit_of(record, row, response)

    def _original(self, record: ArcWarcRecord) -> CaptureRow | None:
        headers = record.rec_headers
        url, date = headers.get_header("WARC-Refers-To-Target-URI"), headers.get_header("WARC-Refers-To-Date")
        found = self._index.original_at(surt_key(url), first_moment(date)) if url and date else None
        digest = normalise_digest(headers.get_header("WARC-Payload-Digest"))
        return found or (self._index.original(digest) if digest else None)

    def _changed(self, row: CaptureRow) -> Failure:
        reason = f"{self.name} no longer holds the capture of {row.url}: the file has changed during the run"
        return Failure(status=Status.UNREACHABLE, reason=reason)


def open_local(path: Path, cache: Path, *, max_bytes: int = MAX_BYTES) -> LocalArchive:
    """Open the archive at `path`; its index is kept in the folder `cache` and brought up to date.

    Raises:
        ArchiveFileError: there is no such file or folder, or nothing in it can be read as an archive.
        OSError: the index cannot be written.
        sqlite3.Error: the same.
    """
    place = str(path)
    try:
        files = _files(path)
    except OSError as error:
        mend = "Repeat --archive to name several." if "," in place else _MEND
        raise ArchiveFileError(f"it cannot be opened: {error.strerror}.", place=place, mend=mend) from error
    if not files:
        raise ArchiveFileError("The folder holds no archive file.", place=place, mend=_MEND)
    root = (path if path.is_dir() else path.parent).resolve()
    kept = cache / f"{hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:16]}.sqlite"
    listings = sorted(root.rglob("*.cdxj") if path.is_dir() else root.glob("*.cdxj"))
    index = open_index([root / f for f in files], root, kept, listings)
    problems = [p for p in index.problems() if _HARMLESS not in p]
    if problems and not index.size():
        index.close()
        raise ArchiveFileError(f"Nothing in it can be read as an archive: {problems[0]}", place=place, mend=_MEND)
    return LocalArchive(path.resolve().name, root, index, max_bytes=max_bytes)


def _files(path: Path) -> list[Path]:
    """Return the archive files at `path`, relative to their folder, in order."""
    if path.is_dir():
        found = (f for f in path.rglob("*") if f.name.lower().endswith(SUFFIXES) and f.is_file())
        return sorted(f.relative_to(path) for f in found)
    path.stat()
    return [Path(path.name)]


async def _in_thread(work: Callable[..., T], *values: object) -> T:
    return await anyio.to_thread.run_sync(work, *values)
