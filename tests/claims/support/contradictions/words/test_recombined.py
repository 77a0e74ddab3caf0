"""contradictions.recombined: clauses of a claim made of words of two clauses of its sentence."""

import pytest

from claims.language.tokens import words
from claims.support.contradictions.words.recombined import recombined
from claims.support.index.indexing import make_page
from tests.claims.support.build import source

ARCHIVES = "The firm gave the museum its archives, and sold it the last pan house."


def told(claim: str, sentence: str) -> list[tuple[str, str]]:
    """The words that `recombined` names."""
    page = make_page(source(sentence))
    turns = recombined(claim, list(words(claim)), page.source.text, page.words_of(0), page.stem)
    return [(turn.claim, turn.source) for turn in turns]


@pytest.mark.parametrize(
    ("claim", "sentence", "turn"),
    [
        (
            "The firm gave the museum its last pan house and sold it the archives.",
            ARCHIVES,
            ("house … archives", "archives … house"),
        ),
        (
            "Tane has received its harbour permit, while the council is still reviewing the building permit.",
            "The council of Tane has granted the building permit; the harbour permit is still under review.",
            ("harbour … building", "building … harbour"),
        ),
        (
            "Of the shops, 29 were turned down and five were granted money.",
            "29 shops were granted money and five turned down.",
            ("turned … money", "money … turned"),
        ),
    ],
)
def test_a_clause_with_words_of_two_others_is_found(claim: str, sentence: str, turn: tuple[str, str]) -> None:
    assert told(claim, sentence) == [turn]


@pytest.mark.parametrize(
    "claim",
    [
        "The firm sold the museum the last pan house and gave it the archives.",
        "The museum got its archives and the last pan house.",
        "The firm gave the museum its archives.",
    ],
)
def test_clauses_in_any_order_and_clauses_joined_say_the_same(claim: str) -> None:
    assert told(claim, ARCHIVES) == []


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("Lunde and Tane", "Tane and Lunde"),
        ("Tane, Lunde and Bergen", "Bergen, Tane and Lunde"),
        ("Lunde, Bergen and Tane", "Bergen, Tane and Lunde"),
    ],
)
def test_equals_of_a_list_may_have_any_order(here: str, there: str) -> None:
    assert told(f"The mayors of {here} met.", f"The mayors of {there} met.") == []


@pytest.mark.parametrize(
    ("more", "found"), [("in Lunde yesterday evening", True), ("in Lunde early yesterday evening", False)]
)
def test_each_clause_shares_half_of_its_words(more: str, found: bool) -> None:
    claim = f"Per drove a crane {more}; Ida cut patterns."
    assert bool(told(claim, "Ida drove a crane; Per cut patterns.")) is found
