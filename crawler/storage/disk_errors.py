"""Errors of the disk and of SQLite as errors of the store, in words that name the way out."""

import errno
import sqlite3
from pathlib import Path

from claims.errors import CitewatchError, ConfigurationError, StoreError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, "SQLITE_FULL", "SQLITE_IOERR_WRITE")
_READ_ONLY = (errno.EACCES, errno.EPERM, errno.EROFS, "SQLITE_READONLY", "SQLITE_READONLY_DIRECTORY", "SQLITE_CANTOPEN")
_ELSEWHERE = "name another folder with --store"
_MEND = "Name another folder with --store."


def _is_full(error: OSError | sqlite3.Error) -> bool:
    """Return whether an error says that no more can be written to the disk, or to a file."""
    return _code(error) in _FULL


def opening_error(folder: Path, error: OSError | sqlite3.Error) -> CitewatchError:
    """Return why the store in `folder` cannot be opened."""
    place = str(folder)
    if _is_full(error):
        return StoreError("the disk of the store is full.", place=place, mend=f"Free some space, or {_ELSEWHERE}.")
    if _code(error) == "SQLITE_BUSY":
        mend = f"Wait until it is finished, or {_ELSEWHERE}."
        return ConfigurationError("another run is using this store.", place=place, mend=mend)
    if _code(error) in _READ_ONLY:
        return ConfigurationError("the store is read-only.", place=place, mend=_MEND)
    return ConfigurationError(f"the store cannot be opened: {error}.", place=place, mend=_MEND)


def keeping_error(folder: Path, error: OSError | sqlite3.Error) -> StoreError:
    """Return why the store in `folder` keeps nothing more in this run."""
    what = "its disk is full" if _is_full(error) else str(error)
    mend = f"What was fetched before is kept. Free some space, or {_ELSEWHERE}, and run again."
    if not _is_full(error):
        mend = "What was fetched before is kept. Run again: what is damaged is repaired when the store is opened."
    return StoreError(f"the store cannot keep what is fetched: {what}.", place=str(folder), mend=mend)


def _code(error: OSError | sqlite3.Error) -> int | str | None:
    """Return the number of an error of the disk, the name of one of SQLite."""
    return error.errno if isinstance(error, OSError) else getattr(error, "sqlite_errorname", None)
