"""contradictions.names.rivals: how alike claim and sentence must be for another name to contradict the claim's."""

import pytest

from claims.support.contradictions.comparison import compare
from claims.support.contradictions.names.rivals import rivals
from claims.support.index.indexing import make_page
from claims.support.interface import Statement
from claims.support.retrieval.matching import match
from tests.claims.support.build import EVEN, line, source


def instead(claim: str, *sentences: str) -> list[str]:
    """The names of the sentences in the place of the claim's, which is Otto Lindqvist."""
    statement = Statement(text=claim)
    seen = match(statement, [make_page(source(*sentences))])
    beside = compare(statement, seen)
    return [rival.name for rival in rivals(beside.claim, beside.names, seen)]


OTHER = ["Alma Reyes"]


@pytest.mark.parametrize(("claimed", "there", "others"), [(6, 5, OTHER), (4, 3, [])])
def test_another_name_counts_where_a_sentence_has_four_fifths_of_the_rest(
    claimed: int, there: int, others: list[str]
) -> None:
    claim = f"The {' '.join(reversed(EVEN[:claimed]))} of Otto Lindqvist."
    assert instead(claim, f"The {' '.join(reversed(EVEN[:there]))} of Alma Reyes.", "Otto Lindqvist sang.") == others


@pytest.mark.parametrize(("beside", "others"), [(3, OTHER), (4, [])])
def test_it_does_not_where_the_name_has_over_half_of_the_rest_beside_it(beside: int, others: list[str]) -> None:
    claim = f"The {line(7)} of Otto Lindqvist."
    assert instead(claim, f"The {line(7)} of Alma Reyes.", f"Otto Lindqvist sang, {line(beside)}.") == others


@pytest.mark.parametrize(("beside", "others"), [(5, OTHER), (6, [])])
def test_nor_with_over_three_quarters_where_the_deed_is_another(beside: int, others: list[str]) -> None:
    claim = f"Otto Lindqvist warned {line(6)}."
    away = f"Otto Lindqvist sang, {line(beside)}."
    assert instead(claim, f"Alma Reyes warned {line(6)}.", "It rained.", away) == others


@pytest.mark.parametrize(("claimed", "others"), [(11, OTHER), (9, [])])
def test_nor_where_the_name_alone_has_a_tenth_of_the_rest(claimed: int, others: list[str]) -> None:
    here = EVEN[: claimed - 1]
    claim = f"The {' '.join(here)} trail of Otto Lindqvist."
    assert instead(claim, f"The {' '.join(here)} of Alma Reyes.", "Otto Lindqvist sang on a trail.") == others


@pytest.mark.parametrize(("claimed", "others"), [(3, OTHER), (2, [])])
def test_nor_where_the_claim_has_fewer_than_three_other_words(claimed: int, others: list[str]) -> None:
    assert instead(f"The {line(claimed)} of Otto Lindqvist.", f"The {line(claimed)} of Alma Reyes.") == others


@pytest.mark.parametrize(("joined", "others"), [("of", OTHER), ("long, while of", [])])
def test_nor_where_the_other_name_is_in_the_next_part_of_the_sentence(joined: str, others: list[str]) -> None:
    assert instead(f"The {line(7)} of Otto Lindqvist.", f"The {line(7)} {joined} Alma Reyes.", "It rained.") == others


@pytest.mark.parametrize(
    ("full", "others"), [("The Zenith Survey Authority sang.", []), ("The authority sang.", ["Authority"])]
)
def test_a_name_of_one_word_with_an_article_may_stand_for_a_longer_one(full: str, others: list[str]) -> None:
    claim = f"Otto Lindqvist warned {line(6)}."
    assert instead(claim, full, f"The Authority warned {line(6)}.", "Otto Lindqvist slept.") == others
