"""The index of the store: which WARC file holds the response for a key, and where. SQLite; the files come first."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Self

_SCHEMA = """
CREATE TABLE IF NOT EXISTS files (id INTEGER PRIMARY KEY, name TEXT UNIQUE, size INTEGER);
CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, url TEXT, time TEXT, status INTEGER, digest TEXT,
    length INTEGER, file INTEGER, place INTEGER, body INTEGER);
CREATE INDEX IF NOT EXISTS by_digest ON answers (digest, file);
"""
_SELECT = (
    "SELECT key, url, time, status, digest, length, name, place, body "
    "FROM answers JOIN files ON answers.file = files.id"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A response in the store.

    Attributes:
        key: see `crawler.storage.store.cache_key`.
        url: the address that was asked.
        time: when it was retrieved, 14 digits of UTC.
        status: the HTTP status.
        digest: of the body as sent, `sha1:` and base 32.
        length: of the body as sent, in bytes.
        file: the name of the WARC file.
        offset: of its record in the file, in bytes.
        body_offset: of the record that holds its body, which is another one if the body was stored before.
    """

    key: str
    url: str
    time: str
    status: int
    digest: str
    length: int
    file: str
    offset: int
    body_offset: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreFile:
    """A WARC file of the store: its number in the index, name, size in bytes and time of its newest response."""

    id: int
    name: str
    size: int
    newest: str | None = None


class StoreIndex:
    """The index, open. The caller keeps threads from using it at the same time."""

    def __init__(self, rows: sqlite3.Connection) -> None:
        """Use an open database, whose tables are made if they are missing."""
        self._rows = rows
        rows.executescript(_SCHEMA)

    @classmethod
    def at(cls, path: Path) -> Self:
        """Open or make the index at `path`.

        Raises:
            sqlite3.DatabaseError: it is damaged, or holds other tables.
            sqlite3.OperationalError: it cannot be opened or written.
        """
        rows = sqlite3.connect(path, check_same_thread=False)
        try:
            rows.execute("PRAGMA journal_mode = WAL")
            rows.execute("PRAGMA synchronous = NORMAL")
            return cls._sound(rows)
        except BaseException:
            rows.close()
            raise

    @classmethod
    def copy_of(cls, path: Path) -> Self:
        """Copy an index that cannot be written into memory; raises what `at` raises."""
        index = cls.in_memory()
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)) as kept:
            kept.backup(index._rows)
        return cls._sound(index._rows)

    @classmethod
    def in_memory(cls) -> Self:
        """Make an empty index in memory."""
        return cls(sqlite3.connect(":memory:", check_same_thread=False))

    @classmethod
    def _sound(cls, rows: sqlite3.Connection) -> Self:
        index = cls(rows)
        (found,) = rows.execute("PRAGMA quick_check(1)").fetchone()
        if found != "ok":
            raise sqlite3.DatabaseError(found)
        rows.execute(f"{_SELECT} LIMIT 1").fetchone()
        return index

    def close(self) -> None:
        """Close the index."""
        self._rows.close()

    def commit(self) -> None:
        """Make the changes so far permanent."""
        self._rows.commit()

    def rollback(self) -> None:
        """Undo the changes since the last commit."""
        self._rows.rollback()

    def find(self, key: str) -> Entry | None:
        """Return the entry of a key, or None."""
        row = self._rows.execute(f"{_SELECT} WHERE key = ?", (key,)).fetchone()
        return _entry(row) if row else None

    def same_body(self, digest: str, file: int) -> Entry | None:
        """Return an entry of the file number `file` that holds a body of this digest itself, or None."""
        where = "digest = ? AND file = ? AND place = body LIMIT 1"
        row = self._rows.execute(f"{_SELECT} WHERE {where}", (digest, file)).fetchone()
        return _entry(row) if row else None

    def entries(self) -> list[Entry]:
        """Return all entries, oldest first."""
        return [_entry(row) for row in self._rows.execute(f"{_SELECT} ORDER BY time, url")]

    def add(self, entry: Entry, file: int) -> None:
        """Add an entry of the file number `file`, in place of an older one of its key."""
        self._rows.execute(
            "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                entry.key, entry.url, entry.time, entry.status, entry.digest, entry.length, file, entry.offset,
                entry.body_offset,
            ),
        )  # fmt: skip

    def files(self) -> list[StoreFile]:
        """Return all files, in the order of their names and so of their times."""
        rows = self._rows.execute(
            "SELECT id, name, size, max(time) FROM files LEFT JOIN answers ON file = id GROUP BY id ORDER BY name"
        )
        return [StoreFile(id=number, name=name, size=size, newest=newest) for number, name, size, newest in rows]

    def last_file(self) -> StoreFile | None:
        """Return the last file by name, or None; `newest` is not filled in."""
        row = self._rows.execute("SELECT id, name, size FROM files ORDER BY name DESC LIMIT 1").fetchone()
        return StoreFile(id=row[0], name=row[1], size=row[2]) if row else None

    def next_number(self) -> int:
        """Return the number that the next file gets."""
        return int(self._rows.execute("SELECT coalesce(max(id), 0) + 1 FROM files").fetchone()[0])

    def add_file(self, name: str) -> StoreFile:
        """Add an empty file."""
        number = self._rows.execute("INSERT INTO files (name, size) VALUES (?, 0)", (name,)).lastrowid
        return StoreFile(id=number or 0, name=name, size=0)

    def set_size(self, file: int, size: int) -> None:
        """Record that the file number `file` has `size` bytes, all of which are indexed."""
        self._rows.execute("UPDATE files SET size = ? WHERE id = ?", (size, file))

    def remove_file(self, file: int) -> None:
        """Remove the file number `file` and its entries."""
        self._rows.execute("DELETE FROM answers WHERE file = ?", (file,))
        self._rows.execute("DELETE FROM files WHERE id = ?", (file,))


def _entry(row: tuple[str, str, str, int, str, int, str, int, int]) -> Entry:
    key, url, time, status, digest, length, file, offset, body_offset = row
    return Entry(
        key=key, url=url, time=time, status=status, digest=digest, length=length, file=file, offset=offset,
        body_offset=body_offset,
    )  # fmt: skip
