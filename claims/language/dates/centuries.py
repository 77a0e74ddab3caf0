"""Centuries in running text, in digits and Roman numerals: siglo XIX, 19. Jahrhundert, 1900-talet.

English has its own way with them, as ordinals in words may be centuries: the nineteenth century.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from claims.language.dates.dates import Date
from claims.language.loader import language
from claims.language.tokens import UNSPACED

_UNITS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ROMAN = [f"{tens}{units}" for tens in ("", "X", "XX") for units in _UNITS][1:22]
_FIRST = 11
"""The first century with years of four digits, as which alone years are read."""

_NUMERAL = r"(?P<n{}>\d\d?|[IVX]{{1,5}})"
_HUNDREDS = "00"


def centuries(text: str, name: str) -> Iterator[Date]:
    """Yield the centuries that a text in this language (ISO 639-1) names, from the 11th on, as dates of 100 years."""
    known = _expression(name)
    if known is None:
        return
    expression, hundreds = known
    for match in expression.finditer(text):
        written = match[match.lastgroup or 0]
        number = int(written) if written.isdecimal() else _number(written.upper())
        if match.lastgroup in hundreds:
            number += 1  # the 1800s are the 19th century
        if _FIRST <= number <= len(_ROMAN):
            first = 100 * (number - 1)
            yield Date(start=match.start(), end=match.end(), year=first, other_year=first + 99, decade=True)


def _number(roman: str) -> int:
    return _ROMAN.index(roman) + 1 if roman in _ROMAN else 0


@lru_cache(maxsize=64)
def _expression(name: str) -> tuple[re.Pattern[str], frozenset[str]] | None:
    """Return the expression for the centuries of a language, and the groups that count hundreds of years."""
    ways, hundreds = [], set()
    for place, phrase in enumerate(language(name).dates.centuries):
        before, behind = (re.escape(part).replace(r"\ ", r"\s").replace(r"\*", r"\w*") for part in phrase.split("{}"))
        ways.append(f"{before}{_NUMERAL.format(place)}{behind}")
        if behind.startswith(_HUNDREDS):
            hundreds.add(f"n{place}")
    ways.sort(key=len, reverse=True)
    if not ways:
        return None
    # Scripts without spaces go on behind the last sign: 15世纪末.
    other = rf"[^\W{UNSPACED}]"
    return re.compile(rf"(?<!{other})(?:{'|'.join(ways)})(?!{other})", re.IGNORECASE), frozenset(hundreds)
