"""Tables of reStructuredText: simple tables, grid tables, and the directives `list-table` and `csv-table`."""

import csv
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims.readers.assembly.pieces import Piece, PieceBlock, PieceKind
from claims.readers.assembly.tables.table_blocks import cell_opening
from claims.readers.text.rest_inline import Names, pieces
from claims.records import BlockKind

SIMPLE_BORDER = re.compile(r"\s*=+(?:\s+=+)+\s*$")
GRID_BORDER = re.compile(r"\s*\+(?:[-=]+\+)+\s*$")
_UNDER_SPANS = re.compile(r"[\s-]+$")
_ITEM = re.compile(r"(\s*)([*-])\s(\s*)([*-])(?:\s+|$)|(\s+)([*-])(?:\s+|$)")
_HEADER_ROWS = re.compile(r"\s*:header-rows:\s*(\d{1,2})")
_HEADER = re.compile(r"\s*:header:\s*(.+)")
_OPTION = re.compile(r"\s*:[\w-]+:")


@dataclass(frozen=True, slots=True)
class _Part:
    """A line of a cell, at its place in the input."""

    text: str
    line: int
    column: int


_Row = list[list[_Part]]


def simple_ends(lines: Sequence[str]) -> list[int]:
    """Find where simple tables may end: behind a border before an empty line."""
    lines = [*lines, ""]
    return [
        index
        for index, (line, below) in enumerate(pairwise(lines), 1)
        if SIMPLE_BORDER.match(line) and not below.strip()
    ]


def simple_table(lines: Sequence[str], begin: int, end: int, names: Names, number: int) -> list[PieceBlock]:
    """Read the simple table between two lines."""
    spans = [match.span() for match in re.finditer(r"=+", lines[begin])]
    bounds = [(start, following[0]) for (start, _), following in zip(spans, [*spans[1:], (None, 0)], strict=True)]
    heads = sum(1 for line in lines[begin:end] if SIMPLE_BORDER.match(line)) > 2
    rows: list[tuple[_Row, bool]] = []
    for index in range(begin + 1, end):
        line = lines[index]
        if SIMPLE_BORDER.match(line):
            heads = False
        elif line.strip() and not _UNDER_SPANS.match(line):
            row = [[_Part(line[start:stop].strip(), index + 1, start + 1)] for start, stop in bounds]
            if rows and not row[0][0].text:
                for cell, more in zip(rows[-1][0], row, strict=True):
                    cell.extend(more)
            else:
                rows.append((row, heads))
    return list(_blocks(rows, names, number))


def grid_table(lines: Sequence[str], begin: int, end: int, names: Names, number: int) -> list[PieceBlock]:
    """Read the grid table between two lines; cells over several rows are read as part of the first."""
    cuts = sorted({at for line in lines[begin:end] for at, sign in enumerate(line) if sign == "+"})
    borders = [index for index in range(begin, end) if GRID_BORDER.match(lines[index])]
    head_end = next((index for index in borders[1:] if "=" in lines[index]), begin)
    rows: list[tuple[_Row, bool]] = []
    for above, below in pairwise(borders):
        inner = [index for index in range(above + 1, below) if lines[index].lstrip().startswith("|")]
        if not inner:
            continue
        within = cuts[: bisect_left(cuts, min(len(lines[index]) for index in inner))]
        edges = [at for at in within if all(lines[index][at] in "|+" for index in inner)]
        row = [
            [_Part(lines[index][left + 1 : right].strip(), index + 1, left + 2) for index in inner]
            for left, right in pairwise(edges)
        ]
        rows.append((row, below <= head_end))
    return list(_blocks(rows, names, number))


def list_table(lines: Sequence[str], begin: int, end: int, names: Names, number: int) -> list[PieceBlock]:
    """Read the body of a `list-table`: a list of rows, each a list of cells."""
    heads = _header_rows(lines[begin:end])
    rows: list[_Row] = []
    for index in range(begin, end):
        line = lines[index]
        match = _ITEM.match(line)
        if match and (match[2] or rows):
            if match[2]:
                rows.append([])
            rows[-1].append([_Part(line[match.end() :].strip(), index + 1, match.end() + 1)])
        elif line.strip() and rows and rows[-1]:
            rows[-1][-1].append(_Part(line.strip(), index + 1, len(line) - len(line.lstrip()) + 1))
    return list(_blocks([(row, at < heads) for at, row in enumerate(rows)], names, number))


def csv_table(lines: Sequence[str], begin: int, end: int, names: Names, number: int) -> list[PieceBlock]:
    """Read the body of a `csv-table`."""
    heads = _header_rows(lines[begin:end])
    numbered = [(at, line.strip()) for at, line in enumerate(lines[begin:end], begin + 1)]
    header = next(((at, match[1]) for at, line in numbered if (match := _HEADER.match(line))), None)
    body = [(at, line) for at, line in numbered if line and not _OPTION.match(line)]
    rows: list[tuple[_Row, bool]] = [(_csv_row(*header), True)] if header else []
    rows += [(_csv_row(*each), place < heads) for place, each in enumerate(body)]
    return list(_blocks(rows, names, number))


def _csv_row(line: int, text: str) -> _Row:
    return [[_Part(cell.strip(), line, 1)] for cell in next(csv.reader([text], skipinitialspace=True), [])]


def _header_rows(lines: Sequence[str]) -> int:
    return next((int(match[1]) for line in lines if (match := _HEADER_ROWS.match(line))), 0)


def _blocks(rows: Sequence[tuple[_Row, bool]], names: Names, number: int) -> Iterator[PieceBlock]:
    """Write rows as blocks of a table."""
    for row, head in rows:
        found: list[Piece] = []
        for cell in row:
            found.append(cell_opening(cell[0].line, first=not found, head=head))
            for part in cell:
                if part.text:
                    found += [*pieces(part.text, part.line, part.column, names), Piece(PieceKind.BREAK, "", part.line)]
        yield PieceBlock(BlockKind.TABLE, found, table=number)
