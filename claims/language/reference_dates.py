"""Dates as references print them, in words or numbers of the main languages, to ISO 8601 as exact as they are.

dateparser was not taken: it fills what a date does not say from today's
date, and costs 0.5 to 6 ms a date.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claims.language.loader import languages
from claims.language.months import months_of_references

_TOKEN = re.compile(r"\d{1,8}|[^\W\d_]+|\S")
_MARKS = frozenset(".,/-–’'ºª")
_CJK = re.compile(r"(\d{4})\s?[年년]\s?(?:(\d{1,2})\s?[月월]\s?(?:(\d{1,2})\s?[日일号號])?)?")
_ISO = re.compile(r"(?<![\d/.-])(\d{4})([-/])(\d{2})(?:\2(\d{2}))?(?![\d-])")
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})(?![\d-])")
_YEARS = range(1400, 2100)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A date at `text[start:end]`."""

    start: int
    end: int
    iso: str


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """Every date of `text`, from left to right, not overlapping; bare years too."""
    found: list[FoundDate] = []
    taken = bytearray(len(text))
    for date in (*_in_figures(text), *_in_words(text)):
        if not any(taken[date.start : date.end]):
            taken[date.start : date.end] = b"\1" * (date.end - date.start)
            found.append(date)
    return tuple(sorted(found, key=lambda date: date.start))


def iso_date(text: str) -> str | None:
    """The first date of `text` that is more than a year, or else its first year, or None."""
    dates = find_dates(text)
    return next((date.iso for date in dates if len(date.iso) > len("2006")), dates[0].iso if dates else None)


def _in_figures(text: str) -> Iterator[FoundDate]:
    for match in _CJK.finditer(text):
        yield from _date(match.start(), match.end(), match[1], match[2], match[3])
    for match in _ISO.finditer(text):
        yield from _date(match.start(), match.end(), match[1], match[3], match[4])
    for match in _NUMERIC.finditer(text):
        first, second = int(match[1]), int(match[3])
        if match[2] == "." or first > 12:
            yield from _date(match.start(), match.end(), match[4], match[3], match[1])
        elif second > 12:
            yield from _date(match.start(), match.end(), match[4], match[1], match[3])
        else:  # 3/4/2006 is March in one country and April in another: the year is all that it says
            yield from _date(match.start(), match.end(), match[4], match[1] if first == second else None, None)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # "day", "month", "year" or "" for all that ends a date
    value: int
    start: int
    end: int


def _in_words(text: str) -> Iterator[FoundDate]:
    if not any(character.isdecimal() for character in text):
        return
    tokens = [token for token in _tokens(text) if token.kind != "filler"]
    position = 0
    while position < len(tokens):
        length, date = _at(tokens[position : position + 4])
        if date is not None:
            yield from date
        position += length


def _at(tokens: list[_Token]) -> tuple[int, list[FoundDate] | None]:
    kinds = [token.kind for token in tokens]
    for shape in (
        ("day", "month", "year"),
        ("month", "day", "year"),
        ("year", "month", "day"),
        ("year", "day", "month"),
        ("month", "month", "year"),
        ("month", "year"),
        ("year", "month"),
        ("year",),
    ):
        if tuple(kinds[: len(shape)]) == shape:
            used = tokens[: len(shape)]
            part = {token.kind: str(token.value) for token in reversed(used)}  # of two months the first
            day = part.get("day")
            return len(shape), list(_date(used[0].start, used[-1].end, part["year"], part.get("month"), day))
    return 1, None


def _tokens(text: str) -> Iterator[_Token]:
    months, fillers, numbered_months = months_of_references(), _fillers(), _numbered_months()
    numbered = False
    for match in _TOKEN.finditer(text):
        word = match[0].casefold()
        if word[0].isdecimal():
            value = int(word)
            kind = (
                "day" if 1 <= value <= 31 and len(word) <= 2 else "year" if value in _YEARS and len(word) == 4 else ""
            )
            kind, numbered = ("month", False) if numbered and kind == "day" else (kind, False)
            yield _Token(kind, value, match.start(), match.end())
        elif word in months:
            yield _Token("month", months[word], match.start(), match.end())
        elif word in numbered_months:
            numbered = True
        else:
            yield _Token("filler" if word in fillers else "", 0, match.start(), match.end())


def _date(start: int, end: int, year: str, month: str | None, day: str | None) -> Iterator[FoundDate]:
    if int(year) not in _YEARS or (month and not 1 <= int(month) <= 12) or (day and not 1 <= int(day) <= 31):
        return
    parts = [f"{int(year):04}", *(f"{int(part):02}" for part in (month, day) if part)]
    yield FoundDate(start=start, end=end, iso="-".join(parts))


@cache
def _fillers() -> frozenset[str]:
    return _MARKS.union(word for each in languages() for word in each.dates.fillers)


@cache
def _numbered_months() -> frozenset[str]:
    return frozenset(word for each in languages() for word in each.dates.numbered_month)
