"""One exchange with an archive as WARC 1.1 records. Pure.

An exchange is its request and response as they were sent, and the citation that it was for. Of an archived response,
the capture at its original address follows: a revisit with the headers that the archive preserved, whose body is that
of the response. So tools replay the page by the address and time at which it was captured. `WARC-Source-URI` and
`WARC-Creation-Date` are pywb's names for where and when a capture was copied.

warcio has a writer too, but it copies each body through temporary files that it leaves to the garbage collector.
"""

import base64
import gzip
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import uuid4

import claims
from crawler.archives.memento_headers import is_memento, original_of, preserved_headers
from crawler.net.client import HttpResponse
from crawler.timestamps import from_datetime, from_http_date, moment

FILE_PATTERN = "citewatch-*.warc.gz"
KEY = "WARC-X-Citewatch-Key"
_IDENTICAL = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
_HTTP = "application/http; msgtype="
_FIELDS = "application/warc-fields"
# The body is kept without its transfer coding; the header that named it is kept under the name that others give it.
_TRANSFER_CODING = re.compile(rb"^(?=transfer-encoding:)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """The record that holds a body: its address and time (14 digits)."""

    url: str
    time: str


def file_name(time: str, number: int) -> str:
    """Return the name of the WARC file of that number, begun at `time` (14 digits)."""
    return f"citewatch-{time}-{number:05}.warc.gz"


def file_record(name: str, now: datetime) -> bytes:
    """Return the compressed `warcinfo` with which the file `name` begins."""
    about = (
        f"software: citewatch/{claims.__version__}\r\nformat: WARC File Format 1.1\r\n"
        "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"
    )
    return _record("warcinfo", _new_id(), now, about.encode(), {"WARC-Filename": name, "Content-Type": _FIELDS})


def exchange_records(
    key: str, answer: HttpResponse, *, digest: str, now: datetime, same: Recorded | None, wanted: str
) -> tuple[bytes, int]:
    """Return the compressed records, and the offset in bytes at which the response (or revisit) begins.

    Args:
        key: what the store finds the response by.
        answer: the response as sent.
        digest: of its body, `sha1:` and base 32.
        now: when it was retrieved.
        same: the record that holds the same body already, for which a revisit is written.
        wanted: the document and citation that it was fetched for, or empty.
    """
    number = _new_id()
    about = {"WARC-Target-URI": answer.url, "WARC-Concurrent-To": number}
    request = _record("request", _new_id(), now, answer.request, about | {"Content-Type": _HTTP + "request"})
    headers = {"WARC-Target-URI": answer.url, "Content-Type": _HTTP + "response", "WARC-Payload-Digest": digest}
    head = _TRANSFER_CODING.sub(b"X-Orig-", answer.head)
    if same:
        response = _record("revisit", number, now, head, {KEY: key} | headers | _refers_to(same))
    else:
        response = _record("response", number, now, head + answer.body, {KEY: key} | headers)
    records = request + response
    if wanted:
        note = f"citedBy: {' '.join(wanted.split())}\r\n".encode()
        records += _record("metadata", _new_id(), now, note, about | {"Content-Type": _FIELDS})
    if is_memento(answer) and original_of(answer, answer.url) != answer.url:
        body = same or Recorded(url=answer.url, time=from_datetime(now))
        records += _capture(answer, headers | _refers_to(body), now)
    return records, len(request)


def _capture(answer: HttpResponse, headers: dict[str, str], now: datetime) -> bytes:
    """Return the capture that an archived response shows, at its original address and time."""
    line = answer.head.partition(b"\r\n")[0]
    fields = [f"{name}: {value}\r\n".encode() for name, value in preserved_headers(answer)]
    of_archive = {"WARC-Source-URI": answer.url, "WARC-Creation-Date": _date(now)}
    about = headers | of_archive | {"WARC-Target-URI": original_of(answer, answer.url)}
    captured = moment(from_http_date(answer.header("memento-datetime")) or "")
    return _record("revisit", _new_id(), captured, b"".join([line, b"\r\n", *fields, b"\r\n"]), about)


def _refers_to(body: Recorded) -> dict[str, str]:
    date = _date(moment(body.time))
    return {"WARC-Profile": _IDENTICAL, "WARC-Refers-To-Target-URI": body.url, "WARC-Refers-To-Date": date}


def _record(kind: str, number: str, when: datetime, block: bytes, headers: dict[str, str]) -> bytes:
    fields = {
        "WARC-Type": kind, "WARC-Record-ID": number, "WARC-Date": _date(when), **headers,
        "WARC-Block-Digest": sha1(block), "Content-Length": str(len(block)),
    }  # fmt: skip
    return gzip.compress(b"".join([b"WARC/1.1\r\n", *_lines(fields.items()), b"\r\n", block, b"\r\n\r\n"]), mtime=0)


def _lines(fields: Iterable[tuple[str, str]]) -> Iterable[bytes]:
    return (f"{name}: {' '.join(value.split())}\r\n".encode("utf-8", "replace") for name, value in fields)


def sha1(data: bytes) -> str:
    """Return the digest of `data` as WARC files name it: `sha1:` and base 32."""
    return "sha1:" + base64.b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode()


def _new_id() -> str:
    return f"<urn:uuid:{uuid4()}>"


def _date(time: datetime) -> str:
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
