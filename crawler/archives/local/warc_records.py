"""The records of a WARC or ARC file one after another, past whatever is broken between them.

warcio reads the records; what it does not do is go on behind a bad one, so this walks on to the next place that
looks like the start of a record and tries again there.
"""

import logging
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import DecompressingBufferedReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeadersParserException

# warcio warns of spaces in addresses, on the user's terminal where no handler is set.
logging.getLogger("warcio").addHandler(logging.NullHandler())

# What warcio is known to raise on the broken files of its own and other projects' test suites.
_BROKEN = (
    ArchiveLoadFailed, StatusAndHeadersParserException, zlib.error, OSError, EOFError,
    ValueError, AttributeError, TypeError, IndexError,
)  # fmt: skip
_MOST_BAD = 100
_STEP = 1 << 20
_OVERLAP = 512
_GZIP = b"\x1f\x8b\x08"
_START = re.compile(rb"^(?:WARC/\d\.\d+\r?$|(?:https?|ftp|dns|filedesc):\S{1,400} [\d.:a-f]{1,40} \d{12,18} )", re.M)
_ARC_HEAD = re.compile(r"([a-z][a-z0-9+.-]*:.*?) (\d{12,18}) (.*) -?\d+$")
_NO_RECORD = "does not begin as a WARC or ARC record does"
_CUT_SHORT = "is cut short: its end is missing"
_MISMEASURED = "does not end where its length says"
_USABLE = (_CUT_SHORT, _MISMEASURED)


class WholeGzipError(Exception):
    """The file is one gzip stream around all its records, so none of them can be reached by its place in the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BadRecord:
    """Something at `offset` that is no whole record; `reason` completes "the record at byte …".

    A record that is merely cut short, or longer than it says, is found as well.
    """

    offset: int
    reason: str


@dataclass(frozen=True, slots=True)
class FoundRecord:
    """A record that starts at `offset`. Its headers can be read, its body is behind us."""

    offset: int
    record: ArcWarcRecord


def read_records(stream: BinaryIO, offset: int = 0) -> Iterator[FoundRecord | BadRecord]:
    """Every record of a file from a place where one starts, in order, and what is wrong between them.

    Raises:
        WholeGzipError: see there; unpack the stream and walk that.
    """
    start: int | None = offset
    bad = 0
    while start is not None:
        stream.seek(start)
        records = _Records(stream)
        trouble: BadRecord | None = None
        try:
            for record in records:
                at, left = records.offset, _left_over(records, record)
                trouble = _trouble(at, record, left, records.err_count)
                if trouble is None or trouble.reason in _USABLE:
                    yield FoundRecord(at, record)
                if trouble:
                    break
        except _BROKEN as error:
            trouble = BadRecord(offset=records.offset, reason=_reason(error))
        if trouble is None and not (trouble := _unread(stream, records.offset)):
            return
        yield trouble
        bad += 1
        if bad >= _MOST_BAD:
            yield BadRecord(
                offset=trouble.offset, reason=f"is the {bad}th bad one: the rest of the file was left unread"
            )
            return
        start = next_start(stream, max(trouble.offset, start) + 1)


def arc_head(record: ArcWarcRecord) -> tuple[str, str, str] | None:
    """Address, 12 to 18 digits of time and media type of an ARC record, or None where it is none.

    warcio splits the line at its last four spaces, which a space in the type (`text/html; charset=…`) misleads, and
    takes any line of five words for such a head, those of a CDX index too.
    """
    line = " ".join(value for _, value in record.rec_headers.headers)
    if not (head := _ARC_HEAD.match(line)):
        return None
    address, _, last = head.group(1).rpartition(" ")
    return (address or last), head.group(2), head.group(3)


def _unread(stream: BinaryIO, offset: int) -> BadRecord | None:
    """What is left where warcio took torn headers for the end of the file, if it did."""
    stream.seek(offset)
    left = stream.read(_OVERLAP)
    if left.startswith(_GZIP):
        try:
            left = zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(left)
        except zlib.error:
            pass
    return BadRecord(offset=offset, reason=_NO_RECORD) if left.strip() else None


def read_at(stream: BinaryIO, offset: int) -> ArcWarcRecord | None:
    """The record that starts at `offset`, its body ready to be read, or None where there is none (any more)."""
    stream.seek(offset)
    try:
        return next(iter(_Records(stream)), None)
    except (*_BROKEN, WholeGzipError):
        return None


def next_start(stream: BinaryIO, offset: int) -> int | None:
    """The next place at or after `offset` that looks like the start of a record, or None."""
    stream.seek(0)
    packed = stream.read(3) == _GZIP
    while True:
        stream.seek(offset)
        block = stream.read(_STEP)
        if packed:
            at = block.find(_GZIP)
            while at >= 0:
                if _opens_a_record(block[at : at + _OVERLAP]):
                    return offset + at
                at = block.find(_GZIP, at + 1)
        elif found := _START.search(block):
            return offset + found.start()
        if len(block) < _STEP:
            return None
        offset += len(block) - _OVERLAP


def _opens_a_record(packed: bytes) -> bool:
    try:
        return _START.match(zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(packed, _OVERLAP)) is not None
    except zlib.error:
        return False


def _left_over(records: "_Records", record: ArcWarcRecord) -> bool:
    """Read to the record's end; whether the file ends, or its compression breaks off, before that."""
    records.read_to_end()
    torn = records.reader.decompressor is not None and not records.reader.decompressor.eof
    return torn or bool(getattr(record.raw_stream, "limit", 0))


def _trouble(offset: int, record: ArcWarcRecord, left: bool, errors: int) -> BadRecord | None:
    if record.format == "arc" and arc_head(record) is None:
        return BadRecord(offset=offset, reason=_NO_RECORD)
    if left:
        return BadRecord(offset=offset, reason=_CUT_SHORT)
    if errors:
        return BadRecord(offset=offset, reason=_MISMEASURED)
    return None


def _reason(error: Exception) -> str:
    if isinstance(error, (zlib.error, OSError, EOFError)):
        return "is compressed in a way that cannot be undone: corrupt, or cut off"
    if isinstance(error, (ArchiveLoadFailed, StatusAndHeadersParserException)):
        return _NO_RECORD
    return "has malformed headers"


class _Reader(DecompressingBufferedReader):
    """warcio's reader, which takes corrupt gzip for the end of the file: here it is an error."""

    decompressor: Any

    def _decompress(self, data: bytes) -> bytes:
        if not (self.decompressor and data):
            return data
        try:
            return bytes(self.decompressor.decompress(data))
        except zlib.error:
            if self.num_block_read:
                raise
            self.decompressor = None
            return data


class _Records(ArchiveIterator):
    """warcio's iterator, without its words on the terminal."""

    INC_RECORD = ""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__(stream)
        self.reader: Any = _Reader(self.fh)

    def _raise_invalid_gzip_err(self) -> None:
        raise WholeGzipError
