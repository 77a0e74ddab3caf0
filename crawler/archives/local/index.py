"""The index of local archive files: which captures they hold, and where. One SQLite file, read here."""

import sqlite3
import threading
from pathlib import Path

from crawler.archives.interface import CaptureRow

_COLUMNS = "url, timestamp, status, media_type, digest, place"
_PROBLEMS = "SELECT sentence FROM problems JOIN files ON file = id ORDER BY path, problems.rowid"
# A page may have thousands of captures; only the nearest are ever tried.
_MAX_ROWS = 500


class Index:
    """An index, open for reading. Threads may share it."""

    def __init__(self, path: Path) -> None:
        self._lock = threading.Lock()
        self._rows = sqlite3.connect(path, check_same_thread=False)
        self._rows.execute("PRAGMA query_only = 1")

    def captures(self, key: str, near: str | None) -> list[CaptureRow]:
        """Return the captures of a SURT key: nearest to `near` (14 digits) on either side, or newest first."""
        if near is None:
            return self._select("key = ? ORDER BY timestamp DESC LIMIT ?", key, _MAX_ROWS)
        before = self._select("key = ? AND timestamp <= ? ORDER BY timestamp DESC LIMIT ?", key, near, _MAX_ROWS)
        after = self._select("key = ? AND timestamp > ? ORDER BY timestamp LIMIT ?", key, near, _MAX_ROWS)
        return before + after

    def original(self, digest: str) -> CaptureRow | None:
        """Return a capture (no revisit) whose body has this digest, or None."""
        return next(iter(self._select("digest = ? AND revisit = 0 LIMIT 1", digest)), None)

    def original_at(self, key: str, timestamp: str) -> CaptureRow | None:
        """Return the capture (no revisit) of a SURT key at exactly that time, or None."""
        return next(iter(self._select("key = ? AND timestamp = ? AND revisit = 0 LIMIT 1", key, timestamp)), None)

    def size(self) -> int:
        """Return the number of captures."""
        with self._lock:
            return int(self._rows.execute("SELECT count(*) FROM captures").fetchone()[0])

    def problems(self) -> tuple[str, ...]:
        """Return what is wrong with the files, a sentence each."""
        with self._lock:
            rows = self._rows.execute(_PROBLEMS)
            return tuple(row[0] for row in rows)

    def close(self) -> None:
        """Close the index."""
        self._rows.close()

    def _select(self, where: str, *values: object) -> list[CaptureRow]:
        with self._lock:
            rows = self._rows.execute(f"SELECT {_COLUMNS} FROM captures WHERE {where}", values).fetchall()  # noqa: S608
        return [
            CaptureRow(url=url, timestamp=stamp, status=status, media_type=kind, digest=digest, key=place)
            for url, stamp, status, kind, digest, place in rows
        ]
