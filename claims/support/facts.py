"""The numbers, dates and names of a claim, and where a page has them."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from claims.records import FactKind
from claims.support.dates import Date, dates
from claims.support.interface import Statement
from claims.support.names import Name, name_words, names
from claims.support.numbers import Number, NumberKind, numbers
from claims.support.page import Page
from claims.support.words import words


@dataclass(frozen=True, slots=True)
class Detail:
    """One checkable detail of a claim: `claim[start:end]`.

    Attributes:
        given: whether the claim's title or context already names it, so that the page need not.
    """

    kind: FactKind
    start: int
    end: int
    what: Number | Date | Name
    given: bool = False


def details(statement: Statement) -> list[Detail]:
    """The checkable details of a claim, in order, none within another."""
    text = statement.text
    around = f"{statement.title}\n{statement.section}\n{statement.context.replace(text, ' ')}"
    known = name_words(around)
    found = [Detail(FactKind.DATE, date.start, date.end, date) for date in dates(text)]
    found += [
        Detail(FactKind.NUMBER, number.start, number.end, number)
        for number in numbers(text)
        if not _weak(number) and not _overlaps(number, found)
    ]
    lower = frozenset(word for word in (around + text).split() if word.islower())
    for name in names(text, list(words(text)), lambda form: form in lower):
        if not _overlaps(name, found):
            found.append(Detail(FactKind.NAME, name.start, name.end, name, given=known.issuperset(name.parts)))
    return sorted(found, key=lambda detail: detail.start)


def _weak(number: Number) -> bool:
    """ "One" and "first" are mostly no numbers."""
    return number.value <= 1 and number.kind in (NumberKind.COUNT, NumberKind.ORDINAL) and number.step == 1


def _overlaps(item: Number | Name, found: list[Detail]) -> bool:
    return any(item.start < detail.end and detail.start < item.end for detail in found)


def occurrences(detail: Detail, page: Page) -> Iterator[tuple[int, int]]:
    """The spans of `page.source.text` that say what this detail says, in order."""
    match detail.what:
        case Date() as date:
            yield from ((seen.start, seen.end) for seen in page.dates if seen.says(date))
        case Number() as number:
            yield from ((seen.start, seen.end) for seen in page.numbers if seen.says(number))
            yield from _years(number, page)
        case Name() as name:
            yield from _named(name, page)


def _years(number: Number, page: Page) -> Iterator[tuple[int, int]]:
    """Page numbers that were taken for years."""
    for seen in page.dates:
        if seen.precision == 1 and not seen.decade and seen.year == number.value:
            yield seen.start, seen.end


def _named(name: Name, page: Page) -> Iterator[tuple[int, int]]:
    """Where the whole name stands, words in order and close; or its initials; or, for two words or more, its last."""
    ways = [page.find(page.stem(part)) for part in name.parts]
    whole = list(_runs(ways, page)) if all(ways) else []
    if whole:
        yield from whole
        return
    if len(name.parts) > 2 and name.acronym in page.places:
        yield from (page.spans[place] for place in page.places[name.acronym])
    elif len(name.parts) in (2, 3) and all(len(part) > 1 for part in name.parts[-1:]):
        yield from (page.spans[place] for place in ways[-1])


_APART = 4
"""Words that may stand between two words of one name on the page: middle names, titles, joining words."""


def _runs(ways: list[list[int]], page: Page) -> Iterator[tuple[int, int]]:
    rarest = min(range(len(ways)), key=lambda part: len(ways[part]))
    reach = _APART * len(ways)
    for place in ways[rarest]:
        others = [_nearest(way, place) for way in ways]
        if max(others) - min(others) <= reach:
            yield page.spans[min(others)][0], page.spans[max(others)][1]


def _nearest(way: list[int], place: int) -> int:
    right = bisect_left(way, place)
    near = way[max(0, right - 1) : right + 1]
    return min(near, key=lambda other: abs(other - place))
