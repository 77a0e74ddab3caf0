"""Neighbouring sentences of a match that have most of a claim, and the words of sentences by their numbers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from claims.language.tokens import Word
from claims.support.index.page import Page
from claims.support.retrieval.match import Match

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
        best={size: best_window(seen, size) for size in SIZES},
        cover=union(seen.has[sentence] for sentence in seen.cover),
        page=union(seen.has.values()),
    )


def union(sets: Iterable[int]) -> int:
    """The union of bit sets."""
    bits = 0
    for each in sets:
        bits |= each
    return bits


def best_window(seen: Match, size: int) -> tuple[int, int]:
    """The first sentence, and the words, of the `size` neighbouring sentences that have most of the claim."""
    has, firsts = seen.has, dict[int, int]()
    for sentence, bits in has.items():
        for near in range(sentence + 1, sentence + size):
            if near in has:
                bits |= has[near]
        firsts[bits] = min(sentence, firsts.get(bits, sentence))
    best = max(((seen.weigh(bits), -sentence, bits) for bits, sentence in firsts.items()), default=(0.0, 0, 0))
    return -best[1], best[2]


def sentence_of(seen: Match, number: int) -> tuple[Page, list[Word]]:
    """The page of the sentence of this number, and its words."""
    for page, (offset, end) in zip(seen.pages, pairwise(seen.offsets), strict=True):
        if number < end:
            return page, page.words_of(number - offset)
    raise IndexError(number)


def forms_of(seen: Match, numbers: Iterable[int]) -> Iterator[list[str]]:
    """The words, in their normal forms, of each of these sentences; numbers of none are passed over."""
    for number in numbers:
        for page, (offset, end) in zip(seen.pages, pairwise(seen.offsets), strict=True):
            if offset <= number < end:
                yield page.forms_of(number - offset)
