"""claims.language.dates.contextual_dates: months alone, and dates relative to the day of publication."""

from datetime import date

import pytest

from claims.language.dates.contextual_dates import bare_months, relative_dates
from tests.work import LINEAR, growth


def test_months_alone_need_a_sign_that_they_are_months() -> None:
    text = "It opened in May; June saw rain. They may march in March."
    assert [text[found.start : found.end] for found in bare_months(text)] == ["May", "June", "March"]


@pytest.mark.parametrize(
    "text",
    ["The Family Mart opened there.", "Avril Lavigne sang.", "Marco Polo came home.", "Mars has two moons.",
     "It was written by August Wilson.", "Jan Hus was burnt at the stake.", "Julio Cortázar lived in Paris."],
)  # fmt: skip
def test_a_name_is_no_month(text: str) -> None:
    assert list(bare_months(text)) == []


@pytest.mark.parametrize(
    ("language", "text", "month"),
    [("tr", "Ekim ayında açıldı.", 10), ("de", "Sie öffnete im März.", 3), ("fr", "Avril fut pluvieux.", 4),
     ("de", "Sie schloss im August Tore und Türen.", 8), ("en", "In August Germany declared war.", 8)],
)  # fmt: skip
def test_months_alone_are_those_of_the_language(language: str, text: str, month: int) -> None:
    assert [found.month for found in bare_months(text, language)] == [month]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It happened on Tuesday.", (2003, 6, 10)),
        ("It happened on Monday.", (2003, 6, 9)),
        ("It happened on Wednesday.", (2003, 6, 11)),
        ("It happened yesterday.", (2003, 6, 11)),
        ("It happened last month.", (2003, 5, None)),
        ("It happened last year.", (2002, None, None)),
        ("Tonight, that is tonight, it happens.", (2003, 6, 12)),
        ("It is said that it opens next Tuesday.", (2003, 6, 17)),
        ("Last and this week, and this month.", (2003, 6, None)),
    ],
)
def test_relative_dates_are_counted_from_the_day_of_publication(
    text: str, day: tuple[int, int | None, int | None]
) -> None:
    (found,) = relative_dates(text, date(2003, 6, 12))
    assert (found.year, found.month, found.day) == day


@pytest.mark.parametrize("piece", ["may ", "on May"])
def test_hostile_text_takes_linear_work(piece: str) -> None:
    assert growth(lambda count: list(bare_months(piece * count)), 1_000) < LINEAR
