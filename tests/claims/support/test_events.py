"""claims.support.events: an event that the claim tells and the source does not."""

import pytest

from claims.records import Verdict
from claims.support import default_checker
from claims.support.events import untold
from claims.support.interface import Statement
from claims.support.match import match
from claims.support.page import make_page
from tests.claims.support.build import source

PAGE = source(
    "The harbour company said on Monday that Ida Lorne, its director, has the full support of the board.",
    "She stepped down as head of the fishing council last year and was fined for late accounts.",
    "The company had agreed to a takeover by Brandt Shipping.",
    *(f"The tide tables of pier {number} are printed by the council every spring." for number in range(8)),
)


def event(claim: str) -> str | None:
    statement = Statement(text=claim)
    return untold(statement, match(statement, [make_page(PAGE)]))


@pytest.mark.parametrize(
    ("claim", "missing"),
    [
        ("The harbour company fired its director, Ida Lorne.", "fired"),
        ("Ida Lorne, director of the harbour company, sued the board.", "sued"),
        ("The director Ida Lorne died on Monday.", "died"),
        ("Ida Lorne founded the harbour company.", "founded"),
    ],
)
def test_an_event_of_which_the_source_is_silent_is_told(claim: str, missing: str) -> None:
    assert event(claim) == missing


@pytest.mark.parametrize(
    "claim",
    [
        "Ida Lorne resigned as head of the fishing council.",
        "Brandt Shipping acquired the harbour company.",
        "Ida Lorne was fined for late accounts.",
        "Members of the fishing council lost their papers.",
        "Ida Lorne has the support of the board of the harbour company.",
    ],
)
def test_an_event_told_in_other_words_is_none(claim: str) -> None:
    assert event(claim) is None


def test_a_name_that_looks_like_an_event_is_a_name() -> None:
    assert event("Ida Lorne of Lost Island is director of the harbour company.") is None


def test_a_claim_whose_event_is_untold_is_not_called_supported_and_says_why() -> None:
    checker = default_checker()
    judgement = checker.judge(
        Statement(text="The harbour company fired its director, Ida Lorne."), [checker.index(PAGE)]
    )
    assert judgement.verdict is not Verdict.SUPPORTED
    assert "fired" in (judgement.reason or "")
