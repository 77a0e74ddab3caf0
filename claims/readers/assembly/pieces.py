"""What markup becomes before it is a reading: blocks of pieces, each a stretch of text, a link, a note's marker."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from claims.records import BlockKind


class PieceKind(Enum):
    """What a piece of a block is."""

    TEXT = auto()
    LINK = auto()  # `target` is its address
    NOTE = auto()  # the marker of a note; `target` is the note's id
    BREAK = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a block, on `line` of the input; from `column` on, where it stands there as it is or is a marker."""

    kind: PieceKind
    text: str
    line: int
    target: str = ""
    column: int | None = None


@dataclass(frozen=True, slots=True)
class PieceBlock:
    """A block before it is written: a heading's `level` is 1 to 6; `number` is that of an item of a numbered list."""

    kind: BlockKind
    pieces: Sequence[Piece]
    level: int = 0
    number: str | None = None
    _text: list[str] = field(default_factory=list, init=False, repr=False, compare=False)

    @property
    def text(self) -> str:
        """Its words, those of its links included."""
        if not self._text:
            self._text.append(words(self.pieces))
        return self._text[0]


@dataclass(frozen=True, slots=True)
class Note:
    """A note that markers ask for by its `id`: its text and the addresses that its links lead to."""

    id: str
    text: str
    links: tuple[str, ...]


class Stretches:
    """Pieces of text, taken from first to last in stretches that end where they are told to.

    Attributes:
        line, column: where in the input what comes next stands.
    """

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = iter(pieces)
        self._taken = 0  # characters of all pieces
        self._text, self._within = "", 0  # the piece at hand
        self.line = 1
        self.column: int | None = None
        self._next()

    def until(self, end: int) -> list[tuple[str, int, int | None]]:
        """What comes next, up to character `end` of all the text: each part with its line and column."""
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
            if breaks := text.count("\n"):  # those of the input, as in HTML
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


def words(pieces: Iterable[Piece]) -> str:
    """The text of pieces, white space collapsed."""
    text = "".join([" " if piece.kind is PieceKind.BREAK else piece.text for piece in pieces])
    return " ".join(text.replace("\u2060", "").split())


def links(pieces: Iterable[Piece]) -> tuple[str, ...]:
    """The web addresses that links among the pieces lead to."""
    return tuple(
        piece.target
        for piece in pieces
        if piece.kind is PieceKind.LINK and piece.target.lower().startswith(("http://", "https://", "//"))
    )
