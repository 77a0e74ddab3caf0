"""What every reader writes its document into: blocks of running text, and where the markers and the lines were."""

import re
from dataclasses import dataclass, field

from claims.readers.interface import Marker, Reading
from claims.records import Block, BlockKind, Citation

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))
_SPACE = re.compile(r"\s+")
_UNEVEN = re.compile(r"[^\S ]|\s\s")
_SEEN = re.compile(r"[^\s\u200b\u2060\ufeff\u00ad]+")
_BETWEEN_MARKERS = frozenset(" ,;、，；–-")
_LONGEST_SEPARATOR = 3  # characters between two markers of one group: `[1] , [2]`
_NO_SPACE_BEFORE = frozenset(".,;:!?)]}…’”»、。，；：！？")
_PARAGRAPHS = "\n\n"


@dataclass(slots=True)
class _Open:
    """The block at hand: its parts and their length, and offsets into it."""

    kind: BlockKind = BlockKind.PARAGRAPH
    parts: list[str] = field(default_factory=list)
    size: int = 0
    space: bool = False
    space_moved: bool = False
    marked: tuple[int, int] | None = None  # how many parts there were, and how long, at the last marker
    markers: list[tuple[int, str, int, int | None, bool]] = field(default_factory=list)
    lines: list[tuple[int, int, int | None]] = field(default_factory=list)
    claims: list[tuple[int, int, str, int, int | None]] = field(default_factory=list)  # start, end, citation, place


class ReadingBuilder:
    """Collects text, markers and blocks in reading order.

    White space is collapsed; a space before a marker goes behind it (`gas. [1] It` reads `gas. It`), and markers with
    nothing but commas between them fall on one position. A block of markers alone lends them to the paragraph before
    it, or else to the one after.
    """

    def __init__(self) -> None:
        self._text: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._markers: list[Marker] = []
        self._lines: list[tuple[int, int, int | None]] = []
        self._waiting: list[tuple[str, int, int | None]] = []
        self._open = _Open()

    @property
    def blank(self) -> bool:
        """Whether nothing was written yet."""
        return not self._blocks and not self._open.parts

    @property
    def kind(self) -> BlockKind:
        """The kind of the block at hand."""
        return self._open.kind

    @property
    def empty(self) -> bool:
        """Whether the block at hand holds no words yet."""
        return not self._open.parts

    def open(self, kind: BlockKind) -> None:
        """Begin a block, ending the one before it."""
        self.close()
        self._open = _Open(kind=kind)

    def add(self, text: str, line: int, column: int | None = None) -> None:
        """Add running text that starts on `line` of the input; line breaks in it count on from there.

        Args:
            column: where on that line `text` stands as it is, or None if it does not stand there like this.
        """
        if "\n" not in text:
            self._add(text, line, column)
            return
        for number, piece in enumerate(text.split("\n"), line):
            if number > line:
                self._open.space = True
                column = column and 1
            self._add(piece, number, column)

    def mark(self, citation: str, line: int, column: int | None = None, *, whole: bool = False) -> None:
        """Set a marker that asks for `citation` behind the text so far; `column`, `whole` as in `Marker`."""
        if self._open.marked is not None and self._open.size - self._open.marked[1] <= _LONGEST_SEPARATOR:
            parts, size = self._open.marked
            if _BETWEEN_MARKERS.issuperset("".join(self._open.parts[parts:])):
                del self._open.parts[parts:]
                self._open.size = size
                while self._open.lines and self._open.lines[-1][0] >= size:
                    self._open.lines.pop()
        self._open.space_moved = self._open.space_moved or self._open.space
        self._open.marked = (len(self._open.parts), self._open.size)
        if not self._open.markers or self._open.markers[-1][:2] != (self._open.size, citation):
            self._open.markers.append((self._open.size, citation, line, column, whole))

    def claim(self, text: str, citation: str, line: int, column: int | None = None) -> None:
        """Add a claim that the input itself marks as one, resting on `citation`."""
        words = " ".join(text.translate(_INVISIBLE).split())
        if not words:
            return
        self._open.space = True
        self.add(words, line)
        offset = self._open.size
        self._open.claims.append((offset - len(words), offset, citation, line, column))

    def close(self) -> None:
        """End the block at hand, if it holds anything."""
        if not self._open.parts:
            self._lend()
        else:
            self._flush()
        self._open = _Open()

    def finish(
        self,
        format: str,  # noqa: A002 - the name of the record's field
        citations: tuple[Citation, ...],
        *,
        title: str | None = None,
        language: str | None = None,
        as_of: str | None = None,
        notes: tuple[str, ...] = (),
        revision: str | None = None,
    ) -> Reading:
        """The reading of everything that was added."""
        self.close()
        return Reading(
            format=format,
            text="".join(self._text),
            blocks=tuple(self._blocks),
            markers=tuple(self._markers),
            citations=citations,
            lines=tuple(self._lines) or ((0, 1, None),),
            title=title,
            language=language,
            as_of=as_of,
            notes=notes,
            revision=revision,
        )

    def _add(self, piece: str, line: int, column: int | None) -> None:
        block = self._open
        body = piece if piece.isascii() else piece.translate(_INVISIBLE)
        words = body.strip()
        if not words:
            block.space = block.space or bool(body)
            return
        space = block.space or body[0].isspace()
        if _UNEVEN.search(words):
            words = _SPACE.sub(" ", words)
        if space and block.parts and not (block.space_moved and words[0] in _NO_SPACE_BEFORE):
            block.parts.append(" ")
            block.size += 1
        self._place(piece, len(words), line, column)
        block.parts.append(words)
        block.size += len(words)
        block.space = body[-1].isspace()
        block.space_moved = False

    def _place(self, piece: str, length: int, line: int, column: int | None) -> None:
        """Note where the words of `piece` stand in the input: `length` characters that are added next."""
        offset = self._open.size
        if column is None:
            self._note_place(offset, line, None)
        elif len(piece.strip()) == length:
            self._note_place(offset, line, column + len(piece) - len(piece.lstrip()))
        else:
            end = 0
            for seen in _SEEN.finditer(piece):
                offset += bool(end) and _SPACE.search(piece, end, seen.start()) is not None
                self._note_place(offset, line, column + seen.start())
                offset += len(seen[0])
                end = seen.end()

    def _note_place(self, offset: int, line: int, column: int | None) -> None:
        if self._open.lines:
            begin, last, first = self._open.lines[-1]
            if last == line and column == (None if first is None else first + offset - begin):
                return
        self._open.lines.append((offset, line, column))

    def _lend(self) -> None:
        home = self._blocks[-1] if self._blocks else None
        for _, citation, line, column, _ in self._open.markers:
            if home is None or home.kind in (BlockKind.HEADING, BlockKind.TITLE):
                self._waiting.append((citation, line, column))
            else:
                self._markers.append(Marker(position=home.end, citation=citation, line=line, column=column))

    def _flush(self) -> None:
        if self._text:
            self._text.append(_PARAGRAPHS)
            self._length += len(_PARAGRAPHS)
        start = self._length
        if self._open.kind not in (BlockKind.HEADING, BlockKind.TITLE):
            waiting, self._waiting = self._waiting, []
            self._markers += [
                Marker(position=start, citation=citation, line=line, column=column)
                for citation, line, column in waiting
            ]
        self._markers += [
            Marker(position=start + offset, citation=citation, line=line, column=column, whole=whole)
            for offset, citation, line, column, whole in self._open.markers
        ]
        self._markers += [
            Marker(position=start + end, citation=citation, line=line, column=column, since=start + begin)
            for begin, end, citation, line, column in self._open.claims
        ]
        self._lines += [(start + offset, line, column) for offset, line, column in self._open.lines]
        self._text += self._open.parts
        self._length += self._open.size
        self._blocks.append(Block(start=start, end=self._length, kind=self._open.kind))
