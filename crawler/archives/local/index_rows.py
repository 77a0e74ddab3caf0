"""A row of the index: made of a record, or of a line of a CDXJ index beside the files."""

import base64
import binascii
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from warcio.recordloader import ArcWarcRecord

from crawler.archives.local.warc_records import arc_head
from crawler.timestamps import first_moment
from crawler.urls import surt_key

_INDEXED = ("response", "resource", "conversion", "revisit")
_REVISIT = "warc/revisit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A capture. `place` is where its record is: see `containers.Part.location`."""

    key: str
    timestamp: str
    url: str
    status: int | None
    media_type: str | None
    digest: str | None
    revisit: bool
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CdxjLine:
    """A line of a CDXJ index: the row (its place only the offset), and where the record is.

    Attributes:
        row: the capture.
        filename: of the WARC file, as the index names it.
        length: bytes of the record as stored, or None if the index does not say.
        truncated: why the crawler cut the capture off (`length`, `time`, `disconnect`), or None.
    """

    row: Row
    filename: str
    length: int | None
    truncated: str | None


def read_cdxj(index: Path) -> Iterator[CdxjLine]:
    """Yield each valid line of a CDXJ index."""
    with index.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if parsed := parse_cdxj(line):
                yield parsed


def parse_cdxj(line: str) -> CdxjLine | None:
    """Return a line of a CDXJ index, or None if it names no capture of a web page."""
    _, _, rest = line.partition(" ")
    stamp, _, fields = rest.partition(" ")
    try:
        entry = json.loads(fields)
        url, offset, name = str(entry["url"]), int(entry["offset"]), str(entry["filename"])
    except (ValueError, KeyError, TypeError):
        return None
    if not url.lower().startswith(("http://", "https://")) or offset < 0:
        return None
    kind, length = str(entry.get("mime") or ""), str(entry.get("length"))
    cut = entry.get("truncated") or entry.get("warc-truncated")  # the names that Common Crawl's indexes have had
    row = Row(
        key=surt_key(url), timestamp=first_moment(stamp), url=url, status=_status(str(entry.get("status"))),
        media_type=None if kind in ("", "-", "unk", _REVISIT) else kind,
        digest=normalise_digest(entry.get("digest")), revisit=kind == _REVISIT, place=str(offset),
    )  # fmt: skip
    return CdxjLine(
        row=row, filename=name, length=int(length) if length.isascii() and length.isdigit() else None,
        truncated=str(cut) if cut else None,
    )  # fmt: skip


def row_from_record(record: ArcWarcRecord, place: str) -> Row | None:
    """Return the row of a record, or None if it is not a capture of a web page."""
    kind = record.rec_type
    if record.format == "arc":
        url, time, declared = arc_head(record) or ("", "", "")
        digest = None
    else:
        headers = record.rec_headers
        url, time = headers.get_header("WARC-Target-URI") or "", headers.get_header("WARC-Date") or ""
        declared = headers.get_header("Content-Type") or ""
        digest = normalise_digest(headers.get_header("WARC-Payload-Digest"))
    if kind not in _INDEXED or not url.lower().startswith(("http://", "https://")):
        return None
    http = record.http_headers
    if http is not None:
        declared = http.get_header("Content-Type") or ""
    status = _status(http.get_statuscode()) if http is not None else (None if kind == "revisit" else 200)
    return Row(
        key=surt_key(url), timestamp=first_moment(time), url=url, status=status,
        media_type=declared.partition(";")[0].strip().lower() or None, digest=digest, revisit=kind == "revisit",
        place=place,
    )  # fmt: skip


def _status(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) == 3 else None


def normalise_digest(digest: str | None) -> str | None:
    """Return a SHA-1 digest as `sha1:` and base 32, from base 32 or hexadecimal; other digests unchanged."""
    if not digest:
        return None
    name, _, value = digest.strip().rpartition(":")
    name = name.lower() or "sha1"
    if name == "sha1" and len(value) == 40:
        try:
            value = base64.b32encode(binascii.unhexlify(value)).decode()
        except binascii.Error:
            return None
    return f"{name}:{value.upper() if name == 'sha1' else value}"
