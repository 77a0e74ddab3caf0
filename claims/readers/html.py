"""HTML that no MediaWiki made: footnotes in the ways that people mark them up, or else links as citations.

A footnote's marker is a link within the page, with a short label, to something that stands further below and that links
back or stands in a list of notes; or a superscript number that some block further below begins with.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from claims.dates import iso_date
from claims.errors import InputError
from claims.readers.assembling import Assembly
from claims.readers.html_blocks import Attributes, HtmlBlocks, Marker
from claims.readers.html_places import places
from claims.readers.html_tags import TOO_DEEP, flattened
from claims.readers.interface import Reading
from claims.readers.mediawiki import is_html
from claims.readers.pieces import Note, Piece, PieceBlock, PieceKind, links, words
from claims.records import BlockKind

_LABEL = re.compile(r"[\[(]?(?:note |fn\.? ?)?(\d{1,4}|[a-z]{1,3}|[*†‡§¶]{1,3})[\])]?\.?", re.IGNORECASE)
_NUMBER = re.compile(r"[\[(]?(\d{1,3})[\])]?")
_BACK = frozenset(["↩", "↩︎", "↑", "^", "⏎", "⤴", "↵", "←", "⬑", "back", "return", "jump", "🔙", "↲", "➦"])
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|sidebar|related|recommend\w*|comments?|share|sharing|social|cookies?|"
    r"subscribe|newsletter|promo|breadcrumbs?|widget|advert\w*|ads?|pagination|skip-link|masthead|byline|site-footer|"
    r"site-header|toolbar|tags?|toc|popular|teaser)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NOTES = re.compile(r"foot-?notes?|endnotes?|sidenotes?|doc-endnote|references?|(?:^|\s)fn", re.IGNORECASE)
_ARTICLE = frozenset(("body", "article", "main", "html"))
_SKIPPED = frozenset(("nav", "footer", "dialog", "menu"))
_MOST_IN_LABEL = 12  # nodes
_SUP = "sup:"
_DEFINES = "="  # before the id of a note: here it stands, rather than is asked for
_DATES = (
    'meta[property="article:published_time"]',
    'meta[itemprop="datePublished"]',
    'meta[name="date"]',
    "time[datetime]",
)


class HtmlReader:
    """Reads HTML of any kind."""

    name = "html"

    def recognises(self, name: str, text: str) -> bool:
        """Whether the text is HTML."""
        return is_html(text) or (name.lower().endswith((".html", ".htm", ".xhtml")) and "<" in text)

    def read(self, text: str, name: str) -> Reading:
        """Take `text` apart.

        Raises:
            claims.errors.InputError: it has no words.
        """
        text, tags, deep = flattened(text)
        tree = LexborHTMLParser(text)
        body = tree.body
        running: list[PieceBlock] = []
        notes: list[Note] = []
        if body is not None:
            page, found = _Page(body), places(text, tags, tree)
            running, notes = _notes(HtmlBlocks(page.marker, _no_kind, found).read(page.root))
            if not notes and page.root is not body:  # superscripts may be explained outside of the article
                wider = _notes(HtmlBlocks(page.marker, _no_kind, found).read(body))
                running, notes = wider if wider[1] or not running else (running, notes)
        html = tree.css_first("html")
        reading = Assembly(running, notes).reading(
            self.name,
            title=_title(tree),
            language=html.attributes.get("lang") if html is not None else None,
            as_of=_date(tree),
            notes=(TOO_DEEP,) if deep else (),
        )
        if not reading.text:
            raise InputError("There are no words in this page.", place=name, mend="Give a page that holds text.")
        return reading


def _no_kind(attributes: Attributes) -> None:
    return None


class _Page:
    """The links within a page: which are markers, which lead back, and what they lead to."""

    def __init__(self, body: LexborNode) -> None:
        self._names: dict[str, str] = {}  # the id that a marker leads to, to its label
        self._targets: dict[int, str] = {}  # the element that holds a note, by its place in memory, to the id
        self._markers: set[str] = set()  # the ids that links back to markers lead to
        order: dict[int, int] = {}
        ids: dict[str, LexborNode] = {}
        candidates: list[LexborNode] = []
        for number, node in enumerate(body.traverse(include_text=False)):
            order[node.mem_id] = number
            name = node.id or (node.attributes.get("name") if node.tag == "a" else None)
            if name:
                ids.setdefault(name, node)
            if node.tag == "a" and "#" in (node.attributes.get("href") or ""):
                candidates.append(node)
        taken: set[str] = set()
        back = {_fragment(link) for link in candidates}
        for link in candidates:
            wanted = _fragment(link)
            target = ids.get(wanted)
            label = _LABEL.fullmatch(_label_of(link)[0])
            if target is None or not label or order[target.mem_id] <= order[link.mem_id] or wanted in self._names:
                continue
            if not (_says_note(link) or _says_note(target) or back & _names_around(link)):
                continue  # the number of an equation, a figure, a section
            name = label[1] if label[1] not in taken else wanted
            taken.add(name)
            self._markers |= _names_around(link)
            self._names[wanted] = name
            self._targets[target.mem_id] = name
        self.root = self._root(body, [ids[name] for name in self._names])

    def marker(self, node: LexborNode, tag: str, attributes: Attributes) -> Marker | None:
        """Whether an element is a marker, the beginning of a note, or something that is no running text, or neither."""
        defined = self._targets.get(node.mem_id)
        if defined is not None:
            return Marker(notes=(_DEFINES + defined,), kept=tag != "a", first=True)
        if tag == "a" and "#" in (attributes.get("href") or ""):
            name = self._names.get(_fragment(node))
            label = _label_of(node)[0]
            if name is not None and _LABEL.fullmatch(label):
                return Marker(notes=(name,))
            if label.strip("[]() ") in _BACK or (label.isdigit() and _fragment(node) in self._markers):
                return Marker()
        if tag == "sup":
            label, linked = _label_of(node)
            number = _NUMBER.fullmatch(label)
            if number and not linked:
                return Marker(notes=(_SUP + number[1],))
        if tag in _SKIPPED or attributes.get("aria-hidden") == "true" or attributes.get("id") == "wm-ipp-base":
            return Marker()
        kind = " ".join(attributes[name] or "" for name in ("class", "id", "role") if name in attributes)
        if kind and tag not in _ARTICLE and _FURNITURE.search(kind) and not _NOTES.search(kind):
            return Marker()
        return None

    def _root(self, body: LexborNode, targets: Sequence[LexborNode]) -> LexborNode:
        """The element that holds the article and its notes."""
        for selector in ("article", "main", '[role="main"]'):
            found = body.css(selector)
            if len(found) == 1 and all(_is_within(target, found[0]) for target in targets):
                return found[0]
        return body


def _fragment(link: LexborNode) -> str:
    return unquote((link.attributes.get("href") or "").partition("#")[2])


def _text(node: LexborNode) -> str:
    return " ".join((node.text(deep=True) or "").split()) if node.first_child is not None else ""


def _label_of(node: LexborNode) -> tuple[str, bool]:
    """The words of a marker, and whether a link is among its elements; no words for what is too large to be one."""
    parts: list[str] = []
    linked = False
    waiting = [node]
    for _ in range(_MOST_IN_LABEL):
        if not waiting:
            return " ".join("".join(parts).split()), linked
        inner = waiting.pop()
        linked = linked or (inner.tag == "a" and inner is not node)
        if inner.tag == "-text":
            parts.append(inner.text_content or "")
        child = inner.last_child
        while child is not None and len(waiting) < _MOST_IN_LABEL:
            waiting.append(child)
            child = child.prev
    return "", linked


def _says_note(node: LexborNode) -> bool:
    """Whether an element, or the one around it, says that it is a note or the marker of one."""
    if node.tag == "sup" or (node.parent is not None and node.parent.tag == "sup"):
        return True
    child = node.first_child
    while child is not None and child.tag == "-text" and not (child.text_content or "").strip():
        child = child.next
    if child is not None and child.tag == "sup":
        return True
    around = (node, node.parent, node.parent.parent if node.parent is not None else None)
    names = ("id", "class", "role", "epub:type", "name", "rel", "href")
    return any(
        _NOTES.search(" ".join(element.attributes.get(name) or "" for name in names))
        for element in around
        if element is not None
    )


def _names_around(link: LexborNode) -> set[str]:
    """The ids by which something may lead back to a marker."""
    above = link.parent
    own = {link.id, link.attributes.get("name"), above.id if above is not None else None}
    return {name for name in own if name}


def _is_within(node: LexborNode, outer: LexborNode) -> bool:
    above: LexborNode | None = node
    while above is not None:
        if above.mem_id == outer.mem_id:
            return True
        above = above.parent
    return False


def _notes(blocks: Sequence[PieceBlock]) -> tuple[list[PieceBlock], list[Note]]:
    """The blocks of running text, and the notes that the others hold."""
    asked = {piece.target for block in blocks for index, piece in enumerate(block.pieces) if index and _is_sup(piece)}
    defined = {first.target for block in blocks if (first := _first(block)) is not None and _is_sup(first)} & asked
    running: list[PieceBlock] = []
    notes: list[tuple[str, list[Piece]]] = []
    within = False  # whether the block before was a note, which this one may go on with
    for block in blocks:
        parts = _parts(block, defined)
        if parts:
            head = parts[0][1] if not parts[0][0] else []
            if within and notes:
                notes[-1][1].extend(head)
            elif words(head):
                running.append(PieceBlock(block.kind, head, block.level, block.number))
            notes += [(name, pieces) for name, pieces in parts if name]
            within = True
        elif within and block.kind is BlockKind.PARAGRAPH and not _asks(block):
            notes[-1][1].extend(block.pieces)
        else:
            within = False
            running.append(PieceBlock(block.kind, list(_shown(block, defined)), block.level, block.number))
    return running, [Note(name, words(pieces).lstrip(". "), links(pieces)) for name, pieces in notes]


def _is_sup(piece: Piece) -> bool:
    return piece.kind is PieceKind.NOTE and piece.target.startswith(_SUP)


def _asks(block: PieceBlock) -> bool:
    return any(piece.kind is PieceKind.NOTE for piece in block.pieces)


def _first(block: PieceBlock) -> Piece | None:
    return next((piece for piece in block.pieces if piece.kind is PieceKind.NOTE or piece.text.strip()), None)


def _parts(block: PieceBlock, defined: set[str]) -> list[tuple[str, list[Piece]]]:
    """The notes that a block holds, by name, with what comes before them under no name; empty for running text."""
    first = _first(block)
    if first is not None and first.target in defined:
        return [(first.target.removeprefix(_SUP), [piece for piece in block.pieces if piece is not first])]
    parts: list[tuple[str, list[Piece]]] = [("", [])]
    for piece in block.pieces:
        if piece.kind is PieceKind.NOTE and piece.target.startswith(_DEFINES):
            parts.append((piece.target.removeprefix(_DEFINES), []))
        elif piece.kind is not PieceKind.NOTE:
            parts[-1][1].append(piece)
    return parts if len(parts) > 1 else []


def _shown(block: PieceBlock, defined: set[str]) -> Iterator[Piece]:
    """The pieces of running text: superscripts that no note explains are the numbers that they show."""
    for piece in block.pieces:
        if not _is_sup(piece):
            yield piece
        elif piece.target in defined:
            yield replace(piece, target=piece.target.removeprefix(_SUP))
        else:
            yield Piece(PieceKind.TEXT, piece.target.removeprefix(_SUP), piece.line)


def _title(tree: LexborHTMLParser) -> str | None:
    for selector in ("article h1", "main h1", "h1", "title"):
        node = tree.css_first(selector)
        if node is not None and (text := _text(node)):
            return text
    return None


def _date(tree: LexborHTMLParser) -> str | None:
    for selector in _DATES:
        node = tree.css_first(selector)
        if node is not None:
            return iso_date(node.attributes.get("content") or node.attributes.get("datetime") or "")
    return None
