"""What markup becomes before it is a reading: blocks of pieces, each a stretch of text, a link, a note's marker."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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
    """A stretch of a block, on `line` of the input."""

    kind: PieceKind
    text: str
    line: int
    target: str = ""


@dataclass(frozen=True, slots=True)
class PieceBlock:
    """A block before it is written: a heading's `level` is 1 to 6; `number` is that of an item of a numbered list."""

    kind: BlockKind
    pieces: Sequence[Piece]
    level: int = 0
    number: str | None = None

    @property
    def text(self) -> str:
        """Its words, those of its links included."""
        return words(self.pieces)


@dataclass(frozen=True, slots=True)
class Note:
    """A note that markers ask for by its `id`: its text and the addresses that its links lead to."""

    id: str
    text: str
    links: tuple[str, ...]


def words(pieces: Iterable[Piece]) -> str:
    """The text of pieces, white space collapsed."""
    text = "".join(" " if piece.kind is PieceKind.BREAK else piece.text for piece in pieces)
    return " ".join(text.split())


def links(pieces: Iterable[Piece]) -> tuple[str, ...]:
    """The web addresses that links among the pieces lead to."""
    return tuple(
        piece.target
        for piece in pieces
        if piece.kind is PieceKind.LINK and piece.target.lower().startswith(("http://", "https://", "//"))
    )
