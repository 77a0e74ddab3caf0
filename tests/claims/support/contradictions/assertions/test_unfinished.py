"""contradictions.unfinished: deeds that a claim says are done and its pages only plan."""

import pytest

from claims.language.tokens import words as words_of
from claims.support.contradictions.assertions.unfinished import unfinished
from claims.support.index.indexing import make_page
from claims.support.interface import Statement
from claims.support.retrieval.matching import match
from tests.claims.support.build import line, source

PLAN = "Her next work, a floor piece for the library of Tane, is planned for May."


def found(claim: str, *sentences: str) -> list[tuple[str, str]]:
    seen = match(Statement(text=claim), [make_page(source(*sentences))])
    return [(turn.claim, turn.source) for turn in unfinished(claim, list(words_of(claim)), seen)]


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("Ida Lunde has completed a floor piece for the library of Tane.", [("has completed", "is planned")]),
        ("A floor piece for the library of Tane has been completed.", [("has been completed", "is planned")]),
        ("A floor piece for the library of Tane has been in use since June.", [("has been", "is planned")]),
        ("Ida Lunde completes a floor piece for the library of Tane.", []),
        ("Ida Lunde has begun to plan a floor piece for the library of Tane.", []),
        ("Ida Lunde has not completed a floor piece for the library of Tane.", []),
    ],
)
def test_what_a_claim_has_in_the_perfect_and_its_page_in_a_plan_is_told(
    claim: str, told: list[tuple[str, str]]
) -> None:
    assert found(claim, PLAN) == told


def test_a_number_is_no_word_of_a_deed_so_that_the_plan_is_known_by_who_plans_it() -> None:
    sentence = "The mill is expected to create 400 jobs."
    assert found("The mill has created 400 jobs.", sentence) == [("has created", "is expected")]


@pytest.mark.parametrize(
    "elsewhere",
    [
        "The floor piece for the library of Tane came in June.",
        "Ida Lunde completed it; the floor piece for Tane is blue.",
    ],
)
def test_what_another_sentence_has_outside_of_a_plan_is_not_told(elsewhere: str) -> None:
    assert found("Ida Lunde has completed a floor piece for the library of Tane.", PLAN, elsewhere) == []


@pytest.mark.parametrize(("words", "planned", "told"), [(6, 3, [("has closed", "recommends")]), (7, 3, []), (6, 2, [])])
def test_a_plan_has_half_of_the_deed(words: int, planned: int, told: list[tuple[str, str]]) -> None:
    deed = line(words).split()
    page = f"It recommends {' '.join(deed[:planned])}."
    assert found(f"Lunde has closed {' '.join(deed)}.", page, f"There is {' '.join(deed[planned:])}.") == told


@pytest.mark.parametrize(("apart", "told"), [(6, [("has closed", "recommends")]), (7, [])])
def test_a_sentence_with_three_fifths_of_what_is_planned_may_say_that_it_is_done(
    apart: int, told: list[tuple[str, str]]
) -> None:
    # A word of two sentences weighs half: 6 of 9 words have 3 of 6, 7 have 3.5 of 5.5.
    page = (f"It recommends {line(9)}.", f"There is {line(apart)}.")
    assert found(f"Lunde has closed {line(9)}.", *page) == told


@pytest.mark.parametrize(("planned", "told"), [("chain 7", []), ("chain boy", [("has closed", "recommends")])])
def test_a_plan_has_two_words_of_the_deed(planned: str, told: list[tuple[str, str]]) -> None:
    assert found(f"Lunde has closed {planned}.", f"It recommends {planned}.") == told


@pytest.mark.parametrize(("times", "told"), [(20, [("has closed", "plans … to")]), (21, [])])
def test_what_more_than_twenty_sentences_plan_is_not_told(times: int, told: list[tuple[str, str]]) -> None:
    assert found(f"Lunde has closed {line(3)}.", *(f"Pier {at} plans to {line(3)}." for at in range(times))) == told
