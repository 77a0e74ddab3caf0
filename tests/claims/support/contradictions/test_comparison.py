"""contradictions.comparison: how much of a claim its best sentence must have to be like it."""

import pytest

from claims.support.contradictions.comparison import compare
from claims.support.index.indexing import make_page
from claims.support.interface import Statement
from claims.support.retrieval.matching import match
from tests.claims.support.build import line, source


@pytest.mark.parametrize(("claimed", "there", "alike"), [(8, 4, True), (9, 4, False)])
def test_a_sentence_is_like_a_claim_from_half_of_its_weight_on(claimed: int, there: int, alike: bool) -> None:
    statement = Statement(text=f"{line(claimed)}.")
    beside = compare(statement, match(statement, [make_page(source(f"{line(there)}."))]))

    assert beside.alike is alike
