"""Title, authors and publisher of a reference entry, recognised by the citation style that it follows."""

import re

from claims.language.dates.dates import Date
from claims.language.segmentation import sentences

QUOTED = re.compile(r"[\"“„«『「《‹]\s?([^\"”“»』」》›]{2,400})[\"”“»』」》›]")
_VOLUME = re.compile(r"\s*(?:,|\bvol\b|\bno\b|\bpp?\b|\bbd\b)?\.?\s*\d.*$", re.IGNORECASE | re.DOTALL)
_PERSON = re.compile(r"^[^\W\d_][\w'’.-]*(?:\s[\w'’.-]+)?,\s*[^\W\d_]|^[^\W\d_][\w'’-]+\s[A-Z]{1,3}(?:,|$)")
_AND = re.compile(r"\s*(?:;|&|\band\b|\bund\b|\bet\b(?!\s+al)|\by\b)\s*")
_PUNCTUATION = " \t\n.,;:·•-–—()[]/|^*_"


def read_style(text: str, date: Date | None) -> tuple[str | None, tuple[str, ...], str | None]:
    """Read title, authors and publisher of the entry `text`, published on `date`.

    A title in quotation marks comes first; then APA (`Authors (date). Title. Publisher.`), then Vancouver
    (`Authors. Title. Journal. Date.`); any other entry begins with its title.
    """
    quoted = QUOTED.search(text)
    if quoted:
        publisher = _publisher(text[quoted.end() :], date, quoted.end())
        return _clean(quoted[1]), _authors(text[: quoted.start()], date), publisher
    opening = text.rfind("(", 0, date.start) if date else -1
    if date and 0 < opening >= date.start - 2 and _PERSON.match(text):
        closing = text.find(")", date.end)
        title, publisher = _first_two_sentences(text[closing + 1 :] if closing >= 0 else text[date.end :])
        return title, _authors(text[:opening], date), publisher
    pieces = [text[start:end] for start, end in sentences(text)]
    if len(pieces) > 1 and _PERSON.match(pieces[0]):
        title, publisher = _first_two_sentences(" ".join(pieces[1:]))
        return title, _authors(pieces[0], date), publisher
    title, publisher = _first_two_sentences(text)
    return title, (), publisher


def _first_two_sentences(text: str) -> tuple[str | None, str | None]:
    """Read title and publisher from an entry that gives them a sentence each."""
    text = text.lstrip(_PUNCTUATION)
    pieces = [text[start:end] for start, end in sentences(text)]
    title = _clean(pieces[0]) if pieces else None
    publisher = _clean(_VOLUME.sub("", pieces[1])) if len(pieces) > 1 else None
    return title, publisher


def _publisher(text: str, date: Date | None, offset: int) -> str | None:
    """Read the work or publisher behind a quoted title: up to its volume, its date or its full stop."""
    if date and date.start >= offset:
        text = text[: date.start - offset]
    text = text.lstrip(_PUNCTUATION)
    spans = sentences(text)
    return _clean(_VOLUME.sub("", text[slice(*spans[0])])) if spans else None


def _authors(text: str, date: Date | None) -> tuple[str, ...]:
    if date and date.start < len(text):
        text = text[: date.start]
    names = (_clean(name, keep=".") for name in _AND.split(text))
    return tuple(name for name in names if name and any(character.isalpha() for character in name))


def _clean(text: str, keep: str = "") -> str | None:
    punctuation = _PUNCTUATION if not keep else _PUNCTUATION.replace(keep, "")
    return " ".join(text.split()).lstrip(_PUNCTUATION).rstrip(punctuation) or None
