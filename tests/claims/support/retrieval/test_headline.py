"""claims.support.retrieval.headline: which capitals of a headline its pages bear out."""

import pytest

from claims.records import FactState, Verdict
from claims.support import default_checker
from claims.support.index.indexing import make_page
from claims.support.interface import Statement
from claims.support.retrieval.headline import in_prose
from tests.claims.support.build import source

PAGE = make_page(
    source(
        "After the storm the council of Westhaven opened a new harbour bridge, the longest bridge on the coast.",
        "Mayor Anna Stone cut the ribbon, and the harbour band played for the council.",
    )
)


def prose(claim: str) -> str:
    return in_prose(Statement(text=claim), [PAGE]).text


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Westhaven Council Opened Longest Bridge", "Westhaven council opened longest bridge"),
        ("Council Of Westhaven Opened Harbour Bridge", "Council of Westhaven opened harbour bridge"),
        ("Mayor Anna Stone Opened The Harbour Bridge", "Mayor Anna Stone opened the harbour bridge"),
        ("Council Opened Bridge Named Aurora Span", "Council opened bridge Named Aurora Span"),
    ],
)
def test_words_that_the_page_writes_small_are_written_small(headline: str, expected: str) -> None:
    assert prose(headline) == expected


@pytest.mark.parametrize(
    "claim",
    [
        "Anna Stone, Mayor of Westhaven, opened the Harbour Bridge.",
        "Harbour Bridge",
        "WESTHAVEN COUNCIL OPENED HARBOUR BRIDGE",
    ],
)
def test_no_headline_stays_as_it_is(claim: str) -> None:
    assert prose(claim) == claim


def test_a_headline_is_not_one_long_name() -> None:
    headline = "Council Of Westhaven Opened The Longest Bridge On The Coast After The Storm"
    judgement = default_checker().judge(Statement(text=headline), [PAGE])
    assert judgement.verdict is Verdict.SUPPORTED
    assert ("Westhaven", FactState.FOUND) in [(fact.text, fact.state) for fact in judgement.facts]


def test_details_are_told_as_the_headline_writes_them() -> None:
    headline = "Council Of Northport Opened The Longest Bridge On The Coast"
    judgement = default_checker().judge(Statement(text=headline), [PAGE])
    assert judgement.verdict is not Verdict.SUPPORTED
    assert [fact.text for fact in judgement.facts if fact.state is not FactState.FOUND] == ["Northport"]


@pytest.mark.parametrize(
    ("headline", "expected"),
    [("Council Opened Longest Bridge", "Council opened longest bridge"), ("Council Opened Bridge",) * 2],
)
def test_a_headline_has_four_words(headline: str, expected: str) -> None:
    assert prose(headline) == expected


@pytest.mark.parametrize(("capitals", "last"), [(24, "bridge"), (25, "Bridge")])
def test_a_page_shows_by_a_word_s_first_fifty_places_how_it_is_written(capitals: int, last: str) -> None:
    page = make_page(source(*["Bridge"] * capitals, *["The bridge."] * 60))
    found = in_prose(Statement(text="Council Of Westhaven Opened Bridge"), [page]).text

    assert found.split()[-1] == last
