"""Bounds of numbers in languages other than English: over, at most, about."""

import re
from functools import lru_cache

from claims.language.loader import language
from claims.support.quantities.number_patterns import Bound


def bound_before(text: str, start: int, code: str) -> Bound | None:
    """Read the bound that the words before a number, `text[start:]`, set in a language (ISO 639-1)."""
    known = _phrases(code)
    if known is None:
        return None
    phrases, longest = known
    match = phrases.search(text, start - longest, start)
    return Bound(match.lastgroup) if match and match.lastgroup else None


@lru_cache(maxsize=64)
def _phrases(code: str) -> tuple[re.Pattern[str], int] | None:
    """Compile the expression for a bound at the end of the text before a number; None where no words are known.

    Returns:
        the expression, and the most characters that it matches.
    """
    bounds = language(code).bounds
    kinds = {Bound.ABOVE: bounds.above, Bound.BELOW: bounds.below, Bound.ABOUT: bounds.about}
    groups = "|".join(
        f"(?P<{kind.value}>{'|'.join(map(re.escape, phrases))})" for kind, phrases in kinds.items() if phrases
    )
    if not groups:
        return None
    between = " )"  # at most two signs between the phrase and the number
    longest = max(len(phrase) + len(between) for phrases in kinds.values() for phrase in phrases)
    if bounds.joined:
        return re.compile(rf"(?:{groups})\s?\Z"), longest
    return re.compile(rf"(?<!\w)(?:{groups})(?:(?<=')|[\W]{{1,2}})\Z", re.IGNORECASE), longest
