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


def read_cdxj(index: Path) -> Iterator[tuple[str, Row]]:
    """Yield the file name and the row (its place only the offset) of each valid line of a CDXJ index."""
    with index.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            _, _, rest = line.partition(" ")
            stamp, _, fields = rest.partition(" ")
            try:
                entry = json.loads(fields)
                url, offset, name = str(entry["url"]), int(entry["offset"]), str(entry["filename"])
            except (ValueError, KeyError, TypeError):
                continue
            if not url.lower().startswith(("http://", "https://")) or offset < 0:
                continue
            kind = str(entry.get("mime") or "")
            yield (
                name.rpartition("/")[2],
                Row(
                    key=surt_key(url), timestamp=first_moment(stamp), url=url, status=_status(str(entry.get("status"))),
                    media_type=None if kind in ("", "-", "unk", _REVISIT) else kind,
                    digest=normalise_digest(entry.get("digest")), revisit=kind == _REVISIT, place=str(offset),
                ),
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
