"""Numbers and years of a claim that a page does not have but that follow from those that it has.

"44 are not ported" follows from "of 312, 268 are", 1994 from "closed in 1989 … five years later". A coincidence must
be rare: operands are of one sentence or of neighbours, of one quantity, and for a small count of the claim's own noun.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import combinations, pairwise

from claims.language.dates.dates import Date
from claims.language.loader import language
from claims.language.quantities.number import Number, NumberKind
from claims.support.facts.amounts import WHOLE, Amount, alike, amounts, counts, following, shared
from claims.support.facts.detail import Detail
from claims.support.facts.spans import YEAR, years
from claims.support.index.page import Page

Place = tuple[int, int]

SMALL = 12
"""Counts up to which any two amounts have such a difference: what they count must be what the claim counts."""

_LIST = 6
"""Dates in a sentence from which on it is a list."""

_OWN = 6
"""Words of a claim behind its number among which the noun is that it counts."""


def derived(detail: Detail, forms: Sequence[str], page: Page, sentences: Iterable[int]) -> Iterator[Place]:
    """Yield where these sentences of a page have that from which a number or year of a claim follows.

    Args:
        detail: the number or date.
        forms: the words of the claim behind it, function words left out, in their normal forms.
        page: the page.
        sentences: the numbers of the sentences.
    """
    match detail.what:
        case Number() as number if counts(number):
            nouns = frozenset(page.stem(form) for form in forms[:_OWN])
            for sentence in sentences:
                yield from _numbers(number, nouns, page, sentence)
        case Date() as date if date.year and not date.month and not date.decade and not date.other_year:
            for sentence in sentences:
                yield from _years(date, page, sentence)


def _numbers(claimed: Number, nouns: frozenset[str], page: Page, sentence: int) -> Iterator[Place]:
    here = amounts(page, sentence)
    close = claimed.plain <= SMALL and claimed.kind is NumberKind.COUNT
    for one, other in combinations(here, 2):
        if not close or not nouns.isdisjoint(one.nouns | other.nouns):
            yield from _said(following(one, other), claimed)
    if claimed.kind is NumberKind.PERCENT:
        yield from _shares(claimed, here)
    yield from _rests(claimed, here)
    if claimed.unit == "time":
        yield from _apart(claimed, page, sentence)


def _said(found: Iterable[Number], claimed: Number) -> Iterator[Place]:
    return ((number.start, number.end) for number in found if number.says(claimed))


def _shares(claimed: Number, here: list[Amount]) -> Iterator[Place]:
    """Yield two neighbouring amounts of which one is this share of the other, and shares that leave this one."""
    for one, other in pairwise(here):
        if one.number.kind is other.number.kind is NumberKind.PERCENT:
            continue
        yield from _said(shared(*sorted((one.number, other.number), key=lambda number: number.value)), claimed)
    parts = [amount.number for amount in here if amount.number.kind is NumberKind.PERCENT]
    for count in range(1, len(parts) + 1):
        left = WHOLE - sum(part.value for part in parts[:count])
        if left > 0 and replace(parts[0], value=left, plain=left).says(claimed):
            yield parts[0].start, parts[count - 1].end


def _rests(claimed: Number, here: list[Amount]) -> Iterator[Place]:
    """Yield a total and the parts behind it, two at least, that leave the claimed number of it."""
    for place, total in enumerate(here):
        left = total.number.value
        for count, part in enumerate(here[place + 1 :]):
            pair = alike(part.number, total.number)
            if not pair:
                break
            left -= pair[0].value
            if left <= 0:
                break
            if count and replace(total.number, value=left, plain=left).says(claimed):
                yield total.number.start, part.number.end


def _apart(claimed: Number, page: Page, sentence: int) -> Iterator[Place]:
    """Yield two dates of neighbouring sentences that are as many years apart."""
    here, near = _dates(page, sentence), _dates(page, sentence + 1)
    for one, other in (*combinations(here, 2), *((one, other) for one in here for other in near)):
        start, end = min(one.start, other.start), max(one.end, other.end)
        apart = (
            Number(start, end, count * YEAR, NumberKind.MEASURE, YEAR, unit="time", plain=count)
            for count in years(one, other)
        )
        yield from _said(apart, claimed)


def _dates(page: Page, sentence: int) -> list[Date]:
    if not 0 <= sentence < len(page.sentences):
        return []
    start, end = page.sentences[sentence]
    found = page.dates_in(start, end)
    return found if len(found) <= _LIST else []


def _years(claimed: Date, page: Page, sentence: int) -> Iterator[Place]:
    """Yield where a year is given by its distance from another one: "in 1989 … five years later"."""
    start, end = page.sentences[sentence]
    named = [date for near in (sentence - 1, sentence) for date in _dates(page, near) if date.year]
    apart = [(number.start, number.end, round(number.value / YEAR)) for number in page.numbers_in(start, end)
             if number.unit == "time" and number.plain and number.value / number.plain >= YEAR]
    distances = [(*at, step) for *at, years in apart for step in (years, -years)]
    distances += _steps(page.source.text, start, end, page.language)
    for date in named:
        for first, last, step in distances:
            for year in {date.year, date.other_year} - {None}:
                if year + step == claimed.year:
                    yield min(date.start, first), max(date.end, last)


def _steps(text: str, start: int, end: int, code: str) -> list[tuple[int, int, int]]:
    """Find the phrases for the year after or before another, each with its place."""
    words = _phrases(code)
    found = words.finditer(text, start, end) if words else ()
    return [(match.start(), match.end(), 1 if match["next"] else -1) for match in found]


@lru_cache(maxsize=64)
def _phrases(code: str) -> re.Pattern[str] | None:
    known = language(code).relations
    groups = (("next", known.next_year), ("last", known.last_year))
    words = "|".join(rf"(?P<{name}>{'|'.join(map(re.escape, phrases))})" for name, phrases in groups if phrases)
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE) if words else None
