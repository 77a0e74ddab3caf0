"""Decades in words: années soixante, Sechzigerjahre, sextiotalet. Those in digits are among the notations of dates."""

import re
from collections.abc import Iterator
from functools import lru_cache

from claims.language.dates.dates import Date
from claims.language.loader import language
from claims.language.tokens import one_of


def worded_decades(text: str, name: str) -> Iterator[Date]:
    """Yield the decades of the last century that a text in this language (ISO 639-1) names in words."""
    expression = _expression(name)
    for match in expression.finditer(text) if expression else ():
        begun = _begun(name)[next(word for word in match.groups() if word).lower()]
        yield Date(start=match.start(), end=match.end(), year=begun, decade=True)


@lru_cache(maxsize=64)
def _begun(name: str) -> dict[str, int]:
    """Map the words of a language for ten years to the first of them."""
    return {word: int(year) for word, year in language(name).dates.decade_words.items()}


@lru_cache(maxsize=64)
def _expression(name: str) -> re.Pattern[str] | None:
    known = language(name).dates
    if not known.decade_words:
        return None
    tens = rf"({one_of(known.decade_words)})"
    ways = (re.escape(way).replace(r"\{\}", tens).replace(r"\ ", r"\s") for way in known.decades)
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})(?![\w-])", re.IGNORECASE)
