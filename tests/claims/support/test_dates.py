"""claims.support.dates: dates in any notation and precision."""

import pytest

from claims.support.dates import dates


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
    ],
)
def test_a_source_may_say_more_than_the_claim_but_not_less(found: str, claimed: str, says: bool) -> None:
    assert next(dates(found)).says(next(dates(claimed))) is says


def test_a_date_knows_its_place() -> None:
    text = "It opened on 5 May 1999."
    (found,) = dates(text)
    assert text[found.start : found.end] == "5 May 1999"


def test_other_numbers_are_no_years() -> None:
    assert list(dates("1,983 of 12345 at 1980.5 km, 2003%, 45/99/2003 and A1999")) == []
