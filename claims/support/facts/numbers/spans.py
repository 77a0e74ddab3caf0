"""How long something lasted, or how old somebody was, where a page gives the two dates instead: 1939 to 1945."""

from collections.abc import Iterator
from itertools import combinations, groupby

from claims.language.dates.dates import Date
from claims.language.quantities.number import TIME, Number
from claims.support.index.page import Page

YEAR, _DAY = 31_556_952.0, 86_400.0
"""Seconds of a year, the mean of the Gregorian calendar, and of a day."""

LIST = 6
"""Dates that a sentence has at most; more are a list, in which some two are as far apart as any claim says."""

_OLDEST = 130
"""Years up to which two dates are looked for: nobody was older (the oldest known, Jeanne Calment, was 122)."""


def spanned(number: Number, page: Page) -> Iterator[tuple[int, int]]:
    """Yield where two dates in one sentence of a page are as far apart as a claim's years or days."""
    if number.unit != TIME or number.plain % 1:
        return
    unit = number.value / number.plain if number.plain else 0
    if unit == YEAR and number.plain <= _OLDEST:
        apart = years
    elif unit == _DAY:
        apart = _days
    else:
        return
    for _, alike in groupby(page.dates, key=lambda date: page.sentence_at(date.start)):
        dates = list(alike)
        if len(dates) <= LIST:
            ranges = [(date, date) for date in dates if date.other_year or date.other_day]
            for one, other in (*ranges, *combinations(dates, 2)):
                if number.plain in apart(one, other):
                    yield min(one.start, other.start), max(one.end, other.end)


def years(one: Date, other: Date) -> set[int]:
    """Return how many full years may be between two dates, or the ends of a range."""
    last = other.other_year or other.year
    if one.decade or other.decade or not one.year or not last:
        return set()
    between = abs(last - one.year)
    if one is other or not (one.month or other.month):
        return {between}
    if not (one.month and other.month):
        return {between - 1, between}
    first, second = sorted((each.year or 0, each.month or 0, each.day or 0) for each in (one, other))
    return {between - (second[1:] < first[1:])}


def _days(one: Date, other: Date) -> set[int]:
    """Return how many days a range within one month may be: its ends are counted by some and not by others."""
    if one.month != other.month or not one.day or not (other.other_day or other.day):
        return set()
    between = abs((other.other_day or other.day or 0) - one.day)
    return {between, between + 1} if between else set()
