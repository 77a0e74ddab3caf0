"""Markers of language models in formats that are parsed before markers are rewritten: HTML, Word and their kin."""

from collections.abc import Iterable
from dataclasses import replace

from claims.readers.assembly.pieces import Piece, PieceBlock, PieceKind
from claims.readers.markers.model_markers import plain_markers


def with_plain_markers(blocks: Iterable[PieceBlock]) -> list[PieceBlock]:
    """Rewrite the markers in the texts of blocks."""
    found = []
    for block in blocks:
        pieces = [_plain(piece) for piece in block.pieces]
        changed = any(new is not old for new, old in zip(pieces, block.pieces, strict=True))
        found.append(replace(block, pieces=pieces) if changed else block)
    return found


def _plain(piece: Piece) -> Piece:
    if piece.kind is not PieceKind.TEXT:
        return piece
    text = plain_markers(piece.text)
    return replace(piece, text=text) if text != piece.text else piece
