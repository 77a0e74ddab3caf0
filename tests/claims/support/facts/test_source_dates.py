"""The date of a source: what the page does not say of its own time, its reference says."""

import pytest

from claims.records import Citation, FactKind, FactState, Verdict
from claims.references.publication_dates import with_publication_date
from claims.support import default_checker
from claims.support.interface import Judgement, Statement
from tests.claims.support.build import source

LAND = (
    "The charity had already been allocated 1.3 square kms of land at a place 40 km outside the capital, its director "
    "said on Monday. A refugee camp is to be set up there."
)
VISIT = (
    "Kim Yong-nam, the head of the assembly's presidium, arrived in Ulan Bator on Friday for an official visit. It is "
    "his third visit to Mongolia."
)
WEATHER = "It will rain in the north. The museum opens at ten. A bus leads to the lake. The school has a garden."


def judged(claim: str, page: str, date: str | None) -> Judgement:
    checker, citation = default_checker(), Citation(id="7", text="A report.", url="https://news.example/7", date=date)
    return checker.judge(Statement(text=claim), [checker.index(with_publication_date(source(page, WEATHER), citation))])


@pytest.mark.parametrize(
    ("claim", "page", "date"),
    [
        ("In 2005, the charity received 1.3 square kilometres of land outside the capital.", LAND, "2005-09-06"),
        ("In July 2007, Kim Yong-nam made his third visit to Mongolia.", VISIT, "2007-07-21"),
    ],
)  # fmt: skip
def test_a_report_need_not_say_the_year_in_which_it_was_written(claim: str, page: str, date: str) -> None:
    assert judged(claim, page, date).verdict is Verdict.SUPPORTED
    (dated,) = [fact for fact in judged(claim, page, None).facts if fact.kind is FactKind.DATE]
    assert dated.state is FactState.MISSING


def test_a_year_of_its_own_counts_and_not_that_of_the_report() -> None:
    found = judged("The museum was opened in 2005.", "The museum was opened in 1998, its director said.", "2005-09-06")
    assert found.verdict is Verdict.CONTRADICTED


def test_a_report_of_another_year_does_not_date_the_claim() -> None:
    found = judged("In 2004, the charity received 1.3 square kilometres of land.", LAND, "2005-09-06")
    assert found.verdict is not Verdict.SUPPORTED
