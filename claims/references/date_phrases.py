"""Expressions for the phrases, of all languages, by which references say when a page was read and was archived."""

import re
from collections.abc import Iterable
from functools import cache

from claims.language.loader import languages


@cache
def access_phrase() -> re.Pattern[str]:
    """Phrases before the date on which a page was read."""
    return _beginning(phrase for each in languages() for phrase in each.references.accessed)


@cache
def archive_phrase() -> re.Pattern[str]:
    """Phrases before the date, or the address, of an archived copy."""
    return _beginning(phrase for each in languages() for phrase in each.references.archived)


@cache
def access_phrase_behind() -> re.Pattern[str]:
    """Phrases behind the date on which a page was read, as East Asian languages have them."""
    return re.compile("|".join(phrase for each in languages() for phrase in each.references.accessed_behind))


@cache
def archive_phrase_behind() -> re.Pattern[str]:
    """Phrases behind the date of an archived copy."""
    return re.compile("|".join(phrase for each in languages() for phrase in each.references.archived_behind))


def _beginning(phrases: Iterable[str]) -> re.Pattern[str]:
    """An expression for phrases, longest first, that begin no later than a word does."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(r"(?<![^\W\d_])(?:" + "|".join(map(re.escape, longest_first)) + ")", re.IGNORECASE)
