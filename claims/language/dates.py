"""Dates in running text, in any notation and precision, as year, month and day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from claims.language.loader import language
from claims.language.months import month, months_alone
from claims.language.tokens import MARKS, UNSPACED, western

_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
_YEAR = r"(?:1\d{3}|20\d\d)(?!\d)"
_NAMED = rf"[^\W\d_](?:[^\W\d_]|[{MARKS}]){{2,13}}(?![\w{MARKS}])\.?"
_TH = r"(?:st|nd|rd|th|er|º|\.|ης|η|-го|-е)?"
_MONTH = "tháng"
"""What Vietnamese puts before the number of a month."""

_TO = r"(?:\s?[–-]\s?|\sand\s|\sto\s)"

# Not within a word or a number; scripts without spaces write a date right behind a word.
_FREE = rf"(?<![^\W{UNSPACED}])(?<![.,/-])"

# Every alternative begins with a digit, or with a word of at most 14 letters and a digit behind it; the word is looked
# up as a month. So only digits are sought in a text, and the expression is tried there and at the month before: at four
# digits, and at one or two next to a letter or a mark that dates have there.
_DATE = re.compile(
    rf"{_FREE}(?P<y1>{_YEAR})(?:[-./](?P<m1>0?[1-9]|1[0-2])[-./](?P<d1>{_DAY})"
    rf"|\s?[年년]\s?(?:(?P<m2>\d\d?)\s?[月월]\s?(?:(?P<d2>\d\d?)\s?[日일])?)?)"
    rf"|{_FREE}(?P<m9>\d\d?)[月월]\s?(?P<d9>\d\d?)[日일]"
    rf"|(?:(?P<d11>{_DAY})\s)?{_MONTH}\s(?P<m11>\d\d?)(?!\d)(?:(?:\snăm\s|[/-])(?P<y11>{_YEAR}))?"
    rf"|(?<![\w.,/-])(?:(?P<d0>{_DAY}){_TH}{_TO})?(?P<d3>{_DAY}){_TH}(?:\s(?:of|de|d')|-)?\s?(?P<m3>{_NAMED})"
    rf"(?:,?(?:\sde[l]?|\sof|\sτου)?[\s-](?P<y3>{_YEAR}))?"
    rf"|\b(?P<m4>{_NAMED})\s(?:the\s)?(?P<d4>{_DAY})(?:st|nd|rd|th)?(?:{_TO}(?P<d5>{_DAY}))?"
    rf"(?:(?:,|\sof)?\s(?P<y4>{_YEAR}))?"
    rf"|\b(?P<m6>{_NAMED}),?(?:\sof|\sin|\sde[l]?|\sτου)?\s(?P<y6>{_YEAR})"
    rf"|(?:(?<![\w.,/-])|(?<=[א-ת]-))(?P<a7>\d\d?)(?:[./-]|\.\s)(?P<b7>\d\d?)(?:[./-]|\.\s)(?P<y7>{_YEAR})"
    rf"|(?<![\w.,/])(?P<y8>{_YEAR})(?:[–/-](?P<to8>\d\d(?:\d\d)?)(?![\d–-]))?(?![\w%]|[.,]\d)"
    rf"|(?<![\w.,/-])(?P<decade>{_YEAR})s\b"
)
_STEP = re.compile(r"\w+")
_DIGITS = re.compile(
    r"\d(?<!\d\d)(?:\d\d\d(?!\d)"
    rf"|(?<=(?:[^\W\d_]|[.,{MARKS}])\s\d)\d?(?!\d)"
    r"|\d?(?!\d)(?=[./º–-]|\s?[^\W\d_]|\s[–-]))"
)
_WORD_BEFORE = re.compile(rf"\b(?P<month>{_NAMED}),?(?:\s(?:the|of|in|de|del|του))?\s\Z")
_LONGEST_BEFORE = 21
"""Characters that `_WORD_BEFORE` has at most."""

_WORDS_TOO = ("may", "march", "mar")
_BEFORE_MONTH = re.compile(r"\b(?:in|since|until|by|last|this|of|early|late|mid|during|from|to) \Z")
_RELATIVE = re.compile(
    r"(?:(?P<day>today|yesterday|tomorrow|tonight)|(?:(?P<which>last|this|next|on)\s)?(?P<weekday>[A-Z][a-z]{2,6}day)"
    r"|(?P<side>last|this|next)\s(?P<span>month|year))\b"
)
# It is slow to fail: it is tried only where this one finds that it may begin.
_BEFORE_RELATIVE = re.compile(r"[tylnoA-Z](?<!\w.)(?=o[dmn]|es|(?:as|hi|ex)[st]\s|n\s[A-Z]|[a-z]{2,6}day\b)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A date written at `text[start:end]`; what it does not say is None.

    Attributes:
        other_day, other_year: the other end of a range of days or years.
        swapped: whether day and month may be the other way round, as in 3/4/2005.
        decade: whether `year` stands for the ten years that it begins.
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

    @property
    def precision(self) -> int:
        """3 for a day, 2 for a month, 1 for a year."""
        return 3 if self.day else 2 if self.month else 1

    def says(self, other: "Date", years: frozenset[int] = frozenset()) -> bool:
        """Whether this date, of a source, has all that `other`, of a claim, says.

        A date without a year is of one of `years`, those that its page speaks of.
        """
        if other.decade:
            return self.year is not None and self.year // 10 == (other.year or 0) // 10
        if self.decade or not self._has_year(other, years):
            return False
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


def dates(text: str) -> Iterator[Date]:
    """The dates of `text`, in order. A number from 1000 to 2099 that stands alone is taken for a year."""
    text, place = western(text), 0
    for digits in _DIGITS.finditer(text):
        first = digits.start()
        spaced = first and text[first - 1].isspace()
        word = _WORD_BEFORE.search(text, max(place, first - _LONGEST_BEFORE), first) if spaced else None
        named = word and (month(word["month"]) or word["month"] == _MONTH)
        for start in (word.start(), first) if word and named else (first,):
            match = _DATE.match(text, start) if start >= place else None
            found = _read(match) if match else None
            if match:
                place = match.end() if found else _behind(match)
            if found:
                yield found


def _behind(match: re.Match[str]) -> int:
    """Where to go on after something that was no date: behind its first word or number."""
    step = _STEP.match(match.string, match.start())
    return max(match.start() + 1, step.end() if step else 0)


def _read(match: re.Match[str]) -> Date | None:
    start, end = match.span()
    if match["y8"]:
        return _years(start, end, match["y8"], match["to8"])
    group = match.groupdict()
    if group["decade"]:
        year = int(group["decade"])
        return Date(start=start, end=end, year=year, decade=year % 10 == 0)
    if group["a7"]:
        return _slashed(start, end, int(group["a7"]), int(group["b7"]), int(group["y7"]))
    word = next((group[f"m{n}"] for n in (3, 4, 6) if group[f"m{n}"]), None)
    numeral = next((group[f"m{n}"] for n in (1, 2, 9, 11) if group[f"m{n}"]), None)
    number = int(numeral) if numeral else month(word) if word else None
    if word and number is None:
        return None
    days = [int(group[f"d{n}"]) for n in (1, 2, 9, 11, 3, 4, 0, 5) if group[f"d{n}"]]
    year_text = next((group[f"y{n}"] for n in (1, 3, 4, 6, 11) if group[f"y{n}"]), None)
    if word and word.endswith(".") and match.group().endswith("."):
        end -= 1
    return Date(
        start=start,
        end=end,
        year=int(year_text) if year_text else None,
        month=number,
        day=days[0] if days else None,
        other_day=days[1] if len(days) > 1 else None,
    )


def _years(start: int, end: int, first: str, other: str | None) -> Date:
    year, until = int(first), int(first[: 4 - len(other)] + other) if other else 0
    return Date(start=start, end=end, year=year, other_year=until if until > year else None)


def _slashed(start: int, end: int, first: int, second: int, year: int) -> Date | None:
    if first > 12 >= second:
        first, second = second, first
    if not (1 <= first <= 12 and 1 <= second <= 31):
        return None
    return Date(start=start, end=end, year=year, month=first, day=second, swapped=second <= 12)


def bare_months(text: str) -> Iterator[Date]:
    """Months that stand without day and year. "May" and "March" are months only behind a word such as "in"."""
    months = months_alone()
    for match in _capitalised().finditer(text):
        name, (start, end) = match.group().lower(), match.span()
        if name in months and (name not in _WORDS_TOO or _BEFORE_MONTH.search(text, max(0, start - 8), start)):
            yield Date(start=start, end=end, month=months[name])


@cache
def _capitalised() -> re.Pattern[str]:
    initials = "".join(sorted({name[0].upper() for name in months_alone() if name.isascii()}))
    return re.compile(rf"[{initials}](?<!\w.)[a-z]{{2,8}}\b")


def relative_dates(text: str, published: date) -> Iterator[Date]:
    """Dates told from the day of publication: yesterday, last Tuesday, this month, next year.

    A weekday without more is the last one before publication or that day itself, as news reports use it.
    """
    weekdays, end = language("en").dates.weekdays, 0
    for begin in _BEFORE_RELATIVE.finditer(text):
        match = _RELATIVE.match(text, begin.start()) if begin.start() >= end else None
        if match is None:
            continue
        start, end = match.span()
        if match["span"]:
            shift = {"last": -1, "this": 0, "next": 1}[match["side"]]
            months = published.year * 12 + published.month - 1 + (shift if match["span"] == "month" else 12 * shift)
            told = months % 12 + 1 if match["span"] == "month" else None
            yield Date(start=start, end=end, year=months // 12, month=told)
            continue
        if match["day"]:
            days = {"yesterday": -1, "tomorrow": 1}.get(match["day"], 0)
        elif (name := match["weekday"].lower()) in weekdays:
            weekday = weekdays.index(name)
            days = (
                (weekday - published.weekday() - 1) % 7 + 1
                if match["which"] == "next"
                else -((published.weekday() - weekday) % 7)
            )
        else:
            continue
        day = published + timedelta(days=days)
        yield Date(start=start, end=end, year=day.year, month=day.month, day=day.day)
