"""The checkable details of a claim (numbers, dates, names), and where a page has them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from claims.language import loader
from claims.language.calendars import era_dates
from claims.language.dates import Date, bare_months, dates
from claims.language.tokens import words
from claims.records import FactKind
from claims.support.bounds import bound_before
from claims.support.counts import all_numbers
from claims.support.interface import Statement
from claims.support.names import Name, name_words, names, quotations
from claims.support.naming import named
from claims.support.numbers import Number, NumberKind, bounded
from claims.support.page import Page

MANY = 4
"""Numbers or dates of one kind in a sentence, from which on it is a list, and none contradicts another's."""


@dataclass(frozen=True, slots=True)
class Detail:
    """One checkable detail of a claim: `claim[start:end]`.

    Attributes:
        given: whether the page need not have it: the claim's title or context names it, or it may be no name at all.
    """

    kind: FactKind
    start: int
    end: int
    what: Number | Date | Name
    given: bool = False


def details(statement: Statement, language: str = "en") -> list[Detail]:
    """Find the checkable details of a claim in this language (ISO 639-1), in order, none within another."""
    text = statement.text
    around = f"{statement.title}\n{statement.section}\n{statement.context.replace(text, ' ')}"
    known = name_words(around)
    told = (*era_dates(text), *dates(text), *bare_months(text))
    found = [Detail(FactKind.DATE, date.start, date.end, date) for date in told]
    found = [detail for place, detail in enumerate(found) if not _overlaps(detail, found[:place])]
    found += [
        Detail(FactKind.NUMBER, number.start, number.end, bounded(number, text))
        for number in _stated(text, language)
        if not _weak(number, text) and not _overlaps(number, found)
    ]
    lower = frozenset(word for word in (around + text).split() if word.islower())
    tokens = list(words(text))
    for name in [*quotations(text, tokens), *names(text, tokens, lambda form: form in lower)]:
        if not _overlaps(name, found):
            found.append(
                Detail(FactKind.NAME, name.start, name.end, name, given=known.issuperset(name.parts) or not name.sure)
            )
    return sorted(found, key=lambda detail: detail.start)


def _stated(text: str, language: str) -> Iterator[Number]:
    """Yield the numbers of a claim, each with its bound in this language."""
    for number in all_numbers(text, language):
        yield replace(number, bound=bound_before(text, number.start, language)) if language != "en" else number


def _weak(number: Number, text: str) -> bool:
    """Whether a number need not be looked for.

    "One" and "first" are mostly no numbers, [4] is a mark of reference, and two dates say "two years later".
    """
    small = number.value <= 1 and number.kind in (NumberKind.COUNT, NumberKind.ORDINAL) and number.step == 1
    mark = text[number.start - 1 : number.start] == "[" and text[number.end : number.end + 1] == "]"
    span = number.unit == "time" and _distance().match(text, number.end)
    return small or mark or bool(span)


@cache
def _distance() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{'|'.join(loader.language('en').grammar.distances)})\b")


def _overlaps(item: Number | Name | Detail, found: list[Detail]) -> bool:
    return any(item.start < detail.end and detail.start < item.end for detail in found)


def occurrences(detail: Detail, page: Page) -> Iterator[tuple[int, int]]:
    """Yield the spans of `page.source.text` that say what this detail says, in order."""
    match detail.what:
        case Date() as date:
            yield from ((seen.start, seen.end) for seen in page.dates if seen.says(date, page.years))
        case Number() as number:
            yield from ((seen.start, seen.end) for seen in page.numbers if seen.says(number))
        case Name() as name:
            yield from named(name, page)


def comparable(detail: Detail, other: Date | Number) -> bool:
    """Whether the two say the same kind of thing."""
    if isinstance(detail.what, Date) and isinstance(other, Date):
        yeared = (detail.what.year is None) == (other.year is None)
        yeared = yeared and (detail.what.other_year is None) == (other.other_year is None)
        return yeared and detail.what.precision == other.precision and detail.what.decade == other.decade
    if not isinstance(detail.what, Number) or not isinstance(other, Number):
        return False
    like_years = [number.kind is NumberKind.COUNT and 1000 <= number.value < 2100 for number in (detail.what, other)]
    return detail.what.kind is other.kind and detail.what.unit == other.unit and like_years[0] == like_years[1]
