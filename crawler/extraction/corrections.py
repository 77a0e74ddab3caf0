"""Corrections below an article, which repeat what it no longer says: they support nothing alone."""

import re
from dataclasses import replace
from functools import cache

from claims.language.loader import languages
from claims.records import Source

_LONGEST = 800  # characters of a correction; a longer passage is the article


def with_corrections(source: Source) -> Source:
    """Return a source in which corrections count as beside the article."""
    found = {
        number for number, passage in enumerate(source.passages) if corrects(source.text[passage.start : passage.end])
    }
    if not found:
        return source
    passages = (each._replace(beside=each.beside or number in found) for number, each in enumerate(source.passages))
    return replace(source, passages=tuple(passages))


def corrects(text: str) -> bool:
    """Return whether a passage takes back what its page said before."""
    return len(text) <= _LONGEST and _correction().search(text) is not None


@cache
def _correction() -> re.Pattern[str]:
    """Return the expression for what corrections say in all languages."""
    return re.compile("|".join(phrase for each in languages() for phrase in each.notices.corrected), re.IGNORECASE)
