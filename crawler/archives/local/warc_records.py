"""Reads the records of a WARC or ARC file in order, and goes on after broken ones.

warcio reads the records but stops at a broken one; this searches for the next place that looks like the start of a
record and continues there.
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

# warcio warns of spaces in addresses, on the user's terminal if no handler is set.
logging.getLogger("warcio").addHandler(logging.NullHandler())

# What warcio raises on the broken files of its own and other projects' test suites.
_BROKEN = (
    ArchiveLoadFailed, StatusAndHeadersParserException, zlib.error, OSError, EOFError,
    ValueError, AttributeError, TypeError, IndexError,
)  # fmt: skip
_MAX_BAD = 100
# Bytes of a line of headers; the longest cookies and addresses have a tenth of this.
_MAX_LINE = 1 << 20
_PIECE = 8_192
_STEP = 1 << 20
_OVERLAP = 512
_GZIP = b"\x1f\x8b\x08"
_START = re.compile(rb"^(?:WARC/\d\.\d+\r?$|(?:https?|ftp|dns|filedesc):\S{1,400} [\d.:a-f]{1,40} \d{12,18} )", re.M)
_ARC_HEAD = re.compile(r"([a-z][a-z0-9+.-]*:.*?) (\d{12,18}) (.*) -?\d+$")
_NO_RECORD = "does not begin as a WARC or ARC record does"
_CUT_SHORT = "is cut short: its end is missing"
_TORN = "is cut short in its headers"
_MISMEASURED = "does not end where its length says"
_USABLE = (_CUT_SHORT, _MISMEASURED)


class WholeGzipError(Exception):
    """The file is one gzip stream around all its records, so none can be reached by its offset in the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BadRecord:
    """Something at `offset` that is not a complete record; `reason` completes "the record at byte …".

    A record that is only cut short, or longer than it says, is found as well.
    """

    offset: int
    reason: str


@dataclass(frozen=True, slots=True)
class FoundRecord:
    """A record that starts at `offset`. Its headers can be read, its body has been skipped."""

    offset: int
    record: ArcWarcRecord


def read_records(stream: BinaryIO, offset: int = 0) -> Iterator[FoundRecord | BadRecord]:
    """Yield every record of a file from an offset at which one starts, and what is wrong between them.

    Raises:
        WholeGzipError: see there; unpack the stream and read that.
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
        if bad >= _MAX_BAD:
            yield BadRecord(
                offset=trouble.offset, reason=f"is the {bad}th bad one: the rest of the file was left unread"
            )
            return
        start = next_start(stream, max(trouble.offset, start) + 1)


def arc_head(record: ArcWarcRecord) -> tuple[str, str, str] | None:
    """Return the address, 12 to 18 digits of time and the media type of an ARC record, or None if it is not one.

    warcio splits the line at its last four spaces, which fails with a space in the type (`text/html; charset=…`), and
    takes any line of five words for such a line, those of a CDX index too.
    """
    line = " ".join(value for _, value in record.rec_headers.headers)
    if not (head := _ARC_HEAD.match(line)):
        return None
    address, _, last = head.group(1).rpartition(" ")
    return (address or last), head.group(2), head.group(3)


def _unread(stream: BinaryIO, offset: int) -> BadRecord | None:
    """Return what follows if warcio took torn headers for the end of the file, or None."""
    stream.seek(offset)
    left = stream.read(_OVERLAP)
    if left.startswith(_GZIP):
        member = zlib.decompressobj(16 + zlib.MAX_WBITS)
        try:
            left = member.decompress(left)
        except zlib.error:
            pass
        else:
            if not (left or member.eof):  # it ends before its first octet
                return BadRecord(offset=offset, reason=_TORN)
    return BadRecord(offset=offset, reason=_NO_RECORD) if left.strip() else None


def read_at(stream: BinaryIO, offset: int) -> ArcWarcRecord | None:
    """Return the record that starts at `offset`, its body ready to be read, or None if there is none (any more)."""
    stream.seek(offset)
    try:
        return next(iter(_Records(stream)), None)
    except (*_BROKEN, WholeGzipError):
        return None


def next_start(stream: BinaryIO, offset: int) -> int | None:
    """Return the next offset, from `offset` on, that looks like the start of a record, or None."""
    stream.seek(0)
    packed = stream.read(3) == _GZIP
    stream.seek(offset)  # once: to go back in a packed member of a WACZ is to unpack it from its start
    block = stream.read(_STEP)
    while True:
        if packed:
            at = block.find(_GZIP)
            while at >= 0:
                if _opens_a_record(block[at : at + _OVERLAP]):
                    return offset + at
                at = block.find(_GZIP, at + 1)
        elif found := _START.search(block):
            return offset + found.start()
        if not (more := stream.read(_STEP)):
            return None
        left = block[-_OVERLAP:]
        offset += len(block) - len(left)
        block = left + more


def _opens_a_record(packed: bytes) -> bool:
    try:
        return _START.match(zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(packed, _OVERLAP)) is not None
    except zlib.error:
        return False


def _left_over(records: "_Records", record: ArcWarcRecord) -> bool:
    """Skip to the record's end; return whether the file, or its compression, ends before that."""
    records.read_to_end()
    torn = records.reader.decompressor is not None and not records.reader.decompressor.eof
    return torn or bool(getattr(record.raw_stream, "limit", 0))


def _trouble(offset: int, record: ArcWarcRecord, left: bool, errors: int) -> BadRecord | None:
    if record.format == "arc" and arc_head(record) is None:
        return BadRecord(offset=offset, reason=_NO_RECORD)
    if record.format == "warc" and not record.rec_headers.get_header("Content-Length"):  # which each record has
        return BadRecord(offset=offset, reason=_TORN)
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
    """warcio's reader takes corrupt gzip for the end of the file; here it is an error."""

    decompressor: Any

    def readline(self, length: int | None = None) -> bytes:
        """Read a line of headers; raises ValueError for one that is longer than any."""
        pieces: list[bytes] = []
        left = most = min(length or _MAX_LINE, _MAX_LINE)
        while left and (piece := super().readline(min(left, _PIECE))):
            pieces.append(piece)
            left -= len(piece)
            if piece.endswith(b"\n"):
                break
        if not left and most == _MAX_LINE:
            raise ValueError("too long a line")
        return b"".join(pieces)

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
    """warcio's iterator, without its messages on the terminal."""

    INC_RECORD = ""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__(stream)
        self.reader: Any = _Reader(self.fh)

    def _raise_invalid_gzip_err(self) -> None:
        raise WholeGzipError
