"""Dates, numbers, probabilities and lists in words."""

import re
from collections.abc import Iterable

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_DATE = re.compile(r"(\d{4})-?(\d{2})?-?(\d{2})?", re.ASCII)
_NAME = re.compile(r"[\w-]+\.\w")


def day(date: str | None) -> str:
    """Format an ISO date or a capture's 14 digits as `26 October 2007` or `March 2006`; return other text as it is."""
    found = _DATE.match(date or "")
    if not date or not found:
        return date or ""
    year, month, number = found.groups()
    if not month or not 1 <= int(month) <= 12:
        return year
    named = f"{MONTHS[int(month) - 1]} {year}"
    return f"{int(number)} {named}" if number and int(number) else named


def sentence(words: str) -> str:
    """Make `words` a sentence: a capital first, unless it starts with a file or host name, and a full stop last."""
    if not words:
        return ""
    first = words[0] if _NAME.match(words) else words[0].upper()
    return first + words[1:] + ("" if words[-1] in ".!?…。！？" else ".")


def percent(score: float | None) -> str:
    """Format a probability (0 to 1) as a whole percentage; return an empty text for None."""
    return "" if score is None else f"{score:.0%}".replace("%", " %")


def count(number: int, one: str, many: str) -> str:
    """Format `number` with its noun: "1 claim", "2,000 claims"."""
    return f"{number:,} {one if number == 1 else many}"


def listed(items: Iterable[str]) -> str:
    """Join items as `a, b and c`."""
    *most, last = items or ("",)
    return f"{', '.join(most)} and {last}" if most else last
