"""Markup, parsed but not yet a reading: blocks of pieces, each a stretch of text, a link or the marker of a note."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from claims.records import BlockKind


class PieceKind(Enum):
    """The kind of a piece."""

    TEXT = auto()
    LINK = auto()  # `target` is its URL
    NOTE = auto()  # the marker of a note; `target` is the id of the note
    BREAK = auto()
    CELL = auto()  # the beginning of a cell of a table; `target` is its shape


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a block.

    Attributes:
        kind: the kind of the piece.
        text: its words.
        line: line of the input, from 1.
        target: the URL of a link, or the id of a note.
        column: column on that line, from 1; None if the input does not contain the text literally.
    """

    kind: PieceKind
    text: str
    line: int
    target: str = ""
    column: int | None = None


@dataclass(frozen=True, slots=True)
class PieceBlock:
    """A block of pieces.

    Attributes:
        kind: the kind of the block.
        pieces: its pieces, in order.
        level: the level of a heading, 1 to 6; 0 for other blocks.
        number: the number of an item in a numbered list, or None.
        table: the number of the table of which it is a row; 0 for other blocks.
    """

    kind: BlockKind
    pieces: Sequence[Piece]
    level: int = 0
    number: str | None = None
    table: int = 0
    _text: list[str] = field(default_factory=list, init=False, repr=False, compare=False)

    @property
    def text(self) -> str:
        """The words of the block, those of links included."""
        if not self._text:
            self._text.append(words(self.pieces))
        return self._text[0]


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: the id by which markers refer to it, its text, and the targets of its links."""

    id: str
    text: str
    links: tuple[str, ...]


class PieceCursor:
    """Reads the text of pieces part by part.

    Attributes:
        line: line of the next character in the input, from 1.
        column: its column, from 1, or None.
    """

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = iter(pieces)
        self._taken = 0  # characters read so far
        self._text, self._within = "", 0  # the current piece
        self.line = 1
        self.column: int | None = None
        self._next()

    def read_until(self, end: int) -> list[tuple[str, int, int | None]]:
        """Read up to character `end` of the whole text: parts, each with its line and column."""
        parts = []
        while self._taken < end:
            if self._within == len(self._text):
                self._next()
                continue
            stop = min(len(self._text), self._within + end - self._taken)
            text = self._text[self._within : stop]
            parts.append((text, self.line, self.column))
            self._taken += len(text)
            self._within = stop
            if breaks := text.count("\n"):  # line breaks of the input, as in HTML
                self.line += breaks
                self.column = self.column and len(text) - text.rfind("\n")
            elif self.column is not None:
                self.column += len(text)
        if self._within == len(self._text):
            self._next()
        return parts

    def _next(self) -> None:
        piece = next((piece for piece in self._pieces if piece.text), None)
        if piece is not None:
            self._text, self._within = piece.text, 0
            self.line, self.column = piece.line, piece.column


def part_of(piece: Piece, start: int, end: int) -> Piece:
    """Return the characters from `start` to `end` of a piece."""
    return replace(piece, text=piece.text[start:end], column=piece.column and piece.column + start)


def lines_of(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Split pieces into lines."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.kind is PieceKind.BREAK:
            lines.append([])
        else:
            lines[-1].append(piece)
    return lines


def words(pieces: Iterable[Piece]) -> str:
    """Join the text of pieces, white space collapsed."""
    text = "".join([" " if piece.kind is PieceKind.BREAK else piece.text for piece in pieces])
    return " ".join(text.replace("\u2060", "").split())


def links(pieces: Iterable[Piece]) -> tuple[str, ...]:
    """Collect the http(s) targets of the links among `pieces`."""
    return tuple(
        piece.target
        for piece in pieces
        if piece.kind is PieceKind.LINK and piece.target.lower().startswith(("http://", "https://", "//"))
    )
