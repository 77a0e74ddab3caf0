"""Tables of wikitext (`{|` to `|}`): collects the cells of their lines and writes the statements of their rows."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from claims.readers.assembly.reading_builder import ReadingBuilder
from claims.readers.assembly.tables.table_rows import Cell, Statement, statements
from claims.readers.wikitext.inline import InlineWriter
from claims.readers.wikitext.plain_text import OBJECT
from claims.readers.wikitext.tree import Node
from claims.records import BlockKind

_STYLE = re.compile(r"[^\[\]|\ue000]{0,300}=[^\[\]|\ue000]{0,300}\|(?!\|)")
_SPAN = re.compile(r"\b(col|row)span\s{0,3}=\s{0,3}[\"']?\s{0,3}(\d{1,4})", re.IGNORECASE)
_ITEM = re.compile(r"\n[*#]{1,5}\s{0,3}")
_BREAK = re.compile(r"<br\b[^<>]{0,100}>|\n", re.IGNORECASE)


def caption_of(line: str) -> str:
    """Return the caption that the line `|+ …` of a table gives, without its style."""
    style = _STYLE.match(line, len("|+"))
    return line[style.end() if style else len("|+") :]


@dataclass(slots=True)
class WikiCell:
    """A cell in the making: its text with a placeholder for each node, and where in the source it begins."""

    text: str
    nodes: list[Node]
    offset: int
    head: bool
    columns: int = 1
    rows: int = 1


@dataclass(slots=True)
class WikiTable:
    """A table in the making: the cells of its rows so far, and the words of its caption."""

    rows: list[list[WikiCell]] = field(default_factory=lambda: [[]])
    caption: str = ""

    def add(self, line: str, nodes: Sequence[Node], offset: int) -> None:
        """Add a line of the table.

        Args:
            line: the line, with placeholders.
            nodes: the nodes of its placeholders.
            offset: where in the source it begins.
        """
        if line.startswith("|-"):
            self.rows.append([])
        elif line.startswith(("|", "!")):
            head = line[0] == "!"
            waiting = list(reversed(nodes))
            for part in (line[1:].replace("!!", "||") if head else line[1:]).split("||"):
                style = _STYLE.match(part)
                spans = {name.lower(): int(number) for name, number in _SPAN.findall(style[0] if style else "")}
                text = part[style.end() :] if style else part
                taken = [waiting.pop() for _ in range(min(text.count(OBJECT), len(waiting)))]
                cell = WikiCell(text, taken, offset, head, spans.get("col", 1), spans.get("row", 1))
                self.rows[-1].append(cell)
        elif self.rows[-1]:
            last = self.rows[-1][-1]
            last.text += f"\n{line}"
            last.nodes += nodes


class TableWriter:
    """Writes tables.

    Args:
        builder: where to write.
        inline: writes the inside of cells.
        cites: whether a node is a marker.
        shown: finds the words that a node shows.
    """

    def __init__(
        self,
        builder: ReadingBuilder,
        inline: InlineWriter,
        cites: Callable[[Node], bool],
        shown: Callable[[Node], str],
    ) -> None:
        self._builder = builder
        self._inline = inline
        self._cites = cites
        self._shown = shown

    def write(self, table: WikiTable, depth: int) -> None:
        """Write the cited statements of a table, within `depth` templates."""
        for statement in statements([[self._cell(cell) for cell in row] for row in table.rows], table.caption):
            for each in self._by_value(statement):
                self._builder.open(BlockKind.TABLE)
                self._write(each, depth)
                self._builder.close()

    def _cell(self, cell: WikiCell) -> Cell[WikiCell]:
        cites = [self._cites(node) for node in cell.nodes]  # of all of them, which numbers their notes in order
        return Cell(
            content=cell,
            label=self._label(cell),
            line=self._inline.line(cell.nodes[0].start if cell.nodes else cell.offset),
            cites=any(cites),
            head=cell.head,
            columns=cell.columns,
            rows=cell.rows,
        )

    def _label(self, cell: WikiCell) -> str:
        shown = iter(["" if self._cites(node) else self._shown(node) for node in cell.nodes])
        return self._inline.plain(re.sub(OBJECT, lambda _: next(shown, ""), cell.text))

    def _by_value(self, statement: Statement[WikiCell]) -> Iterator[Statement[WikiCell]]:
        """Split a statement whose cell has several values, one a line; each ends with the line that cites.

        An item of a list is a value of its own.
        """
        index = next((index for index, part in enumerate(statement.parts) if isinstance(part, Cell)), None)
        whole = statement.parts[index] if index is not None else None
        values = list(self._values(whole.content)) if isinstance(whole, Cell) else []
        single = len(values) == 1 and isinstance(whole, Cell) and not _ITEM.search(whole.content.text)
        if index is None or not isinstance(whole, Cell) or not values or single:
            yield statement
            return
        for value in values:
            part = replace(whole, content=value)
            yield Statement(statement.line, (*statement.parts[:index], part, *statement.parts[index + 1 :]))

    def _values(self, cell: WikiCell) -> Iterator[WikiCell]:
        waiting = cell.nodes[::-1]
        text, nodes = list[str](), list[Node]()
        for line in _BREAK.split(cell.text):
            taken = [waiting.pop() for _ in range(min(line.count(OBJECT), len(waiting)))]
            if item := _ITEM.match(f"\n{line}"):
                line, text, nodes = line[item.end() - 1 :], [], []
            text.append(line)
            nodes += taken
            if any(map(self._cites, taken)):
                yield replace(cell, text=" ".join(text), nodes=nodes)
                text, nodes = [], []

    def _write(self, statement: Statement[WikiCell], depth: int) -> None:
        for part in statement.parts:
            if isinstance(part, str):
                self._builder.add(part, statement.line)
            elif isinstance(part, Cell):
                cell = part.content
                self._inline.write(f" {cell.text}", cell.nodes, cell.offset, depth)
            else:
                self._inline.write_marks(part.content.nodes)
