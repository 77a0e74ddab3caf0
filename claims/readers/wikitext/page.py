"""The blocks of a wikitext page, line by line: paragraphs, headings, lists, tables, infoboxes, captions."""

import re
from collections import deque
from collections.abc import Mapping, Sequence

from claims.language.headings import is_back_matter
from claims.readers.assembly.reading_builder import ReadingBuilder
from claims.readers.interface import Reading
from claims.readers.wikitext.inline import DEEPEST, InlineWriter
from claims.readers.wikitext.notes.node_text import NodeText
from claims.readers.wikitext.notes.numbering import Notes
from claims.readers.wikitext.plain_text import OBJECT, plain
from claims.readers.wikitext.skeleton import Place, Skeleton
from claims.readers.wikitext.tables import TableWriter, WikiTable, caption_of
from claims.readers.wikitext.templates import (
    is_caption,
    is_quote,
    label_of_parameter,
    only_notes,
    quoted,
    shown_text,
    siblings,
    values_of_template,
)
from claims.readers.wikitext.tree import Argument, Node, NodeKind, arguments_of, inside, name_of, tree
from claims.records import BlockKind

_HEADING = re.compile(r"(={1,6})([^\n]*?)\1[\s\ue000]*$")
_LIST = re.compile(r"[*#;:]+\s*")
_MOST_PARAMETERS = 1_000  # of an infobox whose notes find the values that they are about
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
        self._tables = TableWriter(self._builder, self._inline, lambda node: bool(self._notes.cited(node)), self._shown)
        self._named: dict[int, dict[str, Argument]] = {}  # the arguments of infoboxes, by their names
        self._label = ""  # of the parameter of an infobox that the lines are the value of
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
        tables: list[WikiTable] = []
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
                tables.append(WikiTable())
            elif text.startswith("|}") and tables:
                self._tables.write(tables.pop(), depth)
            elif tables and text.startswith("|+"):
                self._builder.open(BlockKind.CAPTION)
                self._inline.write(caption_of(text), found, offset, depth)
                tables[-1].caption = self._inline.plain(caption_of(text).replace(OBJECT, ""))
                self._builder.close()
            elif tables:
                tables[-1].add(text, found, offset)
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
        for table in reversed(tables):  # those that nothing closes
            self._tables.write(table, depth)

    def _shown(self, node: Node) -> str:
        """Find the words that a node shows in running text."""
        if node.kind is not NodeKind.TEMPLATE:
            return self._text.shown(node)
        return shown_text(name_of(node), self._text.parameters(node)) or ""

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
        arguments = arguments_of(node)
        cited = [a for a in arguments if a.name != "refs" and self._notes.in_any(inside(node, a.start, a.end))]
        values = self._text.parameters(node)
        if cited and is_quote(name_of(node)):
            self._quote(node, [argument for argument in arguments if argument not in cited], cited, depth)
            return
        for argument in cited:
            label = self._label if argument.name.isdigit() else label_of_parameter(argument.name, values)
            if is_caption(argument.name):
                self._builder.open(BlockKind.CAPTION)
                self._inline.write_range(node, argument.start, argument.end, depth + 1)
                self._builder.close()
            elif self._has_lines(node, argument):
                outer, self._label = self._label, label
                self._blocks(node, argument.start, argument.end, depth + 1, BlockKind.PARAGRAPH)
                self._label = outer
            else:
                self._value(node, argument, label, values, depth)

    def _has_lines(self, node: Node, argument: Argument) -> bool:
        """Whether the value of a parameter is text of its own, a list, or has a box within the box."""
        if argument.name.isdigit() or "\n*" in self._source[argument.start : argument.end]:
            return True
        templates = (c for c in inside(node, argument.start, argument.end) if c.kind is NodeKind.TEMPLATE)
        return any(
            not inner.name.isdigit() and self._notes.in_any(inside(template, inner.start, inner.end))
            for template in templates
            if "\n" in self._source[template.start : template.end] and not self._notes.makes_note(template)
            for inner in arguments_of(template)
        )

    def _value(self, node: Node, argument: Argument, label: str, values: Mapping[str, str], depth: int) -> None:
        """Write a parameter of an infobox and its value, or the values that its notes are about."""
        line = self._inline.line(argument.start)
        children = inside(node, argument.start, argument.end)
        self._builder.open(BlockKind.INFOBOX)
        if self._shows_words(node, argument, children) and not only_notes(argument.name):
            self._builder.add(f"{label}: ", line)
            self._inline.write_range(node, argument.start, argument.end, depth + 1)
        else:
            shown = (values_of_template(self._text.parameters(c)) for c in children if not self._notes.makes_note(c))
            words = "; ".join(filter(None, shown))
            found = {argument.name: words} if words else self._siblings(node, argument, values)
            said = "; ".join(f"{label_of_parameter(name, values)}: {value}" for name, value in found.items())
            self._builder.add(said, line)
            if said:
                self._inline.write_marks(children)
            for child in children:  # which numbers the notes of nothing, too
                self._notes.cited(child)
        self._builder.close()

    def _siblings(self, node: Node, argument: Argument, values: Mapping[str, str]) -> dict[str, str]:
        """Find the values that the notes of a parameter without words are about."""
        found = siblings(argument.name, values) if len(values) <= _MOST_PARAMETERS else {}
        if found and node.start not in self._named:
            self._named[node.start] = {other.name: other for other in arguments_of(node)}
        named = self._named.get(node.start, {})
        return {name: words for name, words in found.items() if self._is_plain(node, named[name])}

    def _is_plain(self, node: Node, argument: Argument) -> bool:
        return self._shows_words(node, argument, inside(node, argument.start, argument.end))

    def _shows_words(self, node: Node, argument: Argument, children: Sequence[Node]) -> bool:
        """Whether running text shows words for a parameter, beside its notes."""
        text = Skeleton(self._source, node, argument.start, argument.end).text
        if any(map(str.isalnum, plain(text))):
            return True
        kinds = (NodeKind.LINK, NodeKind.TEMPLATE)
        return any(self._shown(child) for child in children if child.kind in kinds and not self._notes.cited(child))

    def _quote(self, node: Node, texts: Sequence[Argument], cited: Sequence[Argument], depth: int) -> None:
        """Write the words that a template quotes, with all notes in it."""
        text = quoted([*texts, *cited], lambda argument: self._text.text(node, argument.start, argument.end))
        if text is not None:
            self._builder.open(BlockKind.PARAGRAPH)
            self._inline.write_range(node, text.start, text.end, depth + 1)
            for argument in cited:
                if argument is not text:
                    self._inline.write_marks(inside(node, argument.start, argument.end))
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
            self._builder.open(BlockKind.INFOBOX if self._label else BlockKind.ITEM if bullet else kind)
            if self._label:
                self._builder.add(f"{self._label}: ", self._inline.line(offset))
        start = bullet.end() if bullet else 0
        self._inline.write(text[start:], nodes, offset, depth, place and place.behind(start))
        self._builder.add("\n", self._inline.line(offset))

    def _write_captions(self) -> None:
        for node, start, end in self._inline.take_captions():
            self._builder.open(BlockKind.CAPTION)
            self._inline.write_range(node, start, end, 1)
            self._builder.close()
