"""claims.support.contradictions.denials: a denial of the claim that its pages do not share."""

import pytest

from claims.language.tokens import words
from claims.support.contradictions.denials import refuted, unfounded
from claims.support.index.page import make_page
from claims.support.interface import Statement
from claims.support.retrieval.match import match
from tests.claims.support.build import source

PAGE = (
    "The harbour of Tane was dredged in 1931.",
    "Ships of the Reyes line call there on their way to Lagos.",
    "Its lighthouse guides trawlers home.",
    "The fish market opens at five.",
    "A railway links the quay with the county's farms.",
)


def unshared(claim: str, *sentences: str) -> list[str]:
    statement = Statement(text=claim)
    seen = match(statement, [make_page(source(*sentences))])
    return [turn.claim for turn in unfounded(list(words(claim)), seen)]


def test_a_page_that_denies_nothing_does_not_bear_a_denial_out() -> None:
    assert unshared("Trawlers can not find the lighthouse.", *PAGE, "It burns gas.") == ["not find"]


def test_a_sentence_or_two_may_deny_in_words_of_their_own() -> None:
    assert unshared("Trawlers can not find the lighthouse.", "Fog hides the lighthouse from trawlers.") == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Ships of the Reyes line call at the harbour.", ["not call"]),
        ("Ships of the Reyes line never call at the harbour.", []),
        ("Ships of the Reyes line avoid the harbour and call elsewhere.", []),
        ("Ships of the Reyes line pass the harbour by.", []),
    ],
)
def test_what_the_claim_denies_and_a_sentence_affirms_is_told(sentence: str, told: list[str]) -> None:
    assert unshared("Ships of the Reyes line do not call at the harbour.", sentence) == told


def test_a_claim_that_denies_nothing_has_no_unshared_denial() -> None:
    assert unshared("Trawlers find the lighthouse.", *PAGE) == []


def denied(claim: str, *sentences: str) -> list[str]:
    statement = Statement(text=claim)
    seen = match(statement, [make_page(source(*sentences))])
    return [turn.source for turn in refuted(list(words(claim)), seen)]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The harbour of Tane isn't dredged by the county.", ["isn't dredged"]),
        ("The harbour of Tane is dredged by the county.", []),
        ("The harbour of Tane is not only dredged but lit by the county.", []),
        ("The harbour of Tane is not lit but dredged by the county.", []),
        ("Nobody says that barges in Lagos are not dredged.", []),
    ],
)
def test_what_the_claim_affirms_and_the_page_denies_is_told(sentence: str, told: list[str]) -> None:
    assert denied("The county dredged the harbour of Tane.", sentence) == told


def test_what_one_sentence_denies_and_another_affirms_is_not_told() -> None:
    page = ("The harbour of Tane isn't dredged by the county today.", "In 1931 the county dredged the harbour of Tane.")
    assert denied("The county dredged the harbour of Tane.", *page) == []
