"""The checkable details of a claim (numbers, dates, names, quotations), and where a page has them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise

from claims.language import loader
from claims.language.dates.calendars import era_dates
from claims.language.dates.centuries import centuries
from claims.language.dates.contextual_dates import bare_months
from claims.language.dates.dates import Date, dates
from claims.language.dates.decades import worded_decades
from claims.language.quantities.bounds import bound_before, bounded
from claims.language.quantities.counts import all_numbers
from claims.language.quantities.number import TIME, Number, NumberKind
from claims.language.quantities.numbers import aged
from claims.language.tokens import normal, tokenized
from claims.records import FactKind
from claims.support.facts.detail import Detail, Name, Quotation
from claims.support.facts.names.in_text_citations import cited
from claims.support.facts.names.mentions import named
from claims.support.facts.names.recognition import abbreviates, name_words, names, quoted_names
from claims.support.facts.numbers.shared_units import points, united
from claims.support.facts.numbers.spans import spanned
from claims.support.facts.quotations import quoted, verbatim
from claims.support.index.page import Page
from claims.support.interface import Statement

_RANGE = 2
"""Sentences within which a page gives both ends of a range of years."""

_TO = 8
"""Characters between the two numbers of a range: 12 to 18, 12 and 18."""

_BEFORE = re.compile(r"([^\W\d_]{2,})[\s-]\Z")


@lru_cache(maxsize=256)
def details(statement: Statement, language: str = "en") -> tuple[Detail, ...]:
    """Find the checkable details of a claim in this language (ISO 639-1), in order, none within another.

    They are kept, as a claim is judged by each of its sources, by all together, and by what these hide.
    """
    text = statement.text
    around = f"{statement.title}\n{statement.section}\n{statement.context.replace(text, ' ')}"
    known = name_words(around)
    tokens = list(tokenized(text))
    found = [Detail(FactKind.QUOTATION, said.start, said.end, said) for said in quoted(text, tokens, language)]
    ages = (*centuries(text, language), *worded_decades(text, language), *era_dates(text))
    for date in (*ages, *dates(text), *bare_months(text, language)):
        if not _overlaps(date, found):
            found.append(Detail(FactKind.DATE, date.start, date.end, date))
    numbers = list(_stated(text, language))
    with_units = united(numbers, text, language) | points(numbers, text, language)
    found += [
        Detail(
            FactKind.NUMBER,
            number.start,
            number.end,
            bounded(number, text),
            united=with_units.get(number.start),
            century=number.kind is NumberKind.ORDINAL and _century().match(text, number.end) is not None,
            label=_label(number, text),
        )
        for number in numbers
        if not _weak(number, text, language) and not _overlaps(number, found)
    ]
    lower = frozenset(word for word in (around + text).split() if word.islower())
    for name in [*quoted_names(text, tokens), *names(text, tokens, lambda form: form in lower, language)]:
        if not _overlaps(name, found):
            given = known.issuperset(name.parts) or not name.sure or abbreviates(name, text, tokens)
            found.append(Detail(FactKind.NAME, name.start, name.end, name, given=given))
    references = list(cited(text))
    stated = (each for each in found if not any(start <= each.start and each.end <= end for start, end in references))
    return tuple(sorted(stated, key=lambda detail: detail.start))


def _stated(text: str, language: str) -> Iterator[Number]:
    """Yield the numbers of a claim, each with its bound in this language; an age is a number of years."""
    for number in all_numbers(text, language):
        if number.kind is NumberKind.COUNT and _aged().search(text, max(0, number.start - 16), number.start):
            number = aged(number)
        yield replace(number, bound=bound_before(text, number.start, language)) if language != "en" else number


def _weak(number: Number, text: str, language: str) -> bool:
    """Whether a number need not be looked for.

    "One" and "first" are mostly no numbers, and two dates say "two years later".
    """
    small = number.value <= 1 and number.kind in (NumberKind.COUNT, NumberKind.ORDINAL) and number.step == 1
    span = number.unit == TIME and _distance(language).match(text, number.end)
    return small or bool(span)


@cache
def _distance(language: str) -> re.Pattern[str]:
    """Return the expression for what makes a span of time a distance, in this language; it matches nothing in many."""
    words = [each.replace("_", " ") for each in loader.language(language).grammar.distances]
    return re.compile(rf"\s(?:{'|'.join(words)})\b" if words else r"\b\B")


@cache
def _aged() -> re.Pattern[str]:
    """Return the expression for what stands before an age in years: at the age of 70."""
    return re.compile(rf"\b(?:{'|'.join(loader.language('en').grammar.ages)})\s\Z", re.IGNORECASE)


@cache
def _century() -> re.Pattern[str]:
    """Return the expression for what makes an ordinal that of a century of our era."""
    words = "|".join(loader.language("en").quantities.centuries)
    return re.compile(rf"[\s-](?:{words})\b(?!\s*B)", re.IGNORECASE)


def _label(number: Number, text: str) -> tuple[str, str] | None:
    """Return the word directly before a number in digits, and the digits."""
    digits = text[number.start : number.end]
    before = _BEFORE.search(text, max(0, number.start - 24), number.start) if digits.isdecimal() else None
    return (normal(before[1]), digits) if before else None


def _overlaps(item: Number | Name | Date | Detail, found: list[Detail]) -> bool:
    return any(item.start < detail.end and detail.start < item.end for detail in found)


def occurrences(detail: Detail, page: Page) -> list[tuple[int, int]]:
    """Find the spans of `page.source.text` that say what this detail says, in order.

    The page keeps them, wherever the claim has the detail: a claim's clauses have its details.
    """
    united = replace(detail.united, start=0, end=0) if detail.united else None
    key = replace(detail, start=0, end=0, given=False, what=replace(detail.what, start=0, end=0), united=united)
    known = page.occurrences.get(key)
    if known is None:
        known = page.occurrences[key] = list(_occurrences(detail, page))
    return known


def _occurrences(detail: Detail, page: Page) -> Iterator[tuple[int, int]]:
    match detail.what:
        case Date() as date:
            found = [(seen.start, seen.end) for seen in page.dates if seen.says(date, page.years)]
            yield from found or _ends(date, page)
        case Number() as number:
            readings = (number, detail.united) if detail.united else (number,)
            found = [(seen.start, seen.end) for seen in page.numbers if any(map(seen.says, readings))]
            yield from found or _otherwise(detail, number, page)
        case Name() as name:
            yield from named(name, page)
        case Quotation() as said:
            yield from verbatim(said, page)


def _ends(date: Date, page: Page) -> Iterator[tuple[int, int]]:
    """Yield where a page gives the two ends of a range of years apart: born in 1494, died in 1547."""
    if not date.other_year or date.month:
        return
    first, last = (
        [seen for seen in page.dates if seen.year == year and not seen.other_year and not seen.decade]
        for year in (date.year, date.other_year)
    )
    for one in first:
        for other in last:
            if abs(page.sentence_at(other.start) - page.sentence_at(one.start)) <= _RANGE:
                yield min(one.start, other.start), max(one.end, other.end)


def _otherwise(detail: Detail, number: Number, page: Page) -> Iterator[tuple[int, int]]:
    """Yield where a page has a number in another form: a year of the century, "12 to 18", a label."""
    if detail.century:
        first = 100 * int(number.value) - 99
        yield from ((seen.start, seen.end) for seen in page.dates if seen.year and first <= seen.year < first + 100)
    elif number.kind is NumberKind.SCORE:
        for one, other in pairwise(page.numbers):
            if other.start - one.end <= _TO and _range(one, other, number):
                yield one.start, other.end
    elif number.unit == TIME:
        yield from spanned(number, page)
    elif detail.label:
        word, digits = detail.label
        for place in page.places.get(digits, ()):
            if place and page.forms[place - 1] == word:
                yield page.span(place - 1)[0], page.span(place)[1]


def _range(one: Number, other: Number, claimed: Number) -> bool:
    """Whether two numbers are the ends of a claim's range, which may leave their magnitude out: 410–425 million."""
    return any(
        {one.value, other.value} == {size * claimed.value, size * (claimed.second or 0)}
        for size in {1, one.step, other.step}
    )
