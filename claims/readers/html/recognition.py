"""Recognises HTML documents."""

import re

_HTML = re.compile(r"<(?:!doctype html|html|body|head|div|p|section|article)\b", re.IGNORECASE)
_HEAD = 4_000  # characters within which an HTML document has its first tags


def is_html(text: str) -> bool:
    """Whether `text` is HTML, rather than something that quotes some HTML."""
    head = text[:_HEAD].lstrip()
    return head.startswith("<") and _HTML.search(head) is not None
