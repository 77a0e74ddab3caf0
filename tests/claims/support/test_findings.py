"""claims.support.findings: how the sources stand to each detail of a claim."""

from claims.records import FactState
from claims.support import default_checker
from claims.support.interface import Statement
from tests.claims.support.build import source

CHECKER = default_checker()
PAGE = source(
    "The council of Lunde bought 12 buses for the new line to the harbour.",
    "Line 7 runs every hour.",
    "On Sundays the museum of clocks, which is free for children under 45 inches, opens late.",
    *(f"The bakery in lane {name} sells rye bread." for name in ("A", "B", "C", "D")),
)


def state(claim: str, detail: str) -> FactState:
    (fact,) = (
        fact
        for fact in CHECKER.judge(Statement(text=claim), [CHECKER.index(PAGE)]).facts
        if fact.text.startswith(detail)
    )
    return fact.state


def test_a_number_that_stands_by_other_words_of_the_claim_is_found() -> None:
    assert state("The council of Lunde bought 12 buses.", "12") is FactState.FOUND


def test_a_number_that_stands_only_where_the_page_speaks_of_other_things_is_not() -> None:
    assert state("The ferry carried 45 passengers and the council bought buses.", "45") is not FactState.FOUND


def test_a_number_in_the_place_of_the_claims_contradicts_it() -> None:
    assert state("The council of Lunde bought 45 buses for the new line.", "45") is FactState.CONTRADICTED
