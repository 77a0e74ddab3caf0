"""Wikitext without nodes to words: no tags, no quotes, links to their labels, entities resolved."""

import re
from collections.abc import Iterator
from html import unescape

from claims.references.urls import clean_url

OBJECT = "\ue000"  # stands for a node among the words of a line
_EXTERNAL = re.compile(r"\[((?:https?:|ftp:)?//[^\s\[\]<>\"\ue000]+)([^\[\]\n]{0,1000})\]", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?:|(?<=\[))//[^\s\[\]<>{}|\"]+", re.IGNORECASE)
_TAG = re.compile(r"<[/!]?[a-zA-Z][^<>\ue000]{0,300}>")
_MARKUP = re.compile(r"[\[<&]")
_MARKED = re.compile(r"[\[<'&]")
_QUOTES = re.compile(r"'{2,5}")


def plain(text: str) -> str:
    """Wikitext without nodes to words: external links to their labels, no tags, no quotes, entities resolved."""
    if not _MARKED.search(text):
        return " ".join(text.split())
    text = _EXTERNAL.sub(lambda match: match[2].strip() or match[1], text)
    return " ".join(unescape(_QUOTES.sub("", _TAG.sub(" ", text))).split())


def plain_links(text: str) -> tuple[str, ...]:
    """The web addresses in wikitext, those in templates' parameters included."""
    return tuple(url for match in _ADDRESS.finditer(text) if (url := clean_url(unescape(match[0]))))


def without_markup(text: str) -> str:
    """The words of a part of a line, white space as it is; external links without a label are left out."""
    return unescape(_QUOTES.sub("", _TAG.sub(" ", _EXTERNAL.sub(r"\2", text))))


def has_markup(text: str) -> bool:
    """Whether anything but quotes in a text may be markup."""
    return _MARKUP.search(text) is not None


def between_quotes(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of what stands between the quotes of a text (`''`, `'''`)."""
    start = 0
    for quotes in _QUOTES.finditer(text):
        if quotes.start() > start:
            yield start, quotes.start()
        start = quotes.end()
    if start < len(text):
        yield start, len(text)
