"""Dates in calendars that count the years otherwise: Japanese eras, Minguo, Buddhist and Iranian solar years.

Also dates in Han numerals, of these eras or of our own (二〇一八年十月三日).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from claims.language.dates.dates import Date
from claims.language.dates.months import month
from claims.language.loader import language
from claims.language.quantities.numerals import han_value
from claims.language.record.values import Months
from claims.language.tokens import western, within

_ERA_LANGUAGES = ("ja", "zh")
_BUDDHIST = 543

_HAN_NUMERALS = "〇零元一二三四五六七八九十百"
_CJK = f"{_HAN_NUMERALS}0-9"
_THAI_DATE = re.compile(
    r"(?:(?:(?<!\d)(?P<day>\d\d?)\s)?(?P<month>[\u0e01-\u0e2e][\u0e01-\u0e4e]{4,11})\s"
    r"(?P<mark>พ\.ศ\.|ค\.ศ\.)?|(?P<mark2>พ\.ศ\.|พุทธศักราช|ปี))\s?(?P<year>\d{4})(?!\d)"
)
_THAI_LETTERS = re.compile(r"[\u0e01-\u0e5b][\u0e01-\u0e5b\s.\d]*")
_ARABIC_LETTERS = re.compile(r"[\u0600-\u06ff][\u0600-\u06ff\s\d]*")
_AHEAD = 3
"""Characters that a day has ahead of the first letter of its month at most."""

_LEAPS = (1, 5, 9, 13, 17, 22, 26, 30)
"""Years of the 33-year cycle with 366 days: right for 1178 to 1633 (Heydari-Malayeri, A concise review of the Iranian
calendar, 2004)."""

_SCRIPTS = re.compile("[\u0600-\u06ff\u0e01-\u0e5b\u5e74\u6708]")
"""Letters of one of which every such date has some: Arabic, Thai, and the Han year and month."""


def era_dates(text: str) -> Iterator[Date]:
    """The dates of `text` in these calendars, as dates of our own, those of each calendar in order.

    An Iranian year is two of ours; a day in it is followed by its year, at the same place.
    """
    if text.isascii() or not _SCRIPTS.search(text):
        return
    text = western(text)
    yield from _han(text)
    yield from _thai(text)
    yield from _iranian(text)


@dataclass(frozen=True, slots=True)
class _Eras:
    """The eras of East Asia, what is added to their years, and expressions for their dates and for letters of dates."""

    years: dict[str, int]
    date: re.Pattern[str]
    letters: re.Pattern[str]


@cache
def _eras() -> _Eras:
    years = {era: year for name in _ERA_LANGUAGES for era, year in language(name).calendar.eras.items()}
    letters = "".join(years)
    return _Eras(
        years,
        re.compile(
            rf"(?:(?P<era>{'|'.join(years)})\s?(?P<since>[{_CJK}]{{1,4}})|(?P<year>[一二][〇零一二三四五六七八九]{{3}}))\s?年"
            rf"(?:\s?(?P<month>[{_CJK}]{{1,3}})\s?月(?:\s?(?P<day>[{_CJK}]{{1,3}})\s?[日號号])?)?"
            rf"|(?<![{_CJK}])(?P<month2>[一二三四五六七八九十]{{1,2}})月(?P<day2>[一二三四五六七八九十]{{1,3}})[日號号]"
        ),
        re.compile(rf"[{letters}{_HAN_NUMERALS}][{letters}{_CJK}年月日號号\s]*"),
    )


@cache
def _iranian_months() -> tuple[Months, re.Pattern[str]]:
    months = language("fa").calendar.months
    either = "|".join(months)
    return months, re.compile(
        rf"(?:(?<!\d)(?P<day>[0-3]?\d)\s(?P<month>{either})|(?:سال|{either}))\s(?:ماه\s)?(?:سال\s)?"
        r"(?P<year>1[234]\d\d)(?!\d)"
    )


def _han(text: str) -> Iterator[Date]:
    eras = _eras()
    for match in within(eras.letters, eras.date, text):
        written = match["since"] or match["year"]
        year = han_value(written) if written else None
        parts = [match["month"] or match["month2"], match["day"] or match["day2"]]
        month_of, day = (han_value(each) if each else None for each in parts)
        if (written and year is None) or not 1 <= (month_of or 1) <= 12 or not 1 <= (day or 1) <= 31:
            continue
        if match["era"] and year is not None:
            year += eras.years[match["era"]]
        yield Date(start=match.start(), end=match.end(), year=year, month=month_of, day=day)


def _thai(text: str) -> Iterator[Date]:
    for match in within(_THAI_LETTERS, _THAI_DATE, text, _AHEAD):
        word, year = match["month"] or "", int(match["year"])
        named = month(word)
        mark = match["mark"] or match["mark2"] or ("ปี" if word.endswith("ปี") else None)
        buddhist = bool(named or mark) and mark != "ค.ศ." and 2300 <= year < 2700
        if buddhist or (named and 1000 <= year < 2100):
            start = match.start("year") if not named and word else match.start()
            day = int(match["day"]) if named and match["day"] else None
            yield Date(start=start, end=match.end(), year=year - _BUDDHIST * buddhist, month=named, day=day)


def _iranian(text: str) -> Iterator[Date]:
    months, expression = _iranian_months()
    for match in within(_ARABIC_LETTERS, expression, text, _AHEAD):
        year, (start, end) = int(match["year"]), match.span()
        if match["day"] and 1 <= int(match["day"]) <= 31:
            ours = _gregorian(year, months.index(match["month"]), int(match["day"]))
            yield Date(start=start, end=end, year=ours.year, month=ours.month, day=ours.day)
        yield Date(start=start, end=end, year=year + 621, other_year=year + 622)


def _gregorian(year: int, months: int, day: int) -> date:
    """The day of our calendar that is this day, so many months behind the first, of the Iranian one."""
    # 1 Farvardin 1200 was 21 March 1821; the first six months have 31 days, the others 30.
    days = 365 * (year - 1200) + sum(each % 33 in _LEAPS for each in range(1200, year)) + 30 * months + min(months, 6)
    return date(1821, 3, 21) + timedelta(days=days + day - 1)
