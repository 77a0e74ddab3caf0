"""All numbers of a text in its language, in digits and in words."""

from bisect import bisect_right
from collections.abc import Iterator
from heapq import merge

from claims.language.quantities.number import Number, NumberKind
from claims.language.quantities.numbers import measured, numbers, percent
from claims.language.quantities.numerals import unspaced
from claims.language.quantities.spelled_numbers import known, spelled
from claims.language.quantities.times_of_day import times_of_day

_ROUND = (10**9, 10**6, 1000)


def all_numbers(text: str, language: str) -> Iterator[Number]:
    """Yield the numbers of a text, in order.

    Args:
        text: the text.
        language: ISO 639-1; where its number words are known English ones are none ("ten" is Dutch for "at the").
    """
    clock = list(times_of_day(text, language))
    ends = [time.end for time in clock]
    after = ((each, bisect_right(ends, each.start)) for each in _counted(text, language))
    counted = (each for each, place in after if place == len(clock) or clock[place].start >= each.end)
    yield from merge(clock, counted, key=lambda number: number.start)


def _counted(text: str, language: str) -> Iterator[Number]:
    """Yield the numbers of a text that are no times of day in words."""
    foreign = known(language) is not None
    spelt = [_number(text, language, *each) for each in (*spelled(text, language), *unspaced(text))]
    if not spelt and not foreign:
        yield from numbers(text, language)
        return
    spelt.sort(key=lambda number: (number.start, -number.end))
    place = end = 0
    for number in numbers(text, language):
        while place < len(spelt) and spelt[place].start < number.end:
            if spelt[place].start >= end:
                yield spelt[place]
                end = spelt[place].end
            place += 1
        in_digits = any(char.isdecimal() for char in text[number.start : number.end])
        if number.start >= end and (in_digits or not foreign):
            yield number
    yield from (number for number in spelt[place:] if number.start >= end)


def _number(text: str, language: str, start: int, end: int, value: int) -> Number:
    behind = percent(text, end)
    kind = NumberKind.COUNT if behind is None else NumberKind.PERCENT
    step = next((size for size in _ROUND if value and value % size == 0), 1)
    number = Number(start, end if behind is None else behind, value, kind, step, plain=value)
    return measured(number, text, language) if behind is None else number
