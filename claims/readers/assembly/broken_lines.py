"""Paragraphs whose lines are items: a list that its author wrote with line breaks (`<br>`)."""

from collections.abc import Iterable, Iterator

from claims.readers.assembly.pieces import PieceBlock, lines_of, words
from claims.records import BlockKind

_FEWEST = 3  # lines of such a list
_LONGEST = 160  # characters of one of its lines
_FEWEST_OPEN = 2  # lines that no mark ends
_MARKS = (".", "!", "?", "…", ",", ";", "。", "！", "？", "、", "，", "।", "۔", "؟")


def with_items(blocks: Iterable[PieceBlock]) -> Iterator[PieceBlock]:
    """Make a block of each line of the paragraphs that are such lists."""
    for block in blocks:
        lines = list(filter(words, lines_of(block.pieces))) if block.kind is BlockKind.PARAGRAPH else []
        if len(lines) >= _FEWEST and _are_items([words(line) for line in lines]):
            yield from (PieceBlock(BlockKind.ITEM, line, block.level) for line in lines)
        else:
            yield block


def _are_items(lines: list[str]) -> bool:
    """Whether lines are items: none is long or continues another in lower case, and some have no mark at their end."""
    whole = all(len(line) <= _LONGEST and not line[0].islower() for line in lines)
    return whole and sum(not line.endswith(_MARKS) for line in lines[:-1]) >= _FEWEST_OPEN
