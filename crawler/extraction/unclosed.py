"""Elements that a page never closes: a control or a script that holds the rest of the page, tags and all.

Browsers lose or garble such a page; what its author wrote is the text of the page all the same.
"""

import re

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode

from crawler.extraction.html_elements import BUTTON, DIALOG, RAW, SCRIPT, TEMPLATE, TITLE

# A button with more characters than the label of any button that people press: it is unclosed, or a card.
_LONGEST_LABEL = 200
_CLOSING = re.compile(r"</(?:p|div|td|li|h[1-6]|table|article|section|body|html)\s*>", re.IGNORECASE)
_MARKUP = re.compile(r"\s*</?[a-z]", re.IGNORECASE)
_OPENING = re.compile(r"<template\b[^<>]*>", re.IGNORECASE)
# One in another costs as much as the page again.
_MOST = 10


class Unclosed:
    """The unclosed elements of one page; keeps the trees that it makes of their content as long as they are needed."""

    def __init__(self) -> None:
        self._trees: list[LexborHTMLParser] = []

    def is_shown(self, number: int, node: LexborNode) -> bool:
        """Return whether browsers show a control or dialog as a part of the page."""
        if number == DIALOG:
            return "open" in node.attributes
        return number == BUTTON and len(node.text()) > _LONGEST_LABEL

    def swallowed(self, number: int, node: LexborNode) -> LexborNode | None:
        """Return the first node of the page that an element with raw text took in, or None if it took in nothing."""
        if (raw := node.first_child) is None or (number == SCRIPT and not _may_hold_page(node, raw)):
            return None
        text = node.text()
        if not _CLOSING.search(text) or (number not in (SCRIPT, TITLE) and _is_followed(node)):
            return None
        return self._first_node(text)

    def content(self, node: LexborNode) -> LexborNode | None:
        """Return the first node in an element, its raw text read as markup."""
        if node.tag_id == TEMPLATE:
            return self._first_node(_OPENING.sub("", node.html or "", count=1))
        if node.tag_id in RAW and "<" in (text := node.text()):
            return self._first_node(text)
        return node.first_child

    def _first_node(self, markup: str) -> LexborNode | None:
        if len(self._trees) >= _MOST:
            return None
        tree = LexborHTMLParser(markup, options=LexborDocumentOptions.WO_EVENTS)
        self._trees.append(tree)
        return tree.body.first_child if tree.body else None


def _may_hold_page(script: LexborNode, raw: LexborNode) -> bool:
    """Return whether a script's content `raw` is none that it runs: it has an address, or begins with a tag."""
    attributes = script.attributes
    if "src" in attributes:
        return True
    kind = attributes.get("type") or "javascript"
    return "javascript" in kind and _MARKUP.match(raw.text_content or "") is not None


def _is_followed(node: LexborNode) -> bool:
    """Return whether something follows an element: then it was closed."""
    above: LexborNode | None = node
    while above is not None:
        if above.next is not None:
            return True
        above = above.parent
    return False
