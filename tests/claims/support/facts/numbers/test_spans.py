"""claims.support.facts.numbers.spans: which dates of a page say how long something lasted."""

import pytest

from claims.support.facts.details import details
from claims.support.facts.numbers.spans import spanned
from claims.support.index.indexing import make_page
from claims.support.interface import Statement
from tests.claims.support.build import source


def says(claim: str, sentence: str) -> bool:
    (detail,) = details(Statement(text=claim))
    return bool(list(spanned(detail.what, make_page(source(sentence)))))


@pytest.mark.parametrize(("more", "found"), [("", True), (", 1991", False)])
def test_a_sentence_of_over_six_dates_is_a_list(more: str, found: bool) -> None:
    assert says("It lasted seven years.", f"Seen in 1900, 1907, 1930, 1944, 1962, 1975{more}.") is found


@pytest.mark.parametrize(("years", "found"), [(130, True), (131, False)])
def test_two_years_say_how_long_something_lasted_up_to_130_years(years: int, found: bool) -> None:
    assert says(f"It lasted {years} years.", f"It began in 1800 and ended in {1800 + years}.") is found


@pytest.mark.parametrize(("days", "found"), [("three", True), ("four", True), ("five", False)])
def test_the_days_of_a_month_say_it_with_and_without_the_first(days: str, found: bool) -> None:
    assert says(f"It lasted {days} days.", "It lasted from 3 to 6 May.") is found
