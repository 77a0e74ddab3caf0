"""A tree of HTML to blocks of pieces in reading order: its paragraphs, items, rows, captions, as people see them."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborNode

from claims.readers.assembly.pieces import Piece, PieceBlock, PieceKind
from claims.readers.assembly.tables.table_blocks import cell_opening
from claims.readers.html.note_signs import text_of
from claims.readers.html.quotations import NAMING, quoted_sources
from claims.readers.limits import limit_parts
from claims.records import BlockKind
from claims.references.links.archive_urls import archives_no_page

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_UNREAD = frozenset(
    """
    script style noscript template svg button select option textarea iframe object audio video canvas input head
    pre form
    map link meta
    """.split()  # noqa: SIM905 - a list of words reads better than a list of strings
)
_PARAGRAPHS = frozenset(
    """
    p div section article main blockquote center figure ul ol dl aside header footer address details summary fieldset hr
    body nav gallery
    """.split()  # noqa: SIM905
)
_BLOCKS = {
    **dict.fromkeys(_PARAGRAPHS, BlockKind.PARAGRAPH),
    **dict.fromkeys(("li", "dd", "dt"), BlockKind.ITEM),
    **dict.fromkeys(("figcaption", "caption"), BlockKind.CAPTION),
    **dict.fromkeys(("table", "tr"), BlockKind.TABLE),
}
# The link types (HTML, 4.6.7) of what surrounds the words of a page: its author, its place among others, help with it.
_ABOUT_THE_PAGE = frozenset(
    ("author", "bookmark", "help", "license", "next", "prev", "privacy-policy", "search", "tag", "terms-of-service")
)
_NOT_DISPLAYED = re.compile(r"(?:^|[;\s])display\s?:\s?none\b", re.IGNORECASE)
_LONGEST_POPUP = 400  # characters
_ROWS = (BlockKind.TABLE, BlockKind.INFOBOX)

Attributes = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class ElementRole:
    """The role of an element: the marker of notes or, without notes, something to leave out.

    Attributes:
        notes: the notes that it marks.
        text: text to read in place of the element.
        kept: whether to read the element itself; its notes follow it.
        first: whether its notes precede the element instead.
        last: further notes that follow the element.
    """

    notes: tuple[str, ...] = ()
    text: str = ""
    kept: bool = False
    first: bool = False
    last: tuple[str, ...] = ()


class HtmlBlocks:
    """Collects the blocks of a tree in one walk.

    Args:
        role: finds the role of an element, given its name and its attributes, or None.
        special_kind: finds the kind of block that the attributes of an element name, or None.
        places: line and column of elements in the input, by memory address, as far as known.
    """

    def __init__(
        self,
        role: Callable[[LexborNode, str, Attributes], ElementRole | None],
        special_kind: Callable[[Attributes], BlockKind | None],
        places: Mapping[int, tuple[int, int]],
    ) -> None:
        self._role = role
        self._special_kind = special_kind
        self._places = places
        self._line = 1
        self._blocks: list[PieceBlock] = []
        self._pieces: list[Piece] = []
        self._kind = BlockKind.PARAGRAPH
        self._level = 0
        self._number: str | None = None  # of the open item, until its first block
        self._counts: dict[int, int] = {}  # the number of the last item of each numbered list, by memory address
        self._table = 0  # the number of the innermost open table
        self._tables = 0
        self._tasks: list[LexborNode | Callable[[], None]] = []

    def read(self, root: LexborNode) -> list[PieceBlock]:
        """Collect the blocks below `root`, in order.

        Raises:
            claims.errors.InputError: they are more than a document may have; `place` is left to the caller.
        """
        self._tasks.append(root)
        while self._tasks:
            task = self._tasks.pop()
            if not isinstance(task, LexborNode):
                task()
            elif (tag := task.tag or "-") == "-text":
                text = task.text_content or ""
                self._pieces.append(Piece(PieceKind.TEXT, text, self._line))
                self._line += text.count("\n")
            elif tag[0] not in "-!" and tag not in _UNREAD:
                self._enter(task, tag)
        self._flush()
        return self._blocks

    def _enter(self, node: LexborNode, tag: str) -> None:
        self._line, column = self._places.get(node.mem_id, (self._line, None))
        attributes = node.attributes
        if tag in NAMING and (sources := quoted_sources(node, tag)):
            self._name_sources(sources)
            return
        role = self._role(node, tag, attributes)
        if role is None and _is_hidden(node, attributes):
            return
        notes: list[Piece] = []
        if role is not None:
            notes = [Piece(PieceKind.NOTE, "", self._line, note, column) for note in role.notes]
            if not role.kept:
                self._pieces.append(Piece(PieceKind.TEXT, role.text, self._line))
                self._pieces += notes
                return
            if not role.first:
                self._tasks.append(lambda: self._pieces.extend(notes))
            if role.last:
                ends = [Piece(PieceKind.NOTE, "", self._line, mark) for mark in role.last]
                self._tasks.append(lambda: self._pieces.extend(ends))
        self._begin(node, tag, attributes, column)
        if role is not None and role.first:
            self._pieces += notes
        child = node.last_child
        while child is not None:
            self._tasks.append(child)
            child = child.prev

    def _begin(self, node: LexborNode, tag: str, attributes: Attributes, column: int | None) -> None:
        """Open the block or the link that begins with an element, or write what separates it from the text before."""
        kind = BlockKind.HEADING if tag in _HEADINGS else self._special_kind(attributes) or _BLOCKS.get(tag)
        if tag == "br":
            self._pieces.append(Piece(PieceKind.BREAK, "", self._line))
        elif tag in ("td", "th"):
            columns, rows = _spanned(attributes.get("colspan")), _spanned(attributes.get("rowspan"))
            first = not self._pieces
            self._pieces.append(cell_opening(self._line, first=first, head=tag == "th", columns=columns, rows=rows))
        elif kind is not None and self._kind in _ROWS and tag not in ("tr", "table") and kind is not BlockKind.CAPTION:
            self._pieces.append(Piece(PieceKind.BREAK, "", self._line))  # a paragraph in a cell belongs to its row
        elif kind is not None and node.first_child is None:
            self._flush()
        elif kind is not None:
            if tag == "li":
                self._tasks.append(self._end_item)
            self._open(kind, int(tag[1]) if tag in _HEADINGS else 0)
            if tag == "li":
                self._number = self._count(node, attributes)
            if tag == "table":
                self._open_table()
        elif tag == "a" and (target := attributes.get("href")) and _may_cite(target, attributes):
            self._open_link(target, column)

    def _name_sources(self, links: Sequence[LexborNode]) -> None:
        """Write the sources of a quotation behind its last words, as print has them: behind a dash."""
        pieces: list[Piece] = []
        for link in links:
            line, column = self._places.get(link.mem_id, (self._line, None))
            pieces.append(Piece(PieceKind.TEXT, ", " if pieces else " — ", line))
            pieces.append(Piece(PieceKind.LINK, text_of(link), line, link.attributes.get("href") or "", column))
        if self._blocks and not any(piece.text.strip() for piece in self._pieces):
            last = self._blocks[-1]
            self._blocks[-1] = replace(last, pieces=[*last.pieces, *pieces])
        else:
            self._pieces += pieces

    def _open(self, kind: BlockKind, level: int) -> None:
        outer = self._kind, self._level
        self._flush()
        # Everything within an infobox or a caption belongs to it.
        self._kind = self._kind if self._kind in (BlockKind.INFOBOX, BlockKind.CAPTION) else kind
        self._level = level

        def close() -> None:
            self._flush()
            self._kind, self._level = outer

        self._tasks.append(close)

    def _count(self, item: LexborNode, attributes: Attributes) -> str | None:
        """Find the number of an item, if its list is numbered."""
        parent = item.parent
        if parent is None or parent.tag != "ol" or "reversed" in parent.attributes:
            return None
        start = _whole(parent.attributes.get("start"), 1)
        number = _whole(attributes.get("value"), self._counts.get(parent.mem_id, start - 1) + 1)
        self._counts[parent.mem_id] = number
        return str(number)

    def _end_item(self) -> None:
        self._number = None

    def _open_table(self) -> None:
        outer = self._table
        self._tables += 1
        self._table = self._tables

        def close() -> None:
            self._table = outer

        self._tasks.append(close)

    def _open_link(self, target: str, column: int | None) -> None:
        begin = len(self._pieces)
        line = self._line

        def close() -> None:
            inside = self._pieces[begin:]
            notes = [piece for piece in inside if piece.kind is PieceKind.NOTE]
            text = "".join(" " if piece.kind is PieceKind.BREAK else piece.text for piece in inside)
            self._pieces[begin:] = [Piece(PieceKind.LINK, text, line, target, column), *notes]

        self._tasks.append(close)

    def _flush(self) -> None:
        if self._pieces and any(piece.kind is PieceKind.NOTE or piece.text.strip() for piece in self._pieces):
            row = self._kind in _ROWS and any(piece.kind is PieceKind.CELL for piece in self._pieces)
            pieces = self._pieces if row else [_as_text(piece) for piece in self._pieces]
            self._blocks.append(PieceBlock(self._kind, pieces, self._level, self._number, self._table if row else 0))
            if any(piece.text.strip() for piece in pieces):
                self._number = None
            limit_parts(len(self._blocks))
        self._pieces = []


def _may_cite(target: str, attributes: Attributes) -> bool:
    """Whether a link may lead to a source, rather than to a mailbox or to what surrounds the page."""
    types = (attributes.get("rel") or "").lower().split()
    return _ABOUT_THE_PAGE.isdisjoint(types) and not archives_no_page(target)


def _is_hidden(node: LexborNode, attributes: Attributes) -> bool:
    """Whether a page shows an element only on demand, as a popup; sections folded up belong to the text."""
    style = attributes.get("style")
    if not style or not _NOT_DISPLAYED.search(style):
        return False
    folded = node.tag in ("section", "article", "details") or node.css_first("sup") is not None
    return not folded and len(node.text()) <= _LONGEST_POPUP


def _as_text(piece: Piece) -> Piece:
    return replace(piece, kind=PieceKind.TEXT, target="") if piece.kind is PieceKind.CELL else piece


def _spanned(attribute: str | None) -> int:
    """Read the number of columns or rows that a cell spans."""
    return _whole(attribute, 1)


def _whole(attribute: str | None, default: int) -> int:
    """Read an attribute that is a whole number of up to four digits."""
    text = (attribute or "").strip()
    return int(text) if text.isdecimal() and 0 < len(text) <= len("1000") else default
