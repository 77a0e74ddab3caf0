"""claims.support.scoring.statement_features: which words belong to a detail of a claim, and where a page has them."""

import pytest

from claims.support.contradictions.comparison import compare
from claims.support.index.indexing import make_page
from claims.support.interface import Statement
from claims.support.retrieval.matching import match
from claims.support.scoring.statement_features import statement_features
from tests.claims.support.build import source


def beside(*sentences: str) -> float:
    """The share of the words next to 45 in a claim that are next to it on a page, too."""
    statement = Statement(text="The tail root box 45.")
    seen = match(statement, [make_page(source(*sentences))])
    return statement_features(statement, seen, compare(statement, seen), None, False, 0)["numbers_beside"]


@pytest.mark.parametrize(("there", "share"), [("root box", 1.0), ("box", 0.5)])
def test_two_words_on_either_side_of_a_detail_belong_to_it(there: str, share: float) -> None:
    assert beside(f"It has {there} 45.") == share


@pytest.mark.parametrize(("away", "share"), [(49, 0.5), (50, 0.0)])
def test_on_a_page_a_word_less_than_fifty_characters_away_is_beside_a_detail(away: int, share: float) -> None:
    assert beside(f"It has 45{' so'.ljust(away - 1, 'o')} box.") == share


@pytest.mark.parametrize(("others", "share"), [(19, 1.0), (20, 0.0)])
def test_twenty_places_of_a_detail_are_looked_at(others: int, share: float) -> None:
    assert beside(*["It has 45."] * others, "It has root box 45.") == share
