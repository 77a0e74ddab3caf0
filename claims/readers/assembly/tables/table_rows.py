"""Rows of tables and infoboxes to statements: `row head, column head: value`, with the notes that belong to the value.

A note on a head belongs to the values that the head names, one in a cell of its own (the column “Ref.”) to the whole
row. Where the columns are of one kind (`2019`, `2020`), the table's caption says what the values are, and no cell names
the row. What a cell contains is the format's: here it only has a label and may cite.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Generic, TypeVar

from claims.language.headings import is_reference_heading
from claims.language.source_words import source_words

Content = TypeVar("Content")

_MOST_SPANNED = 1_000  # rows or columns of one cell, as browsers have it
_MOST_FILLED = 10  # cells of the filled table to each cell of its own; what spans more is not filled up
_MOST_HEADS = 5  # rows of column heads
_NUMBER = re.compile(r"[#№]?\s?\d{1,3}(\.?)[)ºª]?")  # of a row
_BULLETS = ("•", "·", "‣", "–")  # before the head of a row that belongs to the head over all columns above it
_LONGEST_COUNTED = 3  # letters of the head over numbers that only count the rows: `Nr.`, `No.`, `#`
_DIGIT = re.compile(r"\d")
_LONGEST_LABEL = 80  # characters; a cell with more is a text rather than a name


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell(Generic[Content]):
    """A cell.

    Attributes:
        content: its content, which the format's reader writes.
        label: its words, without markers.
        line: line of the input, from 1.
        cites: whether it contains a marker or a link that cites.
        head: whether it is marked as the head of a row or of a column.
        linked: whether its words are those of links.
        columns: the columns that it spans.
        rows: the rows that it spans.
    """

    content: Content
    label: str
    line: int
    cites: bool
    head: bool = False
    linked: bool = False
    columns: int = 1
    rows: int = 1

    @property
    def says(self) -> bool:
        """Whether it has words."""
        return any(character.isalnum() for character in self.label)


@dataclass(frozen=True, slots=True)
class Marks(Generic[Content]):
    """The markers of a content, without its words."""

    content: Content


@dataclass(frozen=True, slots=True)
class Statement(Generic[Content]):
    """A statement that a row makes: texts, contents, and contents of which only the markers count, in order."""

    line: int
    parts: tuple["str | Cell[Content] | Marks[Content]", ...]


def statements(table: Sequence[Sequence[Cell[Content]]], caption: str = "") -> Iterator[Statement[Content]]:
    """Find the cited statements of a table with a caption, row by row."""
    heads: list[Sequence[Cell[Content]]] = []  # the rows of column heads
    group: Cell[Content] | None = None  # the last head over all columns
    below_heads = heads_cite = bulleted = False
    for row, fresh in _filled(table):
        if len({id(cell) for cell in row}) == 1 and row[0].head:
            group = row[0] if row[0].says else None
        elif all(cell.head for cell in row) and len(row) > 1:
            heads = [row] if below_heads else [*heads[1 - _MOST_HEADS :], row]
            heads_cite = any(cell.cites for head in heads for cell in head)
            below_heads = False
        else:
            below_heads = True
            group = None if bulleted and not _is_bulleted(row) else group  # `Time zone` below `Population by age`
            bulleted = _is_bulleted(row)
            if not (heads_cite or (group and group.cites) or any(cell.cites for cell in row)):
                continue
            over = [[head[index] for head in heads if index < len(head)] for index in range(len(row))]
            pointers = {id(cell): _pointer(cell) for cell, above in zip(row, over, strict=True) if _points(cell, above)}
            pointers |= {
                id(cell): replace(cell, cites=False)
                for cell, above in zip(row, over, strict=True)
                if _is_menu(cell, above)
            }
            yield from _of_row([pointers.get(id(cell), cell) for cell in row], fresh, over, group, caption)


def _is_bulleted(row: Sequence[Cell[Content]]) -> bool:
    return row[0].head and row[0].label.startswith(_BULLETS)


def _points(cell: Cell[Content], heads: Sequence[Cell[Content]]) -> bool:
    """Whether a cell names a source of its row and states nothing, as those of a column of sources do."""
    labels = [head.label for head in heads]
    return any(map(_sources().fullmatch, labels)) or (cell.linked and any(map(is_reference_heading, labels)))


@cache
def _sources() -> re.Pattern[str]:
    """Return the expression for the head of a column of sources."""
    others = r"links?|urls?|ref(?:erence|s)?s?\.?|citations?|websites?|notes and ref\w*"
    return re.compile(rf"\W*(?:{source_words()}|{others})\W*", re.IGNORECASE)


def _is_menu(cell: Cell[Content], heads: Sequence[Cell[Content]]) -> bool:
    """Whether a cell consists of links and no head says what they are of, as in menus and layouts."""
    return cell.linked and not any(head.says for head in heads)


def _pointer(cell: Cell[Content]) -> Cell[Content]:
    return replace(cell, label="")


def _filled(table: Sequence[Sequence[Cell[Content]]]) -> Iterator[tuple[list[Cell[Content]], frozenset[int]]]:
    """Fill the rows up with the cells that span them; yields the cells, and the columns of those that begin there."""
    spanning: dict[int, tuple[Cell[Content], int]] = {}  # by column: the cell and the rows that it still spans
    left = _MOST_SPANNED + _MOST_FILLED * sum(map(len, table))  # cells that may still be filled
    for cells in table:
        row: list[Cell[Content]] = []
        fresh: set[int] = set()
        waiting = list(reversed(cells))
        while waiting or len(row) in spanning:
            if len(row) in spanning:
                cell, rows = spanning.pop(len(row))
                if rows > 1 and left > 0:
                    spanning[len(row)] = cell, rows - 1
                row.append(cell)
                left -= 1
                continue
            cell = waiting.pop()
            for _ in range(min(max(cell.columns, 1), _MOST_SPANNED) if left > 0 else 1):
                if cell.rows > 1 and left > 0:
                    spanning[len(row)] = cell, min(cell.rows, _MOST_SPANNED) - 1
                fresh.add(len(row))
                row.append(cell)
                left -= 1
        if row:
            yield row, frozenset(fresh)


def _of_row(
    row: Sequence[Cell[Content]],
    fresh: frozenset[int],
    heads: Sequence[Sequence[Cell[Content]]],
    group: Cell[Content] | None,
    caption: str,
) -> Iterator[Statement[Content]]:
    """Find the statements of a row below its column heads."""
    first = next((index for index, cell in enumerate(row) if cell.says), None)
    if first is None:
        return
    series = _is_series(heads)
    name = first if not series and _is_name(row, first) else None
    over: list[Cell[Content] | Marks[Content]] = [Marks(group.content)] if group is not None and group.cites else []
    for_row = [cell for index, cell in enumerate(row) if cell.cites and (index == name or not cell.says)]
    for_row = list({id(cell): cell for cell in for_row}.values())
    values = {id(cell): cell for index, cell in enumerate(row) if cell.says and index != name}
    if len(values) == 1 and all(cell.cites for cell in values.values()):  # the row says the same as its only value
        over, for_row = [*(Marks(cell.content) for cell in for_row), *over], []
    if for_row or (over and not any(cell.cites for cell in row)):
        marks = tuple(Marks(cell.content) for cell in for_row)
        yield Statement(row[0].line, (*_whole(row, heads, group, name), *marks, *over))
    seen: set[int] = set()
    for index, cell in enumerate(row):
        notes = [Marks(head.content) for head in heads[index] if head.cites]
        if index == name or index not in fresh or id(cell) in seen or not cell.says or not (cell.cites or notes):
            continue
        seen.add(id(cell))
        label = _label([group, *_named(row, name, index, heads), *heads[index]], caption if series else "")
        yield Statement(cell.line, (label, cell, *notes, *over))


def _is_series(heads: Sequence[Sequence[Cell[Content]]]) -> bool:
    """Whether the heads of all columns differ by their numbers alone: `Dec 2015`, `Dec 2016`; `Q1`, `Q2`."""
    labels = [" ".join(head.label for head in over) for over in heads]
    return (
        len(set(labels)) > 1
        and all(map(_DIGIT.search, labels))
        and len({_DIGIT.sub("", label) for label in labels}) == 1
    )


def _is_name(row: Sequence[Cell[Content]], first: int) -> bool:
    """Whether the first cell with words names what the row is about."""
    others = any(cell.says and cell is not row[first] for cell in row[first + 1 :])
    return others and len(row[first].label) <= _LONGEST_LABEL


def _named(
    row: Sequence[Cell[Content]], name: int | None, value: int, heads: Sequence[Sequence[Cell[Content]]]
) -> list[Cell[Content]]:
    """Find the cells that name what the row says of a value: behind a number or a year, the words beside it as well."""
    if name is None:
        return []
    label = row[name].label.strip()
    number = _NUMBER.fullmatch(label)
    over = _label(heads[name]).rstrip(": ")
    counts = number is not None and (bool(number[1]) or sum(map(str.isalpha, over)) <= _LONGEST_COUNTED)
    numbered = replace(row[name], label=f"{over} {label}") if number and not counts else row[name]
    behind = row[name + 1] if name + 1 < min(value, len(row)) else None
    if any(map(str.isalpha, label)) or behind is None or not _is_words(behind):
        return [numbered]
    return [behind] if counts else [numbered, behind]


def _is_words(cell: Cell[Content]) -> bool:
    return len(cell.label) <= _LONGEST_LABEL and any(map(str.isalpha, cell.label))


def _whole(
    row: Sequence[Cell[Content]],
    heads: Sequence[Sequence[Cell[Content]]],
    group: Cell[Content] | None,
    name: int | None,
) -> Iterator[str]:
    """Write all that a row says: `Keeper: Ada Brenner; From: 1871`, or `Ada Brenner: 1871` without column heads."""
    cells = list({id(cell): (index, cell) for index, cell in reversed(list(enumerate(row)))}.values())[::-1]
    said = [(index, _label(heads[index]) + cell.label) for index, cell in cells if cell.says]
    opening = _label([group])
    if name is not None and not _label(heads[name]):
        opening = _label([group, row[name]])
        said = [(index, text) for index, text in said if index != name]
    yield opening + "; ".join(text for _, text in said)


def _label(cells: Sequence[Cell[Content] | None], caption: str = "") -> str:
    """Write the label of a value: the caption, if it is needed, and the words of the heads over it."""
    labels = [caption, *(cell.label for cell in cells if cell is not None and cell.says)]
    words = dict.fromkeys(filter(None, (label.strip(f" :：{''.join(_BULLETS)}") for label in labels)))
    return f"{', '.join(words)}: " if words else ""
