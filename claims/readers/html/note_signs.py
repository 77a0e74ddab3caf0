"""What elements say about themselves, by their names, classes, roles and places: note, citation, page furniture."""

import re

from selectolax.lexbor import LexborNode

_NOTES = re.compile(
    r"foot-?notes?|endnotes?|side-?notes?|margin-?notes?|doc-(?:endnote|biblio)|noteref|references?|(?:^|\s|#_?)fn|"
    r"_ftn|_edn|\bbib(?:lio\w*)?\b|\bcit(?:e|ation|eproc)\b",
    re.IGNORECASE,
)
# A link with one of these signs cites, even if its text is not a number.
_CITES = re.compile(
    r"doc-(?:biblioref|noteref)|\bnoteref\b|citation|ltx_(?:ref|cite)\b|\bbibref\b|#bib\b|#ref-", re.IGNORECASE
)
_LEADS_BACK = re.compile(r"doc-backlink|back-?(?:ref|link)|reversefootnote|footnote-return", re.IGNORECASE)
_INLINE_NOTE = re.compile(
    r"(?:^|\s)(?:[\w-]{0,40}(?:foot|side|margin)-?notes?(?:_{1,2}note|[_-](?:text|content|body))?|ltx_note_outer)(?:\s|$)",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|sidebar|related|recommend\w*|comments?|share|sharing|social|cookies?|"
    r"subscribe|newsletters?|promo|breadcrumbs?|widget|advert\w*|ads?|pagination|skip-link|masthead|byline|site-footer|"
    r"site-header|toolbar|tags?|toc|popular|teaser)(?:$|[\s_-])",
    re.IGNORECASE,
)
# The classes of an element around who wrote the page, and of an entry of a blog, which lists its tags and author too.
_AUTHOR = re.compile(
    r"(?:^|\s)(?:author\s+vcard|about-(?:the-)?author|(?:[\w-]{0,40}[_-])?author-?(?:bio|box|card|info|profile)|"
    r"(?:article|entry|page|post|story)[_-]{1,2}author)(?:$|[\s_-])",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"(?:^|\s)h-?entry(?:$|\s)")
_WITH_AUTHORS = frozenset(("blockquote", "cite", "li", "td"))  # elements whose author need not be that of the page
_NAMES = ("id", "class", "role", "epub:type", "name", "rel", "href")
_SHORTEST_NOTE = 12  # characters of a note within a paragraph


def is_note_or_marker(node: LexborNode) -> bool:
    """Whether an element, or one around it, says that it is a note or the marker of a note."""
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


def cites(link: LexborNode) -> bool:
    """Whether a link says that it cites."""
    return _CITES.search(_said(link)) is not None


def leads_back(class_and_role: str) -> bool:
    """Whether the class and role of a link say that it leads back to a marker."""
    return _LEADS_BACK.search(class_and_role) is not None


def is_furniture(kind: str) -> bool:
    """Whether the class, id and role of an element name navigation or other furniture, and no notes or entry."""
    named = _FURNITURE.search(kind) or _AUTHOR.search(kind)
    return named is not None and not (_NOTES.search(kind) or _ENTRY.search(kind))


def is_author(node: LexborNode) -> bool:
    """Whether an element whose `itemprop` (schema.org) is `author` says who wrote the page, not a cited work."""
    above = node.parent
    while above is not None and above.tag not in _WITH_AUTHORS:
        above = above.parent
    return above is None


def is_inline_note(node: LexborNode, kind: str) -> bool:
    """Whether an element is a note within a paragraph.

    Args:
        node: the element.
        kind: its class, id and role.
    """
    if not _INLINE_NOTE.search(kind):
        return False
    above = node.parent
    within = above is not None and above.tag in ("p", "li", "td", "dd", "span", "blockquote", "em", "i")
    return within and len(text_of(node)) >= _SHORTEST_NOTE


def text_of(node: LexborNode) -> str:
    """Read the words of an element."""
    return " ".join((node.text(deep=True) or "").split()) if node.first_child is not None else ""


def names_around(link: LexborNode) -> set[str]:
    """Collect the ids by which a note may lead back to a marker."""
    above = link.parent
    own = {link.id, link.attributes.get("name"), above.id if above is not None else None}
    return {name for name in own if name}


def _said(node: LexborNode) -> str:
    """Join the attributes by which an element and the one around it describe themselves."""
    above = node.parent
    found = [node.attributes.get(name) or "" for name in _NAMES]
    if above is not None:
        found += [above.attributes.get(name) or "" for name in ("class", "role")]
    return " ".join(found)
