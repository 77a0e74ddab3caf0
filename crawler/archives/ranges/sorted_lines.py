"""Finds lines in a sorted file by bisection, reading a few blocks of it.

The list of blocks of a crawl's index has 100 million bytes and more; its bisection reads a dozen blocks, and those that
every bisection begins with once.
"""

from collections import OrderedDict
from dataclasses import dataclass

from claims.records import Status
from crawler.archives.ranges.interface import RangedFiles
from crawler.outcome import Failure

BLOCK = 65_536
"""Bytes read at once: some hundred lines, so that the last steps of the bisection are in one block."""
_MAX_LINES = 5_000  # a page that was captured more often than a user can look at
_MAX_LINE = 1_000_000  # bytes; addresses have at most some thousand
_BLOCKS_KEPT = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class LinesFound:
    """Lines of a sorted file.

    Attributes:
        before: the last line before those with the prefix, or None if they begin the file.
        matching: the lines that begin with the prefix, in order.
    """

    before: bytes | None
    matching: tuple[bytes, ...]


class SortedLines:
    """A file of lines sorted by their bytes."""

    def __init__(self, files: RangedFiles, path: str) -> None:
        self._files, self._path = files, path
        self._firsts: dict[int, bytes | None] = {}
        self._kept: OrderedDict[int, bytes] = OrderedDict()

    async def first(self) -> bytes | Failure | None:
        """Return the first line, or None if the file is empty."""
        size = await self._files.size(self._path)
        return size if isinstance(size, Failure) else await self._line_at(0, size)

    async def find(self, prefix: bytes) -> LinesFound | Failure:
        """Return the lines that begin with `prefix`, and the one before them."""
        size = await self._files.size(self._path)
        if isinstance(size, Failure):
            return size
        block = await self._block_before(prefix, size)
        if isinstance(block, Failure):
            return block
        return await self._scan(prefix, block, size)

    async def _block_before(self, prefix: bytes, size: int) -> int | Failure:
        """Return the last block whose first line is before `prefix`, or the first block."""
        low, high = 0, -(-size // BLOCK)
        while high - low > 1:
            middle = (low + high) // 2
            if middle not in self._firsts:
                line = await self._first_of(middle, size)
                if isinstance(line, Failure):
                    return line
                self._firsts[middle] = line
            first = self._firsts[middle]
            low, high = (middle, high) if first is not None and first < prefix else (low, middle)
        return low

    async def _scan(self, prefix: bytes, block: int, size: int) -> LinesFound | Failure:
        at = await self._start_in(block, size)
        before: bytes | None = None
        matching: list[bytes] = []
        while not isinstance(at, Failure) and at < size and len(matching) < _MAX_LINES:
            line = await self._line_at(at, size)
            if isinstance(line, Failure):
                return line
            if line is None or (line >= prefix and not line.startswith(prefix)):
                break
            if line < prefix:
                before = line
            else:
                matching.append(line)
            at += len(line) + 1
        return at if isinstance(at, Failure) else LinesFound(before=before, matching=tuple(matching))

    async def _first_of(self, block: int, size: int) -> bytes | Failure | None:
        """Return the first line that begins in or after a block, or None if there is none."""
        at = await self._start_in(block, size)
        return at if isinstance(at, Failure) else await self._line_at(at, size)

    async def _start_in(self, block: int, size: int) -> int | Failure:
        """Return where the first line begins after the first line's end in a block; in the first block, 0."""
        if not block:
            return 0
        end = await self._newline(block * BLOCK, size)
        return end if isinstance(end, Failure) else min(end + 1, size)

    async def _line_at(self, at: int, size: int) -> bytes | Failure | None:
        """Return the line that begins at an offset, without its end, or None at the end of the file."""
        if at >= size:
            return None
        end = await self._newline(at, size)
        return end if isinstance(end, Failure) else await self._bytes(at, end)

    async def _newline(self, at: int, size: int) -> int | Failure:
        """Return where the line ends that an offset is in; the file's size if no newline follows."""
        start = at
        while at < size:
            block = await self._block(at // BLOCK)
            if isinstance(block, Failure):
                return block
            found = block.find(b"\n", at % BLOCK)
            if found >= 0:
                return at - at % BLOCK + found
            at += BLOCK - at % BLOCK
            if at - start > _MAX_LINE:
                reason = f"{self._files.name} is damaged: {self._path} is no index, its lines have no end"
                return Failure(status=Status.DAMAGED, reason=reason)
        return size

    async def _bytes(self, start: int, end: int) -> bytes | Failure:
        """Return the bytes from `start` up to `end`, whose blocks `_newline` has just read."""
        pieces = bytearray()
        for number in range(start // BLOCK, max(end - 1, start) // BLOCK + 1):
            block = await self._block(number)
            if isinstance(block, Failure):
                return block
            pieces += block
        offset = start // BLOCK * BLOCK
        return bytes(pieces[start - offset : end - offset])

    async def _block(self, number: int) -> bytes | Failure:
        if number in self._kept:
            self._kept.move_to_end(number)
            return self._kept[number]
        block = await self._files.read(self._path, number * BLOCK, BLOCK)
        if not isinstance(block, Failure):
            self._kept[number] = block
            if len(self._kept) > _BLOCKS_KEPT:
                self._kept.popitem(last=False)
        return block
