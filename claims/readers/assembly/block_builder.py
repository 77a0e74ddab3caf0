"""One block of running text in the making: its words, and where its markers, its claims and its lines are.

White space is collapsed; a space before a marker moves behind it (`gas. [1] It` reads `gas. It`), and markers with
nothing but commas between them share one position.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from claims.readers.assembly.gaps import GAP, holes
from claims.records import BlockKind

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))
_SPACE = re.compile(r"\s+")
_UNEVEN = re.compile(r"[^\S ]|\s\s")
_VISIBLE = re.compile(r"[^\s\u200b\u2060\ufeff\u00ad]+")
_BETWEEN_MARKERS = frozenset(f" ,;、，；–-{GAP}")
_LEFT_BEHIND = " \t:,;–—：，；"  # at the start of a block, by a marker
_LONGEST_SEPARATOR = 3  # characters between two markers of one group: `[1] , [2]`
_NO_SPACE_BEFORE = frozenset(".,;:!?)]}…’”»、。，；：！？")


_BRACKETS = (("(", ")"), ("（", "）"))
_MOST_LOOKED_AT = 12  # parts of the words in which an open bracket is sought
_LONGEST_BRACKETS = 400  # characters, of each of them


@dataclass(slots=True)
class BlockMarker:
    """A marker in a block; `offset` counts from the start of the block, the rest is as in `Marker`."""

    offset: int
    citation: str
    line: int
    column: int | None
    whole: bool


@dataclass(slots=True)
class BlockClaim:
    """A claim that the input itself marks as one, at `start` to `end` of the block; `key` is its id in the input."""

    start: int
    end: int
    citation: str
    line: int
    column: int | None
    key: str | None


@dataclass(slots=True)
class BlockBuilder:
    """Collects the words of one block.

    Attributes:
        kind: the kind of the block.
        parts: its words, to be joined.
        size: the characters in `parts`.
        markers: its markers, in order.
        claims: its claims, in order.
        lines: triples (offset into the block, line, column), ascending.
    """

    kind: BlockKind = BlockKind.PARAGRAPH
    parts: list[str] = field(default_factory=list)
    size: int = 0
    markers: list[BlockMarker] = field(default_factory=list)
    claims: list[BlockClaim] = field(default_factory=list)
    lines: list[tuple[int, int, int | None]] = field(default_factory=list)
    _space: bool = False
    _space_moved: bool = False
    _marked: tuple[int, int] | None = None  # number of parts and size at the last marker

    def add(self, text: str, line: int, column: int | None = None) -> None:
        """Add running text.

        Args:
            text: the text; line breaks in it count as those of the input.
            line: line of the input, from 1, on which it starts.
            column: column on that line, from 1; None if the input does not contain `text` literally.
        """
        if "\n" not in text:
            self._add_line(text, line, column)
            return
        for number, piece in enumerate(text.split("\n"), line):
            if number > line:
                self._space = True
                column = column and 1
            self._add_line(piece, number, column)

    def mark(self, citation: str, line: int, column: int | None = None, *, whole: bool = False) -> None:
        """Put a marker behind the text so far.

        Args:
            citation: the id of its citation.
            line: line of the input, from 1.
            column: column on that line, from 1, or None.
            whole: whether it covers its whole sentence wherever it is.
        """
        self._drop_separator()
        self._space_moved = self._space_moved or self._space
        self._marked = len(self.parts), self.size
        last = self.markers[-1] if self.markers else None
        if last is None or (last.offset, last.citation) != (self.size, citation):
            self.markers.append(BlockMarker(self.size, citation, line, column, whole))

    def claim(self, text: str, citation: str, line: int, column: int | None = None, *, key: str | None = None) -> None:
        """Add a claim that the input itself marks as one, with the id of its citation and its own id (`key`)."""
        words = " ".join(text.translate(_INVISIBLE).split())
        if not words:
            return
        self._space = True
        self.add(words, line)
        offset = self.size
        self.claims.append(BlockClaim(offset - len(words), offset, citation, line, column, key))

    def gap(self, line: int) -> None:
        """Record that something vanished here, as far as it matters: within brackets."""
        words = "".join(part[-_LONGEST_BRACKETS:] for part in self.parts[-_MOST_LOOKED_AT:])
        if any(words.rfind(opener) > words.rfind(closer) for opener, closer in _BRACKETS):
            self.add(GAP, line)

    def close_gaps(self) -> None:
        """Delete what vanished things leave behind: parts of brackets, and brackets without words."""
        text = "".join(self.parts)
        if not (found := holes(text)):
            return
        text = "".join(text[end:start] for (_, end), (start, _) in pairwise([(0, 0), *found, (len(text), 0)]))
        self.parts, self.size = [text] if text.strip() else [], len(text)
        moved = _Moved(found)
        for marker in self.markers:
            marker.offset = moved(marker.offset)
        for claim in self.claims:
            claim.start, claim.end = moved(claim.start), moved(claim.end)
        places = [*self.lines, *(self._place_of(end) for _, end in found)]
        at = {moved(begin): (line, column) for begin, line, column in sorted(places, key=lambda place: place[0])}
        self.lines = [(begin, *place) for begin, place in sorted(at.items())]

    def _place_of(self, offset: int) -> tuple[int, int, int | None]:
        """Find the place of a character of the words in the input."""
        begin, line, column = self.lines[max(bisect_right(self.lines, offset, key=lambda place: place[0]) - 1, 0)]
        return offset, line, None if column is None else column + offset - begin

    def cut(self, words: str) -> None:
        """Keep only `words`, which the block begins with."""
        if len(words) < self.size:
            self.parts, self.size = [words], len(words)
            for marker in self.markers:
                marker.offset = min(marker.offset, self.size)

    def introduce(self, label: str) -> None:
        """Put a label before the words, which says what they are of: `Keepers: Ada Brenner`."""
        label = f"{label}: "
        self.parts.insert(0, label)
        self.size += len(label)
        for marker in self.markers:
            marker.offset += len(label)
        line = self.lines[0][1] if self.lines else 1
        self.lines = [(0, line, None), *((begin + len(label), at, column) for begin, at, column in self.lines)]

    def _drop_separator(self) -> None:
        """Drop the commas between the last marker and the next one, so that both share a position."""
        if self._marked is None or self.size - self._marked[1] > _LONGEST_SEPARATOR:
            return
        parts, size = self._marked
        if _BETWEEN_MARKERS.issuperset("".join(self.parts[parts:])):
            del self.parts[parts:]
            self.size = size
            while self.lines and self.lines[-1][0] >= size:
                self.lines.pop()

    def _add_line(self, piece: str, line: int, column: int | None) -> None:
        if self._ended_before(piece):  # `gas.[1].`
            piece, column = piece.replace(".", "", 1), column and column + 1
        if self.markers and not self.parts:  # `https://a.example: Japanese`, of which the address is a marker
            kept = piece.lstrip(_LEFT_BEHIND)
            piece, column = kept, column and column + len(piece) - len(kept)
        body = piece if piece.isascii() else piece.translate(_INVISIBLE)
        words = body.strip()
        if not words:
            self._space = self._space or bool(body)
            return
        space = self._space or body[0].isspace()
        if _UNEVEN.search(words):
            words = _SPACE.sub(" ", words)
        if space and self.parts and not (self._space_moved and words[0] in _NO_SPACE_BEFORE):
            self.parts.append(" ")
            self.size += 1
        self._place(piece, len(words), line, column)
        self.parts.append(words)
        self.size += len(words)
        self._space = body[-1].isspace()
        self._space_moved = False

    def _ended_before(self, piece: str) -> bool:
        """Whether a text repeats the stop before the marker that it follows."""
        marked = self._marked is not None and self._marked[1] == self.size and bool(self.parts)
        behind = piece.lstrip()
        return marked and self.parts[-1].endswith(".") and behind.startswith(".") and not behind.startswith("..")

    def _place(self, piece: str, length: int, line: int, column: int | None) -> None:
        """Record the places of the next `length` characters, the words of `piece`, in the input."""
        offset = self.size
        if column is None:
            self._record_place(offset, line, None)
        elif len(piece.strip()) == length:
            self._record_place(offset, line, column + len(piece) - len(piece.lstrip()))
        else:
            end = 0
            for word in _VISIBLE.finditer(piece):
                offset += bool(end) and _SPACE.search(piece, end, word.start()) is not None
                self._record_place(offset, line, column + word.start())
                offset += len(word[0])
                end = word.end()

    def _record_place(self, offset: int, line: int, column: int | None) -> None:
        if self.lines:
            begin, last, first = self.lines[-1]
            if last == line and column == (None if first is None else first + offset - begin):
                return
        self.lines.append((offset, line, column))


class _Moved:
    """Finds where an offset is without the parts that are deleted.

    Args:
        deleted: start and end of each part, in order.
    """

    def __init__(self, deleted: Sequence[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in deleted]
        self._ends = [end for _, end in deleted]
        self._before = [0, *accumulate(end - start for start, end in deleted)]  # characters deleted before each part

    def __call__(self, offset: int) -> int:
        """Return the new offset; that of the deleted part for one within it."""
        number = bisect_right(self._starts, offset) - 1
        if number < 0:
            return offset
        return offset - self._before[number + 1] + max(self._ends[number] - offset, 0)
