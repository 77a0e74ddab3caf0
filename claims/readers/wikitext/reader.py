"""Wikitext: paragraphs, lists, tables, infoboxes and captions, with the notes where they are asked for."""

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Sequence
from html import unescape

from claims.errors import InputError
from claims.language.headings import is_back_matter
from claims.readers.assembly.reading_builder import ReadingBuilder
from claims.readers.html.recognition import is_html
from claims.readers.interface import Reading
from claims.readers.wikitext.notes import Notes, label_of
from claims.readers.wikitext.plain_text import OBJECT, between_quotes, has_markup, plain, without_markup
from claims.readers.wikitext.skeleton import Skeleton, Where
from claims.readers.wikitext.templates import shown_text
from claims.readers.wikitext.tree import Node, NodeKind, arguments_of, inside, name_of, tree
from claims.records import BlockKind

_NAMES = (".wiki", ".wikitext", ".mediawiki", ".mw")
_SIGNS = (
    re.compile(r"<ref[\s>/]|&lt;ref[\s&]", re.IGNORECASE),
    re.compile(r"\{\{\s?[^\W\d_][^{}\n\\]{0,200}(?:\}\}|\||\n)"),
    re.compile(r"\[\[[^\[\]\n]{1,300}\]\]"),
    re.compile(r"^={2,6}[^=\n]{1,200}={2,6}\s{0,5}$", re.MULTILINE),
    re.compile(r"'''[^'\n]{1,200}'''"),
    re.compile(r"^\{\|", re.MULTILINE),
)
_ENOUGH_SIGNS = 2
_HEADING = re.compile(r"(={1,6})([^\n]*?)\1[\s\ue000]*$")
_LIST = re.compile(r"[*#;:]+\s*")
_CELL_STYLE = re.compile(r"[^\[\]|\ue000]{0,300}=[^\[\]|\ue000]{0,300}\|(?!\|)")
_MAGIC = re.compile(r"__[A-Z]{3,25}__")
_NAMED = re.compile(r"\s*[^\W\d_]{2,20}:\S")
_FILES = frozenset(
    """
    file image datei bild fichier archivo imagen immagine ficheiro imagem файл изображение зображення plik
    grafika bestand
    afbeelding soubor obrázek fil tiedosto kuva kép fájl dosya resim ファイル 画像 文件 檔案 图像 圖像 파일 그림
    tập_tin hình
    berkas gambar ملف صورة پرونده تصویر קובץ תמונה चित्र fitxer imatge fitxategi irudi fișier imagine slika
    датотека слика
    fichièr restr delwedd íomhá mynd vaizdas attēls pilt αρχείο εικόνα картинка выява պատկեր სურათი ചിത്രം ပုံ
    """.split()  # noqa: SIM905 - a list of words reads better than a list of strings
)
_PAGES = frozenset(("rp", "reference page", "page ref"))
_NAMED_NOTES = frozenset(("r", "ref-r"))
_FAILED = frozenset(("failed verification", "verification failed", "not in source", "failed", "fv"))
_DEEPEST = 12  # templates and links within each other


class WikitextReader:
    """Reads wikitext."""

    name = "wikitext"

    def recognises(self, name: str, text: str) -> bool:
        """Whether the name says wikitext, or the text has more than one kind of its signs."""
        if name.lower().endswith(_NAMES):
            return True
        if name.lower().endswith((".md", ".markdown", ".html", ".htm", ".rst")) or is_html(text):
            return False
        return sum(sign.search(text) is not None for sign in _SIGNS) >= _ENOUGH_SIGNS

    def read(self, text: str, name: str) -> Reading:
        """Take `text` apart.

        Raises:
            claims.errors.InputError: it has no words.
        """
        notes: tuple[str, ...] = ()
        if "&lt;ref" in text and "<ref" not in text:
            text = unescape(text)
            notes = ("The text was escaped as HTML throughout; it is read as the wikitext that it was.",)
        page = _Page(text.replace(OBJECT, " "), exact=not notes)
        reading = page.reading(self.name, notes)
        if not reading.text and not reading.citations:
            raise InputError("There are no words in this page.", place=name, mend="Give a page that holds text.")
        return reading


class _Page:
    """One page on its way to a reading.

    Args:
        exact: whether the source stands in the input like this.
    """

    def __init__(self, source: str, *, exact: bool) -> None:
        self._exact = exact
        self._source = source
        self._root = tree(source)
        self._notes = Notes(source, self._root)
        self._builder = ReadingBuilder()
        self._lines = [0, *(match.end() for match in re.finditer("\n", source))]
        self._captions: list[tuple[Node, int, int]] = []
        self._last: tuple[str, ...] = ()
        self._back_matter = 0

    def reading(self, name: str, notes: tuple[str, ...]) -> Reading:
        self._blocks(self._root, 0, len(self._source), 0, BlockKind.PARAGRAPH)
        self._write_captions()
        return self._builder.finish(name, self._notes.citations(), notes=notes)

    def _line(self, offset: int) -> int:
        return bisect_right(self._lines, offset)

    def _place(self, offset: int) -> tuple[int, int | None]:
        line = self._line(offset)
        return line, offset - self._lines[line - 1] + 1 if self._exact else None

    # Blocks

    def _blocks(self, node: Node, start: int, end: int, depth: int, kind: BlockKind) -> None:
        """Write `source[start:end]`, which stands in `node`, line by line."""
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
                where = None if _MAGIC.search(line) else skeleton.behind(begin)
                self._text_line(text, found, offset, depth, kind, goes_on=paragraph, where=where)
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
        self._inline(match[2], nodes, offset, 0)
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
        self._inline(" " + text, nodes, offset, depth)

    def _alone(self, text: str, nodes: Sequence[Node], depth: int) -> bool:
        """Whether a line is a template by itself, such as an infobox; writes what of it is text."""
        if text != OBJECT or nodes[0].kind not in (NodeKind.TEMPLATE, NodeKind.REFERENCES):
            return False
        node = nodes[0]
        if node.kind is NodeKind.REFERENCES or self._notes.asked(node) or self._notes.is_citation(node):
            return node.kind is NodeKind.REFERENCES or not self._notes.asked(node)
        if shown_text(name_of(node), self._notes.parameters(node)) is not None:
            return False
        if depth < _DEEPEST:
            self._box(node, depth)
        return True

    def _box(self, node: Node, depth: int) -> None:
        """The arguments of a template that stands alone, as far as notes stand in them."""
        for argument in arguments_of(node):
            if argument.name == "refs" or not _has_notes(inside(node, argument.start, argument.end), self._notes):
                continue
            if argument.name.isdigit() or "\n*" in self._source[argument.start : argument.end]:
                self._blocks(node, argument.start, argument.end, depth + 1, BlockKind.PARAGRAPH)
                continue
            self._builder.open(BlockKind.INFOBOX)
            self._builder.add(f"{argument.name.replace('_', ' ')} | ", self._line(argument.start))
            self._range(node, argument.start, argument.end, depth + 1)
            self._builder.close()

    def _text_line(
        self,
        text: str,
        nodes: Sequence[Node],
        offset: int,
        depth: int,
        kind: BlockKind,
        *,
        goes_on: bool,
        where: Where | None,
    ) -> None:
        bullet = _LIST.match(text)
        marks = any(self._notes.asked(node) for node in nodes if node.kind is not NodeKind.LINK)
        if not marks and (self._back_matter or (bullet and any(self._notes.is_citation(node) for node in nodes))):
            return  # a list of works or of links, whose items are no claims
        if bullet or not goes_on:
            self._write_captions()
            self._builder.open(BlockKind.ITEM if bullet else kind)
        start = bullet.end() if bullet else 0
        self._inline(text[start:], nodes, offset, depth, where and where.behind(start))
        self._builder.add("\n", self._line(offset))

    def _write_captions(self) -> None:
        captions, self._captions = self._captions, []
        for node, start, end in captions:
            self._builder.open(BlockKind.CAPTION)
            self._range(node, start, end, 1)
            self._builder.close()

    # Within a line

    def _range(self, node: Node, start: int, end: int, depth: int) -> None:
        skeleton = Skeleton(self._source, node, start, end)
        self._inline(skeleton.text, skeleton.nodes, start, depth, skeleton.behind(0))

    def _inline(self, text: str, nodes: Sequence[Node], offset: int, depth: int, where: Where | None = None) -> None:
        """Write text with placeholders, in which `nodes` stand in order; `where` it stands, if it does as it is."""
        line = self._line(offset)
        waiting = iter(nodes)
        plainly = where is not None and not has_markup(text)
        position = 0
        for number, part in enumerate((text if plainly else without_markup(text)).split(OBJECT)):
            if number and (node := next(waiting, None)) is not None:
                self._node(node, depth)
                line = self._line(node.end)
            if plainly and where is not None:
                self._plain(part, where.behind(position))
                position += len(part) + 1
            else:
                self._builder.add(part, line)

    def _plain(self, text: str, where: Where) -> None:
        """Write text that has no markup but quotes."""
        for start, end in between_quotes(text):
            first = where.offset(start)
            line, column = self._place(first)
            together = where.offset(end - 1) - first == end - 1 - start  # no comment stands in it
            self._builder.add(text[start:end], line, column if together else None)

    def _node(self, node: Node, depth: int) -> None:
        asked = self._notes.asked(node)
        if asked:
            self._last = asked
            if name_of(node) in _NAMED_NOTES:
                self._notes.point(asked[-1:], self._notes.parameters(node), names_first=True)
            for citation in asked:
                self._builder.mark(citation, *self._place(node.start))
        elif depth >= _DEEPEST:
            return
        elif node.kind is NodeKind.LINK:
            self._link(node, depth)
        elif node.kind is NodeKind.TEMPLATE:
            self._template(node, depth)

    def _link(self, node: Node, depth: int) -> None:
        start, end = label_of(self._source, node)
        target = self._source[node.inner_start : start - 1] if start > node.inner_start else self._source[start:end]
        space = target.partition(":")[0].strip().lower().replace(" ", "_")
        if ":" in target and space in _FILES:
            bar = self._source.rfind("|", start, _caption_end(node))
            self._captions.append((node, max(bar + 1, start), end))
        elif start > node.inner_start or not _NAMED.match(target):
            self._range(node, start, end, depth + 1)

    def _template(self, node: Node, depth: int) -> None:
        name = name_of(node)
        if name in _FAILED:
            self._notes.flag(self._last, "failed_verification")
            return
        if name in _PAGES:
            self._notes.point(self._last, self._notes.parameters(node))
            return
        shown = shown_text(name, self._notes.parameters(node))
        inner = [a for a in arguments_of(node) if _has_notes(inside(node, a.start, a.end), self._notes)]
        if inner:
            for argument in inner:
                self._range(node, argument.start, argument.end, depth + 1)
        elif shown is not None:
            self._builder.add(shown, self._line(node.start))


def _has_notes(nodes: Sequence[Node], notes: Notes) -> bool:
    """Whether a note is asked for by one of `nodes` or by a node in them."""
    waiting = list(nodes)
    while waiting:
        node = waiting.pop()
        if node.kind is NodeKind.REF or notes.makes_note(node):
            return True
        waiting += node.children
    return False


def _caption_end(node: Node) -> int:
    """Where to look back from for the bar before a caption: bars within the nodes of the caption are not it."""
    return node.children[0].start if node.children else node.inner_end
