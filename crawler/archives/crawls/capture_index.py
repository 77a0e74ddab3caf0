"""The captures of an address in an index of sorted CDXJ lines: plain, or in gzipped blocks with a list of them."""

from claims.records import Status
from crawler.archives.crawls.index_blocks import blocks_file, parse_block, unpack
from crawler.archives.local.index_rows import CdxjLine, parse_cdxj
from crawler.archives.ranges.interface import RangedFiles
from crawler.archives.ranges.sorted_lines import LinesFound, SortedLines
from crawler.outcome import Failure

# Blocks read for one address: 3,000 lines each, so a page with more captures has them by the thousand.
_MAX_BLOCKS = 4


class CaptureIndex:
    """An index. One whose name ends in `.idx` lists blocks; any other holds the lines themselves."""

    def __init__(self, files: RangedFiles, path: str) -> None:
        """Make it of the file at `path`; the files of its blocks are in the same folder."""
        self._files, self._path = files, path
        self._lines = SortedLines(files, path)
        self._blocks_file: str | None = None

    async def captures(self, key: str) -> tuple[CdxjLine, ...] | Failure:
        """Return the lines of a SURT key, in the order of the index, the oldest first; empty if there are none."""
        prefix = f"{key} ".encode()
        found = await self._lines.find(prefix)
        if isinstance(found, Failure):
            return found
        lines = await self._from_blocks(found, prefix) if self._path.endswith(".idx") else found.matching
        if isinstance(lines, Failure):
            return lines
        parsed = (parse_cdxj(line.decode("utf-8", "replace")) for line in lines)
        return tuple(line for line in parsed if line is not None)

    async def _from_blocks(self, found: LinesFound, prefix: bytes) -> tuple[bytes, ...] | Failure:
        """Return the lines with the prefix in the block before it and in those that begin with it."""
        default = await self._default_file()
        if isinstance(default, Failure):
            return default
        matching: list[bytes] = []
        for line in ((found.before,) if found.before else ()) + found.matching[:_MAX_BLOCKS]:
            block = parse_block(line, default)
            if block is None:
                continue
            folder = self._path.rpartition("/")[0]
            path = f"{folder}/{block.file}" if folder else block.file
            packed = await self._files.read(path, block.offset, block.length)
            if isinstance(packed, Failure):
                return packed
            lines = unpack(packed)
            if lines is None:
                reason = f"{self._files.name} is damaged: the block of {path} at byte {block.offset} is no whole gzip"
                return Failure(status=Status.DAMAGED, reason=reason)
            matching += [each for each in lines.split(b"\n") if each.startswith(prefix)]
        return tuple(matching)

    async def _default_file(self) -> str | Failure:
        if self._blocks_file is None:
            first = await self._lines.first()
            if isinstance(first, Failure):
                return first
            own = self._path.rpartition("/")[2].removesuffix(".idx")
            self._blocks_file = blocks_file(first) or f"{own}.cdx.gz"
        return self._blocks_file
