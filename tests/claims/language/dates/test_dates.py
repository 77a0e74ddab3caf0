"""claims.language.dates.dates: dates in any notation and precision."""

import pytest

from claims.language.dates.dates import dates, reference_dates
from tests.work import LINEAR, growth


@pytest.mark.parametrize(
    "text",
    [
        "11 June 2003",
        "June 11, 2003",
        "2003-06-11",
        "2003.06.11",
        "Jun. 11 2003",
        "the 11th of June 2003",
        "2003年6月11日",
        "11/06/2003",
        "06/11/2003",
        "11.6.2003",
        "June 11th, 2003",
        "11. Juni 2003",
        "11 juin 2003",
        "11 de junio de 2003",
        "11 июня 2003",
        "١١ يونيو ٢٠٠٣",
        "١١ حزيران ٢٠٠٣",
        "11 जून 2003",
        "১১ জুন ২০০৩",
        "11 มิถุนายน 2003",
        "ב־11 ביוני 2003",
        "ב-11.6.2003",
        "11ης Ιουνίου 2003",
        "11 Ιουνίου του 2003",
        "11-го июня 2003",
        "11. června 2003",
        "11. 6. 2003",
        "11. kesäkuuta 2003",
        "11 Juni 2003",
        "ngày 11 tháng 6 năm 2003",
        "11 ژوئن ۲۰۰۳",
        "10–11 June 2003",
        "June 10 and 11, 2003",
        "| June 11, 2003 |",
        "10 – 11 June 2003",
        "10 and 11 June 2003",
        "11º de junio de 2003",
        "11th June, 2003",
        "11-June-2003",
        "11.VI.2003",
        "11.vi.2003",
        "11 VI 2003",
        "2003. VI. 11.",
        "2003. június 11.",
        "2003ko ekainaren 11n",
        "11 HAZİRAN 2003",
    ],
)
def test_one_day_in_many_notations(text: str) -> None:
    (claimed,) = dates("11 June 2003")
    (found,) = dates(text)
    assert found.says(claimed)


@pytest.mark.parametrize(
    ("found", "claimed", "says"),
    [
        ("11 June 2003", "June 2003", True),
        ("11 June 2003", "2003", True),
        ("11 June 2003", "11 June", True),
        ("11 June 2003", "2000s", True),
        ("June 2003", "11 June 2003", False),
        ("12 June 2003", "11 June 2003", False),
        ("2013-06-11", "11 June 2003", False),
        ("1990s", "1990", False),
        ("1986/87", "1987", True),
        ("1914–1918", "1916", True),
        ("10–12 June 2003", "10 June 2003", True),
        ("6 November 2003", "11/6/2003", True),
        ("11 June 2003", "11/6/2003", True),
        ("12 June 2003", "11/6/2003", False),
    ],
)
def test_a_source_may_say_more_than_the_claim_but_not_less(found: str, claimed: str, says: bool) -> None:
    assert next(dates(found)).says(next(dates(claimed))) is says


def test_a_date_knows_its_place() -> None:
    text = "It opened on 5 May 1999."
    (found,) = dates(text)
    assert text[found.start : found.end] == "5 May 1999"


@pytest.mark.parametrize("text", ["2019Q4", "2019-Q4", "Q4 2019", "4Q2019", "Q4/2019", "2019T4", "FY2019", "2019ko"])
def test_a_quarter_or_an_ending_leaves_the_year_a_year(text: str) -> None:
    assert [found.iso for found in dates(text)] == [found.iso for found in reference_dates(text)] == ["2019"]


def test_a_month_with_the_ending_of_its_year_in_front_is_read() -> None:
    assert [found.iso for found in dates("1936ko uztailean hasi zen")] == ["1936-07"]


@pytest.mark.parametrize("text", ["20 Kasım 2011", "20 KASIM 2011", "20 kasım 2011", "20 Kasim 2011"])
def test_a_month_with_a_dotless_i_is_read_in_any_case(text: str) -> None:
    assert [found.iso for found in dates(text)] == [found.iso for found in reference_dates(text)] == ["2011-11-20"]


def test_a_word_and_a_number_behind_a_year_leave_it_a_year() -> None:
    found = [(each.year, each.month, each.day) for each in dates("In 2003 about 12 June days were hot")]
    assert found == [(2003, None, None), (None, 6, 12)]


def test_a_sign_of_multiplication_is_no_month() -> None:
    assert [found.iso for found in dates("a relay of 4 X 1500 metres")] == ["1500"]


@pytest.mark.parametrize("text", ["12 leden", "Augusta 12", "Marc 4", "12 rijen"])
def test_a_word_that_is_a_month_elsewhere_is_none_here(text: str) -> None:
    assert list(dates(text)) == []


def test_other_numbers_are_no_years() -> None:
    assert list(dates("1,983 of 12345 at 1980.5 km, 2003%, 45/99/2003 and A1999")) == []


@pytest.mark.parametrize("piece", ["may ", "1 ", "12-", "a", "2003年"])
def test_hostile_text_takes_linear_work(piece: str) -> None:
    assert growth(lambda count: list(dates(piece * count)), 1_000) < LINEAR


def test_a_date_right_behind_a_word_of_a_script_without_spaces_is_read() -> None:
    (found,) = dates("灯台は1891年5月3日に建てられた")
    assert (found.year, found.month, found.day) == (1891, 5, 3)


@pytest.mark.parametrize("text", ["30 February 2010", "31. 6. 2011", "2010-02-31"])
def test_a_day_that_no_month_has_is_none(text: str) -> None:
    assert all(found.day is None for found in reference_dates(text))


@pytest.mark.parametrize("text", ["2019. 5. 3.", "3 మే 2019", "மே 3, 2019", "3 मे 2019", "૩ મે 2019"])
def test_a_day_in_the_notations_of_asia(text: str) -> None:
    assert [found.iso for found in reference_dates(text)] == ["2019-05-03"]


@pytest.mark.parametrize(
    "text",
    [
        "in the 1980s", "in the 80s", "the late 80s", "mid-80s", "the '80s", "the 1970s and 80s", "in den 80er Jahren",
        "in den 1980er-Jahren", "les années 80", "les années 1980", "los años 80", "negli anni '80", "os anos 80",
        "de jaren 80", "på 80-talet", "på 1980-tallet", "i 1980'erne", "в 80-х годах", "w latach 80.", "v 80. letech",
    ],
)  # fmt: skip
def test_a_decade_in_the_words_of_many_languages(text: str) -> None:
    assert [(date.year, date.decade) for date in dates(text)][-1] == (1980, True)


@pytest.mark.parametrize("text", ["in her 80s", "some 80 years", "at 80 degrees", "80, sagt er, Jahre", "12 80er"])
def test_a_number_that_is_no_decade(text: str) -> None:
    assert list(dates(text)) == []


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("in early 2019", (1, 6)),
        ("at the end of 2019", (9, 12)),
        ("in the first half of 2019", (1, 6)),
        ("in Q3 2019", (7, 9)),
        ("in the third quarter of 2019", (7, 9)),
        ("Ende 2019", (9, 12)),
        ("à la fin 2019", (9, 12)),
        ("en mi-2019", (4, 9)),
        ("in 2019", None),
    ],
)
def test_a_part_of_a_year_has_its_months(text: str, months: tuple[int, int] | None) -> None:
    assert [(date.year, date.months) for date in dates(text)] == [(2019, months)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sales Blizzard 11/24/04. Harbour Press", ["2004-11-24"]),
        ("Harbour Press, 24/11/97", ["1997-11-24"]),
        ("Harbour Press 3/7/06", ["2006"]),  # March or July
        ("vol. 11/12/13/14", []),
        ("13/14/05", []),
    ],
)
def test_a_reference_may_write_its_year_with_two_digits(text: str, found: list[str]) -> None:
    assert [date.iso for date in reference_dates(text)] == found
