"""Whether a page with little text is a dialog, such as one that asks for consent: buttons, and hardly a link. Pure.

Dialogs are alike in all languages by their shape: what a reader is asked, and buttons to answer. A page that has
something to say beside its buttons links to many others.
"""

import re

from crawler.archives.interface import ArchivedResponse

_READ = 1_000_000  # bytes in which buttons and links are sought
_LEAST_BUTTONS = 2  # yes and no
_MOST_LINKS = 3  # for each button: to a policy, to partners, to the imprint
_UNSHOWN = tuple(
    (re.compile(begin, re.IGNORECASE), re.compile(end, re.IGNORECASE))
    for begin, end in (
        (rb"<script\b", rb"</script"),
        (rb"<style\b", rb"</style"),
        (rb"<template\b", rb"</template"),
        (rb"<!--", rb"-->"),
    )
)
_BUTTON = re.compile(
    rb"""<button\b|<input\b[^<>]{0,200}\btype\s*=\s*["']?(?:submit|button)\b"""
    rb"""|<(?:a|div|span)\b[^<>]{0,300}\b(?:role\s*=\s*["']?button\b|class\s*=\s*["'][^"'<>]{0,100}\b(?:btn|button)\b)""",
    re.IGNORECASE,
)
_LINK = re.compile(rb"<a\b[^<>]{0,500}\bhref\b", re.IGNORECASE)


def is_dialog(response: ArchivedResponse) -> bool:
    """Return whether a page has two buttons or more and few links for each."""
    markup = _shown(response.body[:_READ])
    buttons = len(_BUTTON.findall(markup))
    return buttons >= _LEAST_BUTTONS and len(_LINK.findall(markup)) <= _MOST_LINKS * buttons


def _shown(markup: bytes) -> bytes:
    """Return markup without scripts, styles, templates and comments, in time that grows with its length alone."""
    for begin, end in _UNSHOWN:
        first, *others = begin.split(markup)
        behind = (other[found.end() :] for other in others if (found := end.search(other)))
        markup = b"".join([first, *behind])
    return markup
