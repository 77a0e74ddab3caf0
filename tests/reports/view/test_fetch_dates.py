"""Which sources are of which day, where the report is not all of one."""

from dataclasses import replace

import pytest

from reports.formats.registry import FORMATS
from reports.view.summary import fetch_dates
from tests.reports.examples import report
from tests.reports.lighthouse import LIGHTHOUSE


def dated(days):
    """The lighthouse report, each citation fetched on its day in `days`, or not known when."""

    def check(one):
        return replace(one, fetched=f"{days[one.citation]}T04:00:00Z" if one.citation in days else None)

    claims = tuple(replace(claim, checks=tuple(map(check, claim.checks))) for claim in LIGHTHOUSE.claims)
    return report(replace(LIGHTHOUSE, claims=claims))


TODAY = {"1": "2026-01-01", "2": "2026-01-01"}
MIXED = {"1": "2025-12-30", "2": "2025-12-30", "4": "2026-01-01"}


def words(days):
    made = dated(days)
    return fetch_dates(made, made.documents)


@pytest.mark.parametrize("days", [{}, TODAY])
def test_nothing_is_said_where_all_is_of_the_reports_day(days):
    assert words(days) == ""


def test_each_day_is_told_with_its_sources():
    assert words(MIXED) == (
        "Sources were fetched from the archives on different days:"
        " 2 sources on 30 December 2025 and 1 source on 1 January 2026."
    )


def test_many_days_are_told_by_the_first_and_the_last():
    days = {name: f"2025-12-{day}" for name, day in zip("12459", range(20, 25), strict=True)}

    assert words(days) == "5 sources were fetched on 5 different days, from 20 December 2025 to 24 December 2025."


def text(name, days):
    return "".join(piece for pieces in FORMATS[name].render(dated(days)).values() for piece in pieces)


@pytest.mark.parametrize("name", ["html", "markdown"])
def test_people_are_told_in_the_report(name):
    assert "2 sources on 30 December 2025" in text(name, MIXED)
    assert "on different days" not in text(name, TODAY)


def test_a_finding_says_when_its_source_was_fetched_if_that_was_another_day():
    assert "Fetched on 30 December 2025." in text("html", MIXED)
    assert "Fetched on" not in text("html", TODAY)
