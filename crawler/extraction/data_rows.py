"""Rows of data whose cells hold blocks: `<td><p>61 m</p></td>`, and pairs in lists of definitions (`<dt>`, `<dd>`).

A block ends a line in such a cell, and not the row. In a layout, whose cells are longer, it begins a paragraph.
"""

from selectolax.lexbor import LexborNode

from crawler.extraction.html_elements import BLOCKS, DD, INLINES, TEXT, Inline

MAX_CELL = 250
"""A cell of more characters than this is a column of a layout, not a datum."""

_FEWEST_CELLS = 2
_WITH_ROWS = "table, dl"  # looked for first, so that tables in each other are not read once for each


def is_data_row(row: LexborNode) -> bool:
    """Return whether a row of a table holds blocks, and nothing but data."""
    cells = [cell for cell in row.iter() if INLINES.get(cell.tag_id) is Inline.CELL]
    holds_blocks = any(inner.tag_id in BLOCKS for cell in cells for inner in cell.iter())
    return len(cells) >= _FEWEST_CELLS and holds_blocks and all(map(_is_datum, cells))


def opens_pair(term: LexborNode) -> bool:
    """Return whether a term of a list of definitions is followed by a datum."""
    value = term.next
    while value is not None and value.tag_id == TEXT:
        value = value.next
    return value is not None and value.tag_id == DD and _is_datum(term) and _is_datum(value)


def _is_datum(cell: LexborNode) -> bool:
    return cell.css_first(_WITH_ROWS) is None and len(cell.text(deep=True)) <= MAX_CELL
