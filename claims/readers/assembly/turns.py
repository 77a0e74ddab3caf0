"""The turns of a chat among blocks: labels of who speaks are taken out, and each turn begins a block.

So is the head that programs for exports write: `Created: …`, `Link: …`, a line each.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.readers.assembly.pieces import Piece, PieceBlock, PieceKind, lines_of, words
from claims.readers.markers.speakers import speaker_labels
from claims.records import BlockKind

_HEAD = 4  # blocks within which the head of an export is
_FIELD = re.compile(r"\s{0,9}([A-Z][a-z]{1,12})(?: [a-zA-Z]{1,12}){0,2}\s?:\s*\S")
_OF_EXPORT = frozenset(("Created", "Updated", "Exported", "Model", "Conversation"))
_ROWS = (BlockKind.TABLE, BlockKind.INFOBOX)


def without_speakers(blocks: Sequence[PieceBlock]) -> Sequence[PieceBlock]:
    """Take the labels of who speaks out of blocks; the blocks themselves if there are none."""
    texts = ((index, block) for index, block in enumerate(blocks) if block.kind not in _ROWS)
    lines = [(index, line) for index, block in texts for line in lines_of(block.pieces)]
    labels = speaker_labels("".join(piece.text for piece in line if piece.kind is PieceKind.TEXT) for _, line in lines)
    if not labels:
        return blocks
    labelled = {lines[number][0] for number in labels}
    found: dict[int, list[tuple[list[Piece], int]]] = {}
    for number, (index, line) in enumerate(lines):
        if index in labelled:
            found.setdefault(index, []).append((line, labels.get(number, -1)))
    turns: list[PieceBlock] = []
    for index, block in enumerate(blocks):
        turns += _turns(block, found[index]) if index in found else [block]
    return turns


def without_head(blocks: Sequence[PieceBlock]) -> Sequence[PieceBlock]:
    """Take out the head of an export: a paragraph near the beginning, each of whose lines is a field."""
    for index, block in enumerate(blocks[:_HEAD]):
        fields = [_FIELD.match(words(line)) for line in lines_of(block.pieces) if words(line)]
        if len(fields) > 1 and all(fields) and any(field and field[1] in _OF_EXPORT for field in fields):
            return [*blocks[:index], *blocks[index + 1 :]]
    return blocks


def _turns(block: PieceBlock, lines: Sequence[tuple[list[Piece], int]]) -> Iterator[PieceBlock]:
    """Split a block at the lines with a label, given with its characters (-1: none)."""
    turn: list[Piece] = []
    for line, length in lines:
        if length >= 0:
            if turn:
                yield replace(block, pieces=turn)
            turn = []
        rest = _without(line, length)
        if turn and rest:
            turn.append(Piece(PieceKind.BREAK, "", rest[0].line))
        turn += rest
    if turn:
        yield replace(block, pieces=turn)


def _without(line: Sequence[Piece], length: int) -> list[Piece]:
    """Take characters away from the beginning of a line's text."""
    kept = []
    for piece in line:
        taken = min(max(length, 0), len(piece.text)) if piece.kind is PieceKind.TEXT else 0
        length -= taken
        if not taken or piece.text[taken:].strip():
            kept.append(replace(piece, text=piece.text[taken:], column=piece.column and piece.column + taken))
    return kept
