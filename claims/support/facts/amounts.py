"""Amounts of a sentence, and the amounts that follow from two of them: a difference, a part, what is left."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from claims.language.loader import language
from claims.language.quantities.number import CLOCK, PART, Number, NumberKind
from claims.language.record.quantities import Relations
from claims.support.index.page import Page

MOST = 8
"""Amounts of a sentence that are looked at: one with more is a list, in which some two are as far apart as any claim
says."""

WHOLE = 100.0
"""A whole, in percent."""

_BEHIND = re.compile(r"\W{1,2}(?:\w+\s)?(\w+)")
_NOUN = 4
"""Words behind an amount among which the noun is that it counts: 12 of the 14 new stops."""


_EXACT = 1e-3
"""The step of a number that is worked out: a claim may round it as it likes."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of a sentence that counts or measures.

    Attributes:
        apart: whether it says how far apart two others are: three fewer.
        factor: whether it is a share or a multiple of another: half, twice.
        nouns: the stems of the words behind it, among which what it counts is.
    """

    number: Number
    apart: bool = False
    nouns: frozenset[str] = frozenset()

    @property
    def factor(self) -> bool:
        """Whether it is a share or a multiple of another one."""
        return self.number.kind is NumberKind.PERCENT


def amounts(page: Page, sentence: int) -> list[Amount]:
    """Return the amounts of a sentence of a page, in order; none where it is a list."""
    start, end = page.sentences[sentence]
    text, known = page.source.text, language(page.language).relations
    found = list(_factors(text, start, end, page.language))
    taken = {number.start for number in found}
    numbers = (number for number in page.numbers_in(start, end) if counts(number) and number.start not in taken)
    found += [_whole(number, page) for number in numbers]
    found.sort(key=lambda number: number.start)
    if len(found) > MOST:
        return []
    return [Amount(number, _apart(number, text, known), _nouns(number, page, sentence)) for number in found]


def counts(number: Number) -> bool:
    """Whether a number counts or measures, and is no year, rank, score or time of day."""
    ranked = number.kind in (NumberKind.ORDINAL, NumberKind.SCORE)
    return not (number.yearlike or ranked) and number.value > 0


def _whole(number: Number, page: Page) -> Number:
    """Return a number with the thousands that a full stop parts, as all languages but English write them."""
    if page.english or number.thousands is None:
        return number
    return replace(number, value=number.thousands, plain=number.thousands, thousands=None, step=1)


def _factors(text: str, start: int, end: int, code: str) -> Iterator[Number]:
    words = _factor_words(code)
    for match in words.finditer(text, start, end) if words else ():
        share = WHOLE * language(code).relations.factors[match[0].lower()]
        yield Number(match.start(), match.end(), share, NumberKind.PERCENT, PART, plain=share)


@lru_cache(maxsize=64)
def _factor_words(code: str) -> re.Pattern[str] | None:
    words = "|".join(map(re.escape, language(code).relations.factors))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE) if words else None


def _apart(number: Number, text: str, known: Relations) -> bool:
    behind = _BEHIND.match(text, number.end)
    return behind is not None and not known.comparatives.isdisjoint(behind[0].lower().split())


def _nouns(number: Number, page: Page, sentence: int) -> frozenset[str]:
    behind = [word for word in page.words_of(sentence) if word.start >= number.end][:_NOUN]
    return frozenset(page.stem(word.form) for word in behind)


def following(one: Amount, other: Amount) -> Iterator[Number]:
    """Yield the numbers that follow from two amounts of one sentence, each with the place of both."""
    first, second = one.number, other.number
    start, end = min(first.start, second.start), max(first.end, second.end)
    pair = alike(first, second)
    if pair:
        first, second = pair
        if first.value != second.value:
            yield _result(first, abs(first.value - second.value), start, end)
        if one.apart or other.apart:
            yield _result(first, first.value + second.value, start, end)
        return
    for part, whole in ((one, other), (other, one)):
        if part.factor and not whole.factor and whole.number.unit != CLOCK:
            share = part.number.value / WHOLE
            yield _result(whole.number, whole.number.value * share, start, end)
            if share < 1:
                yield _result(whole.number, whole.number.value * (1 - share), start, end)
            elif share > 1:
                yield _result(whole.number, whole.number.value / share, start, end)


def shared(part: Number, whole: Number) -> Iterator[Number]:
    """Yield the share that one amount is of another, in percent."""
    pair = alike(part, whole)
    if pair and pair[0].value < pair[1].value and part.kind is not NumberKind.PERCENT:
        share = WHOLE * pair[0].value / pair[1].value
        start, end = min(part.start, whole.start), max(part.end, whole.end)
        yield Number(start, end, share, NumberKind.PERCENT, _EXACT, plain=share)


def alike(one: Number, other: Number) -> tuple[Number, Number] | None:
    """Return two numbers of one quantity; one of them may leave out the unit: 96 million dollars, 71 million."""
    if one.kind is other.kind and one.unit == other.unit:
        return (one, other) if one.unit != "time" or _size(one) == _size(other) else None
    united = {NumberKind.MONEY, NumberKind.MEASURE}
    if one.kind is NumberKind.COUNT and other.kind in united and other.unit != CLOCK:
        return _with_unit(one, other), other
    if other.kind is NumberKind.COUNT and one.kind in united and one.unit != CLOCK:
        return one, _with_unit(other, one)
    return None


def _with_unit(number: Number, other: Number) -> Number:
    size = _size(other)
    return replace(number, kind=other.kind, unit=other.unit, value=number.value * size, step=number.step * size)


def _size(number: Number) -> float:
    """How many of the base unit the unit of a measure is."""
    return number.value / number.plain if number.kind is NumberKind.MEASURE and number.plain else 1


def _result(like: Number, value: float, start: int, end: int) -> Number:
    if like.unit == CLOCK:
        return Number(start, end, value * 60, NumberKind.MEASURE, 60, unit="time", plain=value)
    return Number(start, end, value, like.kind, _EXACT, unit=like.unit, plain=value / _size(like))
