"""claims.support.retrieval.deriving: which sentences are looked at for what a number follows from."""

import pytest

from claims.support.checker import matched
from claims.support.index.indexing import make_page
from claims.support.interface import Statement
from tests.claims.support.build import line, source


@pytest.mark.parametrize(("before", "is_found"), [(7, True), (8, False)])
def test_four_sentences_are_looked_at_beside_the_five_that_cover_a_claim(before: int, is_found: bool) -> None:
    others = [f"Thing {letter} has 312 lamps." for letter in "ABCDEFGH"[:before]]
    last = "It was 312 long ago, on some dull, grey, wet, cold, foul, windy day of rain, hail and snow, and 268 now."
    page = make_page(source(" ".join((*others, last, line(12).capitalize()))))
    _, seen = matched(Statement(text=f"Of the 312 lost, 44 {line(12)}."), [page])
    assert bool(seen.derived[-1]) is is_found
