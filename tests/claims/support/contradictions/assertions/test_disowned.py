"""contradictions.disowned: what somebody denies in the sources, and a claim states."""

import pytest

from claims.language.tokens import words
from claims.support.contradictions.assertions.disowned import disowned
from claims.support.index.indexing import make_page
from claims.support.interface import Statement
from claims.support.retrieval.match import Match
from claims.support.retrieval.matching import match
from tests.claims.support.build import source


def seen(claim: str, sentence: str) -> Match:
    return match(Statement(text=claim), [make_page(source(sentence))])


def told(claim: str, sentence: str) -> list[tuple[str, str]]:
    return [(turn.claim, turn.source) for turn in disowned(claim, list(words(claim)), seen(claim, sentence))]


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("The port office denied reports that the harbour would be closed to ferries.", "denied … that"),
        ("Roe dismissed all rumours that the harbour will be closed to ferries.", "dismissed … that"),
        ("Nothing came of it: the office rejects that the harbour is closed to ferries.", "rejects … that"),
    ],
)
def test_what_somebody_denies_is_not_so(sentence: str, verb: str) -> None:
    assert told("The harbour will be closed to ferries.", sentence) == [("harbour will be closed to ferries", verb)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The port office confirmed that the harbour would be closed to ferries.",
        "The port office has not denied that the harbour would be closed to ferries.",
        "The port office, which denied that it was late, closed the harbour to ferries.",
        "The port office denied the old, new, true and false reports that the harbour would be closed to ferries.",
        "The port office rejected the bid on the ground that the harbour would be closed to ferries.",
        "The port office denied that it was late; the harbour would be closed to ferries.",
    ],
)
def test_what_nobody_denies_stays(sentence: str) -> None:
    assert told("The harbour will be closed to ferries.", sentence) == []


def test_a_claim_that_tells_of_the_denial_has_it_right() -> None:
    sentence = "The port office denied reports that the harbour would be closed to ferries."
    assert told("The port office denied that the harbour will be closed.", sentence) == []


@pytest.mark.parametrize(
    ("rest", "count"), [("to ferries", 1), ("to traffic", 1), ("to boats, cars, vans and lorries", 0)]
)
def test_half_of_the_claim_is_denied(rest: str, count: int) -> None:
    claim = f"The harbour will be closed {rest}."
    assert len(told(claim, "The port office denied reports that the harbour would be closed to ferries.")) == count
