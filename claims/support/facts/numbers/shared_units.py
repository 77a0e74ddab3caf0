"""Units that a text gives once for two numbers: "22 of the 96 million euros", "88 per cent, up from 79"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from claims.language.loader import language
from claims.language.quantities.number import CLOCK, Number, NumberKind
from claims.language.tokens import normal, stopwords

_THOUSAND = 1000.0

_ENDS = re.compile(r"\s*(?:[.,;:)]|\Z)")
_WORD = re.compile(r"[^\W\d_]+")


def united(numbers: Sequence[Number], text: str, code: str) -> dict[int, Number]:
    """Read bare numbers of a text with the unit of the next one, or of the last one where nothing is counted.

    Args:
        numbers: numbers of the text, in order.
        text: a claim or a page.
        code: its language, ISO 639-1.

    Returns:
        Where such a number begins, and the number.
    """
    found = {}
    for one, other in pairwise(numbers):
        words = _WORD.findall(text[one.end : other.start])
        if _bare(one) and _has_unit(other) and all(normal(word) in stopwords(code) for word in words):
            found[one.start] = _like(one, other)
        elif _bare(other) and _has_unit(one) and _ENDS.match(text, other.end):
            found[other.start] = _like(other, one)
    return found


def points(numbers: Iterable[Number], text: str, code: str) -> dict[int, Number]:
    """Read bare numbers of a claim as differences of shares where points are behind them; see `united`."""
    words = language(code).relations.points
    behind = ((number, _WORD.search(text, number.end)) for number in numbers if _bare(number))
    return {
        number.start: replace(number, kind=NumberKind.PERCENT)
        for number, word in behind
        if word and normal(word[0]) in words
    }


def _bare(number: Number) -> bool:
    return number.kind is NumberKind.COUNT and not number.yearlike and number.step <= 1


def _has_unit(number: Number) -> bool:
    kinds = (NumberKind.PERCENT, NumberKind.MONEY, NumberKind.MEASURE)
    return (number.kind in kinds and number.unit != CLOCK) or number.step > 1


def _like(number: Number, other: Number) -> Number:
    size = other.value / other.plain if other.kind is NumberKind.MEASURE and other.plain else _magnitude(other)
    value, step = number.value * size, number.step * size
    plain = number.value if other.kind is NumberKind.MEASURE else value
    return replace(number, kind=other.kind, unit=other.unit, value=value, step=step, plain=plain)


def _magnitude(number: Number) -> float:
    """Return the magnitude that is written behind a number: a million for 3.2 million."""
    size = 1.0
    while number.step > 1 and number.value >= size * _THOUSAND:
        size *= _THOUSAND
    return size
