"""The roles of elements in a web page: markers of notes, beginnings of notes, and what is not running text.

A marker is a link within the page, with a short label, to something below it that leads back, says that it is a note
(by its name, class or role) or is under a heading such as “Notes”; or a superscript number with which a block below
begins. A note may also be right behind its marker, in an element that says so.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from selectolax.lexbor import LexborNode

from claims.language.headings import is_reference_heading
from claims.readers.html.blocks import Attributes, ElementRole
from claims.readers.html.note_signs import (
    cites,
    is_author,
    is_furniture,
    is_inline_note,
    is_note_or_marker,
    leads_back,
    names_around,
    text_of,
)
from claims.readers.html.superscripts import label_of, number_role

ITEM = "item:"  # before the number of an item in a list of notes
BEGINS = "="  # before the id of a note at the beginning of its element
OPENS = "<"  # before the id of a note at an element that marks only its beginning
INLINE = "~"  # before the number of a note right behind its marker
ENDS = "/"  # at the end of the element of a note
_LABEL = re.compile(r"[\[(]?(?:note |fn\.? ?)?(\d{1,4}|[a-z]{1,3}|[*†‡§¶]{1,3})[\])]?\.?", re.IGNORECASE)
_BACK = re.compile(r"[\[(]?(?:[↩↑^⏎⤴↵←⬑🔙↲➦]\ufe0e?\s?\w{0,3}|back|return|jump(?: up)?)[\])]?", re.IGNORECASE)
_ARTICLE = frozenset(("body", "article", "main", "html"))
_SKIPPED = frozenset(("address", "nav", "footer", "dialog", "menu"))
_PHRASES = frozenset(("a", "sup", "span", "input", "label", "b", "strong", "small"))  # begin a note
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LONGEST_LABEL = 60  # characters, `Garcia-Molina and Widom (2009)`


class NoteMarkers:
    """Finds the roles of the elements of one page.

    Attributes:
        root: the element that contains the article and its notes.
    """

    def __init__(self, body: LexborNode) -> None:
        self._names: dict[str, str] = {}  # id of the target of a marker to its label
        self._targets: dict[int, str] = {}  # first element of a note, by memory address, to the label
        self._markers: set[str] = set()  # ids to which links back to markers lead
        self._items: dict[int, str] = {}  # items of lists of notes, by memory address, to their numbers
        self._inline = 0
        self._order: dict[int, int] = {}
        self._headings: list[tuple[int, bool]] = []  # position of each, and whether it is that of notes
        ids: dict[str, LexborNode] = {}
        links: list[LexborNode] = []
        lists: list[LexborNode] = []
        for number, node in enumerate(body.traverse(include_text=False)):
            tag = node.tag or ""
            self._order[node.mem_id] = number
            name = node.id or (node.attributes.get("name") if tag == "a" else None)
            if name:
                ids.setdefault(name, node)
            if tag in _HEADINGS:
                self._headings.append((number, is_reference_heading(text_of(node))))
            elif tag == "ol":
                lists.append(node)
            elif (tag == "a" and "#" in (node.attributes.get("href") or "")) or tag == "label":
                links.append(node)
        back = {_fragment(link) for link in links}
        unnamed = {name.replace("ref", "", 1): link for link in links if "ref" in (name := _fragment(link))}
        ids = unnamed | ids  # editors drop the names of Word's notes: `_ftnref1` leads back from `_ftn1`
        for link in links:
            self._register(link, ids.get(_fragment(link)), back)
        for found in lists:
            if is_note_or_marker(found) or self._under_notes(found):
                self._number(found)
        self.root = _root(body, [ids[name] for name in self._names])

    def role(self, node: LexborNode, tag: str, attributes: Attributes) -> ElementRole | None:
        """Find the role of an element: a marker, a note, something that is not running text, or (None) none."""
        defined = self._targets.get(node.mem_id)
        if defined is not None:
            if tag in _PHRASES:
                return ElementRole(notes=(OPENS + defined,), kept=tag not in ("a", "label"), first=True)
            return ElementRole(notes=(BEGINS + defined,), kept=True, first=True, last=(ENDS,))
        if tag in ("a", "label") and (found := self._linked(node, attributes)) is not None:
            return found
        if tag in ("sup", "strong", "b") and (found := number_role(node, tag)) is not None:
            return found
        if node.mem_id in self._items:
            return ElementRole(notes=(ITEM + self._items[node.mem_id],), kept=True, first=True, last=(ENDS,))
        kind = " ".join(attributes[name] or "" for name in ("class", "id", "role") if name in attributes)
        if kind and tag in ("span", "small", "aside") and is_inline_note(node, kind):
            self._inline += 1
            return ElementRole(notes=(f"{INLINE}{self._inline}",), kept=True, first=True, last=(ENDS,))
        if "ltx_role_footnotemark" in kind:  # LaTeXML's mark of the rank of an author, which has no note
            return ElementRole()
        if tag in _SKIPPED or attributes.get("aria-hidden") == "true" or attributes.get("id") == "wm-ipp-base":
            return ElementRole()
        if kind and tag not in _ARTICLE and is_furniture(kind):
            return ElementRole()
        if attributes.get("itemprop") == "author" and is_author(node):
            return ElementRole()
        return None

    def _register(self, link: LexborNode, target: LexborNode | None, back: set[str]) -> None:
        """Register a link as a marker and its target as a note, if they are."""
        wanted = _fragment(link)
        if target is None or wanted in self._names or self._order[target.mem_id] <= self._order[link.mem_id]:
            return
        text = label_of(link)[0]
        label = _LABEL.fullmatch(text)
        noted = is_note_or_marker(target) or self._under_notes(target)
        if label and not (noted or is_note_or_marker(link) or back & names_around(link)):
            return  # the number of an equation, a figure, a section
        if not label and not (noted and 0 < len(text) <= _LONGEST_LABEL and cites(link)):
            return
        name = label[1] if label else text.strip("[]() ")
        self._markers |= names_around(link)
        self._names[wanted] = wanted if name in self._names.values() else name
        self._targets.setdefault(target.mem_id, self._names[wanted])

    def _linked(self, link: LexborNode, attributes: Attributes) -> ElementRole | None:
        fragment = _fragment(link)
        name = self._names.get(fragment)
        label = label_of(link)[0]
        if name is not None and _LABEL.fullmatch(label):
            return ElementRole(notes=(name,))
        if name is not None and 0 < len(label) <= _LONGEST_LABEL and cites(link):
            return ElementRole(notes=(name,), kept=not label.startswith("["))
        said = f"{attributes.get('class') or ''} {attributes.get('role') or ''}"
        if leads_back(said) or _BACK.fullmatch(label) or (fragment in self._markers and _LABEL.fullmatch(label)):
            return ElementRole()
        return None

    def _number(self, found: LexborNode) -> None:
        """Number the items of a list of notes, except those to which markers lead by their ids."""
        start = found.attributes.get("start") or "1"
        number = int(start) if start.isdecimal() and len(start) <= len("999") else 1
        for item in _children(found):
            if item.tag == "li":
                if item.mem_id not in self._targets:
                    self._items[item.mem_id] = str(number)
                number += 1

    def _under_notes(self, node: LexborNode) -> bool:
        """Whether the last heading above an element is that of notes."""
        index = bisect_right(self._headings, (self._order[node.mem_id], True))
        return index > 0 and self._headings[index - 1][1]


def _root(body: LexborNode, targets: Sequence[LexborNode]) -> LexborNode:
    """Find the element that contains the article and its notes."""
    for selector in ("article", "main", '[role="main"]'):
        found = body.css(selector)
        if len(found) == 1 and all(_is_within(target, found[0]) for target in targets):
            return found[0]
    return body


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.first_child
    while child is not None:
        yield child
        child = child.next


def _fragment(link: LexborNode) -> str:
    """Read the id of the element that a link within the page leads to."""
    if link.tag == "label":
        return link.attributes.get("for") or ""
    return unquote((link.attributes.get("href") or "").partition("#")[2])


def _is_within(node: LexborNode, outer: LexborNode) -> bool:
    above: LexborNode | None = node
    while above is not None:
        if above.mem_id == outer.mem_id:
            return True
        above = above.parent
    return False
