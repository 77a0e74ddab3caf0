"""crawler.timestamps: the times of captures."""

from datetime import timedelta

import pytest

from crawler.timestamps import days_between, distance, first_moment, iso_date, last_moment, moment


def test_a_date_of_any_exactness_has_a_first_and_a_last_second() -> None:
    assert first_moment("2006-03") == "20060301000000"
    assert last_moment("2006-02") == "20060228235959"
    assert (first_moment("2006"), last_moment("2006")) == ("20060101000000", "20061231235959")
    assert last_moment("2007-08-22") == "20070822235959"
    assert first_moment("2014-01-26T20:06:24.123Z") == "20140126200624"


@pytest.mark.parametrize("digits", ["20070800000000", "20071340999999", "0", "", "99999999999999"])
def test_digits_that_are_no_date_are_read_as_the_nearest(digits: str) -> None:
    assert moment(digits)
    assert len(last_moment(digits)) == 14


def test_distances_are_in_days_from_the_date_to_the_capture() -> None:
    assert days_between("2007-08-22", "20071026120000") == 65
    assert days_between("2007-08-22", "20070821235959") == -1
    assert distance("20070822000000", "20070821000000") == timedelta(days=1)
    assert iso_date("20071026120000") == "2007-10-26"


def test_from_a_mere_month_or_year_days_are_counted_from_its_ends() -> None:
    assert days_between("2006-03", "20060320000000") == 0
    assert days_between("2006-03", "20060405000000") == 5
    assert days_between("2006-03", "20060228000000") == -1
    assert days_between("2006", "20060720000000") == 0
    assert days_between("2006", "20070102000000") == 2
