"""contradictions.alignment: how much of a claim and of a sentence is aligned."""

import pytest

from claims.language.tokens import Word, words
from claims.support.contradictions.alignment import align


def test_a_claim_and_a_sentence_are_aligned_up_to_their_150th_word() -> None:
    line = list(words(" ".join(f"pier{number}" for number in range(151))))

    found = align(line, line, str)

    assert found.same == frozenset(range(150))
    assert not found.added | found.replaced


def line(text: str) -> list[Word]:
    return list(words(text))


@pytest.mark.parametrize(("between", "negated"), [("a new", True), ("a very new", False)])
def test_a_negation_is_of_the_three_words_beside_it(between: str, negated: bool) -> None:
    claim = line("pier of Lunde")
    assert align(claim, line(f"never {between} pier of Lunde"), str).negated is negated
    assert align(claim, line(f"pier of Lunde {between} never"), str).negated is negated


@pytest.mark.parametrize(("others", "opposed"), [(38, True), (39, False)])
def test_an_opposite_among_forty_words_is_one_by_chance(others: int, opposed: bool) -> None:
    left_out = " ".join(f"plank{number}" for number in range(others))
    assert align(line("pier rose late"), line(f"pier {left_out} fell late"), str).opposed is opposed
