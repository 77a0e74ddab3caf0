"""Writes a WACZ file (1.1.1, specs.webrecorder.net/wacz): WARC records, their index, a list of pages, and digests."""

import hashlib
import io
import json
import os
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import claims
from crawler.archives.local.index_rows import row_from_record
from crawler.archives.local.warc_records import BadRecord, FoundRecord, read_records
from crawler.timestamps import moment

_VERSION = "1.1.1"
_WARC = "data.warc.gz"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageEntry:
    """A page of the list with which viewers begin: its address, time (14 digits) and title."""

    url: str
    timestamp: str
    title: str


def write_wacz(
    path: Path, records: bytes, pages: Sequence[PageEntry], others: Mapping[str, bytes], *, title: str, now: datetime
) -> None:
    """Write a WACZ file, whole or not at all.

    Args:
        path: where to write it.
        records: the records, each compressed by itself.
        pages: the pages to list.
        others: more files to include, by their paths in the file.
        title: what the file calls itself.
        now: when it is made.

    Raises:
        OSError: it cannot be written.
    """
    files = {
        f"archive/{_WARC}": records,
        "indexes/index.cdx": "".join(sorted(_index_lines(records))).encode(),
        "pages/pages.jsonl": "".join(_page_lines(pages)).encode(),
        **others,
    }
    package = _package(files, title, now)
    digest = {"path": "datapackage.json", "hash": _sha256(package)}
    files |= {"datapackage.json": package, "datapackage-digest.json": _json(digest)}
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with zipfile.ZipFile(temporary, "w", zipfile.ZIP_STORED) as packed:  # viewers read records in place
            for name, content in files.items():
                packed.writestr(zipfile.ZipInfo(name, now.timetuple()[:6]), content)
        os.replace(temporary, path)
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()


def _package(files: Mapping[str, bytes], title: str, now: datetime) -> bytes:
    resources = [
        {"name": name.rpartition("/")[2], "path": name, "hash": _sha256(content), "bytes": len(content)}
        for name, content in files.items()
    ]
    return _json({
        "profile": "data-package", "wacz_version": _VERSION, "title": title,
        "software": f"citewatch/{claims.__version__}", "created": now.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "resources": resources,
    })  # fmt: skip


def _page_lines(pages: Sequence[PageEntry]) -> Iterator[str]:
    yield _line({"format": "json-pages-1.0", "id": "pages", "title": "Cited pages"})
    for number, page in enumerate(pages, 1):
        time = moment(page.timestamp).strftime("%Y-%m-%dT%H:%M:%SZ")
        yield _line({"id": str(number), "url": page.url, "ts": time, "title": page.title})


def _index_lines(records: bytes) -> Iterator[str]:
    """Yield the lines of a CDXJ index."""
    found = [item for item in read_records(io.BytesIO(records)) if not isinstance(item, BadRecord)]
    ends = [item.offset for item in found[1:]] + [len(records)]
    for item, end in zip(found, ends, strict=True):
        if fields := _index_fields(item, end):
            key, timestamp, entry = fields
            yield f"{key} {timestamp} {_line(entry)}"


def _index_fields(item: FoundRecord, end: int) -> tuple[str, str, dict[str, str]] | None:
    row = row_from_record(item.record, "")
    if row is None:
        return None
    entry = {
        "url": row.url, "mime": "warc/revisit" if row.revisit else row.media_type or "unk", "status": str(row.status),
        "digest": row.digest or "", "length": str(end - item.offset), "offset": str(item.offset), "filename": _WARC,
    }  # fmt: skip
    return row.key, row.timestamp, entry


def _line(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False) + "\n"


def _json(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=2).encode()


def _sha256(content: bytes) -> str:
    return "sha256:" + hashlib.sha256(content).hexdigest()
