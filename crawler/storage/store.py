"""The store: every response that was fetched, in WARC files with an index in SQLite.

A response is written whole to its WARC file first and indexed after that, so whenever the process is killed, a file
holds at most one torn record, at its end (see `recovery.py`). The files are plain WARC 1.1 that warcio and pywb open.
"""

import hashlib
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Self

from claims.errors import ConfigurationError
from crawler.archives.local.index_rows import normalise_digest
from crawler.archives.local.warc_records import read_at
from crawler.net.client import HttpResponse
from crawler.storage.recovery import recover
from crawler.storage.store_index import Entry, StoreFile, StoreIndex
from crawler.storage.warc_writer import EarlierRecord, exchange_records, file_name
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
    """Return the key of a response: its address, and the time for which a TimeGate was asked."""
    at = request_headers.get("Accept-Datetime")
    return f"{url} {at}" if at else url


class Store:
    """A folder of WARC files. One process writes at a time; any number may read.

    Attributes:
        notes: what was repaired when the store was opened, a sentence each.
    """

    def __init__(self, folder: Path, *, writing: bool, wait: float = 5.0) -> None:
        """Open or make the store in `folder`; `wait`: seconds to wait for another process that writes.

        Raises:
            ConfigurationError: another process is writing to it, or it cannot be written.
        """
        self._folder = folder
        self._mutex = threading.Lock()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._lock = _lock(folder / "lock.sqlite", wait) if writing else None
            self._index = StoreIndex(folder / "index.sqlite")
        except (OSError, sqlite3.Error) as error:
            busy = isinstance(error, sqlite3.OperationalError) and "locked" in str(error)
            message = "another run is using this store." if busy else f"the store cannot be opened: {error}."
            mend = "Wait until it is finished, or name another folder." if busy else "Name another folder."
            raise ConfigurationError(message, place=str(folder), mend=mend) from error
        self.notes: list[str] = recover(folder, self._index) if writing else []

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
        """
        with self._mutex:
            entry = self._index.find(key)
        answer = self._read(entry) if entry else None
        if entry is None or answer is None or answer.header("memento-datetime") or now is None:
            return answer
        return answer if distance(entry.time, from_datetime(now)) <= timedelta(days=FRESH_DAYS) else None

    def keep(
        self, key: str, answer: HttpResponse, request_headers: dict[str, str], *, now: datetime | None = None
    ) -> HttpResponse:
        """Write a response down, with its request and the citation that it was fetched for.

        Returns:
            the response with its time, as `find` returns it from now on.
        """
        now = now or datetime.now(UTC)
        time, digest = from_datetime(now), _digest(answer.body)
        with self._mutex:
            file = self._current_file(now)
            same = self._index.same_body(digest, file.id) if answer.body else None
            earlier = EarlierRecord(url=same.url, time=same.time) if same else None
            records, response_at = exchange_records(
                key, answer, request_headers, digest=digest, now=now, same=earlier, wanted=_cited_by.get()
            )
            with (self._folder / file.name).open("ab") as stream:
                stream.write(records)
            offset = file.size + response_at
            entry = Entry(
                key=key, url=answer.url, time=time, status=answer.status, digest=digest, length=len(answer.body),
                file=file.name, offset=offset, body_offset=same.body_offset if same else offset,
            )  # fmt: skip
            self._index.add(entry, file.id)
            self._index.set_size(file.id, file.size + len(records))
            self._index.commit()
        return replace(answer, time=time)

    def entries(self) -> list[Entry]:
        """Return all that the store holds, oldest first."""
        with self._mutex:
            return self._index.entries()

    def damaged(self) -> list[Entry]:
        """Return the entries that cannot be read, or whose body does not have their digest."""

        def is_damaged(entry: Entry) -> bool:
            answer = self._read(entry)
            return answer is None or _digest(answer.body) != entry.digest

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
        with self._mutex:
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
                if record is None or record.http_headers is None:
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


def _digest(body: bytes) -> str:
    return normalise_digest("sha1:" + hashlib.sha1(body, usedforsecurity=False).hexdigest()) or ""


def _lock(path: Path, wait: float) -> sqlite3.Connection:
    """Take a lock that the operating system releases with the process, however it ends."""
    lock = sqlite3.connect(path, timeout=wait, isolation_level=None, check_same_thread=False)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error:
        lock.close()
        raise
    return lock
