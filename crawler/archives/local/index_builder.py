"""Builds the index of local archive files, and brings it up to date when files have changed.

A file whose size or time of change differs is indexed anew, one that is gone is removed; the rows of the others are
kept. The new index is built beside the old one and replaces it in one step.
"""

import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from itertools import islice
from pathlib import Path

from crawler.archives.local.containers import Part, opened, parts
from crawler.archives.local.index import Index
from crawler.archives.local.index_rows import Row, read_cdxj, row_from_record
from crawler.archives.local.warc_records import BadRecord, WholeGzipError, read_records

_VERSION = 2
_SCHEMA = """
CREATE TABLE files (id INTEGER PRIMARY KEY, path TEXT UNIQUE, size INTEGER, changed INTEGER);
CREATE TABLE problems (file INTEGER, sentence TEXT);
CREATE TABLE captures (key TEXT, timestamp TEXT, url TEXT, status INTEGER, media_type TEXT, digest TEXT,
                       revisit INTEGER, file INTEGER, place TEXT);
CREATE INDEX by_key ON captures (key, timestamp);
CREATE INDEX by_digest ON captures (digest) WHERE revisit = 0;
CREATE INDEX by_file ON captures (file);
"""
_INSERT_FILE = "INSERT INTO files (path, size, changed) VALUES (?, ?, ?)"
_INSERT = "INSERT INTO captures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_BATCH = 1_000

# The size in bytes and the time of change in nanoseconds by which a file is known to be unchanged.
Stamp = tuple[int, int]


def open_index(files: Sequence[Path], root: Path, kept: Path, listings: Sequence[Path] = ()) -> Index:
    """Return the index of files, brought up to date.

    Args:
        files: the archive files.
        root: the folder that their paths are kept relative to.
        kept: where the index is.
        listings: CDXJ indexes. Files that one of them lists, and that have not changed since it was made, are not read.

    Raises:
        OSError: a file vanished meanwhile, or the index cannot be written.
        sqlite3.Error: the index cannot be written.
    """
    wanted = {str(f.relative_to(root)): (f.stat().st_size, f.stat().st_mtime_ns) for f in files}
    if _indexed_files(kept) != wanted:
        kept.parent.mkdir(parents=True, exist_ok=True)
        _rebuild(wanted, root, kept, listings)
    return Index(kept)


def _indexed_files(kept: Path) -> dict[str, Stamp] | None:
    """Return the files of the index with their stamps, or None if the index cannot be used."""
    if not kept.exists():
        return None
    try:
        with closing(sqlite3.connect(kept)) as rows:
            if rows.execute("PRAGMA user_version").fetchone()[0] != _VERSION:
                return None
            files = rows.execute("SELECT path, size, changed FROM files")
            return {path: (size, changed) for path, size, changed in files}
    except sqlite3.DatabaseError:
        return None


def _rebuild(wanted: dict[str, Stamp], root: Path, kept: Path, listings: Sequence[Path]) -> None:
    handle, name = tempfile.mkstemp(dir=kept.parent, prefix=kept.name, suffix=".new")
    os.close(handle)
    try:
        with closing(sqlite3.connect(name)) as rows:
            known = _indexed_files(kept)
            if known is None:
                rows.executescript(_SCHEMA)
                rows.execute(f"PRAGMA user_version = {_VERSION}")
            else:
                with closing(sqlite3.connect(kept)) as old:
                    old.backup(rows)
            rows.execute("PRAGMA synchronous = OFF")  # an interrupted build is discarded
            _remove(rows, [path for path, stamp in (known or {}).items() if wanted.get(path) != stamp])
            fresh = {path: stamp for path, stamp in wanted.items() if (known or {}).get(path) != stamp}
            for path in fresh.keys() - _add_from_cdxj(rows, listings, fresh):
                _add(rows, root, path, fresh[path])
            rows.commit()
        os.replace(name, kept)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _remove(rows: sqlite3.Connection, paths: Iterable[str]) -> None:
    for path in paths:
        for (number,) in rows.execute("SELECT id FROM files WHERE path = ?", (path,)).fetchall():
            rows.execute("DELETE FROM captures WHERE file = ?", (number,))
            rows.execute("DELETE FROM problems WHERE file = ?", (number,))
            rows.execute("DELETE FROM files WHERE id = ?", (number,))


def _add(rows: sqlite3.Connection, root: Path, path: str, stamp: Stamp) -> None:
    number = rows.execute(_INSERT_FILE, (path, *stamp)).lastrowid
    problems: list[str] = []
    rows.executemany(_INSERT, (_values(row, number) for row in _scan(root, path, problems)))
    rows.executemany("INSERT INTO problems VALUES (?, ?)", [(number, sentence) for sentence in problems])


def _add_from_cdxj(rows: sqlite3.Connection, listings: Sequence[Path], fresh: dict[str, Stamp]) -> set[str]:
    """Add those files that CDXJ indexes list; return which these are."""
    by_name: dict[str, list[str]] = {}
    for path in fresh:
        by_name.setdefault(Path(path).name, []).append(path)
    numbers: dict[str, int] = {}

    def values(listing: Path) -> Iterator[tuple[object, ...]]:
        made = listing.stat().st_mtime_ns
        for line in read_cdxj(listing):
            paths = by_name.get(line.filename.rpartition("/")[2], [])
            if len(paths) != 1 or fresh[paths[0]][1] > made:
                continue
            if paths[0] not in numbers:
                added = rows.execute(_INSERT_FILE, (paths[0], *fresh[paths[0]]))
                numbers[paths[0]] = added.lastrowid or 0
            place = Part(path=paths[0]).location(int(line.row.place))
            yield _values(replace(line.row, place=place), numbers[paths[0]])

    for listing in listings:
        found = values(listing)
        while some := list(islice(found, _BATCH)):
            rows.executemany(_INSERT, some)
    return set(numbers)


def _values(row: Row, file: int | None) -> tuple[object, ...]:
    return row.key, row.timestamp, row.url, row.status, row.media_type, row.digest, row.revisit, file, row.place


def _scan(root: Path, path: str, problems: list[str]) -> Iterator[Row]:
    """Yield the captures in a file; add what is wrong with it to `problems`."""
    before = len(problems)
    count = 0
    for part in parts(root / path, path, problems):
        for row in _scan_part(root, part, problems):
            count += 1
            yield row
    if not count and len(problems) == before:
        problems.append(f"{path} holds no capture of a web page.")


def _scan_part(root: Path, part: Part, problems: list[str]) -> Iterator[Row]:
    try:
        with opened(root, part) as stream:
            for item in read_records(stream):
                if isinstance(item, BadRecord):
                    problems.append(f"{part.label}: the record at byte {item.offset} {item.reason}.")
                elif row := row_from_record(item.record, part.location(item.offset)):
                    yield row
    except WholeGzipError:
        # The records before this (the first, usually) are indexed twice: either place gives the same record.
        yield from _scan_part(root, part.unpacked(), problems)
    except OSError as error:
        problems.append(f"{part.label} cannot be read: {error.strerror or error}.")
