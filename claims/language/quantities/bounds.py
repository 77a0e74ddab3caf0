"""Bounds of numbers, which the words before them set: over, at most, about."""

import re
from dataclasses import replace
from functools import cache, lru_cache

from claims.language.loader import language
from claims.language.quantities.number import Bound, Number


def bounded(number: Number, claim: str) -> Number:
    """Return a number of a claim with the bound that the words before it set; a source's number needs none."""
    vague = _vague().search(claim, max(0, number.start - 24), number.start) if number.second is None else None
    return replace(number, bound=Bound(vague.lastgroup)) if vague and vague.lastgroup else number


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


@cache
def _vague() -> re.Pattern[str]:
    """Return the expression for words before a number that make it a bound."""
    bounds = language("en").bounds
    groups = {Bound.BELOW: bounds.below, Bound.ABOVE: bounds.above, Bound.ABOUT: bounds.about}
    signs = {Bound.BELOW: "<≤", Bound.ABOVE: ">≥", Bound.ABOUT: "~≈"}
    ways = "|".join(
        rf"(?P<{kind}>\b(?:{'|'.join(map(re.escape, phrases))})\W|[{signs[kind]}])" for kind, phrases in groups.items()
    )
    return re.compile(rf"(?:{ways})\W*$", re.IGNORECASE)
