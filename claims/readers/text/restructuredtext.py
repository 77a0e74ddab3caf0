"""reStructuredText: footnotes and citations (`[1]_`, `.. [1] …`) or, without them, hyperlinks as citations."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from claims.language.dates.dates import iso_date
from claims.readers.assembly.assembler import Assembly
from claims.readers.assembly.pieces import Note, Piece, PieceBlock, PieceKind
from claims.readers.interface import Reading
from claims.readers.limits import limit_lines
from claims.readers.text.rest_inline import NOTE, Names, pieces, read_names
from claims.readers.text.rest_tables import (
    GRID_BORDER,
    SIMPLE_BORDER,
    csv_table,
    grid_table,
    list_table,
    simple_ends,
    simple_table,
)
from claims.records import BlockKind

_SIGNS = re.compile(
    r"^\.\. \[#?[\w-]{1,40}\] |\[#?[\w-]{1,40}\]_(?!\w)|^\.\. _[^:\n]{1,80}: \S|`__?(?!\w)", re.MULTILINE
)
_ENOUGH_SIGNS = 2
_UNDERLINE = re.compile(r"([=\-~^\"'#*+`:.<>_])\1{2,}\s*$")
_FIELD = re.compile(r":?(Title|Date|Created|Last-Modified|Language|PEP|Author|Status)\s*:\s*(\S.*)$")
_FIELDS = re.compile(r"(?::[^:\n]{1,60}:(?:\s.*)?(?:\n\s+\S.*)*(?:\n|$))+")
# The headers of a PEP, as RFC 2822 has them; one alone may be a sentence: `Note: …`.
_HEADERS = re.compile(r"(?:[A-Z][\w-]{0,40}:(?:[ \t].*)?(?:\n[ \t]+\S.*)*(?:\n|$)){2,}")
_BULLET = re.compile(r"(\s*)(?:[-*+•]|\(?\d{1,3}[.)]|#\.)\s+")
_LINE_BLOCK = re.compile(r"\s*\|\s")
_DIRECTIVE = re.compile(r"(\s*\.\. (?:\|[^|]{1,80}\|\s)?([\w:.+-]{1,40})::)(?:\s+|$)")
_OPTION = re.compile(r"\s+:[\w-]+:")
# Directives whose argument is text, as docutils and Sphinx have them; the body of any other is text, unless it is here:
_NOTICES = frozenset("attention caution danger error hint important note tip warning seealso".split())  # noqa: SIM905
_WITHOUT_TEXT = frozenset(
    """code code-block sourcecode highlight literalinclude math raw image include contents toctree parsed-literal
    doctest testcode testoutput graphviz digraph mermaid meta role default-role sectnum header footer index
    bibliography plot productionlist jupyter-execute ipython replace unicode date""".split()  # noqa: SIM905
)


_TableReader = Callable[[Sequence[str], int, int, Names, int], list[PieceBlock]]


class RestReader:
    """Reads reStructuredText."""

    name = "rst"

    def recognises(self, name: str, text: str) -> bool:
        """Whether the name is that of reStructuredText, or the text has two or more of its signs."""
        return name.lower().endswith((".rst", ".rest")) or len(_SIGNS.findall(text)) >= _ENOUGH_SIGNS

    def read(self, text: str, name: str) -> Reading:
        """Read `text`; see `Reader.read`."""
        limit_lines(text)
        lines = text.split("\n")
        fields = _fields(lines)
        blocks, notes = _Parser(lines).parse()
        return Assembly(blocks, notes).reading(
            self.name, title=fields.get("title"), as_of=iso_date(fields.get("date") or fields.get("created") or "")
        )


def _fields(lines: Sequence[str]) -> dict[str, str]:
    """Read the fields at the head of the document, for example of a PEP."""
    fields: dict[str, str] = {}
    for line in lines[:20]:
        if match := _FIELD.match(line):
            fields.setdefault(match[1].lower(), match[2].strip())
        elif line.strip() and fields:
            break
    return fields


class _Parser:
    """Parses the lines of one document into the blocks of its running text and its notes."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._names = read_names(lines)
        self._blocks: list[PieceBlock] = []
        self._notes: list[Note] = []
        self._levels: list[str] = []
        self._tables = 0
        self._table_ends = simple_ends(lines)

    def parse(self) -> tuple[list[PieceBlock], list[Note]]:
        """Parse all lines."""
        index = 0
        while index < len(self._lines):
            line = self._lines[index]
            if index in self._names.ids:
                index = self._note(index)
            elif directive := _DIRECTIVE.match(line):
                index = self._directive(index, directive)
            elif line.lstrip().startswith((".. ", "__ ")) or line.strip() == "..":
                index = _body_end(self._lines, index) if line.strip() != ".." else index + 1
            elif SIMPLE_BORDER.match(line) and (end := self._simple_end(index)):
                self._table(simple_table, index, end)
                index = end
            elif GRID_BORDER.match(line):
                end = _paragraph_end(self._lines, index)
                self._table(grid_table, index, end)
                index = end
            elif heading := _heading(self._lines, index):
                index = self._heading(*heading)
            elif not line.strip() or _UNDERLINE.match(line) or line.lstrip().startswith(">>> "):
                index = index + 1 if not line.lstrip().startswith(">>> ") else _paragraph_end(self._lines, index)
            else:
                index = self._text(index)
        return self._blocks, self._notes

    def _note(self, index: int) -> int:
        """Read a footnote or a citation; returns the index of the line behind it."""
        match = NOTE.match(self._lines[index])
        end = _body_end(self._lines, index)
        first = self._lines[index][match.end() if match else 0 :]
        words = " ".join([first, *(part.strip() for part in self._lines[index + 1 : end])])
        self._notes.append(Note(self._names.ids[index], words, ()))
        return end

    def _directive(self, index: int, directive: re.Match[str]) -> int:
        """Read a directive or, if its body is text, its head; returns the index of the line to go on with."""
        name, end = directive[2].lower(), _body_end(self._lines, index)
        if name in _WITHOUT_TEXT:
            return end
        if name in ("list-table", "csv-table"):
            self._table(list_table if name == "list-table" else csv_table, index + 1, end)
            return end
        line = self._lines[index]
        if name in _NOTICES and line[directive.end() :].strip():
            return self._text(index, directive.end())
        index += 1
        while index < end and _OPTION.match(self._lines[index]):
            index += 1
        return index

    def _table(self, reader: _TableReader, begin: int, end: int) -> None:
        self._tables += 1
        self._blocks += reader(self._lines, begin, end, self._names, self._tables)

    def _simple_end(self, index: int) -> int | None:
        """Find the end of the simple table that begins at a border."""
        place = bisect_right(self._table_ends, index + 1)
        return self._table_ends[place] if place < len(self._table_ends) else None

    def _heading(self, text: str, mark: str, number: int, end: int) -> int:
        if mark not in self._levels:
            self._levels.append(mark)
        kind = BlockKind.HEADING if self._blocks else BlockKind.TITLE
        found = list(pieces(text, number + 1, 1, self._names))
        self._blocks.append(PieceBlock(kind, found, self._levels.index(mark) + 1))
        return end

    def _text(self, index: int, start: int = 0) -> int:
        """Read a paragraph or an item, from a column of its first line on; returns the index of the line behind it."""
        end = _paragraph_end(self._lines, index)
        above = not any(block.kind is not BlockKind.TITLE for block in self._blocks)
        source = "\n".join([self._lines[index][start:], *self._lines[index + 1 : end]])
        if above and any(pattern.fullmatch(source) for pattern in (_FIELD, _FIELDS, _HEADERS)):
            return end
        self._blocks.append(self._paragraph(index, end, start))
        if source.rstrip().endswith("::"):
            indent = len(self._lines[index]) - len(self._lines[index].lstrip())
            return _literal_end(self._lines, end, indent)
        return end

    def _paragraph(self, index: int, end: int, start: int) -> PieceBlock:
        """Parse the lines of a paragraph, an item, a line block or a term with its definition."""
        first = self._lines[index]
        bullet = None if start else _BULLET.match(first)
        start = bullet.end() if bullet else start
        if _LINE_BLOCK.match(first):
            found: list[Piece] = []
            for number in range(index, end):
                match = _LINE_BLOCK.match(self._lines[number])
                begin = match.end() if match else 0
                found += pieces(self._lines[number][begin:], number + 1, begin + 1, self._names)
                found.append(Piece(PieceKind.BREAK, "", number + 2))
            return PieceBlock(BlockKind.PARAGRAPH, found)
        if not bullet and not start and end - index > 1 and _indent(first) < _indent(self._lines[index + 1]):
            term = list(pieces(first.rstrip(), index + 1, 1, self._names))
            rest = pieces("\n".join(self._lines[index + 1 : end]), index + 2, 1, self._names)
            return PieceBlock(BlockKind.ITEM, [*term, Piece(PieceKind.TEXT, ": ", index + 1), *rest])
        source = "\n".join([first[start:], *self._lines[index + 1 : end]])
        kind = BlockKind.ITEM if bullet else BlockKind.PARAGRAPH
        return PieceBlock(kind, list(pieces(source, index + 1, start + 1, self._names)))


def _heading(lines: Sequence[str], index: int) -> tuple[str, str, int, int] | None:
    """Read the heading that begins at `index`: its text, its mark, the index of its text and its end."""
    over = _UNDERLINE.match(lines[index])
    text = index + 1 if over else index
    if text + 1 >= len(lines) or not lines[text].strip():
        return None
    under = _UNDERLINE.match(lines[text + 1])
    if not under or (over and over[1] != under[1]) or len(lines[text + 1].rstrip()) < len(lines[text].strip()):
        return None
    return lines[text], (under[1] * 2 if over else under[1]), text, text + 2


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _body_end(lines: Sequence[str], index: int) -> int:
    """Find the end of the lines that are indented further than line `index`, empty lines between them included."""
    indent, end = _indent(lines[index]), index + 1
    for number in range(index + 1, len(lines)):
        if lines[number].strip():
            if _indent(lines[number]) <= indent:
                break
            end = number + 1
    return end


def _paragraph_end(lines: Sequence[str], index: int) -> int:
    end = index + 1
    while (
        end < len(lines) and lines[end].strip() and not _BULLET.match(lines[end]) and not lines[end].startswith(".. ")
    ):
        end += 1
    return end


def _literal_end(lines: Sequence[str], index: int, indent: int) -> int:
    """Find the end of the literal block behind a paragraph that ends in `::`: all lines indented further."""
    end = index
    while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip()) > indent):
        end += 1
    return end
