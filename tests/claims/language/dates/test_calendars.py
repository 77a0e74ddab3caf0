"""claims.language.dates.calendars: dates in other calendars, and in Han numerals, as dates of our own."""

import pytest

from claims.language.dates.calendars import era_dates
from claims.records import FactState
from claims.support import default_checker
from claims.support.interface import Statement
from tests.claims.support.build import source


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("令和3年5月6日に開いた", (2021, 5, 6)),
        ("令和元年に開いた", (2019, None, None)),
        ("昭和四十七年二月に開いた", (1972, 2, None)),
        ("於民國102年9月開館", (2013, 9, None)),
        ("二〇〇三年十一月十二日开馆", (2003, 11, 12)),
        ("เปิดเมื่อ 4 มีนาคม พ.ศ. 2540", (1997, 3, 4)),
        ("เปิดเมื่อ 4 มีนาคม 2540", (1997, 3, 4)),
        ("เปิดเมื่อ 4 มีนาคม ค.ศ. 1997", (1997, 3, 4)),
        ("เปิดในปี 2540", (1997, None, None)),
    ],
)
def test_a_date_of_another_calendar_is_one_of_ours(text: str, told: tuple[int | None, ...]) -> None:
    ((year, month, day),) = [(date.year, date.month, date.day) for date in era_dates(text)]
    assert (year, month, day) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("۱ فروردین ۱۴۰۰", (2021, 3, 21)),
        ("۳۰ اسفند ۱۳۹۹", (2021, 3, 20)),
        ("۲۲ بهمن ۱۳۵۷", (1979, 2, 11)),
        ("۳۱ شهریور ۱۳۵۹", (1980, 9, 22)),
    ],
)
def test_a_day_of_the_iranian_year_is_one_of_ours(text: str, told: tuple[int, int, int]) -> None:
    day, year = era_dates(text)
    assert (day.year, day.month, day.day) == told
    assert year.other_year == (year.year or 0) + 1


@pytest.mark.parametrize("text", ["มีคน 2540 คน", "三月", "Sal 1393", "在1997年"])
def test_other_numbers_are_no_such_date(text: str) -> None:
    assert list(era_dates(text)) == []


@pytest.mark.parametrize(
    ("language", "told", "claim"),
    [
        ("ja", "灯台は昭和23年4月8日に建てられた。", "灯台は1948年4月8日に建てられた。"),
        ("ja", "灯台は1948年4月8日に建てられた。", "灯台は昭和23年4月に建てられた。"),
        ("zh", "燈塔建於民國37年。", "燈塔建於1948年。"),
        ("th", "สร้างเมื่อ 8 เมษายน พ.ศ. 2491", "สร้างเมื่อ ค.ศ. 1948"),
        ("fa", "این فانوس در ۸ آبان ۱۳۲۷ ساخته شد.", "این فانوس در سال ۱۳۲۷ ساخته شد."),
        ("fa", "این فانوس در ۸ آبان ۱۳۲۷ ساخته شد.", "این فانوس در ۳۰ اکتبر ۱۹۴۸ ساخته شد."),
    ],
)
def test_two_calendars_tell_one_date(language: str, told: str, claim: str) -> None:
    checker = default_checker()
    page = checker.index(source(told, language=language))
    facts = checker.judge(Statement(text=claim), [page]).facts
    assert [fact.state for fact in facts] == [FactState.FOUND]
