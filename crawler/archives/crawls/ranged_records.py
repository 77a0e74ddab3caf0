"""Reads the record of a capture from a WARC file by its range, and makes the archived response of it."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from io import BytesIO

import anyio.to_thread
from warcio.recordloader import ArcWarcRecord

from claims.records import Status
from crawler.archives.interface import ArchivedResponse, CaptureRow
from crawler.archives.local.index_rows import CdxjLine, row_from_record
from crawler.archives.local.record_response import cut_off, response_of, revisit_of
from crawler.archives.local.warc_records import read_at
from crawler.archives.ranges.interface import RangedFiles
from crawler.net.decoding import TooLarge
from crawler.outcome import Failure
from crawler.timestamps import first_moment
from crawler.urls import surt_key

# commoncrawl/cc-notebooks, truncated records: bodies are cut at 500 KiB in the ARC files of 2008 to 2012, at 1 MiB in
# the WARC files until 2025, at 5 MiB since; records say so only since CC-MAIN-2019-35 (commoncrawl/nutch#10).
CONTENT_LIMITS = frozenset({500 * 1024, 1024 * 1024, 5 * 1024 * 1024})


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """Where the record of a capture is.

    Attributes:
        file: path of the WARC file.
        offset: bytes before the record.
        length: bytes of the record as stored.
        truncated: why the crawler cut the capture off, as the index says it, or None.
        part: which part of a collection the file is in: the path of a WACZ, empty for none.
    """

    file: str
    offset: int
    length: int
    truncated: str | None = None
    part: str = ""

    def key(self) -> str:
        """Return it as the key of a row."""
        return json.dumps([self.file, self.offset, self.length, self.truncated, self.part])


def location_of(row: CaptureRow) -> Location:
    """Return the location that `Location.key` wrote."""
    file, offset, length, truncated, part = json.loads(row.key)
    return Location(file=file, offset=offset, length=length, truncated=truncated, part=part)


def row_of(line: CdxjLine, *, folder: str = "", part: str = "") -> CaptureRow | None:
    """Return the row of a line of an index, its WARC file in `folder`; None if the line has no length."""
    if line.length is None:
        return None
    file = f"{folder}/{line.filename}" if folder else line.filename
    place = Location(
        file=file, offset=int(line.row.place), length=line.length, truncated=line.truncated, part=part
    )  # fmt: skip
    return CaptureRow(
        url=line.row.url, timestamp=line.row.timestamp, status=line.row.status, media_type=line.row.media_type,
        digest=line.row.digest, key=place.key(),
    )  # fmt: skip


Original = Callable[[str, str], Awaitable[CaptureRow | None]]
"""Finds the capture of an address at a time (14 digits), which a revisit repeats."""


async def fetch_record(
    files: RangedFiles, row: CaptureRow, max_bytes: int, original: Original, *, revisits: int = 1
) -> ArchivedResponse | Failure:
    """Return the response of a capture.

    Args:
        files: where its WARC file is.
        row: the capture, its key a `Location`.
        max_bytes: the most bytes of a body, compressed or not.
        original: finds the capture that a revisit repeats.
        revisits: how many revisits are followed.
    """
    place = location_of(row)
    if place.length > max_bytes:
        return _too_large(row, max_bytes)
    data = await files.read(place.file, place.offset, place.length)
    if isinstance(data, Failure):
        return data
    record = await anyio.to_thread.run_sync(read_at, BytesIO(data), 0)
    found = row_from_record(record, row.key) if record else None
    if record is None or found is None or found.key != surt_key(row.url):
        reason = f"{files.name} is damaged: {place.file} has no capture of {row.url} at byte {place.offset}"
        return Failure(status=Status.DAMAGED, reason=reason)
    if record.rec_type == "revisit" and record.rec_headers.get_header("WARC-Refers-To-Target-URI"):
        return await _revisited(files, row, record, max_bytes, original, revisits)
    try:
        response = await anyio.to_thread.run_sync(response_of, record, row, max_bytes)
    except TooLarge:
        return _too_large(row, max_bytes)
    return replace(response, truncated=response.truncated or _cut(place, response))


async def _revisited(
    files: RangedFiles, row: CaptureRow, record: ArcWarcRecord, max_bytes: int, original: Original, revisits: int
) -> ArchivedResponse | Failure:
    """Return the response of a revisit: the body is that of the capture that it repeats."""
    headers = record.rec_headers
    url, date = headers.get_header("WARC-Refers-To-Target-URI"), headers.get_header("WARC-Refers-To-Date")
    first = await original(url, first_moment(date)) if date and revisits else None
    if first is None:
        reason = f"the capture of {row.url} repeats an earlier one that {files.name} does not hold"
        return Failure(status=Status.NO_TEXT, reason=reason)
    response = await fetch_record(files, first, max_bytes, original, revisits=revisits - 1)
    return response if isinstance(response, Failure) else revisit_of(record, row, response)


def _cut(place: Location, response: ArchivedResponse) -> str | None:
    """Return why a response is not complete whose record does not say so, or None."""
    if place.truncated:
        return cut_off(place.truncated)
    return cut_off("length") if len(response.body) in CONTENT_LIMITS else None


def _too_large(row: CaptureRow, max_bytes: int) -> Failure:
    reason = f"the capture of {row.url} has more than {max_bytes / 1e6:g} million bytes"
    return Failure(status=Status.TOO_LARGE, reason=reason)
