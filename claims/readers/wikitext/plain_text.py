"""Wikitext without templates and references to plain text."""

import re
from collections.abc import Iterator
from html import unescape

from claims.references.urls import clean_url

OBJECT = "\ue000"  # the placeholder of a node in a line
_EXTERNAL = re.compile(r"\[((?:https?:|ftp:)?//[^\s\[\]<>\"\ue000]+)([^\[\]\n]{0,1000})\]", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?:|(?<=\[))//[^\s\[\]<>{}|\"]+", re.IGNORECASE)
_TAG = re.compile(r"<[/!]?[a-zA-Z][^<>\ue000]{0,300}>")
_MARKUP = re.compile(r"[\[<&]")
_MARKED = re.compile(r"[\[<'&]")
_QUOTES = re.compile(r"'{2,5}")


def plain(text: str) -> str:
    """Convert to words: external links become their labels, tags and quotes go, entities become characters."""
    if not _MARKED.search(text):
        return " ".join(text.split())
    text = _EXTERNAL.sub(lambda match: match[2].strip() or match[1], text)
    return " ".join(unescape(_QUOTES.sub("", _TAG.sub(" ", text))).split())


def plain_links(text: str) -> tuple[str, ...]:
    """Find the URLs in wikitext, those in parameters of templates included."""
    return tuple(url for match in _ADDRESS.finditer(text) if (url := clean_url(unescape(match[0]))))


def without_markup(text: str) -> str:
    """Convert a part of a line to words, white space unchanged, without external links that have no label."""
    return unescape(_QUOTES.sub("", _TAG.sub(" ", _EXTERNAL.sub(r"\2", text))))


def has_markup(text: str) -> bool:
    """Whether a text may contain markup other than quotes."""
    return _MARKUP.search(text) is not None


def between_quotes(text: str) -> Iterator[tuple[int, int]]:
    """Find start and end of the parts between quotes (`''`, `'''`)."""
    start = 0
    for quotes in _QUOTES.finditer(text):
        if quotes.start() > start:
            yield start, quotes.start()
        start = quotes.end()
    if start < len(text):
        yield start, len(text)
