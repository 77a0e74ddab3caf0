"""Tables among the blocks of a document: their rows to statements, each value of a cell in a statement of its own."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from claims.readers.assembly.pieces import Piece, PieceBlock, PieceKind
from claims.readers.assembly.tables.table_rows import Cell, Statement, statements
from claims.records import BlockKind

Pieces = Sequence[Piece]


def cell_opening(line: int, *, first: bool, head: bool, columns: int = 1, rows: int = 1) -> Piece:
    """Make the piece that begins a cell."""
    return Piece(PieceKind.CELL, "" if first else " | ", line, f"{'th' if head else 'td'} {columns} {rows}")


def with_statements(
    blocks: Sequence[PieceBlock], cell: Callable[[Pieces], Cell[Pieces]]
) -> Iterator[PieceBlock | tuple[PieceBlock, Statement[Pieces]]]:
    """Replace the rows of tables by their statements, each with the block of a row of its table.

    Args:
        blocks: the blocks of a document.
        cell: makes a cell of its pieces.
    """
    caption = ""
    for table, found in groupby(blocks, key=lambda block: block.table):
        rows = list(found)
        if not table:
            yield from rows
            caption = rows[-1].text if rows[-1].kind is BlockKind.CAPTION else ""
            continue
        for statement in statements([list(_cells(row, cell)) for row in rows], caption):
            yield from ((rows[0], each) for each in _by_value(statement, cell))
        caption = ""


def _cells(row: PieceBlock, cell: Callable[[Pieces], Cell[Pieces]]) -> Iterator[Cell[Pieces]]:
    """Split a row at the beginnings of its cells."""
    openings = [index for index, piece in enumerate(row.pieces) if piece.kind is PieceKind.CELL]
    for begin, end in zip(openings, [*openings[1:], len(row.pieces)], strict=False):
        kind, columns, rows = row.pieces[begin].target.split()
        made = cell(row.pieces[begin + 1 : end])
        yield Cell(
            content=made.content, label=made.label, line=made.line or row.pieces[begin].line, cites=made.cites,
            head=kind == "th", linked=made.linked, columns=int(columns), rows=int(rows),
        )  # fmt: skip


def _by_value(statement: Statement[Pieces], cell: Callable[[Pieces], Cell[Pieces]]) -> Iterator[Statement[Pieces]]:
    """Split a statement whose cell has several values, one a line; each ends with the line that cites."""
    index = next((index for index, part in enumerate(statement.parts) if isinstance(part, Cell)), None)
    whole = statement.parts[index] if index is not None else None
    if not isinstance(whole, Cell) or index is None or all(p.kind is not PieceKind.BREAK for p in whole.content):
        yield statement
        return
    values: list[Pieces] = []
    lines: list[Piece] = []  # since the last value
    line: list[Piece] = []
    for piece in [*whole.content, Piece(PieceKind.BREAK, "", whole.line)]:
        line.append(piece)
        if piece.kind is PieceKind.BREAK:
            lines += line
            if cell(line).cites:
                values.append(lines)
                lines = []
            line = []
    for value in values or [whole.content]:
        parts = (*statement.parts[:index], replace(whole, content=value), *statement.parts[index + 1 :])
        yield Statement(cell(value).line or statement.line, parts)
