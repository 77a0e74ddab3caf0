"""The store: every response that was fetched, in WARC files with an index in SQLite.

A response is written whole to its WARC file first and indexed after that, so whenever the process is killed, a file
holds at most one torn record, at its end (see `recovery.py`). The files are plain WARC 1.1 that warcio and pywb open,
and pywb replays each page at its original address.
"""

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Self

from claims.errors import StoreError
from crawler.archives.local.warc_records import read_at
from crawler.net.client import HttpResponse
from crawler.storage.disk_errors import keeping_error
from crawler.storage.opening import open_to_read, open_to_write
from crawler.storage.store_index import Entry, StoreFile
from crawler.storage.warc_writer import KEY, Recorded, exchange_records, file_name, file_record, sha1
from crawler.timestamps import distance, from_datetime

# What an archive says itself (that it has no capture, or which) may change; a capture never does.
FRESH_DAYS = 30
_ROTATE_BYTES = 256_000_000
_ROTATE_AFTER = timedelta(days=1)

_cited_by: ContextVar[str] = ContextVar("cited_by", default="")


@contextmanager
def cited_by(document: str, citation: str) -> Iterator[None]:
    """Record beside each response stored within the block that it was fetched for this citation."""
    token = _cited_by.set(f"{document} [{citation}]")
    try:
        yield
    finally:
        _cited_by.reset(token)


def cache_key(url: str, request_headers: dict[str, str]) -> str:
    """Return the key of a response: its address, and the time for which a TimeGate was asked, or the part of a file."""
    at = request_headers.get("Accept-Datetime") or request_headers.get("Range")
    return f"{url} {at}" if at else url


class Store:
    """A folder of WARC files. One process writes at a time; any number may read.

    Attributes:
        notes: what was repaired when the store was opened, a sentence each.
        trouble: why nothing is kept any more, or None.
    """

    def __init__(self, folder: Path, *, writing: bool, wait: float = 5.0) -> None:
        """Open or make the store in `folder`; `wait`: seconds to wait for another process that writes.

        Raises:
            ConfigurationError: another process is writing to it, or it cannot be written.
            StoreError: the disk is full.
        """
        opened = open_to_write(folder, wait) if writing else open_to_read(folder)
        self._folder, self._index, self._lock = folder, opened.index, opened.lock
        self._mutex = threading.Lock()
        self.notes = opened.notes
        self.trouble: StoreError | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the files and release the lock."""
        self._index.close()
        if self._lock is not None:
            self._lock.close()

    def find(self, key: str, *, now: datetime | None = None) -> HttpResponse | None:
        """Return the response stored under a key, or None.

        One that is not a capture is too old if it is older than `FRESH_DAYS` at the time `now`; None: it never is.

        Raises:
            StoreError: the index cannot be read any more.
        """
        with self._guarded():
            entry = self._index.find(key)
        answer = self._read(entry) if entry else None
        if entry is None or answer is None or answer.header("memento-datetime") or now is None:
            return answer
        return answer if distance(entry.time, from_datetime(now)) <= timedelta(days=FRESH_DAYS) else None

    def keep(self, key: str, answer: HttpResponse, *, now: datetime | None = None) -> HttpResponse:
        """Write a response down, with its request and the citation that it was fetched for.

        Returns:
            the response with its time, as `find` returns it from now on.

        Raises:
            StoreError: the disk is full, or the index is damaged; nothing more is kept in this run.
        """
        now = now or datetime.now(UTC)
        with self._guarded():
            if self.trouble is not None:
                raise self.trouble
            self._keep(key, answer, now)
        return replace(answer, time=from_datetime(now))

    def _keep(self, key: str, answer: HttpResponse, now: datetime) -> None:
        digest = sha1(answer.body)
        file = self._current_file(now)
        first = b"" if file.size else file_record(file.name, now)
        same = self._index.same_body(digest, file.id) if answer.body else None
        recorded = Recorded(url=same.url, time=same.time) if same else None
        records, response_at = exchange_records(
            key, answer, digest=digest, now=now, same=recorded, wanted=_cited_by.get()
        )
        _append(self._folder / file.name, file.size, first + records)
        offset = file.size + len(first) + response_at
        entry = Entry(
            key=key, url=answer.url, time=from_datetime(now), status=answer.status, digest=digest,
            length=len(answer.body), file=file.name, offset=offset, body_offset=same.body_offset if same else offset,
        )  # fmt: skip
        self._index.add(entry, file.id)
        self._index.set_size(file.id, file.size + len(first) + len(records))
        self._index.commit()

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Keep other threads out; after an error of the disk or the index, nothing more is kept."""
        with self._mutex:
            try:
                yield
            except (OSError, sqlite3.Error) as error:
                self.trouble = keeping_error(self._folder, error)
                with suppress(sqlite3.Error):
                    self._index.rollback()
                raise self.trouble from error

    def entries(self) -> list[Entry]:
        """Return all that the store holds, oldest first."""
        with self._guarded():
            return self._index.entries()

    def damaged(self) -> list[Entry]:
        """Return the entries that cannot be read, or whose body does not have their digest."""

        def is_damaged(entry: Entry) -> bool:
            answer = self._read(entry)
            return answer is None or sha1(answer.body) != entry.digest

        return [entry for entry in self.entries() if is_damaged(entry)]

    def prune(self, *, before: str | None = None, to_bytes: int | None = None) -> int:
        """Delete whole files, oldest first.

        Args:
            before: delete those that hold nothing retrieved at or after this time (14 digits).
            to_bytes: delete more, until at most so many bytes are left.

        Returns:
            the number of bytes freed.
        """
        freed = 0
        with self._guarded():
            files = self._index.files()
            left = sum(file.size for file in files)
            for file in files:
                aged = before is not None and (file.newest or "") < before
                if aged or (to_bytes is not None and left > to_bytes):
                    (self._folder / file.name).unlink(missing_ok=True)
                    self._index.remove_file(file.id)
                    left -= file.size
                    freed += file.size
            self._index.commit()
        return freed

    def _read(self, entry: Entry) -> HttpResponse | None:
        try:
            with (self._folder / entry.file).open("rb") as file:
                record = read_at(file, entry.offset)
                if record is None or record.http_headers is None or record.rec_headers.get_header(KEY) != entry.key:
                    return None
                status, headers = record.http_headers.get_statuscode(), tuple(record.http_headers.headers)
                if entry.body_offset != entry.offset:
                    record = read_at(file, entry.body_offset)
                    if record is None:
                        return None
                body: bytes = record.raw_stream.read()
        except OSError:
            return None
        return HttpResponse(url=entry.url, status=int(status), headers=headers, body=body, time=entry.time)

    def _current_file(self, now: datetime) -> StoreFile:
        """Return the file to write to, a new one if the last is full or of another day."""
        last, time = self._index.last_file(), from_datetime(now)
        if last and last.size < _ROTATE_BYTES and distance(last.name.split("-")[1], time) < _ROTATE_AFTER:
            return last
        return self._index.add_file(file_name(time, self._index.next_number()))


def _append(path: Path, size: int, records: bytes) -> None:
    """Write records behind the first `size` bytes of a file: all of them, or none."""
    try:
        with path.open("ab") as stream:
            stream.write(records)
    except OSError:
        with suppress(OSError):
            os.truncate(path, size)
        raise
