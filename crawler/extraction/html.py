"""HTML to blocks of visible text: headings, paragraphs, items, rows of tables, captions."""

import re
from enum import Enum, auto
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from claims.records import BlockKind, Source
from crawler.extraction.blocks import TextBlock, to_source
from crawler.extraction.main_text import Span, main_blocks
from crawler.extraction.metadata import Metadata, read_metadata


class _Role(Enum):
    """What an element means where it makes no block."""

    UNSEEN = auto()
    LINK = auto()
    BREAK = auto()
    CELL = auto()


_NAMES: dict[BlockKind | _Role, str] = {
    BlockKind.PARAGRAPH: (
        "p div section article main header footer aside blockquote pre address form fieldset center ul ol dl dd table "
        "figure details summary hr body legend option"
    ),
    BlockKind.HEADING: "h1 h2 h3 h4 h5 h6",
    BlockKind.ITEM: "li dt",
    BlockKind.TABLE: "tr",
    BlockKind.CAPTION: "figcaption caption",
    _Role.LINK: "a",
    _Role.BREAK: "br",
    _Role.CELL: "td th",
    # never text to a reader; `noscript` repeats what scripts show, or asks for them
    _Role.UNSEEN: (
        "script style noscript template svg math iframe object embed canvas audio video select textarea button nav "
        "dialog head"
    ),
}
_ROLES = {name: role for role, names in _NAMES.items() for name in names.split()}
_TEXT = "-text"
# The archives' own banners.
_BANNERS = frozenset({"wm-ipp-base", "wm-ipp", "wm-ipp-print", "donato", "_wb_frame_top_banner"})
# What surrounds an article, by its element or by what pages call it.
_AROUND = frozenset({"header", "footer", "aside"})
_AROUND_NAMES = (
    "comment", "related", "footer", "caption", "trending", "widget", "sidebar", "promo", "newsletter", "share",
    "social", "recommend",
)  # fmt: skip
_AROUND_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary"})
# Stand for a line break and for the end of a cell until a block is finished; no page may hold non-characters.
_BREAK, _CELL = "\ufdd0", "\ufdd1"
# The parser's time grows with the square of the depth: 20,000 open elements take it half a second, and no page that
# people read has a tenth of that. Of one that has more, the tags are dropped unread.
_MOST_OPEN = 20_000
_TAG = re.compile(r"<[^<>]{0,2000}>?")
# A cell longer than this is the column of a layout, not a datum.
_LONGEST_CELL = 250
_ROW = " | "


def read_html(text: str, url: str) -> Source:
    """The visible text of a page. Never raises: there is no HTML that a browser would not show."""
    if text.count("<") > _MOST_OPEN and text.count("<") - 2 * text.count("</") > _MOST_OPEN:
        text = _TAG.sub("<br>", text)
    tree = LexborHTMLParser(text)
    about = read_metadata(tree, text)
    page = _Page()
    if tree.body is not None:
        page.read(tree.body)
    blocks = page.blocks()
    return to_source(
        url,
        [*_unseen(about, blocks), *blocks],
        title=about.title,
        published=about.published,
        language=about.language,
    )


class _Page:
    """A page as far as it has been read: the blocks found, the one under way, and the elements they stand in."""

    def __init__(self) -> None:
        self._found: list[tuple[str, BlockKind]] = []
        self._lengths: list[int] = []
        self._links: list[int] = []
        self._elements: list[Span] = []
        self._around: list[Span] = []
        self._kinds = [BlockKind.PARAGRAPH]
        self._starts: list[int] = []
        self._words: list[str] = []
        self._linked = self._hidden = self._in_link = 0

    def read(self, body: LexborNode) -> None:
        """Walk the tree in document order. `traverse` tells of entering only: leaving shows by the next parent."""
        ids: list[int] = []
        roles: list[BlockKind | _Role | None] = []
        for node in body.traverse(include_text=True):
            if ids and (parent := node.parent) is not None:
                above = parent.mem_id
                while ids[-1] != above:
                    ids.pop()
                    if (role := roles.pop()) is not None:
                        self._leave(role)
            tag = node.tag
            if tag == _TEXT:
                if not self._hidden:
                    text = node.text_content or ""
                    self._words.append(text)
                    if self._in_link:
                        self._linked += len(text)
                continue
            role = _ROLES.get(tag)  # type: ignore[arg-type]
            ids.append(node.mem_id)
            roles.append(role if role is None else self._enter(role, node))
        for role in reversed(roles):
            if role is not None:
                self._leave(role)
        self._close()

    def blocks(self) -> list[TextBlock]:
        """What was found, the main text told from the rest."""
        main = main_blocks(self._lengths, self._links, self._elements, self._around)
        return [
            block
            for (text, kind), is_main in zip(self._found, main, strict=True)
            for block in _blocks(text, kind, is_main)
        ]

    def _enter(self, role: BlockKind | _Role, node: LexborNode) -> BlockKind | _Role:
        """Returns what leaving the element will mean."""
        if role is _Role.LINK:
            self._in_link += 1
        elif role is _Role.BREAK:
            self._words.append(_BREAK)
        elif role is _Role.UNSEEN:
            self._hidden += 1
        elif isinstance(role, BlockKind):
            if self._words:
                self._close()
            attributes = node.attributes
            if attributes and _is_hidden(attributes):
                self._hidden += 1
                return _Role.UNSEEN
            self._kinds.append(role)
            around = node.tag in _AROUND or (attributes and _is_around(attributes))
            self._starts.append(~len(self._found) if around else len(self._found))
        return role

    def _leave(self, role: BlockKind | _Role) -> None:
        if isinstance(role, BlockKind):
            if self._words:
                self._close()
            self._kinds.pop()
            start = self._starts.pop()
            at = ~start if start < 0 else start
            if at < len(self._found):
                (self._around if start < 0 else self._elements).append((at, len(self._found)))
        elif role is _Role.UNSEEN:
            self._hidden -= 1
        elif role is _Role.LINK:
            self._in_link -= 1
        elif role is _Role.CELL:
            self._words.append(_CELL)

    def _close(self) -> None:
        """Finish the block under way."""
        text = " ".join("".join(self._words).split())
        if text.strip(_EMPTY):
            self._found.append((text, self._kinds[-1]))
            self._lengths.append(len(text))
            self._links.append(self._linked)
        self._words = []
        self._linked = 0


_EMPTY = f" {_BREAK}{_CELL}"


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    if "hidden" in attributes or attributes.get("aria-hidden") == "true" or attributes.get("id") in _BANNERS:
        return True
    style = attributes.get("style") or ""
    return "none" in style and "display:none" in style.replace(" ", "")


def _is_around(attributes: dict[str, str | None]) -> bool:
    names = attributes.get("class")
    return bool(names and _names_surroundings(names)) or attributes.get("role") in _AROUND_ROLES


@lru_cache(maxsize=8_192)
def _names_surroundings(classes: str) -> bool:
    classes = classes.lower()
    return any(name in classes for name in _AROUND_NAMES)


def _blocks(text: str, kind: BlockKind, main: bool) -> list[TextBlock]:
    if _CELL not in text and _BREAK not in text:
        return [TextBlock(text=text, kind=BlockKind.PARAGRAPH if kind is BlockKind.TABLE else kind, main=main)]
    cells = [cell for cell in text.split(_CELL) if cell.strip(_EMPTY)]
    if kind is BlockKind.TABLE and all(len(cell) <= _LONGEST_CELL for cell in cells):
        row = _ROW.join(" ".join(cell.replace(_BREAK, " ").split()) for cell in cells)
        return [TextBlock(text=row, kind=kind, main=main)]
    if kind is BlockKind.TABLE:
        kind = BlockKind.PARAGRAPH
    return [TextBlock(text=stretch, kind=kind, main=main) for cell in cells for stretch in _stretches(cell)]


def _stretches(text: str) -> list[str]:
    """Two line breaks make a paragraph, as old pages do."""
    lines = [line.strip() for line in text.split(_BREAK)]
    return [stretch for stretch in "\n".join(lines).split("\n\n") if stretch.strip()]


def _unseen(about: Metadata, blocks: list[TextBlock]) -> list[TextBlock]:
    """What the page says of itself where readers do not see it, unless they see it anyway."""
    found = []
    if about.description or about.body:
        shown = " ".join(block.text for block in blocks)
        if about.description and not _stands_in(about.description, shown):
            found.append(TextBlock(text=about.description, kind=BlockKind.DESCRIPTION, main=False))
        if about.body and not _stands_in(" ".join(about.body.split()), shown):
            found += [TextBlock(text=line, kind=BlockKind.PARAGRAPH) for line in about.body.split("\n")]
    return found


def _stands_in(words: str, shown: str) -> bool:
    """Whether a text is on the page: two of three samples of it are."""
    samples = [words[at : at + 24] for at in (len(words) // 5, len(words) // 2, len(words) * 7 // 10)]
    return sum(sample in shown for sample in samples) >= 2
