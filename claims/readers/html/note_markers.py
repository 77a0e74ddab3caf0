"""Which elements of a page are markers of notes, which begin notes, and which are no running text.

A marker is a link within the page, with a short label, to something further below that leads back to it, says that it
is a note (by its name, class or role) or stands under a heading such as “Notes”; or a superscript number that some
block further below begins with. A note may also stand right behind its marker, in an element that says so.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from selectolax.lexbor import LexborNode

from claims.language.headings import is_reference_heading
from claims.readers.html.blocks import Attributes, Marker

SUP = "sup:"  # before the number of a superscript, which may or may not be explained further below
BOLD = "bold:"  # the same of a number in bold that a block begins with
ITEM = "item:"  # the same of an item in a list of notes
BEGINS = "="  # before the id of a note: here its element begins
OPENS = "<"  # the same, where only the beginning of the note is marked
INLINE = "~"  # the same, of a note that stands right behind its marker; its id is a number of its own
ENDS = "/"
_LABEL = re.compile(r"[\[(]?(?:note |fn\.? ?)?(\d{1,4}|[a-z]{1,3}|[*†‡§¶]{1,3})[\])]?\.?", re.IGNORECASE)
_NUMBER = re.compile(r"[\[(]?(\d{1,3})[\])]?")
_BACK = re.compile(r"[\[(]?(?:[↩↑^⏎⤴↵←⬑🔙↲➦]\ufe0e?\s?\w{0,3}|back|return|jump(?: up)?)[\])]?", re.IGNORECASE)
_LEADS_BACK = re.compile(r"doc-backlink|back-?(?:ref|link)|reversefootnote|footnote-return", re.IGNORECASE)
_NOTES = re.compile(
    r"foot-?notes?|endnotes?|side-?notes?|margin-?notes?|doc-(?:endnote|biblio)|noteref|references?|(?:^|\s|#_?)fn|"
    r"_ftn|_edn|\bbib(?:lio\w*)?\b|\bcit(?:e|ation|eproc)\b",
    re.IGNORECASE,
)
# A link that says of itself that it cites may show more than a number.
_CITES = re.compile(
    r"doc-(?:biblioref|noteref)|\bnoteref\b|citation|ltx_(?:ref|cite)\b|\bbibref\b|#bib\b|#ref-", re.IGNORECASE
)
_INLINE_NOTE = re.compile(
    r"(?:^|\s)(?:[\w-]{0,40}(?:foot|side|margin)-?notes?(?:_{1,2}note|[_-](?:text|content|body))?|ltx_note_outer)(?:\s|$)",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|sidebar|related|recommend\w*|comments?|share|sharing|social|cookies?|"
    r"subscribe|newsletter|promo|breadcrumbs?|widget|advert\w*|ads?|pagination|skip-link|masthead|byline|site-footer|"
    r"site-header|toolbar|tags?|toc|popular|teaser)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NAMES = ("id", "class", "role", "epub:type", "name", "rel", "href")
_ARTICLE = frozenset(("body", "article", "main", "html"))
_SKIPPED = frozenset(("nav", "footer", "dialog", "menu"))
_PHRASES = frozenset(("a", "sup", "span", "input", "label", "b", "strong", "small"))  # mark no more than a beginning
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_MOST_IN_LABEL = 12  # nodes
_LONGEST_LABEL = 60  # characters, `Garcia-Molina and Widom (2009)`
_SHORTEST_NOTE = 12  # characters of a note that stands in the text


class Marks:
    """The marks of one page.

    Attributes:
        root: the element that holds the article and its notes.
    """

    def __init__(self, body: LexborNode) -> None:
        self._names: dict[str, str] = {}  # the id that a marker leads to, to its label
        self._targets: dict[int, str] = {}  # the element that a note begins with, by its place in memory, to the id
        self._markers: set[str] = set()  # the ids that links back to markers lead to
        self._items: dict[int, str] = {}  # the items of lists of notes, to their numbers
        self._inline = 0
        self._order: dict[int, int] = {}
        self._headings: list[tuple[int, bool]] = []  # where each stands, and whether it heads notes
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
                self._headings.append((number, is_reference_heading(_text(node))))
            elif tag == "ol":
                lists.append(node)
            elif (tag == "a" and "#" in (node.attributes.get("href") or "")) or tag == "label":
                links.append(node)
        back = {_fragment(link) for link in links}
        for link in links:
            self._enter(link, ids.get(_fragment(link)), back)
        for found in lists:
            if _says_note(found) or self._under_notes(found):
                self._number(found)
        self.root = _root(body, [ids[name] for name in self._names])

    def marker(self, node: LexborNode, tag: str, attributes: Attributes) -> Marker | None:
        """What an element is beyond its name: a marker, the beginning of a note, no running text, or (None) nothing."""
        defined = self._targets.get(node.mem_id)
        if defined is not None:
            if tag in _PHRASES:
                return Marker(notes=(OPENS + defined,), kept=tag not in ("a", "label"), first=True)
            return Marker(notes=(BEGINS + defined,), kept=True, first=True, last=(ENDS,))
        if tag in ("a", "label") and (found := self._linked(node, attributes)) is not None:
            return found
        if tag in ("sup", "strong", "b") and (found := _numbered(node, tag)) is not None:
            return found
        if node.mem_id in self._items:
            return Marker(notes=(ITEM + self._items[node.mem_id],), kept=True, first=True, last=(ENDS,))
        kind = " ".join(attributes[name] or "" for name in ("class", "id", "role") if name in attributes)
        if kind and tag in ("span", "small", "aside") and _INLINE_NOTE.search(kind) and _is_inline_note(node):
            self._inline += 1
            return Marker(notes=(f"{INLINE}{self._inline}",), kept=True, first=True, last=(ENDS,))
        if "ltx_role_footnotemark" in kind:  # LaTeXML's mark of an author's rank, which has no note
            return Marker()
        if tag in _SKIPPED or attributes.get("aria-hidden") == "true" or attributes.get("id") == "wm-ipp-base":
            return Marker()
        if kind and tag not in _ARTICLE and _FURNITURE.search(kind) and not _NOTES.search(kind):
            return Marker()
        return None

    def _enter(self, link: LexborNode, target: LexborNode | None, back: set[str]) -> None:
        """Enter a link as a marker, and what it leads to as a note, if they are such."""
        wanted = _fragment(link)
        if target is None or wanted in self._names or self._order[target.mem_id] <= self._order[link.mem_id]:
            return
        text = _label_of(link)[0]
        label = _LABEL.fullmatch(text)
        noted = _says_note(target) or self._under_notes(target)
        if label and not (noted or _says_note(link) or back & _names_around(link)):
            return  # the number of an equation, a figure, a section
        if not label and not (noted and 0 < len(text) <= _LONGEST_LABEL and _CITES.search(_said(link))):
            return
        name = label[1] if label else text.strip("[]() ")
        self._markers |= _names_around(link)
        self._names[wanted] = wanted if name in self._names.values() else name
        self._targets.setdefault(target.mem_id, self._names[wanted])

    def _linked(self, link: LexborNode, attributes: Attributes) -> Marker | None:
        fragment = _fragment(link)
        name = self._names.get(fragment)
        label = _label_of(link)[0]
        if name is not None and _LABEL.fullmatch(label):
            return Marker(notes=(name,))
        if name is not None and 0 < len(label) <= _LONGEST_LABEL and _CITES.search(_said(link)):
            return Marker(notes=(name,), kept=not label.startswith("["))
        leads_back = _LEADS_BACK.search(f"{attributes.get('class') or ''} {attributes.get('role') or ''}")
        if leads_back or _BACK.fullmatch(label) or (fragment in self._markers and _LABEL.fullmatch(label)):
            return Marker()
        return None

    def _number(self, found: LexborNode) -> None:
        """Number the items of a list of notes, those left out that markers lead to by their ids."""
        start = found.attributes.get("start") or "1"
        number = int(start) if start.isdecimal() and len(start) <= len("999") else 1
        for item in _children(found):
            if item.tag == "li":
                if item.mem_id not in self._targets:
                    self._items[item.mem_id] = str(number)
                number += 1

    def _under_notes(self, node: LexborNode) -> bool:
        """Whether the last heading above an element is one of notes."""
        index = bisect_right(self._headings, (self._order[node.mem_id], True))
        return index > 0 and self._headings[index - 1][1]


def _root(body: LexborNode, targets: Sequence[LexborNode]) -> LexborNode:
    """The element that holds the article and its notes."""
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
    if link.tag == "label":
        return link.attributes.get("for") or ""
    return unquote((link.attributes.get("href") or "").partition("#")[2])


def _text(node: LexborNode) -> str:
    return " ".join((node.text(deep=True) or "").split()) if node.first_child is not None else ""


def _label_of(node: LexborNode) -> tuple[str, bool]:
    """The words of a marker, and whether a link to somewhere is in it; no words for what is too large to be one."""
    parts: list[str] = []
    linked = False
    waiting = [node]
    for _ in range(_MOST_IN_LABEL):
        if not waiting:
            return " ".join("".join(parts).split()), linked
        inner = waiting.pop()
        if inner.tag == "a" and inner is not node:
            target = inner.attributes.get("href") or ""
            linked = linked or (target != "" and not target.startswith("javascript:"))
        if inner.tag == "-text":
            parts.append(inner.text_content or "")
        child = inner.last_child
        while child is not None and len(waiting) < _MOST_IN_LABEL:
            waiting.append(child)
            child = child.prev
    return "", linked


def _numbered(node: LexborNode, tag: str) -> Marker | None:
    """A number that may be a note's: superscript, or in bold at the beginning of its block."""
    label, linked = _label_of(node)
    number = _NUMBER.fullmatch(label)
    if not number or linked:
        return None
    if tag == "sup":
        return Marker(notes=(SUP + number[1],))
    before = node.prev
    blank = before is None or (
        before.tag == "-text" and not (before.text_content or "").strip() and before.prev is None
    )
    return Marker(notes=(BOLD + number[1],)) if blank else None


def _is_inline_note(node: LexborNode) -> bool:
    """Whether an element that says it is a note holds one, and stands within a paragraph."""
    above = node.parent
    within = above is not None and above.tag in ("p", "li", "td", "dd", "span", "blockquote", "em", "i")
    return within and len(_text(node)) >= _SHORTEST_NOTE


def _said(node: LexborNode) -> str:
    """What an element and the one around it say of themselves."""
    above = node.parent
    found = [node.attributes.get(name) or "" for name in _NAMES]
    if above is not None:
        found += [above.attributes.get(name) or "" for name in ("class", "role")]
    return " ".join(found)


def _says_note(node: LexborNode) -> bool:
    """Whether an element, or one around it, says that it is a note or the marker of one."""
    if node.tag == "sup" or (node.parent is not None and node.parent.tag in ("sup", "aside")):
        return True
    child = node.first_child
    while child is not None and child.tag == "-text" and not (child.text_content or "").strip():
        child = child.next
    if child is not None and child.tag == "sup":
        return True
    around = (node, node.parent, node.parent.parent if node.parent is not None else None)
    return any(
        _NOTES.search(" ".join(element.attributes.get(name) or "" for name in _NAMES))
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
