"""claims.support.contradictions.fact_findings: how the sources stand to each detail of a claim."""

import pytest

from claims.records import FactState
from claims.support import default_checker
from claims.support.interface import Statement
from tests.claims.support.build import line, source

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


def test_a_date_beside_a_page_without_words_is_not_found() -> None:
    page = CHECKER.index(source("-" * 2_000 + "a"))
    judged = CHECKER.judge(Statement(text="The council bought 12 buses in 1934."), [page])
    assert all(fact.state is not FactState.FOUND for fact in judged.facts)


def against(claim: str, *sentences: str) -> list[tuple[str, str | None]]:
    """The contradicted details of a claim, each with what the sources have."""
    facts = CHECKER.judge(Statement(text=claim), [CHECKER.index(source(*sentences))]).facts
    return [(fact.text, fact.found) for fact in facts if fact.state is FactState.CONTRADICTED]


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        (
            "The Booster 9 reached the upper sky in a smooth burn.",
            "The Ship 25 reached the upper sky in a smooth burn.",
        ),
        ("The heat of Lunde rises by 2 degrees.", "The heat of Lunde rises by 1.1 to 6.4 degrees."),
        ("The fair of Lunde was held on 14 May.", "The fair of Lunde was held from 13 May through 15 May."),
        ("The ice of Lunde was lowest in 2009.", "The ice of Lunde was lowest in 2002, 2005, 2007 and 2012."),
        (
            "Lunde won the cup in 2019.",
            "Lunde won the cup this year, building with care on what it had learnt in 2018.",
        ),
        ("The plant of Lunde emits 29 million tonnes of soot.", "The plant of Lunde emits 29 million tons of soot."),
        ("Masks in Lunde stop the spread of COVID-19.", "Masks in Lunde stop the spread of SARS-CoV-2."),
    ],
)
def test_what_may_be_so_beside_the_claim_s_is_no_contradiction(claim: str, sentence: str) -> None:
    assert against(claim, sentence) == []


def test_a_detail_that_another_sentence_about_the_same_has_is_not_contradicted() -> None:
    page = ("Lunde sold 40 boats in the third quarter.", "Lunde sold 30 boats in the second quarter.")
    assert against("In the second quarter Lunde sold boats worth 40 crowns.", *page) == []


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("The film is liked in Iraq, Libya and Nepal.", [("Nepal", "Sri Lanka")]),
        ("The film is not liked in Iraq, Libya and Nepal.", []),
        ("The film is liked in Iraq, Libya and by Nepalese monks.", []),
    ],
)
def test_a_name_in_the_very_place_of_another_contradicts_it(claim: str, told: list[tuple[str, str]]) -> None:
    assert against(claim, "The film is liked in Iraq, Libya and Sri Lanka.") == told


def test_a_number_found_elsewhere_on_a_page_in_another_language_is_not_contradicted() -> None:
    told = source(
        "Drei Jahre alt war das Schiff Anna Brenner, das nach 65 Stunden aus dem Hafen gezogen wurde.",
        "Im Viertel am Kai sanken 17 Boote.",
        language="de",
    )
    claim = "Am Kai sanken 17 Boote, das Schiff Anna Brenner wurde nach 65 Stunden aus dem Hafen gezogen."
    facts = CHECKER.judge(Statement(text=claim), [CHECKER.index(told)]).facts
    assert {fact.state for fact in facts} == {FactState.FOUND}


def test_a_detail_of_many_words_is_contradicted_as_one() -> None:
    claim, sentence = (f"Olsen won the race in 2 hours 10 minutes and {number} seconds." for number in (55, 54))
    assert against(claim, sentence) == [("2 hours 10 minutes and 55 seconds", "2 hours 10 minutes and 54 seconds")]


def test_a_part_of_what_the_source_counts_contradicts_nothing() -> None:
    assert not against("A pig has 38 chromosomes in each cell.", "A pig has 19 chromosome pairs in each cell.")


def test_a_detail_with_its_own_words_in_another_sentence_is_not_contradicted() -> None:
    page = (
        "The choir left the choral league of Lunde, in which Ida Berg founded a second league in 1969.",
        "It was founded in 1968 by students.",
    )
    assert against("The choral league of Lunde was founded in 1968.", *page) == []


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("The patients had a count of 1,733 cells.", []),
        ("The patients had a count of 1,333 cells.", [("1,333", "1,500")]),
    ],
)
def test_a_number_that_keeps_the_sources_bound_is_not_contradicted(claim: str, told: list[tuple[str, str]]) -> None:
    assert against(claim, "The patients had a count of > 1,500 cells.") == told


@pytest.mark.parametrize(
    ("claim", "detail"),
    [
        ("The ferry carried 64,000 passengers and the council bought buses.", "64,000"),
        ("The statue was carved in the 17th century.", "17th"),
        ("Ida Brenner sang for 18 years.", "18 years"),
    ],
)
def test_a_large_number_or_one_told_in_dates_is_the_claims_wherever_it_is(claim: str, detail: str) -> None:
    page = source(
        "The farm keeps 64,000 birds.", "Year: 1632", "Active: 1965-1983", *(f"Lane {name} is long." for name in "ABCD")
    )
    facts = CHECKER.judge(Statement(text=claim), [CHECKER.index(page)]).facts
    assert [fact.state for fact in facts if fact.text == detail] == [FactState.FOUND]


@pytest.mark.parametrize(("words", "found"), [(9, FactState.FOUND), (11, FactState.MISSING)])
def test_a_small_number_needs_a_tenth_of_the_claim_s_other_words_beside_it(words: int, found: FactState) -> None:
    page = CHECKER.index(source("12 airports.", *(f"Lane {name} is long." for name in "ABCDEF")))
    (fact,) = CHECKER.judge(Statement(text=f"{line(words)} 12."), [page]).facts

    assert fact.state is found


@pytest.mark.parametrize(("number", "found"), [(99, FactState.MISSING), (100, FactState.FOUND)])
def test_a_number_is_the_claims_wherever_it_is_from_a_hundred_on(number: int, found: FactState) -> None:
    page = CHECKER.index(source(f"A farm keeps {number} sheep.", *(f"Lane {name} is long." for name in "ABCDEF")))
    (fact,) = CHECKER.judge(Statement(text=f"The ferry carried {number} passengers."), [page]).facts

    assert fact.state is found


@pytest.mark.parametrize(
    ("number", "found"), [("4", FactState.MISSING), ("4.2", FactState.FOUND), ("2–2", FactState.FOUND)]
)
def test_a_number_with_decimals_and_a_score_are_the_claims_wherever_they_are(number: str, found: FactState) -> None:
    page = source(f"The bakery in lane A sold {number} tons of bread.", *(f"It is {line(7)}." for _ in range(6)))
    judged = CHECKER.judge(
        Statement(text=f"The council of Lunde bought {number} boats for ferries."), [CHECKER.index(page)]
    )
    assert [fact.state for fact in judged.facts if fact.text.startswith(number)] == [found]
