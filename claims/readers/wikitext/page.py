"""The blocks of a wikitext page, line by line: paragraphs, headings, lists, tables, infoboxes, captions."""

import re
from collections import deque
from collections.abc import Sequence

from claims.language.headings import is_back_matter
from claims.readers.assembly.reading_builder import ReadingBuilder
from claims.readers.interface import Reading
from claims.readers.wikitext.inline import DEEPEST, InlineWriter
from claims.readers.wikitext.node_text import NodeText
from claims.readers.wikitext.notes import Notes
from claims.readers.wikitext.plain_text import OBJECT, plain
from claims.readers.wikitext.skeleton import Place, Skeleton
from claims.readers.wikitext.templates import shown_text
from claims.readers.wikitext.tree import Node, NodeKind, arguments_of, inside, name_of, tree
from claims.records import BlockKind

_HEADING = re.compile(r"(={1,6})([^\n]*?)\1[\s\ue000]*$")
_LIST = re.compile(r"[*#;:]+\s*")
_CELL_STYLE = re.compile(r"[^\[\]|\ue000]{0,300}=[^\[\]|\ue000]{0,300}\|(?!\|)")
_MAGIC = re.compile(r"__[A-Z]{3,25}__")


class Page:
    """Writes one page.

    Args:
        source: the wikitext.
        exact: whether the input contains the source literally.
    """

    def __init__(self, source: str, *, exact: bool) -> None:
        self._source = source
        self._root = tree(source)
        self._text = NodeText(source)
        self._notes = Notes(source, self._root, self._text)
        self._builder = ReadingBuilder()
        self._inline = InlineWriter(source, self._notes, self._text, self._builder, exact=exact)
        self._back_matter = 0  # level of the heading of the back matter that the lines belong to

    def reading(self, name: str, notes: tuple[str, ...]) -> Reading:
        """Write the reading.

        Args:
            name: the name of the format.
            notes: messages for the user.
        """
        self._blocks(self._root, 0, len(self._source), 0, BlockKind.PARAGRAPH)
        self._write_captions()
        return self._builder.finish(name, self._notes.citations(), notes=notes)

    def _blocks(self, node: Node, start: int, end: int, depth: int, kind: BlockKind) -> None:
        """Write `source[start:end]`, a part of `node`, line by line."""
        skeleton = Skeleton(self._source, node, start, end)
        waiting = deque(skeleton.nodes)
        table = 0
        paragraph = False
        position = 0
        for line in skeleton.text.split("\n"):
            found = [waiting.popleft() for _ in range(line.count(OBJECT))]
            offset = skeleton.offset(position)
            begin = position + len(line) - len(line.lstrip())
            position += len(line) + 1
            text = _MAGIC.sub("", line.strip())
            heading = _HEADING.match(text) if text.startswith("=") else None
            if text.lstrip(":*# ").startswith("{|"):
                table += 1
            elif text.startswith("|}") and table:
                table -= 1
            elif table:
                self._table_line(text, found, offset, depth)
            elif heading:
                self._heading(heading, found, offset)
            elif not text or text.startswith("----"):
                paragraph = False
                continue
            elif self._alone(text, found, depth):
                pass
            elif not text.startswith(("|", "}}")):
                place = None if _MAGIC.search(line) else skeleton.place(begin)
                self._text_line(text, found, offset, depth, kind, continues=paragraph, place=place)
                paragraph = not _LIST.match(text)
                continue
            paragraph = False

    def _heading(self, match: re.Match[str], nodes: Sequence[Node], offset: int) -> None:
        level = len(match[1])
        title = plain(match[2].replace(OBJECT, ""))
        if self._back_matter and level <= self._back_matter:
            self._back_matter = 0
        if not self._back_matter and is_back_matter(title):
            self._back_matter = level
        self._write_captions()
        self._builder.open(BlockKind.HEADING)
        self._inline.write(match[2], nodes, offset, 0)
        self._builder.close()

    def _table_line(self, text: str, nodes: Sequence[Node], offset: int, depth: int) -> None:
        if text.startswith("|-"):
            self._builder.open(BlockKind.TABLE)
            return
        if text.startswith("|+"):
            self._builder.open(BlockKind.CAPTION)
            text = text[2:]
        elif text.startswith(("|", "!")):
            text = text[1:].replace("!!", "||") if text[0] == "!" else text[1:]
            cells = [
                _CELL_STYLE.sub("", cell, count=1) if _CELL_STYLE.match(cell) else cell for cell in text.split("||")
            ]
            text = ("" if self._builder.empty else " | ") + " | ".join(cells)
            if self._builder.kind is not BlockKind.TABLE:
                self._builder.open(BlockKind.TABLE)
        self._inline.write(" " + text, nodes, offset, depth)

    def _alone(self, text: str, nodes: Sequence[Node], depth: int) -> bool:
        """Whether a line is a template alone, such as an infobox; writes the text in it."""
        if text != OBJECT or nodes[0].kind not in (NodeKind.TEMPLATE, NodeKind.REFERENCES):
            return False
        node = nodes[0]
        if node.kind is NodeKind.REFERENCES or self._notes.cited(node) or self._notes.is_citation(node):
            return node.kind is NodeKind.REFERENCES or not self._notes.cited(node)
        if shown_text(name_of(node), self._text.parameters(node)) is not None:
            return False
        if depth < DEEPEST:
            self._box(node, depth)
        return True

    def _box(self, node: Node, depth: int) -> None:
        """Write the arguments with notes of a template that is alone on its line."""
        for argument in arguments_of(node):
            if argument.name == "refs" or not self._notes.in_any(inside(node, argument.start, argument.end)):
                continue
            if argument.name.isdigit() or "\n*" in self._source[argument.start : argument.end]:
                self._blocks(node, argument.start, argument.end, depth + 1, BlockKind.PARAGRAPH)
                continue
            self._builder.open(BlockKind.INFOBOX)
            self._builder.add(f"{argument.name.replace('_', ' ')} | ", self._inline.line(argument.start))
            self._inline.write_range(node, argument.start, argument.end, depth + 1)
            self._builder.close()

    def _text_line(
        self,
        text: str,
        nodes: Sequence[Node],
        offset: int,
        depth: int,
        kind: BlockKind,
        *,
        continues: bool,
        place: Place | None,
    ) -> None:
        bullet = _LIST.match(text)
        marks = any(self._notes.cited(node) for node in nodes if node.kind is not NodeKind.LINK)
        if not marks and (self._back_matter or (bullet and any(self._notes.is_citation(node) for node in nodes))):
            return  # a list of works or links, whose items are no claims
        if bullet or not continues:
            self._write_captions()
            self._builder.open(BlockKind.ITEM if bullet else kind)
        start = bullet.end() if bullet else 0
        self._inline.write(text[start:], nodes, offset, depth, place and place.behind(start))
        self._builder.add("\n", self._inline.line(offset))

    def _write_captions(self) -> None:
        for node, start, end in self._inline.take_captions():
            self._builder.open(BlockKind.CAPTION)
            self._inline.write_range(node, start, end, 1)
            self._builder.close()
