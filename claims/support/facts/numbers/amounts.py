"""Amounts of a sentence, and the amounts that follow from two of them: a difference, a part, what is left."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, pairwise

from claims.language.loader import language
from claims.language.quantities.number import CLOCK, PART, TIME, Number, NumberKind
from claims.language.record.quantities import Relations
from claims.support.facts.numbers.shared_units import united
from claims.support.index.page import Page

_MOST = 8
"""Amounts of a sentence that are looked at: one with more is a list, in which some two are as far apart as any claim
says."""

_WHOLE = 100.0
"""A whole, in percent."""

_FEW = 10
"""From here on a total is one of which others give a share in percent."""

_BEHIND = re.compile(r"\W{1,2}(?:\w+\s)?(\w+)")

_NOUN = 4
"""Words behind an amount among which the noun is that it counts: 12 of the 14 new stops."""

_EXACT = 0.0
"""The step of a number that is worked out: a claim may round it as it likes."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of a sentence that counts or measures.

    Attributes:
        apart: whether it says by how much another one is more (1) or less (-1) than a third: three fewer; else 0.
        nouns: the stems of the words behind it, among which what it counts is.
    """

    number: Number
    apart: int
    nouns: frozenset[str]


def amounts(page: Page, sentence: int) -> list[Amount]:
    """Return the amounts of a sentence of a page, in order; none where it is a list."""
    start, end = page.sentences[sentence]
    text, known = page.source.text, language(page.language).relations
    found = list(_factors(text, start, end, page.language))
    taken = {number.start for number in found}
    numbers = [number for number in page.numbers_in(start, end) if counts(number) and number.start not in taken]
    shared = united(numbers, text, page.language)
    found += [shared.get(number.start, number) for number in numbers]
    found.sort(key=lambda number: number.start)
    if len(found) > _MOST:
        return []
    return [Amount(number, _apart(number, text, known), _nouns(number, page, sentence)) for number in found]


def counts(number: Number) -> bool:
    """Whether a number counts or measures, and is no year, rank or score, nor the pronoun one."""
    ranked = number.kind in (NumberKind.ORDINAL, NumberKind.SCORE)
    single = number.kind is NumberKind.COUNT and number.value <= 1 and number.step == 1
    return not (number.yearlike or ranked or single)


def _factors(text: str, start: int, end: int, code: str) -> Iterator[Number]:
    words = _factor_words(code)
    for match in words.finditer(text, start, end) if words else ():
        share = _WHOLE * language(code).relations.factors[match[0].lower()]
        yield Number(match.start(), match.end(), share, NumberKind.PERCENT, PART, plain=share)


@lru_cache(maxsize=64)
def _factor_words(code: str) -> re.Pattern[str] | None:
    words = "|".join(map(re.escape, language(code).relations.factors))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE) if words else None


def _apart(number: Number, text: str, known: Relations) -> int:
    behind = _BEHIND.match(text, number.end)
    words = behind[0].lower().split() if behind else ()
    return 1 if not known.more.isdisjoint(words) else -1 if not known.fewer.isdisjoint(words) else 0


def _nouns(number: Number, page: Page, sentence: int) -> frozenset[str]:
    behind = [word for word in page.words_of(sentence) if word.start >= number.end][:_NOUN]
    return frozenset(page.stem(word.form) for word in behind)


def following(one: Amount, other: Amount) -> Iterator[Number]:
    """Yield the numbers that follow from two amounts of one sentence, each with the place of both."""
    first, second = one.number, other.number
    start, end = min(first.start, second.start), max(first.end, second.end)
    pair = _alike(first, second)
    if pair:
        first, second = pair
        # "27, three fewer than before" and "three more than the 27 before" are 30.
        added = other.apart < 0 or (one.apart > 0 and not other.apart)
        value = first.value + second.value if added else abs(first.value - second.value)
        if value:
            yield _result(first, value, start, end)
        return
    for share_of, whole in ((one, second), (other, first)):
        part = share_of.number
        if part.kind is NumberKind.PERCENT and whole.unit not in (CLOCK, TIME):
            share = part.value / _WHOLE
            if share_of.apart:
                before = 1 + share_of.apart * share  # "90, a third fewer than before" were 135 before
                if before > 0:
                    yield _result(whole, whole.value / before, start, end)
                continue
            yield _result(whole, whole.value * share, start, end)
            if share != 1:
                yield _result(whole, whole.value * (1 - share) if share < 1 else whole.value / share, start, end)


def sums(one: Amount, other: Amount) -> Iterator[Number]:
    """Yield what two amounts of one quantity are together."""
    pair = _alike(one.number, other.number)
    if pair:
        yield _result(pair[0], pair[0].value + pair[1].value, one.number.start, other.number.end)


def shares(amounts: Sequence[Amount]) -> Iterator[Number]:
    """Yield the shares, in percent, that one of two neighbouring amounts is of the other, and that others leave."""
    numbers = [amount.number for amount in amounts]
    for pair in pairwise(numbers):
        part, whole = _alike(*sorted(pair, key=lambda number: number.value)) or (pair[0], pair[0])
        if part.value < whole.value and whole.plain >= _FEW and whole.kind is not NumberKind.PERCENT:
            share = _WHOLE * part.value / whole.value
            yield Number(pair[0].start, pair[1].end, share, NumberKind.PERCENT, _EXACT, plain=share)
    parts = [number for number in numbers if number.kind is NumberKind.PERCENT]
    for part, total in zip(parts, accumulate(part.value for part in parts), strict=True):
        if total < _WHOLE:
            yield replace(part, start=parts[0].start, value=_WHOLE - total, plain=_WHOLE - total)


def left(amounts: Sequence[Amount]) -> Iterator[Number]:
    """Yield what is left of an amount without the two or more that follow it."""
    for place, total in enumerate(amount.number for amount in amounts):
        rest = total.value
        for count, part in enumerate(amounts[place + 1 :]):
            pair = _alike(part.number, total)
            rest -= pair[0].value if pair else rest
            if rest <= 0:
                break
            if count:
                yield _result(total, rest, total.start, part.number.end)


def _alike(one: Number, other: Number) -> tuple[Number, Number] | None:
    """Return two numbers of one quantity; one of them may leave out the unit: 96 million dollars, 71 million."""
    if one.kind is other.kind and one.unit == other.unit:
        return (one, other) if one.unit != TIME or _size(one) == _size(other) else None
    kinds = {one.kind, other.kind}
    if kinds == {NumberKind.COUNT, NumberKind.MONEY} or (
        kinds == {NumberKind.COUNT, NumberKind.MEASURE} and {one.unit, other.unit}.isdisjoint((CLOCK, TIME))
    ):
        return (_with_unit(one, other), other) if one.kind is NumberKind.COUNT else (one, _with_unit(other, one))
    return None


def _with_unit(number: Number, other: Number) -> Number:
    size = _size(other)
    return replace(number, kind=other.kind, unit=other.unit, value=number.value * size, step=number.step * size)


def _size(number: Number) -> float:
    """How many of the base unit the unit of a measure is."""
    return number.value / number.plain if number.kind is NumberKind.MEASURE and number.plain else 1


def _result(like: Number, value: float, start: int, end: int) -> Number:
    if like.unit == CLOCK:
        return Number(start, end, value * 60, NumberKind.MEASURE, 60, unit=TIME, plain=value)
    return Number(start, end, value, like.kind, _EXACT, unit=like.unit, plain=value / _size(like))
