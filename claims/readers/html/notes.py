"""Separates the notes of a page from its running text, and decides which superscripts are markers."""

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.readers.assembly.links.note_links import without_back_links
from claims.readers.assembly.pieces import Note, Piece, PieceBlock, PieceKind, links, words
from claims.readers.html.note_markers import BEGINS, ENDS, INLINE, ITEM, OPENS
from claims.readers.html.superscripts import BOLD, SUPERSCRIPT
from claims.readers.markers.superscripts import is_exponent, superscript
from claims.records import BlockKind

_REST_OF_NUMBER = re.compile(r"^[\s.:\[\](){}]+")  # what remains of the number of a note if the number was a link


def separate_notes(blocks: Sequence[PieceBlock]) -> tuple[list[PieceBlock], list[Note]]:
    """Separate blocks, or parts of them, into running text and notes."""
    reader = _Reader(blocks)
    for block in blocks:
        reader.read(block)
    return reader.running, reader.notes()


class _Reader:
    """Separates the blocks of one page, read in order."""

    def __init__(self, blocks: Sequence[PieceBlock]) -> None:
        self.running: list[PieceBlock] = []
        self._numbers = {
            piece.target.removeprefix(SUPERSCRIPT)
            for block in blocks
            for index, piece in enumerate(block.pieces)
            if index and _is(piece, SUPERSCRIPT)
        }
        self._explained = self._explained_numbers(blocks)
        self._notes: dict[str, list[Piece]] = {}
        self._inline: dict[str, list[Piece]] = {}
        self._note: list[Piece] | None = None  # the open note
        self._open_ended = False  # whether only the beginning of the open note is marked
        self._kind = BlockKind.PARAGRAPH  # of the block in which the open note begins

    def notes(self) -> list[Note]:
        """Return the notes; one that is both in the text and in a list is that of the list."""
        found = self._notes | {name: pieces for name, pieces in self._inline.items() if name not in self._notes}
        kept = {name: without_back_links(pieces) for name, pieces in found.items()}
        return [Note(name, _REST_OF_NUMBER.sub("", words(pieces)), links(pieces)) for name, pieces in kept.items()]

    def read(self, block: PieceBlock) -> None:
        """Separate one block."""
        if self._note is not None and self._open_ended and not self._continues(block):
            self._note = None
        if self._note is not None:
            self._note.append(Piece(PieceKind.BREAK, "", 0))
        text: list[Piece] = []
        before = ""  # the last words
        first = _first(block)
        for piece in block.pieces:
            name = self._begun(piece, is_first=piece is first)
            if name is not None:
                self._begin(piece, name, block, text)
            elif _is(piece, ENDS):
                self._note = None
            elif self._note is None:
                text += self._shown(piece, before)
                before = text[-1].text or before if text else before
            elif piece.kind is PieceKind.CELL:
                self._note.append(replace(piece, kind=PieceKind.TEXT, target=""))
            elif piece.kind is not PieceKind.NOTE:
                self._note.append(piece)
        if words(text) or any(piece.kind is PieceKind.NOTE for piece in text):
            self.running.append(replace(block, pieces=text))

    def _explained_numbers(self, blocks: Sequence[PieceBlock]) -> set[str]:
        """Find the numbers that the text refers to and with which a block below begins."""
        openings = [(index, first) for index, block in enumerate(blocks) if (first := _first(block)) is not None]
        explained = {
            first.target
            for _, first in openings
            if (_is(first, SUPERSCRIPT) or _is(first, ITEM)) and first.target.partition(":")[2] in self._numbers
        }
        last = max(
            (i for i, block in enumerate(blocks) if any(_is(p, SUPERSCRIPT) for p in block.pieces[1:])), default=0
        )
        bold = [(index, first.target) for index, first in openings if _is(first, BOLD)]
        # Numbers in bold are steps or chapters, unless they count the notes and are below all markers.
        counted = [target for _, target in bold] == [f"{BOLD}{number}" for number in range(1, len(bold) + 1)]
        if counted and all(index > last for index, _ in bold) and len(bold) == len(self._numbers):
            explained |= {target for _, target in bold}
        return explained

    def _continues(self, block: PieceBlock) -> bool:
        """Whether the open note, of which only the beginning is marked, continues in `block`."""
        if any(piece.kind is PieceKind.NOTE for piece in block.pieces):
            return False
        return block.kind is BlockKind.PARAGRAPH or (block.kind is BlockKind.ITEM and self._kind is BlockKind.PARAGRAPH)

    def _begun(self, piece: Piece, *, is_first: bool) -> str | None:
        """Find the id of the note that begins at a piece, or None."""
        if piece.kind is not PieceKind.NOTE:
            return None
        if piece.target.startswith((BEGINS, OPENS, INLINE)):
            return piece.target[1:]
        return piece.target.partition(":")[2] if is_first and piece.target in self._explained else None

    def _begin(self, piece: Piece, name: str, block: PieceBlock, text: list[Piece]) -> None:
        if self._note is not None and _is(piece, INLINE):
            return
        self._note, self._kind = [], block.kind
        self._open_ended = piece.target.startswith((OPENS, SUPERSCRIPT, BOLD))
        if _is(piece, INLINE):
            self._inline.setdefault(self._marked(piece, name, text), self._note)
        else:
            self._notes.setdefault(name, self._note)

    def _marked(self, piece: Piece, name: str, text: list[Piece]) -> str:
        """Find the id of the marker right before a note in the text; add a marker if there is none."""
        for index in range(len(text) - 1, -1, -1):
            before = text[index]
            if before.kind is PieceKind.NOTE:
                return before.target
            if before.text.strip() or before.kind is PieceKind.LINK:
                number = before.target.removeprefix(SUPERSCRIPT)
                if before.kind is PieceKind.TEXT and _is_raised(before):
                    text[index] = replace(before, kind=PieceKind.NOTE, text="", target=number)
                    return number
                break
        text.append(Piece(PieceKind.NOTE, "", piece.line, f"note {name}", piece.column))
        return f"note {name}"

    def _shown(self, piece: Piece, before: str) -> list[Piece]:
        """Return a piece of running text; a superscript that no note explains becomes the number that it shows."""
        if piece.kind is not PieceKind.NOTE or _is(piece, ITEM):
            return [] if piece.kind is PieceKind.NOTE else [piece]
        if not (_is(piece, SUPERSCRIPT) or _is(piece, BOLD)):
            return [piece]
        number = piece.target.partition(":")[2]
        if _is(piece, BOLD):
            return [Piece(PieceKind.TEXT, number, piece.line, column=piece.column)]
        explained = any(f"{kind}{number}" in self._explained for kind in (SUPERSCRIPT, ITEM, BOLD))
        if explained and not is_exponent(before):
            return [replace(piece, target=number)]
        return [Piece(PieceKind.TEXT, superscript(number), piece.line, f"{SUPERSCRIPT}{number}", piece.column)]


def _is_raised(piece: Piece) -> bool:
    return piece.target.startswith(SUPERSCRIPT)


def _is(piece: Piece, mark: str) -> bool:
    return piece.kind is PieceKind.NOTE and piece.target.startswith(mark)


def _first(block: PieceBlock) -> Piece | None:
    return next((piece for piece in block.pieces if piece.kind is PieceKind.NOTE or piece.text.strip()), None)
