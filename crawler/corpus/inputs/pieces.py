"""Pieces of inputs, each of which a worker reads: large dumps in bzip2 have several, every other input is one."""

import re
from dataclasses import dataclass

from crawler.corpus import files

PIECE_BYTES = 64_000_000
"""Bytes of a piece as stored: 40 seconds of work, as bzip2 gives 1.6 MB of a dump a second."""

_DIVISIBLE = re.compile(r"\.xml(-p\d+p\d+)?\.bz2$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of an input.

    Attributes:
        name: address of the input.
        start: the first byte at which what belongs to the piece may begin.
        end: the byte from which on it belongs to the next piece; None for the last one.
    """

    name: str
    start: int = 0
    end: int | None = None


def pieces(name: str, piece_bytes: int = PIECE_BYTES) -> tuple[Piece, ...]:
    """Return the pieces of an input, in order.

    Raises:
        OSError: its size cannot be asked for.
    """
    if not _DIVISIBLE.search(name):
        return (Piece(name=name),)
    starts = range(0, max(*files.sized(name).values(), 1), piece_bytes)
    return tuple(Piece(name=name, start=at, end=at + piece_bytes if at != starts[-1] else None) for at in starts)
