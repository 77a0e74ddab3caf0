"""Numbers and years of a claim that a page does not have but that follow from those that it has.

"44 are not ported" follows from "of 312, 268 are", 1994 from "closed in 1989 … five years later". A coincidence must
be rare: operands are of one sentence or of neighbours, of one quantity, and for a small count of the claim's own noun.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations, product

from claims.language.dates.dates import Date
from claims.language.loader import language
from claims.language.quantities.number import TIME, Number, NumberKind
from claims.support.facts.detail import Detail
from claims.support.facts.numbers.amounts import Amount, amounts, counts, following, left, shares, sums
from claims.support.facts.numbers.spans import LIST, YEAR, years
from claims.support.index.page import Page

Place = tuple[int, int]

SMALL = 12
"""Counts up to which any two amounts have such a difference: what they count must be what the claim counts."""

_BACK = 2
"""Sentences back to the year that "two years later" counts from."""

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
                for reading in (number, detail.united) if detail.united else (number,):
                    yield from _numbers(reading, nouns, page, sentence)
        case Date() as date if date.year and not date.month and not date.decade and not date.other_year:
            for sentence in sentences:
                yield from _years(date, page, sentence)


def follows_from_neighbours(claimed: Number, page: Page, sentence: int) -> bool:
    """Whether a number may follow from an amount of a sentence and one of its neighbours: 48,000 …. A quarter of them.

    Too many numbers do for that to find one, but a source that has another in its place need not say otherwise.
    """
    near = (amount for other in (sentence - 1, sentence + 1) for amount in _amounts(page, other))
    pairs = list(product(_amounts(page, sentence), near))
    found = [number for pair in pairs for number in (*following(*pair), *sums(*pair))]
    return any(number.says(claimed) for number in found)


def _numbers(claimed: Number, nouns: frozenset[str], page: Page, sentence: int) -> Iterator[Place]:
    here = amounts(page, sentence)
    small = claimed.plain <= SMALL and claimed.kind is NumberKind.COUNT
    pairs = [pair for pair in combinations(here, 2) if not small or nouns & (pair[0].nouns | pair[1].nouns)]
    found = [number for pair in pairs for number in following(*pair)]
    if not small:
        found += left(here)
    if claimed.kind is NumberKind.PERCENT:
        found += shares(here)
    if claimed.unit == TIME and claimed.value >= YEAR * claimed.plain:
        found += _apart(page, sentence)
    for number in found:
        measured = number.kind is NumberKind.MEASURE or claimed.kind is not NumberKind.MEASURE
        if measured and number.says(claimed):
            yield number.start, number.end


def _apart(page: Page, sentence: int) -> Iterator[Number]:
    """Yield the years between two dates of a sentence, or of it and the next one."""
    here, near = _dates(page, sentence), _dates(page, sentence + 1)
    for one, other in (*combinations(here, 2), *product(here, near)):
        start, end = min(one.start, other.start), max(one.end, other.end)
        for count in years(one, other):
            if count > 0:
                yield Number(start, end, count * YEAR, NumberKind.MEASURE, YEAR, unit=TIME, plain=count)


def _amounts(page: Page, sentence: int) -> list[Amount]:
    return amounts(page, sentence) if 0 <= sentence < len(page.sentences) else []


def _dates(page: Page, sentence: int) -> list[Date]:
    if not 0 <= sentence < len(page.sentences):
        return []
    start, end = page.sentences[sentence]
    found = page.dates_in(start, end)
    return found if len(found) <= LIST else []


def _years(claimed: Date, page: Page, sentence: int) -> Iterator[Place]:
    """Yield where a year is given by its distance from another one: "in 1989 … five years later"."""
    steps = list(_steps(page, sentence))
    before = next((dates for back in range(1, _BACK + 1) if (dates := _dates(page, sentence - back))), [])
    near = (*before, *_dates(page, sentence)) if steps else ()
    for date, (start, end, step) in product(near, steps):
        if claimed.year in {year + step for year in (date.year, date.other_year) if year}:
            yield min(date.start, start), max(date.end, end)


def _steps(page: Page, sentence: int) -> Iterator[tuple[int, int, int]]:
    """Yield the places of times of a sentence in whole years, each as years later and as years before."""
    start, end = page.sentences[sentence]
    for number in page.numbers_in(start, end):
        if number.unit == TIME and number.value >= YEAR * number.plain > 0:
            yield from ((number.start, number.end, sign * round(number.value / YEAR)) for sign in (1, -1))
    words = _phrases(page.language)
    for match in words.finditer(page.source.text, start, end) if words else ():
        yield match.start(), match.end(), 1 if match.lastgroup == "next" else -1


@lru_cache(maxsize=64)
def _phrases(code: str) -> re.Pattern[str] | None:
    known = language(code).relations
    groups = (("next", known.next_year), ("last", known.last_year))
    words = "|".join(rf"(?P<{name}>{'|'.join(map(re.escape, phrases))})" for name, phrases in groups if phrases)
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE) if words else None
