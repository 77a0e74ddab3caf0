"""Judgements kept from run to run: what the same checker judged before, word for word, is not judged again.

A nightly run over unchanged documents would otherwise spend most of its time on judging. Losing the cache costs that
time and nothing else, so a file that cannot be read is replaced, and one that cannot be written is not used.
"""

import contextlib
import hashlib
import logging
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

import msgspec

import claims
from claims.records import Source, Strictness
from claims.support import default_checker
from claims.support.entailment.interface import Entailment
from claims.support.interface import Checker, Judgement, Statement

Answer = TypeVar("Answer")

_log = logging.getLogger(__name__)

_BATCH = 100
# The cache of a checker that is no longer used, after an update for instance, is deleted after so many days.
_DAYS_UNUSED = 30
_SCHEMA = "CREATE TABLE IF NOT EXISTS judged (key BLOB PRIMARY KEY, judgement BLOB) WITHOUT ROWID"


class _Page:
    """A source, and the checker's index of it, made when it is first needed."""

    def __init__(self, source: Source, checker: Checker[Any]) -> None:
        self._source, self._checker = source, checker
        self.digest = hashlib.sha256(msgspec.json.encode(source)).digest()

    @cached_property
    def index(self) -> Any:
        return self._checker.index(self._source)


class CachingChecker:
    """A checker that answers from its cache what the checker behind it judged before. Threads may share it."""

    def __init__(self, checker: Checker[Any], rows: sqlite3.Connection) -> None:
        self._checker, self._rows = checker, rows
        self._fresh: dict[bytes, bytes] = {}
        self._lock = threading.Lock()

    @property
    def name(self) -> str:
        """See `Checker`."""
        return self._checker.name

    def index(self, source: Source) -> _Page:
        """See `Checker`. The source is indexed when it is first judged."""
        return _Page(source, self._checker)

    def judge(self, statement: Statement, sources: Sequence[_Page]) -> Judgement:
        """See `Checker`."""
        key = _key(statement, sources)
        return self._answer(key, Judgement, lambda: self._checker.judge(statement, [page.index for page in sources]))

    def supports(self, statement: Statement, sources: Sequence[_Page]) -> Judgement | None:
        """See `Checker`."""
        key = hashlib.sha256(b"supports" + _key(statement, sources)).digest()
        return self._answer(
            key, Judgement | None, lambda: self._checker.supports(statement, [page.index for page in sources])
        )

    def flush(self) -> None:
        """Write new judgements to the cache."""
        with self._lock:
            self._write()

    def _answer(self, key: bytes, kind: Any, ask: Callable[[], Answer]) -> Answer:
        """Return what is kept under a key, a value of this type; what `ask` returns if there is none."""
        kept = self._find(key)
        if kept is not None:
            with contextlib.suppress(msgspec.DecodeError):
                known: Answer = msgspec.json.decode(kept, type=kind)
                return known
        answer = ask()
        with self._lock:
            self._fresh[key] = msgspec.json.encode(answer)
            if len(self._fresh) >= _BATCH:
                self._write()
        return answer

    def _find(self, key: bytes) -> bytes | None:
        with self._lock:
            if key in self._fresh:
                return self._fresh[key]
            try:
                row = self._rows.execute("SELECT judgement FROM judged WHERE key = ?", (key,)).fetchone()
            except sqlite3.Error:
                return None
        return row[0] if row else None

    def _write(self) -> None:
        try:
            with self._rows:
                self._rows.executemany("INSERT OR REPLACE INTO judged VALUES (?, ?)", self._fresh.items())
        except sqlite3.Error as error:
            _log.info("Judgements are not cached: %s.", error)
        self._fresh.clear()


def _key(statement: Statement, sources: Sequence[_Page]) -> bytes:
    said = hashlib.sha256(msgspec.json.encode(statement))
    for page in sources:
        said.update(page.digest)
    return said.digest()


@contextmanager
def cached_judgements(checker: Checker[Any], folder: Path, manner: str) -> Iterator[Checker[Any]]:
    """Give a checker whose judgements are cached in a folder.

    Args:
        checker: the checker that judges what is not cached.
        folder: where the cache is.
        manner: how the checker is set up, if its name does not say it.
    """
    by = hashlib.sha256(f"{checker.name} {manner} {_code_digest()}".encode()).hexdigest()[:16]
    rows = _open(folder / f"{by}.sqlite")
    if rows is None:
        yield checker
        return
    kept = CachingChecker(checker, rows)
    try:
        yield kept
    finally:
        kept.flush()
        rows.close()


def own_checker(
    strictness: Strictness, store: Path, entailment: Entailment | None = None
) -> AbstractContextManager[Checker[Any]]:
    """Give the checker that citewatch ships, with its judgements cached in `store`."""
    return cached_judgements(default_checker(strictness, entailment), store / "judged", strictness)


def _code_digest() -> str:
    """Return a digest of the code, model, languages and stemmers that judge: if they change, the cache is not used."""
    digest = hashlib.sha256(version("snowballstemmer").encode())
    folder = Path(claims.__file__).parent
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _open(path: Path) -> sqlite3.Connection | None:
    """Open the cache, made anew if it cannot be read; None if it cannot be made."""
    for _ in range(2):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _forget_unused(path)
            rows = sqlite3.connect(path, check_same_thread=False)
            rows.execute("PRAGMA synchronous = OFF")
            rows.execute(_SCHEMA)
            path.touch()
            return rows
        except sqlite3.OperationalError:  # locked, or the disk is full
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
