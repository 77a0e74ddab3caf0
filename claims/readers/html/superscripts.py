"""Numbers that may be markers of notes: superscript, or bold at the beginning of a block; and the labels of links.

Whether such a number is a marker or an exponent (`10²`) depends on the blocks below; `notes` decides.
"""

import re

from selectolax.lexbor import LexborNode

from claims.readers.html.blocks import ElementRole

SUPERSCRIPT = "sup:"  # before a superscript number
BOLD = "bold:"  # before a number in bold at the beginning of a block
_NUMBER = re.compile(r"[\[(]?(\d{1,3}(?:,\s?\d{1,3}){0,20})[\])]?")
_MOST_IN_LABEL = 12  # nodes


def number_role(node: LexborNode, tag: str) -> ElementRole | None:
    """Find the role of a superscript or bold element: the marker of a note if it shows a number, or None."""
    label, linked = label_of(node)
    number = _NUMBER.fullmatch(label)
    if not number or linked:
        return None
    if tag == "sup":
        return ElementRole(notes=tuple(SUPERSCRIPT + name.strip() for name in number[1].split(",")))
    before = node.prev
    blank = before is None or (
        before.tag == "-text" and not (before.text_content or "").strip() and before.prev is None
    )
    return ElementRole(notes=(BOLD + number[1],)) if blank else None


def label_of(node: LexborNode) -> tuple[str, bool]:
    """Read the words of a marker, and whether it contains a link; no words if it is too large for a marker."""
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
