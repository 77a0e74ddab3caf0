"""The archived response in a WARC or ARC record: status, headers, and the body with its codings undone."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from warcio.bufferedreaders import ChunkedDataReader
from warcio.recordloader import ArcWarcRecord

from crawler.archives.interface import ArchivedResponse, CaptureRow
from crawler.archives.local.index_rows import normalise_digest
from crawler.net.decoding import TooLarge, decode


def response_of(record: ArcWarcRecord, row: CaptureRow, max_bytes: int) -> ArchivedResponse:
    """Return the response in the record of a capture, no revisit.

    Raises:
        TooLarge: the body has more than `max_bytes` bytes, compressed or not.
    """
    headers = _headers(record)
    body, missing = _body(record, headers, max_bytes)
    return ArchivedResponse(
        url=row.url, timestamp=row.timestamp, status=row.status or _status(record), headers=headers,
        body=decode(body, headers.get("content-encoding", ""), max_bytes),
        digest=row.digest or _digest(body), truncated=missing,
    )  # fmt: skip


def revisit_of(record: ArcWarcRecord, row: CaptureRow, original: ArchivedResponse) -> ArchivedResponse:
    """Return the response of a revisit: the record's own headers, if it has any, and the body of the original."""
    headers = _headers(record) if record.http_headers else original.headers
    return replace(
        original, url=row.url, timestamp=row.timestamp, status=row.status or original.status, headers=headers
    )  # fmt: skip


def _body(record: ArcWarcRecord, headers: dict[str, str], max_bytes: int) -> tuple[bytes, str | None]:
    """Return the body with its transfer coding undone, and why it is not complete, or None."""
    stream: Any = record.raw_stream
    if "chunked" in headers.get("transfer-encoding", "").lower():
        stream = ChunkedDataReader(record.raw_stream)
    body: bytes = stream.read(max_bytes + 1)
    if len(body) > max_bytes:
        raise TooLarge
    if getattr(record.raw_stream, "limit", 0) and not isinstance(stream, ChunkedDataReader):
        return body, "the archive file ends within the capture"
    cut = record.rec_headers.get_header("WARC-Truncated") if record.format == "warc" else None
    return body, cut_off(cut) if cut else None


def cut_off(why: str) -> str:
    """Return why a capture is not complete; `why` is the reason that the crawler recorded (`length`, `time` …)."""
    return f"the crawler cut the capture off ({why})"


def _headers(record: ArcWarcRecord) -> dict[str, str]:
    if record.http_headers is None:
        return {"content-type": record.rec_headers.get_header("Content-Type") or ""}
    return _first(record.http_headers.headers)


def _first(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    headers: dict[str, str] = {}
    for name, value in pairs:
        headers.setdefault(name.strip().lower(), value.strip())
    return headers


def _status(record: ArcWarcRecord) -> int:
    """Return the status; 200 if the record has none that can be read: the early web, and resources without HTTP."""
    code = record.http_headers.get_statuscode() if record.http_headers else ""
    return int(code) if code and code.isascii() and code.isdigit() and len(code) == 3 else 200


def _digest(body: bytes) -> str:
    return normalise_digest("sha1:" + hashlib.sha1(body, usedforsecurity=False).hexdigest()) or ""
