"""Wikitext without templates and references to plain text."""

import re
from collections.abc import Iterator
from html import unescape

from claims.readers.markers.superscripts import superscript
from claims.references.links.urls import clean_url

OBJECT = "\ue000"  # the placeholder of a node in a line
_EXTERNAL = re.compile(r"\[((?:https?:|ftp:)?//[^\s\[\]<>\"\ue000]+)([^\[\]\n]{0,1000})\]", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?:|(?<=\[))//[^\s\[\]<>{}|\"]+", re.IGNORECASE)
_TAG = re.compile(r"<[/!]?([a-zA-Z][a-zA-Z0-9]*)[^<>\ue000]{0,300}>")
_INLINE = frozenset(
    """
    b big i em strong s small span sub sup u nowiki abbr bdi bdo cite code del ins kbd q tt var
    """.split()  # noqa: SIM905 - a list of words reads better than a list of strings
)
_RAISED = re.compile(r"<sup>\s?([-−+]?)(\d{1,9})\s?</sup>", re.IGNORECASE)
_BAR, _BAR_SIGN = "{{!}}", "\ue001"  # a bar in an address, which separates no parameters
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_MARKUP = re.compile(r"[\[<&]")
_MARKED = re.compile(r"[\[<'&]")
_ITEM = re.compile(r"([.,;:]?)\s{0,20}\n[*#]{1,5}\s{0,20}")  # of a list, behind the mark before it
_QUOTES = re.compile(r"'{2,5}")


def plain(text: str) -> str:
    """Convert to words: external links become their labels, tags and quotes go, entities become characters.

    Semicolons part the items of a list.
    """
    if "\n" in text:
        text = _ITEM.sub(lambda item: f"{item[1] or ';'} ", text)
    if not _MARKED.search(text):
        return " ".join(text.split())
    text = _EXTERNAL.sub(lambda match: match[2].strip() or match[1], text)
    return " ".join(_unescaped(_without_quotes(_without_tags(text))).split())


def plain_links(text: str) -> tuple[str, ...]:
    """Find the URLs in wikitext, those in parameters of templates included."""
    text = text.replace(_BAR, _BAR_SIGN)
    found = (clean_url(_unescaped(match[0].replace(_BAR_SIGN, "|"))) for match in _ADDRESS.finditer(text))
    return tuple(filter(None, found))


def labels_of_links(text: str) -> list[str]:
    """Find the words that the external links in wikitext show."""
    return [plain(match[2]) for match in _EXTERNAL.finditer(text)]


def without_markup(text: str) -> str:
    """Convert a part of a line to words, white space unchanged, without external links that have no label."""
    return _unescaped(_without_quotes(_without_tags(_EXTERNAL.sub(r"\2", text))))


def has_markup(text: str) -> bool:
    """Whether a text may contain markup other than quotes."""
    return _MARKUP.search(text) is not None


def between_quotes(text: str) -> Iterator[tuple[int, int]]:
    """Find start and end of the parts between quotes (`''`, `'''`)."""
    start = 0
    for begin, end in _quotes(text):
        if begin > start:
            yield start, begin
        start = end
    if start < len(text):
        yield start, len(text)


def _unescaped(text: str) -> str:
    """Decode entities; without a semicolon, `&not` is part of an address (`&notes=on`)."""
    return _ENTITY.sub(lambda entity: unescape(entity[0]), text) if "&" in text else text


def _without_tags(text: str) -> str:
    """Take out tags: those of blocks leave a space, numbers that are raised become superscripts."""
    text = _RAISED.sub(lambda match: superscript(match[1].replace("−", "-").replace("+", "") + match[2]), text)
    return _TAG.sub(lambda tag: "" if tag[1].lower() in _INLINE else " ", text)


def _without_quotes(text: str) -> str:
    return "".join(text[start:end] for start, end in between_quotes(text)) if "''" in text else text


def _quotes(text: str) -> list[tuple[int, int]]:
    """Find the apostrophes that are markup, as MediaWiki's `doQuotes` does.

    If bold and italics are both left open, one `'''` is an apostrophe before italics: `l'''Union''`.
    """
    spans = [(match.start() + (len(match[0]) == 4), match.end()) for match in _QUOTES.finditer(text)]
    sizes = [end - start for start, end in spans]
    if sum(size in (3, 5) for size in sizes) % 2 and sum(size in (2, 5) for size in sizes) % 2:
        bold = [index for index, size in enumerate(sizes) if size == 3]
        within = [index for index in bold if text[spans[index][0] - 1 : spans[index][0]].strip()]
        single = [index for index in within if not text[max(spans[index][0] - 2, 0) : spans[index][0] - 1].strip()]
        for index in (single or within or bold)[:1]:
            spans[index] = spans[index][0] + 1, spans[index][1]
    return spans
