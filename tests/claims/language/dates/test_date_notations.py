"""Dates in the words and figures of many languages, as exact as they are."""

import pytest

from claims.language.dates.dates import iso_date

DATES = {
    "12 August 2002": "2002-08-12",
    "August 12, 2002": "2002-08-12",
    "March/April 2006": "2006-03",
    "Sept. 2004": "2004-09",
    "2007-10-26": "2007-10-26",
    "1986": "1986",
    "Spring 2004": "2004",
    "3. Mai 2004": "2004-05-03",
    "1er mai 2004": "2004-05-01",
    "3 de marzo de 2005": "2005-03-03",
    "22 agosto 2007": "2007-08-22",
    "5 марта 2004 г.": "2004-03-05",
    "5 marca 2004": "2004-03-05",
    "2005年3月4日": "2005-03-04",
    "2010년 3월 4일": "2010-03-04",
    "ngày 5 tháng 3 năm 2010": "2010-03-05",
    "17. septembra 2015": "2015-09-17",
    "17. Mäerz 2015": "2015-03-17",
    "17. Auguscht 2015": "2015-08-17",
    "ഓഗസ്റ്റ് 2021": "2021-08",
    "17 ጃንዋሪ 2015": "2015-01-17",
    "28סטן יאנואר 2015": "2015-01-28",
    "1טן נאוועמבער 2015": "2015-11-01",
    "3 אַפּריל 2016": "2016-04-03",
    "3 مارس 2006": "2006-03-03",
    "23/03/2004": "2004-03-23",
    "5. 3. 2010": "2010-03-05",
    "2005-5-8": "2005-05-08",
    "2007-10": "2007-10",
    "1996/03/06": "1996-03-06",
    "Smith J (2015). Mar Biol 162": "2015",
    "Cell. 2015 May;3(2)": "2015-05",
    "2007 November 26": "2007-11-26",
    "N Engl J. 2015 Jan 17;372(3):1–9": "2015-01-17",
    "2015, ജനുവരി 17": "2015-01-17",
    "2007, 26 November": "2007-11-26",
    "October–December 2007": "2007-10",
    "Billboard: 22. March 17, 1962": "1962-03-17",
    "31May 2013": "2013-05-31",
    "Sabra 1978a": "1978",
    "۳ مه ۲۰۰۹": "2009-05-03",
}


@pytest.mark.parametrize(("text", "iso"), DATES.items())
def test_a_date_is_read(text: str, iso: str) -> None:
    assert iso_date(text) == iso


def test_of_an_ambiguous_date_only_the_year_is_taken() -> None:
    assert iso_date("03/04/2006") == "2006"


@pytest.mark.parametrize("text", ["", "46 (2): 275–297", "13 32", "no date", "p. 1298", "arXiv 2005.14165"])
def test_other_numbers_are_no_dates(text: str) -> None:
    assert iso_date(text) is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Ito, 5 May 2004.", "2004-05-05"),  # read by the months of English alone
        ("Ito, 5 maggio 2004.", "2004-05-05"),
        ("Ito, 5 ИЮНЯ 2004.", "2004-06-05"),
        ("Ito, 1erfévrier 2004.", "2004-02-01"),
    ],
)
def test_a_name_of_a_month_that_english_has_not_is_read_too(text: str, iso: str) -> None:
    assert iso_date(text) == iso
