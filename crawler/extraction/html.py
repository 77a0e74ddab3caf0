"""HTML to blocks of visible text: headings, paragraphs, items, rows of tables, captions.

The tree is not walked node by node: marks are set around the elements that make blocks, the text of the whole page is
taken in one call, and it is cut at the marks. The marks are Unicode non-characters, which no page may hold.
"""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from claims.records import BlockKind, Source
from crawler.extraction.blocks import TextBlock, to_source

_END, _BREAK, _CELL, _ASIDE, _BACK = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3", "\ufdd4"
_STARTS = {
    BlockKind.PARAGRAPH: "\ufdd5",
    BlockKind.HEADING: "\ufdd6",
    BlockKind.ITEM: "\ufdd7",
    BlockKind.TABLE: "\ufdd8",
    BlockKind.CAPTION: "\ufdd9",
}
_KINDS = {mark: kind for kind, mark in _STARTS.items()}
_ELEMENTS = {
    BlockKind.PARAGRAPH: (
        "p,div,section,article,main,header,footer,aside,blockquote,pre,address,form,fieldset,center,ul,ol,dl,dd,table,"
        "figure,details,summary,hr,body,td:has(table),legend,option"
    ),
    BlockKind.HEADING: "h1,h2,h3,h4,h5,h6",
    BlockKind.ITEM: "li,dt",
    BlockKind.TABLE: "tr",
    BlockKind.CAPTION: "figcaption,caption",
}
# Never text to a reader; `noscript` repeats what scripts show, or asks for them.
_UNSEEN = [
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas", "audio", "video",
    "select", "textarea", "button", "nav", "dialog", "link", "meta",
]  # fmt: skip
_HIDDEN = (
    "[hidden],[aria-hidden=true],[style*='display:none'],[style*='display: none'],"
    "#wm-ipp-base,#wm-ipp,#wm-ipp-print,#donato,#_wb_frame_top_banner"  # the archives' own banners
)
_AROUND = "header,footer,aside,[role=navigation],[role=banner],[role=contentinfo],[role=complementary]"
_MARKS = re.compile("([\ufdd0-\ufdd9])")
# The parser's time grows with the square of the depth: 20,000 open elements take it half a second, and no page that
# people read has a tenth of that. Of one that has more, the tags are dropped unread.
_MOST_OPEN = 20_000
_TAG = re.compile(r"<[^<>]{0,2000}>?")
# A cell longer than this is the column of a layout, not a datum.
_LONGEST_CELL = 250
_ROW = " | "


def read_html(text: str, url: str) -> Source:
    """The visible text of a page. Never raises: there is no HTML that a browser would not show."""
    if text.count("<") - 2 * text.count("</") > _MOST_OPEN:
        text = _TAG.sub("<br>", text)
    tree = LexborHTMLParser(text)
    title = tree.css_first("head title") or tree.css_first("title")
    name = title.text() if title else None
    language = tree.root.attributes.get("lang") if tree.root else None
    body = tree.body
    if body is None:
        return to_source(url, (), title=name)
    body.strip_tags(_UNSEEN)
    for node in body.css(_HIDDEN):
        node.decompose()
    _mark(body)
    return to_source(url, _cut(body.text()), title=name, language=(language or "").strip() or None)


def _mark(body: LexborNode) -> None:
    for kind, elements in _ELEMENTS.items():
        start = _STARTS[kind]
        for node in body.css(elements):
            node.insert_before(start)
            node.insert_after(_END)
    for node in body.css("br"):
        node.insert_after(_BREAK)
    for node in body.css("td,th"):
        node.insert_after(_CELL)
    for node in body.css(_AROUND):
        node.insert_before(_ASIDE)
        node.insert_after(_BACK)


def _cut(marked: str) -> list[TextBlock]:
    """The text between the marks, each stretch of the kind of the innermost element that it stands in."""
    blocks: list[TextBlock] = []
    kinds = [BlockKind.PARAGRAPH]
    around = 0
    pending: list[str] = []

    def close() -> None:
        if any(piece not in (_BREAK, _CELL) and not piece.isspace() for piece in pending):
            blocks.extend(_blocks("".join(pending), kinds[-1], not around))
        pending.clear()

    for piece in _MARKS.split(marked):
        if piece in _KINDS:
            close()
            kinds.append(_KINDS[piece])
        elif piece == _END:
            close()
            kinds[1:] = kinds[1:-1]
        elif piece in (_ASIDE, _BACK):
            close()
            around = max(around + (1 if piece == _ASIDE else -1), 0)
        elif piece:
            pending.append(piece)
    close()
    return blocks


def _blocks(text: str, kind: BlockKind, main: bool) -> list[TextBlock]:
    cells = [cell for cell in text.split(_CELL) if cell.replace(_BREAK, "").strip()]
    if kind is BlockKind.TABLE and all(len(cell) <= _LONGEST_CELL for cell in cells):
        row = _ROW.join(" ".join(cell.replace(_BREAK, " ").split()) for cell in cells)
        return [TextBlock(text=row, kind=kind, main=main)]
    if kind is BlockKind.TABLE:
        kind = BlockKind.PARAGRAPH
    return [TextBlock(text=stretch, kind=kind, main=main) for cell in cells for stretch in _stretches(cell)]


def _stretches(text: str) -> list[str]:
    """Two line breaks make a paragraph, as old pages do; the page's own line ends are mere white space."""
    lines = " ".join(text.split()).split(_BREAK)
    return [s for s in "\n".join(line.strip() for line in lines).split("\n\n") if s.strip()]
