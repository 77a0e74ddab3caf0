"""The inside of a line of wikitext: words, markers, links, templates that show words."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from claims.readers.assembly.reading_builder import ReadingBuilder
from claims.readers.wikitext.notes.node_text import NodeText, label_of
from claims.readers.wikitext.notes.note_templates import FAILED_VERIFICATION, NAMED_NOTES, PAGE_OF_NOTE
from claims.readers.wikitext.notes.numbering import Notes
from claims.readers.wikitext.plain_text import OBJECT, between_quotes, has_markup, without_markup
from claims.readers.wikitext.skeleton import Place, Skeleton
from claims.readers.wikitext.templates import shown_text
from claims.readers.wikitext.tree import Node, NodeKind, arguments_of, inside, name_of

DEEPEST = 12  # templates and links within each other
_NAMESPACE = re.compile(r"\s*[^\W\d_]{2,20}:\S")
_PICTURE = re.compile(r"\.(?:jpe?g|png|svg|gif|tiff?|webp|og[gv]|webm)\s*$", re.IGNORECASE)
_OPTION = re.compile(r"\s*(?:alt|class|link|lang|page|upright|thumbtime|start|end)\s*=", re.IGNORECASE)
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


class InlineWriter:
    """Writes parts of lines into the open block.

    Args:
        source: the wikitext.
        notes: the notes of the page.
        node_text: reads the nodes of the page.
        builder: where to write.
        exact: whether the input contains the source literally.
    """

    def __init__(self, source: str, notes: Notes, node_text: NodeText, builder: ReadingBuilder, *, exact: bool) -> None:
        self._source = source
        self._notes = notes
        self._text = node_text
        self._builder = builder
        self._exact = exact
        self._lines = [0, *(match.end() for match in re.finditer("\n", source))]
        self._captions: list[tuple[Node, int, int]] = []
        self._last: tuple[str, ...] = ()  # citations of the last marker

    def take_captions(self) -> list[tuple[Node, int, int]]:
        """Take the captions of images so far: node, start and end of each."""
        captions, self._captions = self._captions, []
        return captions

    def line(self, offset: int) -> int:
        """Find the line of an offset, from 1."""
        return bisect_right(self._lines, offset)

    def write_range(self, node: Node, start: int, end: int, depth: int) -> None:
        """Write `source[start:end]`, a part of `node`, within the open block."""
        skeleton = Skeleton(self._source, node, start, end)
        self.write(skeleton.text, skeleton.nodes, start, depth, skeleton.place(0))

    def write(self, text: str, nodes: Sequence[Node], offset: int, depth: int, place: Place | None = None) -> None:
        """Write text with placeholders.

        Args:
            text: the text.
            nodes: the nodes of its placeholders, in order.
            offset: where in the source its line begins.
            depth: how many templates and links it is within.
            place: its place in the source, if the source contains it literally.
        """
        line = self.line(offset)
        waiting = iter(nodes)
        plainly = place is not None and not has_markup(text)
        position = 0
        for number, part in enumerate((text if plainly else without_markup(text)).split(OBJECT)):
            if number and (node := next(waiting, None)) is not None:
                self._node(node, depth)
                line = self.line(node.end)
            if plainly and place is not None:
                self._plain(part, place.behind(position))
                position += len(part) + 1
            else:
                self._builder.add(part, line)

    def write_marks(self, nodes: Sequence[Node]) -> None:
        """Write the markers among `nodes` without any words."""
        for node in nodes:
            if self._notes.cited(node):
                self._node(node, DEEPEST)
            else:
                self.write_marks(node.children)

    def plain(self, text: str) -> str:
        """Convert a part of a line without nodes to words."""
        return " ".join(without_markup(text).split())

    def _plain(self, text: str, place: Place) -> None:
        """Write text that has no markup but quotes."""
        for start, end in between_quotes(text):
            first = place.offset(start)
            line, column = self._line_and_column(first)
            together = place.offset(end - 1) - first == end - 1 - start  # no comment is in it
            self._builder.add(text[start:end], line, column if together else None)

    def _line_and_column(self, offset: int) -> tuple[int, int | None]:
        line = self.line(offset)
        return line, offset - self._lines[line - 1] + 1 if self._exact else None

    def _node(self, node: Node, depth: int) -> None:
        """Write a node: a marker, a link or a template."""
        cited = self._notes.cited(node)
        if cited:
            self._last = cited
            if name_of(node) in NAMED_NOTES:
                self._notes.add_page(cited[-1:], self._text.parameters(node), names_first=True)
            for citation in cited:
                self._builder.mark(citation, *self._line_and_column(node.start))
        elif depth >= DEEPEST:
            return
        elif node.kind is NodeKind.LINK:
            self._link(node, depth)
        elif node.kind is NodeKind.TEMPLATE:
            self._template(node, depth)

    def _link(self, node: Node, depth: int) -> None:
        """Write the words that a link shows; keep the caption of an image for later."""
        start, end = label_of(self._source, node)
        target = self._source[node.inner_start : start - 1] if start > node.inner_start else self._source[start:end]
        space = target.partition(":")[0].strip().lower().replace(" ", "_")
        if ":" in target and (space in _FILES or _PICTURE.search(target)):
            self._captions.append((node, *_caption(self._source, node, start, end)))
        elif start > node.inner_start or not _NAMESPACE.match(target):
            self.write_range(node, start, end, depth + 1)

    def _template(self, node: Node, depth: int) -> None:
        """Write the words that a template shows, or record what it says about the marker before it."""
        name = name_of(node)
        if name in FAILED_VERIFICATION:
            self._notes.flag(self._last, "failed_verification")
            return
        if name in PAGE_OF_NOTE:
            self._notes.add_page(self._last, self._text.parameters(node))
            return
        shown = shown_text(name, self._text.parameters(node))
        inner = [a for a in arguments_of(node) if self._notes.in_any(inside(node, a.start, a.end))]
        if inner:
            for argument in inner:
                self.write_range(node, argument.start, argument.end, depth + 1)
        elif shown:
            self._builder.add(shown, self.line(node.start))
        elif shown is None:
            self._builder.gap(self.line(node.start))


def _caption(source: str, node: Node, start: int, end: int) -> tuple[int, int]:
    """Find the caption among the options of an image: the last one that is no `alt=…` or the like."""
    bars = [start - 1]
    position = start
    for child in [*node.children, None]:
        stop = child.start if child is not None else end
        bars += _bars(source, position, stop)
        position = max(position, child.end) if child is not None else stop
    spans = [(bar + 1, behind) for bar, behind in zip(bars, [*bars[1:], end], strict=True)]
    return next((span for span in reversed(spans) if not _OPTION.match(source, *span)), spans[-1])


def _bars(source: str, start: int, end: int) -> list[int]:
    return [start + match.start() for match in re.finditer(r"\|", source[start:end])]
