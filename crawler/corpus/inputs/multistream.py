"""A stretch of a dump in bzip2 that has several streams, read from its middle without the dump's index.

A multistream dump has the head of the XML in its first stream, and a hundred pages in each other one
(https://meta.wikimedia.org/wiki/Data_dumps/Dump_format). Any stream of which the text begins with a page is a place at
which to begin or to end, so files of other streams, or of one, are read right as well.
"""

import bz2
import re
from collections.abc import Iterator
from typing import IO

_STREAM = re.compile(rb"BZh[1-9]1AY&SY")
"""How a stream begins: the header, and the magic number of its first block."""
_LONGEST = 10  # bytes of it

_PAGE, _END = b"<page>", b"</mediawiki>"
_READ = 250_000
_LONGEST_HEAD = 1_000_000


class PageStreams:
    """The XML of the pages of a stretch of a file, with the head of the dump, as a file that is read once."""

    def __init__(self, file: IO[bytes], start: int, end: int | None) -> None:
        """Read the pages from the first stream with pages at byte `start` or later to the one at `end` or later."""
        self._chunks = _xml(file, start, end)

    def read(self, _: int = -1) -> bytes:
        """Return the next bytes, however many; none at the end.

        Raises:
            OSError: the file cannot be read or decompressed.
            EOFError: it ends within a stream.
        """
        return next(self._chunks, b"")


def _xml(file: IO[bytes], start: int, end: int | None) -> Iterator[bytes]:
    first = _first_page(file, start, end) if start else 0
    if start:
        yield _head(file)
    if first is None:
        yield _END
        return
    for begins, chunk in _streams(file, first):
        if end is not None and begins is not None and begins >= end and _is_page(chunk):
            yield _END
            return
        yield chunk


def _first_page(file: IO[bytes], start: int, end: int | None) -> int | None:
    """Return where the first stream from `start` to before `end` begins whose text begins with a page."""
    for at in _starts(file, start, end):
        try:
            _, chunk = next(_streams(file, at))
        except OSError:  # the bytes of a beginning by chance
            continue
        if _is_page(chunk):
            return at
    return None


def _starts(file: IO[bytes], start: int, end: int | None) -> Iterator[int]:
    """Yield where streams seem to begin."""
    at = start
    while end is None or at < end:
        file.seek(at)
        data = file.read(_READ + _LONGEST - 1)
        for found in _STREAM.finditer(data):
            if end is None or at + found.start() < end:
                yield at + found.start()
        if len(data) < _LONGEST:
            return
        at += _READ


def _streams(file: IO[bytes], at: int) -> Iterator[tuple[int | None, bytes]]:
    """Yield the text from the stream at byte `at` on, with the place of each stream beside the first of its text."""
    file.seek(at)
    data = file.read(_READ)
    while data:
        begins: int | None = at
        unpacker = bz2.BZ2Decompressor()
        while not unpacker.eof:
            data = data or file.read(_READ)
            if not data:
                raise EOFError("it ends within a stream of bzip2")
            chunk = unpacker.decompress(data)
            at += len(data)
            data = b""
            if chunk:
                yield begins, chunk
                begins = None
        data = unpacker.unused_data
        at -= len(data)
        data = data or file.read(_READ)


def _head(file: IO[bytes]) -> bytes:
    """Return what is before the first page."""
    head = b""
    for _, chunk in _streams(file, 0):
        head += chunk
        if _PAGE in head or len(head) > _LONGEST_HEAD:
            break
    return head.partition(_PAGE)[0]


def _is_page(chunk: bytes) -> bool:
    return chunk.lstrip().startswith(_PAGE)
