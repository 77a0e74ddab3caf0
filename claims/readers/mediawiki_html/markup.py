"""The roles of elements in a MediaWiki page: markers, formulas, and what is not running text."""

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from claims.readers.html.blocks import Attributes, ElementRole
from claims.readers.markers.superscripts import superscript
from claims.readers.mediawiki_html.notes import Notes, fragment
from claims.records import BlockKind

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
_DEEPEST = 12  # elements between a list item and a work in it
_MOST_AROUND_LINK = 6  # elements around a link that count as its marker
_AROUND_MARKERS = frozenset(("p", "li", "dd", "td", "th", "div", "section", "body"))
_MARKERS = 'a[href*="#cite_note"]'
_INLINE = frozenset(("span", "sup", "sub", "a", "small", "i", "b"))  # others may be sections that mobile pages fold
_RP = re.compile(r"\s{0,3}:?\s{0,3}(\S[^\n]{0,40})")
_EXPONENT = re.compile(r"\s?([-−]?\d{1,9})\s?")
_STYLE = re.compile(r"^\{\\(?:display|text)style\s+|\}$")
_KINDS = {"infobox": BlockKind.INFOBOX, "thumbcaption": BlockKind.CAPTION, "gallerytext": BlockKind.CAPTION}


class MediaWikiMarkup:
    """Finds the roles of the elements of a page, whose notes are known."""

    def __init__(self, notes: Notes, tree: LexborHTMLParser) -> None:
        self._notes = notes
        self._works = _items_around(tree, _WORKS)
        self._marked = _items_around(tree, _MARKERS)
        self._notes_in = _markers_around(tree)
        self._last = ""  # the note of the last marker

    def role(self, node: LexborNode, tag: str, attributes: Attributes) -> ElementRole | None:
        """Find the role of an element: a marker, or something that is not running text, or (None) neither."""
        classes = (attributes.get("class") or "").split() if attributes else ()
        if tag in ("sup", "a", "span", "small") and (found := self._marker(node, tag, attributes, classes)) is not None:
            return found
        if "mwe-math-element" in classes or tag == "math":
            return ElementRole(text=_formula(node))
        if not _SKIPPED_CLASSES.isdisjoint(classes) or attributes.get("id") in _SKIPPED_IDS:
            return ElementRole()
        if tag in _INLINE and "display:none" in (attributes.get("style") or "").replace(" ", ""):
            return ElementRole()
        if tag == "li" and (_is_note(node) or (node.mem_id in self._works and node.mem_id not in self._marked)):
            return ElementRole()
        return None

    def _marker(self, node: LexborNode, tag: str, attributes: Attributes, classes: Sequence[str]) -> ElementRole | None:
        if tag == "a":
            target = attributes.get("href") or ""
            if "#cite_note" in target or "#endnote_" in target:
                self._last = fragment(node)
                return ElementRole(notes=self._notes.cited(self._last))
            if "#CITEREF" in target:
                return ElementRole(notes=self._notes.cited_work(fragment(node)), kept=True)
            return None
        if not ("reference" in classes or "mw-ref" in classes or tag == "sup"):
            return None
        if notes := self._notes_in.get(node.mem_id):
            self._last = notes[-1]
            return ElementRole(notes=tuple(name for note in notes for name in self._notes.cited(note)))
        if "reference" not in classes:
            raised = _EXPONENT.fullmatch(node.text(deep=True) or "") if tag == "sup" else None
            return ElementRole(text=superscript(raised[1].replace("−", "-"))) if raised else None
        page = _RP.fullmatch(node.text(deep=True) or "")  # the output of {{rp}}
        if page and self._last:
            self._notes.add_page(self._last, page[1].strip())
        return ElementRole()


def special_kind(attributes: Attributes) -> BlockKind | None:
    """Find the kind of a block that its classes name, or None."""
    classes = (attributes.get("class") or "").split() if attributes else ()
    return next((kind for name, kind in _KINDS.items() if any(part.startswith(name) for part in classes)), None)


def _items_around(tree: LexborHTMLParser, selector: str) -> frozenset[int]:
    """Find the list items, by memory address, that contain an element of `selector`."""
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
    """Find, for the elements closely around links to notes, the notes that the links lead to."""
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
    """Read the TeX source of a formula."""
    image = node.css_first("img[alt]")
    source = image if image is not None else node.css_first("math[alttext]")
    text = source.attributes.get("alt") or source.attributes.get("alttext") or "" if source is not None else ""
    return _STYLE.sub("", text.strip())
