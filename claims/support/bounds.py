"""Bounds of numbers in languages other than English: over, at most, about."""

import re
from functools import lru_cache

from claims.language.loader import language
from claims.support.number_patterns import Bound

_LONGEST = 24
"""Characters before a number that are looked at."""


def bound_before(text: str, start: int, code: str) -> Bound | None:
    """Read the bound that the words before a number, `text[start:]`, set in a language (ISO 639-1)."""
    phrases = _phrases(code)
    match = phrases.search(text, max(0, start - _LONGEST), start) if phrases else None
    return Bound(match.lastgroup) if match and match.lastgroup else None


@lru_cache(maxsize=64)
def _phrases(code: str) -> re.Pattern[str] | None:
    """Compile the expression for a bound at the end of the text before a number; None where no words are known."""
    bounds = language(code).bounds
    kinds = {Bound.ABOVE: bounds.above, Bound.BELOW: bounds.below, Bound.ABOUT: bounds.about}
    groups = "|".join(
        f"(?P<{kind.value}>{'|'.join(map(re.escape, phrases))})" for kind, phrases in kinds.items() if phrases
    )
    if not groups:
        return None
    if bounds.joined:
        return re.compile(rf"(?:{groups})\s?\Z")
    return re.compile(rf"(?<!\w)(?:{groups})(?:(?<=')|[\W]{{1,2}})\Z", re.IGNORECASE)
