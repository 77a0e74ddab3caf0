"""Pages of MediaWiki as HTML: old and new skins, Parsoid, mobile, offline dumps, what readability tools leave of them.

Known by what the Cite extension writes: markers that link to `cite_note…`, entries with that id. Where the fields of
an entry come from, best first: the template's parameters in Parsoid's `data-mw`, the COinS in it, the words that
it shows.
"""

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from claims.errors import InputError
from claims.language.headings import is_back_matter
from claims.language.reference_dates import iso_date
from claims.readers.assembly.builder import ReadingBuilder
from claims.readers.assembly.pieces import PieceBlock, PieceKind
from claims.readers.html.blocks import Attributes, HtmlBlocks, Marker
from claims.readers.html.mediawiki_notes import Notes, fragment
from claims.readers.html.positions import places
from claims.readers.html.tokenizer import TOO_DEEP, flattened
from claims.readers.interface import Reading
from claims.records import BlockKind

_SIGNS = (
    "cite_note",
    "mw:Extension/ref",
    "mw-parser-output",
    'id="mw-content-text"',
    "mw-reference-text",
    "mw-body-content",
)
_HTML = re.compile(r"<(?:!doctype html|html|body|head|div|p|section|article)\b", re.IGNORECASE)
_LOOKED_AT = 4_000  # characters in which an HTML document shows that it is one
_ROOTS = (
    "#mw-content-text .mw-parser-output", "#mw-content-text", ".mw-parser-output", "body.mw-body-content",
    "#bodyContent",
    "#content", "article", "main",
)  # fmt: skip
_TITLES = ("#firstHeading", ".mw-page-title-main", "h1#section_0", "h1.pagetitle", "header h1", "h1")
_SKIPPED_CLASSES = frozenset(
    """
    mw-editsection navbox navbox-styles vertical-navbox sidebar hatnote dablink rellink toc toclimit metadata ambox mbox
    mbox-small noprint printfooter catlinks mw-jump-link mw-empty-elt mw-cite-backlink reference-text mw-references
    references reflist refbegin mw-authority-control sistersitebox portal portalbox side-box navigation-not-searchable
    shortdescription mw-indicators thumbimage magnify nomobile mw-hidden-catlinks stub plainlinks-stub geo-nondefault
    coordinates mw-tmh-player mw-portlet mw-references-wrap pcs-collapse-table-collapsed-container pcs-edit-section-link
    pcs-fold-hr mw-kartographer-container listen noexcerpt bandeau-container homonymie infobox-references
    Inline-Template
    mw-ext-cite-error toccolours navigation rellink boilerplate dmbox sisterproject-box
    """.split()  # noqa: SIM905 - a list of words reads better than a list of strings
)
_SKIPPED_IDS = frozenset(
    """
    toc catlinks siteSub contentSub contentSub2 jump-to-nav coordinates mw-navigation footer siteNotice mw-panel mw-head
    mw-page-base mw-head-base p-lang-btn footer-places vector-toc pcs-footer-container mw-mf-page-left column-one
    """.split()  # noqa: SIM905
)
_WORKS = ".citation, .Z3988, cite"
_DEEPEST = 12  # elements between a list item and the work in it
_MOST_AROUND_LINK = 6  # elements
_AROUND_MARKERS = frozenset(("p", "li", "dd", "td", "th", "div", "section", "body"))
_MARKERS = 'a[href*="#cite_note"]'
_MOST_ROOTS = 3
# Mobile pages fold whole sections away with the same style.
_INLINE = frozenset(("span", "sup", "sub", "a", "small", "i", "b"))
_REVISION = re.compile(r"\"wgRevisionId\":\s?(\d{1,12})|Special:Redirect/revision/(\d{1,12})|[?&;]oldid=(\d{1,12})")
_MODIFIED = re.compile(r"<meta property=\"dc:modified\" content=\"(\d{4}-\d\d-\d\d)")
_RP = re.compile(r"\s{0,3}:?\s{0,3}(\S[^\n]{0,40})")
_STYLE = re.compile(r"^\{\\(?:display|text)style\s+|\}$")
_SITE = re.compile(r"\s[-–—]\s(?:Wikip\w{1,12}|Вікіпедія|Википедия|ويكيبيديا|维基百科|維基百科)[^-–—]{0,60}$")
_KINDS = {"infobox": BlockKind.INFOBOX, "thumbcaption": BlockKind.CAPTION, "gallerytext": BlockKind.CAPTION}


class MediaWikiReader:
    """Reads rendered MediaWiki pages."""

    name = "mediawiki-html"

    def recognises(self, name: str, text: str) -> bool:
        """Whether the text is HTML and shows the Cite extension's markup."""
        return is_html(text) and any(sign in text for sign in _SIGNS)

    def read(self, text: str, name: str) -> Reading:
        """Take `text` apart.

        Raises:
            claims.errors.InputError: it has no words.
        """
        text, tags, deep = flattened(text)
        tree = LexborHTMLParser(text)
        notes = Notes(tree)
        root = _root(tree)
        title = _title(tree)
        html = tree.css_first("html")
        language = _language(root, html)
        modified = _MODIFIED.search(text)
        blocks = HtmlBlocks(_Markup(notes, tree).marker, _kind, places(text, tags, tree)).read(root)
        builder = ReadingBuilder()
        _write(builder, blocks, title)
        reading = builder.finish(
            self.name,
            notes.citations(),
            title=title,
            language=language,
            as_of=modified[1] if modified else _footer_date(tree),
            revision=_revision(text),
            notes=(TOO_DEEP,) if deep else (),
        )
        if not reading.text and not reading.citations:
            raise InputError("There are no words in this page.", place=name, mend="Give a page that holds text.")
        return reading


def is_html(text: str) -> bool:
    """Whether a text is HTML rather than something that quotes a little of it."""
    head = text[:_LOOKED_AT].lstrip()
    return head.startswith("<") and _HTML.search(head) is not None


class _Markup:
    """What the elements of a page are, given its notes."""

    def __init__(self, notes: Notes, tree: LexborHTMLParser) -> None:
        self._notes = notes
        self._works = _items_around(tree, _WORKS)
        self._marked = _items_around(tree, _MARKERS)
        self._asked_in = _markers_around(tree)
        self._last = ""  # note that the last marker led to

    def marker(self, node: LexborNode, tag: str, attributes: Attributes) -> Marker | None:
        """Whether an element is a marker, or something that is no running text, or neither."""
        classes = (attributes.get("class") or "").split() if attributes else ()
        if tag in ("sup", "a", "span", "small") and (found := self._asked(node, tag, attributes, classes)) is not None:
            return found
        if "mwe-math-element" in classes or tag == "math":
            return Marker(text=_formula(node))
        if not _SKIPPED_CLASSES.isdisjoint(classes) or attributes.get("id") in _SKIPPED_IDS:
            return Marker()
        if tag in _INLINE and "display:none" in (attributes.get("style") or "").replace(" ", ""):
            return Marker()
        if tag == "li" and (_is_note(node) or (node.mem_id in self._works and node.mem_id not in self._marked)):
            return Marker()
        return None

    def _asked(self, node: LexborNode, tag: str, attributes: Attributes, classes: Sequence[str]) -> Marker | None:
        if tag == "a":
            target = attributes.get("href") or ""
            if "#cite_note" in target or "#endnote_" in target:
                self._last = fragment(node)
                return Marker(notes=self._notes.asked(self._last))
            if "#CITEREF" in target:
                return Marker(notes=self._notes.asked_work(fragment(node)), kept=True)
            return None
        if not ("reference" in classes or "mw-ref" in classes or tag == "sup"):
            return None
        if notes := self._asked_in.get(node.mem_id):
            self._last = notes[-1]
            return Marker(notes=tuple(name for note in notes for name in self._notes.asked(note)))
        if "reference" not in classes:
            return None
        page = _RP.fullmatch(node.text(deep=True) or "")  # what {{rp}} shows
        if page and self._last:
            self._notes.point(self._last, page[1].strip())
        return Marker()


def _items_around(tree: LexborHTMLParser, selector: str) -> frozenset[int]:
    """The list items, by their place in memory, that hold an element of `selector`."""
    found = set()
    for node in tree.css(selector):
        above = node.parent
        for _ in range(_DEEPEST):
            if above is None or above.tag in ("body", "li"):
                break
            above = above.parent
        if above is not None and above.tag == "li":
            found.add(above.mem_id)
    return frozenset(found)


def _markers_around(tree: LexborHTMLParser) -> dict[int, list[str]]:
    """The notes that the links in an element lead to, for the elements closely around such links."""
    found: dict[int, list[str]] = {}
    for link in tree.css(_MARKERS):
        above = link.parent
        for _ in range(_MOST_AROUND_LINK):
            if above is None or above.tag in _AROUND_MARKERS:
                break
            found.setdefault(above.mem_id, []).append(fragment(link))
            above = above.parent
    return found


def _is_note(node: LexborNode) -> bool:
    return (node.id or "").startswith(("cite_note", "endnote_"))


def _formula(node: LexborNode) -> str:
    image = node.css_first("img[alt]")
    source = image if image is not None else node.css_first("math[alttext]")
    text = source.attributes.get("alt") or source.attributes.get("alttext") or "" if source is not None else ""
    return _STYLE.sub("", text.strip())


def _kind(attributes: Attributes) -> BlockKind | None:
    classes = (attributes.get("class") or "").split() if attributes else ()
    return next((kind for name, kind in _KINDS.items() if any(part.startswith(name) for part in classes)), None)


def _root(tree: LexborHTMLParser) -> LexborNode:
    """The element that holds the article: of those that may, the first with a marker or else with words in it."""
    for selector in _ROOTS:
        for node in tree.css(selector)[:_MOST_ROOTS]:
            if node.css_first('a[href*="#cite_note"], p') is not None:
                return node
    return tree.body if tree.body is not None else tree.css("html")[0]


def _title(tree: LexborHTMLParser) -> str | None:
    for selector in (*_TITLES, "title"):
        node = tree.css_first(selector)
        text = " ".join((node.text(deep=True) or "").split()) if node is not None else ""
        if text:
            return _SITE.sub("", text)
    return None


def _language(root: LexborNode, html: LexborNode | None) -> str | None:
    for node in (root, html):
        language = node.attributes.get("lang") if node is not None else None
        if language:
            return language
    return None


def _revision(text: str) -> str | None:
    match = _REVISION.search(text)
    return next(filter(None, match.groups()), None) if match else None


def _footer_date(tree: LexborHTMLParser) -> str | None:
    footer = tree.css_first("#footer-info-lastmod, #lastmod, .pcs-footer-container-legal, #mw-mf-last-modified")
    return iso_date(footer.text(deep=True) or "") if footer is not None else None


def _write(builder: ReadingBuilder, blocks: list[PieceBlock], title: str | None) -> None:
    if title:
        builder.open(BlockKind.TITLE)
        builder.add(title, 1)
    back_matter = 0  # the level of the heading of the references, further reading … that the blocks stand under
    for block in blocks:
        text = block.text
        if block.kind is BlockKind.HEADING:
            if back_matter and block.level <= back_matter:
                back_matter = 0
            if not back_matter and is_back_matter(text):
                back_matter = block.level
            if text == title:
                continue
        elif back_matter and not any(piece.kind is PieceKind.NOTE for piece in block.pieces):
            continue
        builder.open(block.kind)
        for piece in block.pieces:
            if piece.kind is PieceKind.NOTE:
                builder.mark(piece.target, piece.line, piece.column)
            else:
                builder.add("\n" if piece.kind is PieceKind.BREAK else piece.text, piece.line)
