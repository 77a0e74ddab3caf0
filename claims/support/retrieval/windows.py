"""Neighbouring sentences of a match that have most of a claim, and the words of sentences by their numbers."""

from dataclasses import dataclass

from claims.support.retrieval.match import Match, union

SIZES = (1, 2, 3, 5, 10)
"""Neighbouring sentences that are taken together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How much of a claim sentences have that are taken together; words are bit sets of the match.

    Attributes:
        best: for each of `SIZES`, the first of the neighbours that have most, and the words.
        cover: the words of the few sentences, from anywhere, that together have most.
        page: the words that any sentence has.
    """

    best: dict[int, tuple[int, int]]
    cover: int
    page: int


def reach(seen: Match) -> Reach:
    """How much of a claim its pages have, sentences taken together in each of the ways there are."""
    return Reach(
        best={size: seen.best_window(size) for size in SIZES},
        cover=union(seen.has[sentence] for sentence in seen.cover),
        page=union(seen.has.values()),
    )
