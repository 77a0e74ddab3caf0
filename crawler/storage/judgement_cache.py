"""Judgements kept from run to run: what the same checker judged before, word for word, is not judged again.

A nightly run over what has not changed would otherwise spend most of its time on judging. Losing what is kept costs
that time and nothing else, so a file that cannot be read is begun anew, and one that cannot be written is left.
"""

import contextlib
import hashlib
import logging
import sqlite3
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

import msgspec

import claims
from claims.records import Source
from claims.support.interface import Checker, Judgement, Statement

_log = logging.getLogger(__name__)

_BATCH = 100
# Of checkers that are no more in use, after an update for instance.
_DAYS_UNUSED = 30
_SCHEMA = "CREATE TABLE IF NOT EXISTS judged (key BLOB PRIMARY KEY, judgement BLOB) WITHOUT ROWID"


class _Page:
    """A source, and the first checker's index of it once it is needed."""

    def __init__(self, source: Source, first: Checker[Any]) -> None:
        self._source, self._first = source, first
        self.digest = hashlib.sha256(msgspec.json.encode(source)).digest()

    @cached_property
    def index(self) -> Any:
        return self._first.index(self._source)


class CachingChecker:
    """A checker that remembers what the one behind it said. Threads may share it."""

    def __init__(self, first: Checker[Any], rows: sqlite3.Connection) -> None:
        self._first, self._rows = first, rows
        self._fresh: dict[bytes, bytes] = {}
        self._lock = threading.Lock()

    @property
    def name(self) -> str:
        """See `Checker`."""
        return self._first.name

    def index(self, source: Source) -> _Page:
        """See `Checker`. Nothing is indexed yet."""
        return _Page(source, self._first)

    def judge(self, statement: Statement, sources: Sequence[_Page]) -> Judgement:
        """See `Checker`."""
        key = _key(statement, sources)
        if (kept := self._find(key)) is not None:
            return kept
        judgement = self._first.judge(statement, [page.index for page in sources])
        with self._lock:
            self._fresh[key] = msgspec.json.encode(judgement)
            if len(self._fresh) >= _BATCH:
                self._write()
        return judgement

    def flush(self) -> None:
        """Write down what is new."""
        with self._lock:
            self._write()

    def _find(self, key: bytes) -> Judgement | None:
        with self._lock:
            kept = self._fresh.get(key)
            if kept is None:
                try:
                    row = self._rows.execute("SELECT judgement FROM judged WHERE key = ?", (key,)).fetchone()
                except sqlite3.Error:
                    return None
                kept = row[0] if row else None
        try:
            return msgspec.json.decode(kept, type=Judgement) if kept else None
        except msgspec.DecodeError:
            return None

    def _write(self) -> None:
        try:
            with self._rows:
                self._rows.executemany("INSERT OR REPLACE INTO judged VALUES (?, ?)", self._fresh.items())
        except sqlite3.Error as error:
            _log.info("Judgements are not kept: %s.", error)
        self._fresh.clear()


def _key(statement: Statement, sources: Sequence[_Page]) -> bytes:
    said = hashlib.sha256(msgspec.json.encode(statement))
    for page in sources:
        said.update(page.digest)
    return said.digest()


@contextmanager
def cached_judgements(first: Checker[Any], folder: Path, manner: str) -> Iterator[Checker[Any]]:
    """`first`, with its judgements kept in `folder`; `manner` says how it is set up, where its name does not."""
    by = hashlib.sha256(f"{first.name} {manner} {_code_digest()}".encode()).hexdigest()[:16]
    rows = _opened(folder / f"{by}.sqlite")
    if rows is None:
        yield first
        return
    kept = CachingChecker(first, rows)
    try:
        yield kept
    finally:
        kept.flush()
        rows.close()


def _code_digest() -> str:
    """Of the code, the model, the languages' data and the stemmers: when they change, nothing judged before counts."""
    digest = hashlib.sha256(version("snowballstemmer").encode())
    folder = Path(claims.__file__).parent
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _opened(path: Path) -> sqlite3.Connection | None:
    """The file, new where it was none or not to be read; None where there can be no such file."""
    for _ in range(2):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _forget_unused(path)
            rows = sqlite3.connect(path, check_same_thread=False)
            rows.execute("PRAGMA synchronous = OFF")
            rows.execute(_SCHEMA)
            path.touch()
            return rows
        except sqlite3.OperationalError:  # locked, or no room
            return None
        except sqlite3.DatabaseError:
            with contextlib.suppress(OSError):
                path.unlink()
        except OSError:
            return None
    return None


def _forget_unused(path: Path) -> None:
    oldest = time.time() - _DAYS_UNUSED * 86_400
    for other in path.parent.glob("*.sqlite"):
        if other != path and other.stat().st_mtime < oldest:
            other.unlink()
