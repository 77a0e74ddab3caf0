"""contradictions.words.anchors: how firmly claim and sentence agree around a gap."""

import pytest

from claims.language.stemming import stemmer
from claims.language.tokens import words
from claims.support.contradictions.alignment import align
from claims.support.contradictions.words.anchors import Anchors, anchors

CLAIM = "Boxes in the harbour were not closed by the ferry and the trail"


def held(claim: str, sentence: str, gap: int) -> Anchors:
    ours, theirs = list(words(claim)), list(words(sentence))
    return anchors(ours, align(ours, theirs, stemmer("en")).pairs, gap)


@pytest.mark.parametrize(
    ("sentence", "gap", "expected"),
    [
        ("The harbour was full", 2, Anchors(some=True, both=False)),
        ("The old and new boxes are by the", 1, Anchors(some=True, both=False)),
        ("All were by the", 1, Anchors(some=False, both=False)),
        ("The harbour beside us was full, as were ships by the ferry", 2, Anchors(some=True, both=True)),
    ],
)
def test_a_gap_is_held_by_words_next_to_it_that_say_something(sentence: str, gap: int, expected: Anchors) -> None:
    assert held(CLAIM, sentence, gap) == expected
