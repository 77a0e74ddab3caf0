"""contradictions.words.anchors: how firmly claim and sentence agree around a gap."""

import pytest

from claims.language.tokens import words
from claims.support.contradictions.words.anchors import Anchors, anchors

CLAIM = list(words("Boxes of the harbour were not closed by the old ferry and the new trail of the town"))
"""Its content words are at the places 0, 3, 6, 9, 10, 13, 14 and 17."""


@pytest.mark.parametrize(
    ("pairs", "gap", "expected"),
    [
        ([(3, 3), (4, 4)], 2, Anchors(some=True, both=False)),
        ([(4, 4), (6, 6), (7, 7)], 1, Anchors(some=True, both=False)),
        ([(3, 1), (4, 2), (7, 5), (8, 6), (9, 7)], 2, Anchors(some=True, both=True)),
        ([(3, 3), (5, 5)], 2, Anchors(some=True, both=False)),
        ([(3, 2), (4, 5)], 2, Anchors(some=False, both=False)),
        ([(place, place) for place in (1, 2, 4, 5, 7, 8, 11, 12, 15)], 4, Anchors(some=True, both=False)),
        ([(0, 0), (4, 4), (7, 7), (8, 8)], 2, Anchors(some=False, both=False)),
        ([(1, 1), (2, 2), (4, 3), (7, 7), (8, 8), (11, 9), (12, 12)], 3, Anchors(some=False, both=False)),
        ([(1, 1), (2, 2), (4, 3), (5, 5), (7, 7), (8, 8), (11, 11), (12, 14)], 4, Anchors(some=True, both=False)),
        ([(place, place) for place in (1, 2, 4, 5, 7, 8, 11, 12, 15, 16, 17)], 4, Anchors(some=True, both=True)),
    ],
)
def test_a_gap_is_held_by_agreed_words_next_to_it_or_by_many(
    pairs: list[tuple[int, int]], gap: int, expected: Anchors
) -> None:
    assert anchors(CLAIM, pairs, gap) == expected
