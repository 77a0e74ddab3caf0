"""contradictions.denials: what the claim affirms and the pages deny."""

import pytest

from claims.language.tokens import words
from claims.support.contradictions.assertions.denials import averted, refuted
from claims.support.index.indexing import make_page
from claims.support.interface import Statement
from claims.support.retrieval.matching import match
from tests.claims.support.build import line, source


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


def refused(claim: str, sentence: str) -> list[str]:
    seen = match(Statement(text=claim), [make_page(source(sentence))])
    return [turn.source for turn in averted(list(words(claim)), seen)]


@pytest.mark.parametrize(("between", "told"), [(8, ["rejected … to close"]), (9, [])])
def test_a_plan_is_named_at_most_twelve_words_before_its_refusal(between: int, told: list[str]) -> None:
    sentence = f"The plan to close {line(between)} was rejected."
    assert refused(f"They close {line(between)}.", sentence) == told


@pytest.mark.parametrize(("claimed", "told"), [(8, ["not airport"]), (9, [])])
def test_a_sentence_with_half_of_a_claim_denies_what_it_negates(claimed: int, told: list[str]) -> None:
    assert denied(f"{line(claimed)}.", "Not airport architect boy box.") == told


@pytest.mark.parametrize(("between", "told"), [(5, ["not ferry"]), (6, [])])
def test_another_word_of_the_claim_is_at_most_six_words_from_what_is_denied(between: int, told: list[str]) -> None:
    assert denied("Trail ferry.", f"Trail {line(between - 1)} not ferry.") == told


@pytest.mark.parametrize(("behind", "told"), [("the and of dredged", ["not dredged"]), ("the and of in dredged", [])])
def test_a_denial_is_about_one_of_the_four_words_behind_it(behind: str, told: list[str]) -> None:
    assert denied("The county dredged the harbour.", f"Of the county is the harbour not {behind}.") == told


@pytest.mark.parametrize(
    ("behind", "told"),
    [
        ("the grey plan to close", ["rejected … to close"]),
        ("the old grey plan to close", []),
        ("plan of last year to close", ["rejected … to close"]),
        ("plan of late last year to close", []),
        ("a plan to and of the close", ["rejected … to close"]),
        ("a plan to and of the in close", []),
        ("to close", ["rejected … to close"]),
        ("it to close", []),
    ],
)
def test_what_is_rejected_stands_near_behind_the_verb(behind: str, told: list[str]) -> None:
    assert refused("They close airport architect boy.", f"Airport architect boy rejected {behind}.") == told
