"""contradictions.plans: plans, requests and open decisions, and what they are about."""

import pytest

from claims.language.tokens import words
from claims.support.contradictions.assertions.plans import plans
from tests.claims.support.build import line


def planned(sentence: str) -> list[tuple[str, str]]:
    told = list(words(sentence))
    return [(plan.words, " ".join(told[at].form for at in sorted(plan.about))) for plan in plans(sentence, told)]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("A new pier, of stone, is still planned for May.", [("is planned", "a new pier of stone is still for may")]),
        ("A new pier was planned for May.", []),
        ("A new pier is being built.", [("is being built", "a new pier is being")]),
        ("A new pier is built.", []),
        ("Both piers are to close.", [("are to", "both piers are close")]),
        ("A new pier is to the left.", []),
        ("Tane has asked the county to dredge the port where it is old.", [("asked … to", "dredge the port")]),
        ("Tane asked the county to dredge the port.", []),
        ("Tane hopes for a way to it.", []),
        ("The county recommends a new pier.", [("recommends", "a new pier")]),
        ("A new pier is under review.", [("is under review", "a new pier is")]),
        ("The pier opened, but the port is under review.", [("is under review", "but the port is")]),
    ],
)
def test_a_plan_is_about_the_words_of_its_clause(sentence: str, told: list[tuple[str, str]]) -> None:
    assert planned(sentence) == told


@pytest.mark.parametrize(("between", "told"), [(3, ["asked … to"]), (4, [])])
def test_a_plan_has_its_to_within_four_words(between: int, told: list[str]) -> None:
    assert [words for words, _ in planned(f"Tane has asked {line(between)} to close.")] == told


def test_a_plan_is_about_thirty_words_at_most() -> None:
    assert [about for _, about in planned(f"It recommends {' '.join(f'pier{at}' for at in range(31))}.")] == [
        " ".join(f"pier{at}" for at in range(30))
    ]


@pytest.mark.parametrize(("adverbs", "told"), [(3, ["is planned"]), (4, [])])
def test_a_participle_has_its_auxiliary_within_four_words(adverbs: int, told: list[str]) -> None:
    assert [words for words, _ in planned(f"A new pier is {'newly ' * adverbs}planned.")] == told
