"""The dates and numbers of a long text, in order; none of one kind overlaps another of it."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from itertools import islice
from typing import TypeVar

from claims.language.dates.calendars import era_dates
from claims.language.dates.centuries import centuries
from claims.language.dates.contextual_dates import bare_months, relative_dates
from claims.language.dates.dates import Date, dates
from claims.language.dates.decades import worded_decades
from claims.language.quantities.counts import all_numbers
from claims.language.quantities.number import Number

MOST = 50_000
"""Numbers, and dates, of a text that are kept: text made to be slow has more."""

_HEAD = 1500
"""Characters in which a page without a declared date may still show the day it was published."""

_Found = TypeVar("_Found", Date, Number)


def dates_of(text: str, language: str, published: str | None) -> list[Date]:
    """Find the dates of a page, with those relative to the day of publication where that day is known.

    Args:
        text: the page.
        language: its language (ISO 639-1).
        published: the day of publication that it declares (ISO 8601).
    """
    named = (centuries(text, language), worded_decades(text, language), era_dates(text))
    eras = [date for each in named for date in islice(each, MOST)]
    found = sorted(eras + _beside(islice(dates(text), MOST), eras), key=lambda each: each.start)
    day = _published(published, found)
    if day:
        found += relative_dates(text, day)
    return sorted(found + _beside(bare_months(text, language), found), key=lambda each: each.start)


def _beside(items: Iterable[_Found], taken: Iterable[Date]) -> list[_Found]:
    """Those of these dates or numbers that share no character with the dates `taken`."""
    spans = sorted((each.start, each.end) for each in taken)
    ends = [end for _, end in spans]
    after = ((item, bisect_right(ends, item.start)) for item in items)
    return [item for item, place in after if place == len(spans) or spans[place][0] >= item.end]


def _published(declared: str | None, found: list[Date]) -> date | None:
    """Return the day of publication that the page declares, or the first full date near its top."""
    if declared and len(declared) >= 10:
        try:
            return date.fromisoformat(declared[:10])
        except ValueError:
            return None
    for first in found:
        if first.year and first.month and first.day and first.start < _HEAD:
            try:
                return date(first.year, first.month, first.day)
            except ValueError:
                return None
    return None


def numbers_of(text: str, language: str, dated: list[Date]) -> list[Number]:
    """The numbers of a page that are no part of a date with a month or of 1988-89; plain years count as numbers too."""
    taken = (each for each in dated if each.precision > 1 or each.other_year)
    return _beside(islice(all_numbers(text, language), MOST), taken)
