"""Indexes in two levels: lines that lead to gzipped blocks of CDXJ lines, as Common Crawl and WACZ have them. Pure.

A line is `key timestamp<TAB>cdx-00193.gz<TAB>offset<TAB>length<TAB>number` (Common Crawl's `cluster.idx`, ZipNum), or
`key timestamp {"offset": 0, "length": 194}` in a WACZ, whose first line names the file of the blocks.
"""

import json
import zlib
from dataclasses import dataclass
from typing import Any

_MOST = 50_000_000  # bytes of an unpacked block; 3,000 lines have about 1.5 million


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A gzipped block of lines: the file's name, its offset and length in bytes."""

    file: str
    offset: int
    length: int


def parse_block(line: bytes, default_file: str) -> Block | None:
    """Return the block that a line leads to, in `default_file` unless the line names one; None if it leads to none."""
    text = line.decode("utf-8", "replace")
    try:
        if "\t" in text:
            _, file, offset, length = text.split("\t")[:4]
            return Block(file=file, offset=int(offset), length=int(length))
        entry = _json(text)
        if not {"offset", "length"} <= entry.keys():
            return None
        return Block(
            file=str(entry.get("filename") or default_file), offset=int(entry["offset"]), length=int(entry["length"])
        )  # fmt: skip
    except (ValueError, TypeError):
        return None


def blocks_file(first_line: bytes | None) -> str | None:
    """Return the file of the blocks that the first line of a WACZ's index names (`!meta 0 {…}`), or None."""
    if first_line is None or not first_line.startswith(b"!meta"):
        return None
    try:
        name = _json(first_line.decode("utf-8", "replace")).get("filename")
    except ValueError:
        return None
    return str(name) if name else None


def unpack(block: bytes) -> bytes | None:
    """Return the lines of a gzipped block, or None if it is damaged."""
    stream = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        lines = stream.decompress(block, _MOST)
    except zlib.error:
        return None
    return lines if stream.eof else None


def _json(line: str) -> dict[str, Any]:
    entry = json.loads(line[line.index("{") :])
    return entry if isinstance(entry, dict) else {}
