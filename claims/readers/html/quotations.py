"""Whom a block quotation quotes: the links of its `footer` or last `cite`, or of the caption of its figure.

HTML (4.4.4, 4.4.12) has the words of others in `blockquote`, and who said them in these.
"""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from claims.language.segmentation import CLOSERS, ENDS
from claims.readers.html.note_signs import text_of

NAMING = frozenset(("cite", "figcaption", "footer"))
_MOST_SIBLINGS = 8  # looked at on either side, blank ones included


def quoted_sources(node: LexborNode, tag: str) -> list[LexborNode]:
    """Return the links to the source of the quotation behind which an element is; none if it is no such element."""
    above = node.parent
    if above is None or not _names_source(node, tag, above):
        return []
    links = node.css("a[href]")
    remote = all((link.attributes.get("href") or "").startswith(("http://", "https://")) for link in links)
    return links if remote else []  # within the page they are markers of notes


def _names_source(node: LexborNode, tag: str, above: LexborNode) -> bool:
    if tag == "figcaption":
        return any(sibling.tag == "blockquote" for sibling in _before(node))
    if tag == "footer":
        return above.tag == "blockquote" and _said_before(node) != ""
    quotation = above.parent if above.tag == "p" else above
    if quotation is None or quotation.tag != "blockquote" or any(map(_text, _behind(node))):
        return False
    said = _said_before(node) or (_said_before(above) if above.tag == "p" else "")
    return said != "" and said.rstrip(CLOSERS)[-1:] in ENDS


def _said_before(node: LexborNode) -> str:
    """Return the words of the nearest sibling before a node that has any."""
    return next(filter(None, map(_text, _before(node))), "")


def _text(node: LexborNode) -> str:
    return (node.text_content or "").strip() if node.tag == "-text" else text_of(node)


def _before(node: LexborNode) -> Iterator[LexborNode]:
    """Yield the siblings before a node, the nearest first."""
    sibling = node.prev
    for _ in range(_MOST_SIBLINGS):
        if sibling is None:
            return
        yield sibling
        sibling = sibling.prev


def _behind(node: LexborNode) -> Iterator[LexborNode]:
    sibling = node.next
    for _ in range(_MOST_SIBLINGS):
        if sibling is None:
            return
        yield sibling
        sibling = sibling.next
