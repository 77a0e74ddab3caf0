"""Opens the store's lock and index. An index that is damaged is made anew from the WARC files.

Whoever may not write reads the index where it is, or else, where it is damaged or in a folder that is read-only, from a
copy in memory that is brought up to date.
"""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from crawler.storage.disk_errors import opening_error
from crawler.storage.recovery import recover
from crawler.storage.store_index import StoreIndex

_LOCK, _INDEX = "lock.sqlite", "index.sqlite"

Opening = TypeVar("Opening")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The index, the lock that this process holds (None if it only reads), and what was repaired, a sentence each."""

    index: StoreIndex
    lock: sqlite3.Connection | None
    notes: tuple[str, ...]


def open_to_write(folder: Path, wait: float) -> Opened:
    """Open the store in `folder`, made if missing; `wait`: seconds to wait for another process that writes.

    Raises:
        ConfigurationError: another process is writing to it, or it cannot be written.
        StoreError: the disk is full.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock, _ = _replaced_if_damaged(folder / _LOCK, lambda path: _lock(path, wait))
        try:
            index, damaged = _replaced_if_damaged(folder / _INDEX, StoreIndex.at)
            notes = recover(folder, index)
        except BaseException:
            lock.close()
            raise
    except (OSError, sqlite3.Error) as error:
        raise opening_error(folder, error) from error
    return Opened(index=index, lock=lock, notes=(*_notes(folder, damaged), *notes))


def open_to_read(folder: Path) -> Opened:
    """Open the store in `folder`, which may be missing or read-only, and leave it as it is.

    Raises:
        ConfigurationError: its files cannot be read.
    """
    path, damaged = folder / _INDEX, False
    if path.exists():
        try:
            return Opened(index=StoreIndex.at(path), lock=None, notes=())
        except sqlite3.Error as error:
            damaged = _is_damage(error)
    try:
        index = StoreIndex.copy_of(path) if path.exists() and not damaged else StoreIndex.in_memory()
        notes = recover(folder, index, repair=False)
    except (OSError, sqlite3.Error) as error:
        raise opening_error(folder, error) from error
    return Opened(index=index, lock=None, notes=(*_notes(folder, damaged), *notes))


def _lock(path: Path, wait: float) -> sqlite3.Connection:
    """Take a lock that the operating system releases with the process, however it ends."""
    lock = sqlite3.connect(path, timeout=wait, isolation_level=None, check_same_thread=False)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error:
        lock.close()
        raise
    return lock


def _replaced_if_damaged(path: Path, open_at: Callable[[Path], Opening]) -> tuple[Opening, bool]:
    """Open a file of SQLite, made anew if it is damaged; return whether it was."""
    try:
        return open_at(path), False
    except sqlite3.Error as error:
        if not _is_damage(error):
            raise
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        path.with_name(name).unlink(missing_ok=True)
    return open_at(path), True


def _is_damage(error: sqlite3.Error) -> bool:
    """Return whether a file is not SQLite's, not whole, or holds other tables."""
    return not isinstance(error, sqlite3.OperationalError) or error.sqlite_errorname == "SQLITE_ERROR"


def _notes(folder: Path, damaged: bool) -> tuple[str, ...]:
    return (f"{folder}: the index was damaged; it was made anew from the WARC files.",) if damaged else ()
