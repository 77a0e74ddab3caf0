"""How much of a document is read, and the refusal of one that has more.

Readers ask before the work on what they count begins: to read a hundred thousand blocks takes up to 10 s.
"""

import re

from claims.errors import InputError

MOST_PARTS = 100_000
"""Blocks, cells or markers of one document; the largest real ones have a tenth of these."""
MOST_LINES = 200_000
"""Lines of a text: a book of 15 MB, or 1 MB of lines of four letters."""
MOST_ENTRIES = 50_000
"""References of one document: each takes twice as long."""
_OPENINGS = re.compile(
    r"^[ \t>]{0,80}(?:[-*+#|]|\d{1,9}[.)])|(?<=\n)[ \t>]{0,80}\n[ \t>]{0,80}(?=[^\s>])", re.MULTILINE
)
_DEFINITIONS = re.compile(r"^ {0,3}\[\^", re.MULTILINE)


def limit_parts(count: int) -> None:
    """Refuse a document of more than `MOST_PARTS` blocks and cells.

    Raises:
        claims.errors.InputError: it has more; `place` is left to the caller.
    """
    _limit(count, "paragraphs, items and cells", MOST_PARTS)


def limit_markers(count: int) -> None:
    """Refuse a document of more than `MOST_PARTS` markers; see `limit_parts`."""
    _limit(count, "markers", MOST_PARTS)


def limit_entries(count: int) -> None:
    """Refuse a document of more than `MOST_ENTRIES` references; see `limit_parts`."""
    _limit(count, "references", MOST_ENTRIES)


def limit_lines(text: str) -> None:
    """Refuse a text of more than `MOST_LINES` lines; see `limit_parts`."""
    _limit(text.count("\n"), "lines", MOST_LINES)


def limit_markdown(text: str) -> None:
    """Refuse a Markdown text of too many lines, paragraphs, items, rows or notes; see `limit_parts`."""
    limit_lines(text)
    limit_parts(sum(1 for _ in _OPENINGS.finditer(text)))
    limit_entries(sum(1 for _ in _DEFINITIONS.finditer(text)))


def _limit(count: int, what: str, most: int) -> None:
    if count > most:
        message = f"This document has more than {most:,} {what}, which is the limit."
        raise InputError(message, mend="Split it into several documents.")
