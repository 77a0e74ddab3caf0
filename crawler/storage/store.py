"""Everything that was fetched, in WARC files with an index in SQLite: cache, resumption point and evidence in one.

An answer is written whole to its WARC file first and entered in the index after that, so whatever moment the process
is killed at, the file holds at most one torn record, at its end. It is cut off when the store is opened next, and
records that had not been entered yet are. The files are plain WARC 1.1 that warcio and pywb open.
"""

import hashlib
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Self

from warcio.recordloader import ArcWarcRecord

from claims.errors import ConfigurationError
from crawler.archives.local.index_rows import normalise_digest
from crawler.archives.local.warc_records import BadRecord, FoundRecord, read_at, read_records
from crawler.net.client import HttpResponse
from crawler.storage.warc_writer import KEY, EarlierRecord, exchange_records
from crawler.timestamps import distance, first_moment, from_datetime

# What an archive says of itself (that it has no capture, or which) may change; a capture never does.
FRESH_DAYS = 30
_ROTATE_BYTES = 256_000_000
_ROTATE_AFTER = timedelta(days=1)
_SCHEMA = """
CREATE TABLE IF NOT EXISTS files (id INTEGER PRIMARY KEY, name TEXT UNIQUE, size INTEGER);
CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, url TEXT, time TEXT, status INTEGER, digest TEXT,
    length INTEGER, file INTEGER, place INTEGER, body INTEGER);
CREATE INDEX IF NOT EXISTS by_digest ON answers (digest, file);
"""

_cited_by: ContextVar[str] = ContextVar("cited_by", default="")


@contextmanager
def cited_by(document: str, citation: str) -> Iterator[None]:
    """What is fetched within the block is fetched for this citation; the store writes it down beside the answer."""
    token = _cited_by.set(f"{document} [{citation}]")
    try:
        yield
    finally:
        _cited_by.reset(token)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An answer in the store: what was asked, when (14 digits, UTC), and where it lies."""

    url: str
    time: str
    status: int
    digest: str
    length: int
    file: str


class Store:
    """A folder of WARC files. One process writes at a time; any number may read.

    Attributes:
        notes: what was found amiss and mended when the store was opened, a sentence each.
    """

    def __init__(self, folder: Path, *, writing: bool, wait: float = 5.0) -> None:
        """Open or make the store in `folder`; `wait`: seconds to wait for another process that writes.

        Raises:
            ConfigurationError: another process is writing to it, or it cannot be written.
        """
        self._folder = folder
        self._writing = writing
        self._mutex = threading.Lock()
        self.notes: list[str] = []
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._lock = _locked(folder / "lock.sqlite", wait) if writing else None
            self._rows = _opened(folder / "index.sqlite")
        except (OSError, sqlite3.Error) as error:
            busy = isinstance(error, sqlite3.OperationalError) and "locked" in str(error)
            message = "another run is using this store." if busy else f"the store cannot be opened: {error}."
            mend = "Wait until it is finished, or name another folder." if busy else "Name another folder."
            raise ConfigurationError(message, place=str(folder), mend=mend) from error
        if writing:
            self._catch_up()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files and of the lock."""
        self._rows.close()
        if self._lock is not None:
            self._lock.close()

    def find(self, key: str, *, now: datetime | None = None) -> HttpResponse | None:
        """The answer kept under a key; hearsay older than `FRESH_DAYS` at `now` is forgotten (None: never)."""
        with self._mutex:
            row = self._rows.execute(
                "SELECT url, time, name, place, body FROM answers JOIN files ON file = id WHERE key = ?", (key,)
            ).fetchone()
        if row is None:
            return None
        url, time, name, place, body = row
        answer = self._read(name, place, body, url)
        if answer is not None:
            answer = replace(answer, time=time)
        if answer is None or answer.header("memento-datetime") or now is None:
            return answer
        return answer if distance(time, from_datetime(now)) <= timedelta(days=FRESH_DAYS) else None

    def keep(
        self, key: str, answer: HttpResponse, asked: dict[str, str], *, now: datetime | None = None
    ) -> HttpResponse:
        """Write an answer down: the request, the response (or that it is as before), and what it was wanted for.

        Returns:
            the answer with its time, as `find` gives it from now on.
        """
        now = now or datetime.now(UTC)
        digest = "sha1:" + (normalise_digest(hashlib.sha1(answer.body, usedforsecurity=False).hexdigest()) or "")[5:]
        with self._mutex:
            number, name, at = self._current(now)
            same = self._rows.execute(
                "SELECT url, time, body FROM answers WHERE digest = ? AND file = ? LIMIT 1", (digest, number)
            ).fetchone()
            same = same if answer.body else None
            original = EarlierRecord(url=same[0], time=same[1]) if same else None
            records, response_at = exchange_records(
                key, answer, asked, digest=digest, now=now, same=original, wanted=_cited_by.get()
            )
            with (self._folder / name).open("ab") as file:
                file.write(records)
            place = at + response_at
            self._enter(
                number, key, answer.url, from_datetime(now), answer.status, digest, len(answer.body), place,
                same[2] if same else place,
            )  # fmt: skip
            self._rows.execute("UPDATE files SET size = ? WHERE id = ?", (at + len(records), number))
            self._rows.commit()
        return replace(answer, time=from_datetime(now))

    def entries(self) -> list[Entry]:
        """Everything in the store, oldest first."""
        with self._mutex:
            rows = self._rows.execute(
                "SELECT url, time, status, digest, length, name FROM answers JOIN files ON file = id ORDER BY time, url"
            ).fetchall()
        return [Entry(url=u, time=t, status=s, digest=d, length=n, file=f) for u, t, s, d, n, f in rows]

    def damaged(self) -> list[Entry]:
        """The entries that cannot be read, or whose body is not the one that their digest was made of."""
        bad = []
        for entry in self.entries():
            with self._mutex:
                (place, body) = self._rows.execute(
                    "SELECT place, body FROM answers WHERE url = ? AND time = ?", (entry.url, entry.time)
                ).fetchone()
            answer = self._read(entry.file, place, body, entry.url)
            made = hashlib.sha1(answer.body, usedforsecurity=False).hexdigest() if answer else ""
            if normalise_digest(made) != entry.digest:
                bad.append(entry)
        return bad

    def prune(self, *, before: str | None = None, to_bytes: int | None = None) -> int:
        """Delete whole files: those with nothing from `before` (14 digits) on, then the oldest until `to_bytes` are
        left. Returns the number of bytes freed."""
        freed = 0
        with self._mutex:
            files = self._rows.execute(
                "SELECT id, name, size, max(time) FROM files LEFT JOIN answers ON file = id GROUP BY id ORDER BY name"
            ).fetchall()
            left = sum(size for _, _, size, _ in files)
            for number, name, size, newest in files:
                aged = before is not None and (newest or "") < before
                if aged or (to_bytes is not None and left > to_bytes):
                    (self._folder / name).unlink(missing_ok=True)
                    self._rows.execute("DELETE FROM answers WHERE file = ?", (number,))
                    self._rows.execute("DELETE FROM files WHERE id = ?", (number,))
                    left -= size
                    freed += size
            self._rows.commit()
        return freed

    def _read(self, name: str, place: int, body: int, url: str) -> HttpResponse | None:
        try:
            with (self._folder / name).open("rb") as file:
                record = read_at(file, place)
                if record is None or record.http_headers is None:
                    return None
                status, headers = record.http_headers.get_statuscode(), tuple(record.http_headers.headers)
                if body != place:
                    record = read_at(file, body)
                    if record is None:
                        return None
                content: bytes = record.raw_stream.read()
        except OSError:
            return None
        return HttpResponse(url=url, status=int(status), headers=headers, body=content)

    def _current(self, now: datetime) -> tuple[int, str, int]:
        """The file to write to: its number, name and length."""
        row = self._rows.execute("SELECT id, name, size FROM files ORDER BY name DESC LIMIT 1").fetchone()
        if row and row[2] < _ROTATE_BYTES and distance(row[1].split("-")[1], from_datetime(now)) < _ROTATE_AFTER:
            return int(row[0]), str(row[1]), int(row[2])
        (count,) = self._rows.execute("SELECT coalesce(max(id), 0) + 1 FROM files").fetchone()
        name = f"citewatch-{from_datetime(now)}-{count:05}.warc.gz"
        number = self._rows.execute("INSERT INTO files (name, size) VALUES (?, 0)", (name,)).lastrowid
        return int(number or 0), name, 0

    def _enter(self, file: int, key: str, url: str, time: str, status: int, digest: str, *rest: int) -> None:
        """`rest`: the body's length, and the places of the record and of the record that holds its body."""
        length, place, body = rest
        self._rows.execute(
            "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (key, url, time, status, digest, length, file, place, body),
        )

    def _catch_up(self) -> None:
        """Enter what files hold beyond what the index knows, and cut a torn end off."""
        known = {name: (number, size) for number, name, size in self._rows.execute("SELECT id, name, size FROM files")}
        for path in sorted(self._folder.glob("citewatch-*.warc.gz")):
            number, size = known.get(path.name, (None, 0))
            if path.stat().st_size == size:
                continue
            if number is None:
                number = self._rows.execute("INSERT INTO files (name, size) VALUES (?, 0)", (path.name,)).lastrowid
            end = self._enter_tail(path, int(number or 0), size)
            self._rows.execute("UPDATE files SET size = ? WHERE id = ?", (end, number))
        self._rows.commit()

    def _enter_tail(self, path: Path, number: int, start: int) -> int:
        """Returns the file's length, a torn record at its end cut off."""
        with path.open("rb+") as file:
            whole: FoundRecord | None = None
            for item in read_records(file, start):
                if isinstance(item, BadRecord):
                    self.notes.append(f"{path.name}: a torn record at byte {item.offset} was cut off.")
                    file.truncate(item.offset)
                    break
                if whole:
                    self._enter_record(whole.record, whole.offset, number)
                whole = item
            end = file.seek(0, 2)
            if whole and whole.offset < end:  # a record that is cut short is found first and called bad next
                self._enter_record(whole.record, whole.offset, number)
            return end

    def _enter_record(self, record: ArcWarcRecord, place: int, number: int) -> None:
        headers = record.rec_headers
        key = headers.get_header(KEY)
        if not key or record.rec_type not in ("response", "revisit") or record.http_headers is None:
            return
        digest = headers.get_header("WARC-Payload-Digest") or ""
        body, length = place, max(record.payload_length, 0)
        if record.rec_type == "revisit":
            same = self._rows.execute(
                "SELECT body, length FROM answers WHERE digest = ? AND file = ? LIMIT 1", (digest, number)
            ).fetchone()
            if same is None:
                return
            body, length = same
        self._enter(
            number, key, headers.get_header("WARC-Target-URI"), first_moment(headers.get_header("WARC-Date")),
            int(record.http_headers.get_statuscode()), digest, length, place, body,
        )  # fmt: skip


def cache_key(url: str, asked: dict[str, str]) -> str:
    """What an answer is kept under: the address, and the time that a TimeGate was asked for."""
    at = asked.get("Accept-Datetime")
    return f"{url} {at}" if at else url


def _opened(path: Path) -> sqlite3.Connection:
    rows = sqlite3.connect(path, check_same_thread=False)
    rows.execute("PRAGMA journal_mode = WAL")
    rows.execute("PRAGMA synchronous = NORMAL")
    rows.executescript(_SCHEMA)
    return rows


def _locked(path: Path, wait: float) -> sqlite3.Connection:
    """A lock that the system takes away with the process, however it ends."""
    lock = sqlite3.connect(path, timeout=wait, isolation_level=None, check_same_thread=False)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error:
        lock.close()
        raise
    return lock
