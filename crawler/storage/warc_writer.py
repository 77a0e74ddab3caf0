"""One exchange with an archive as WARC 1.1 records: request, response or revisit, and the citation it is for. Pure.

warcio has a writer too, but it copies each body through temporary files that it leaves to the garbage collector.
"""

import gzip
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import uuid4

from crawler.net.client import HttpResponse
from crawler.timestamps import moment

FILE_PATTERN = "citewatch-*.warc.gz"
KEY = "WARC-X-Citewatch-Key"
_IDENTICAL = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
_HTTP = "application/http; msgtype="


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierRecord:
    """An earlier record whose body is the same: its address and time (14 digits)."""

    url: str
    time: str


def file_name(time: str, number: int) -> str:
    """Return the name of the WARC file of that number, begun at `time` (14 digits)."""
    return f"citewatch-{time}-{number:05}.warc.gz"


def exchange_records(
    key: str,
    answer: HttpResponse,
    request_headers: dict[str, str],
    *,
    digest: str,
    now: datetime,
    same: EarlierRecord | None,
    wanted: str,
) -> tuple[bytes, int]:
    """Return the compressed records, and the offset in bytes at which the response (or revisit) begins.

    Args:
        key: what the store finds the response by.
        answer: the response as sent.
        request_headers: the headers of its request.
        digest: of its body, `sha1:` and base 32.
        now: when it was retrieved.
        same: an earlier record with the same body, for which a revisit is written.
        wanted: the document and citation that it was fetched for, or empty.
    """
    parts = answer.url.split("/", 3)
    path = f"/{parts[3] if len(parts) > 3 else ''}"
    request = _message(f"GET {path} HTTP/1.1", [("Host", parts[2]), *request_headers.items()])
    before = _record("request", answer.url, now, request, {"Content-Type": _HTTP + "request"})
    sent = [(k, v) for k, v in answer.headers if k.lower() not in ("transfer-encoding", "content-length")]
    head = _message(f"HTTP/1.1 {answer.status} Kept", [*sent, ("Content-Length", str(len(answer.body)))])
    headers = {"Content-Type": _HTTP + "response", "WARC-Payload-Digest": digest, KEY: key}
    if same:
        headers |= {
            "WARC-Profile": _IDENTICAL, "WARC-Refers-To-Target-URI": same.url,
            "WARC-Refers-To-Date": _date(moment(same.time)),
        }  # fmt: skip
        response = _record("revisit", answer.url, now, head, headers)
    else:
        response = _record("response", answer.url, now, head + answer.body, headers)
    about = {"Content-Type": "application/warc-fields"}
    after = _record("metadata", answer.url, now, f"citedBy: {wanted}\r\n".encode(), about) if wanted else b""
    return before + response + after, len(before)


def _record(kind: str, url: str, now: datetime, block: bytes, headers: dict[str, str]) -> bytes:
    fields = {
        "WARC-Type": kind, "WARC-Record-ID": f"<urn:uuid:{uuid4()}>", "WARC-Date": _date(now), "WARC-Target-URI": url,
        **headers, "Content-Length": str(len(block)),
    }  # fmt: skip
    return gzip.compress(_message("WARC/1.1", fields.items()) + block + b"\r\n\r\n", mtime=0)


def _message(first: str, fields: Iterable[tuple[str, str]]) -> bytes:
    lines = [first, *(f"{name}: {' '.join(value.split())}" for name, value in fields)]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8", "replace")


def _date(time: datetime) -> str:
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
