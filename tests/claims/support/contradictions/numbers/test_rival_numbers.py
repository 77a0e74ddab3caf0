"""contradictions.numbers.rival_numbers: how alike claim and sentence must be for another number to contradict."""

import pytest

from claims.support.contradictions.comparison import compare
from claims.support.contradictions.numbers.rival_numbers import rival
from claims.support.index.indexing import make_page
from claims.support.interface import Statement
from claims.support.retrieval.matching import match
from tests.claims.support.build import EVEN, line, source


def other(claim: str, sentence: str) -> str | None:
    """The number of the sentence in the place of the claim's only one."""
    statement = Statement(text=claim)
    seen = match(statement, [make_page(source(sentence))])
    (detail,) = seen.details
    return rival(seen, 0, detail, compare(statement, seen))


@pytest.mark.parametrize(("claimed", "found"), [(6, "46"), (7, None)])
def test_a_sentence_with_three_fifths_of_the_rest_has_the_claim_s_number(claimed: int, found: str | None) -> None:
    rest = line(claimed).split()
    assert other(f"{' '.join(rest[4:] + rest[:2])} 45 {' '.join(rest[2:4])}.", "Airport architect 46 boy box.") == found


@pytest.mark.parametrize(("words", "found"), [(4, "46"), (2, None)])
def test_a_sentence_with_four_fifths_of_the_rest_needs_not_the_verb_before_the_number(
    words: int, found: str | None
) -> None:
    assert other(f"{line(words)} warned 45 tower.", f"{line(words)} had 46 tower.") == found


@pytest.mark.parametrize(("between", "found"), [(2, "46"), (3, None)])
def test_the_next_shared_word_is_at_most_three_words_from_the_number(between: int, found: str | None) -> None:
    assert other(f"{line(7)} {' '.join(EVEN[-between:])} 45.", f"{line(7)} 46.") == found


@pytest.mark.parametrize(("more", "found"), [("12 and 13", "46"), ("12, 13 and 14", None)])
def test_of_four_numbers_of_one_kind_in_a_sentence_none_is_the_claim_s(more: str, found: str | None) -> None:
    assert other("The airport architect 45 boy box.", f"The airport architect 46 boy box, and {more} eggs.") == found
