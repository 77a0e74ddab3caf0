"""Dates in running text, in any notation and precision, as year, month and day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from claims.language.dates.date_notations import Notation, parts_of_year, reference_notation, running_notation
from claims.language.tokens import MARKS, western

_STEP = re.compile(r"\w+")
_DIGITS = re.compile(
    r"\d(?<!\d\d)(?:\d\d\d(?!\d)"
    rf"|(?<=(?:[^\W\d_]|[.,{MARKS}])\s\d)\d?(?!\d)|(?<=['’]\d)0(?!\d)"
    r"|\d?(?!\d)(?=[./º–-]|\s?[^\W\d_]|\s[–-]))"
)
_DAYS_OF_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MOST_DAYS = 31
_CENTURY, _LAST_OF_SHORT = 1900, 99
_MONTHS = 12
_THIS_CENTURY, _LAST_OF_THIS = 2000, 68  # years of two digits, as POSIX (strptime, %y) reads them
_ROMAN_MONTHS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A date written at `text[start:end]`; what it does not say is None.

    Attributes:
        other_day, other_year: the other end of a range of days or years.
        swapped: whether day and month may be the other way round, as in 3/4/2005.
        decade: whether `year` stands for the ten years that it begins, or for all up to `other_year`.
        months: the first and the last month of the part of the year that is meant: early 2019, Q3 2015.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    other_day: int | None = None
    other_year: int | None = None
    swapped: bool = False
    decade: bool = False
    months: tuple[int, int] | None = None

    @property
    def iso(self) -> str:
        """A date with a year in ISO 8601, as exact as it is.

        Of 3/4/2006, which is March in one country and April in another, the year.
        """
        known = (self.month, self.day) if not self.swapped or self.month == self.day else ()
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in known if part)])

    @property
    def precision(self) -> int:
        """3 for a day, 2 for a month, 1 for a year."""
        return 3 if self.day else 2 if self.month else 1

    def says(self, other: "Date", years: frozenset[int] = frozenset()) -> bool:
        """Whether this date, of a source, has all that `other`, of a claim, says.

        A date without a year is of one of `years`, those that its page speaks of.
        """
        if other.decade:
            begun = other.year or 0
            span = 100 if begun % 100 == 0 and begun < _CENTURY else 10  # the 1800s are the century
            return self.year is not None and begun <= self.year <= (other.other_year or begun + span - 1)
        if self.decade or not self._has_year(other, years):
            return False
        if other.months and self.year is None:
            return False
        if other.months:
            first, last = self.months or (self.month or other.months[0], self.month or other.months[1])
            return first <= other.months[1] and other.months[0] <= last
        readings = [(self.month, {self.day, self.other_day})]
        if self.swapped and self.month:
            readings.append((self.day, {self.month}))
        wanted = [(other.month, {day for day in (other.day, other.other_day) if day})]
        if other.swapped and other.month:
            wanted.append((other.day, {other.month}))
        return any(
            (claimed is None or claimed == month) and asked <= days
            for month, days in readings
            for claimed, asked in wanted
        )

    def _has_year(self, other: "Date", years: frozenset[int]) -> bool:
        if other.year is None:
            return True
        if self.year is None:
            return other.year in years and self.month is not None
        wanted = {year for year in (other.year, other.other_year) if year}
        return wanted <= {self.year, self.other_year} or (
            other.other_year is None and self.other_year is not None and self.year < other.year < self.other_year
        )


def dates(text: str, notation: Notation | None = None) -> Iterator[Date]:
    """Find the dates of `text`, in order. A number from 1000 to 2099 on its own counts as a year.

    Args:
        text: running text, or references.
        notation: how the text writes its dates; None: as running text does.

    Yields:
        Each date with its place.
    """
    notation = notation or running_notation()
    text, place = western(text), 0
    for digits in _DIGITS.finditer(text):
        first = digits.start()
        spaced = first and text[first - 1].isspace()
        word = notation.before.search(text, max(place, first - notation.reach), first) if spaced else None
        named = word and (notation.month(word["month"]) or word["month"] in notation.numbered)
        for start in (word.start(), first) if word and named else (first,):
            match = notation.date.match(text, start) if start >= place else None
            found = _read(match, notation) if match else None
            if match:
                place = found.end if found else _behind(match)
            if found:
                yield _part_of_year(found, text)


def _part_of_year(date: Date, text: str) -> Date:
    """Return a year with the part of it that the words before it name: early 2019, the first half of 2019."""
    if date.month or date.decade or date.other_year:
        return date
    expression, longest, months = parts_of_year()
    before = expression.search(text, max(0, date.start - longest), date.start)
    return replace(date, start=before.start(), months=months[before["part"].lower()]) if before else date


def reference_dates(text: str) -> list[Date]:
    """The dates with a year of a list of references or an entry, in order."""
    return [date for date in dates(text, reference_notation(text)) if date.year]


def iso_date(text: str) -> str | None:
    """The first date of an entry of references, or a part of one, that is more than a year, or its first year.

    Returns:
        ISO 8601, as exact as the date is.
    """
    found = [date.iso for date in reference_dates(text)]
    return next((iso for iso in found if len(iso) > len("2006")), found[0] if found else None)


def _behind(match: re.Match[str]) -> int:
    """Where to go on after something that was no date: behind its first word or number."""
    step = _STEP.match(match.string, match.start())
    return max(match.start() + 1, step.end() if step else 0)


def _read(match: re.Match[str], notation: Notation) -> Date | None:
    start, end = match.span()
    if match["y8"]:
        return _years(start, end, match["y8"], match["to8"])
    group = {name: value for name, value in match.groupdict().items() if value}
    if decade := next((int(value) for name, value in group.items() if name.startswith("decade")), None):
        begun = decade if decade > _LAST_OF_SHORT else _CENTURY + decade
        return Date(start=start, end=end, year=begun, decade=begun % 10 == 0)
    if "a8" in group:
        short = int(group["y22"])
        century = _THIS_CENTURY if short <= _LAST_OF_THIS else _CENTURY
        return _slashed(start, end, int(group["a8"]), int(group["b8"]), century + short)
    if "a7" in group:
        first, second = int(group["a7"]), int(group["b7"])
        if notation.day_first and group["by7"][0] == ".":
            return _day(start, end, int(group["y7"]), second, first)
        return _slashed(start, end, first, second, int(group["y7"]))
    part = {name[0]: value for name, value in group.items()}
    month = _month(part, notation)
    if month is None and "m" in part:  # a word beside a number; a year before it is one all the same
        alone = next((name for name in ("y12", "y16") if name in group), None)
        return Date(start=start, end=match.end(alone), year=int(group[alone])) if alone else None
    if part.get("m", "").endswith(".") and match.group().endswith("."):
        end -= 1
    year, day, other_day = (int(part[kind]) if kind in part else None for kind in "yde")
    if not all(_exists(month, each) for each in (day, other_day) if each is not None):
        return None
    return Date(start=start, end=end, year=year, month=month, day=day, other_day=other_day)


def _month(part: dict[str, str], notation: Notation) -> int | None:
    if "m" in part:
        return notation.month(part["m"])
    return _ROMAN_MONTHS.index(part["r"].upper()) + 1 if "r" in part else int(part["n"]) if "n" in part else None


def _years(start: int, end: int, first: str, other: str | None) -> Date:
    year, until = int(first), int(first[: 4 - len(other)] + other) if other else 0
    return Date(start=start, end=end, year=year, other_year=until if until > year else None)


def _day(start: int, end: int, year: int, month: int, day: int, *, swapped: bool = False) -> Date | None:
    if month > _MONTHS or not _exists(month, day):
        return None
    return Date(start=start, end=end, year=year, month=month, day=day, swapped=swapped)


def _exists(month: int | None, day: int) -> bool:
    """Whether a month has such a day in some year."""
    return 1 <= day <= (_DAYS_OF_MONTHS[month - 1] if month and 1 <= month <= len(_DAYS_OF_MONTHS) else _MOST_DAYS)


def _slashed(start: int, end: int, first: int, second: int, year: int) -> Date | None:
    if first > 12 >= second:
        first, second = second, first
    return _day(start, end, year, first, second, swapped=second <= 12)
