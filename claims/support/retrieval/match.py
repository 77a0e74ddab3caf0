"""The match of a claim with its pages: which sentences have which of its words, word pairs and details."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from claims.language.tokens import Word
from claims.records import FactKind
from claims.support.facts.detail import Detail
from claims.support.index.page import Page

COVER = 5
"""Sentences that cover a claim together, as many as are quoted."""


@dataclass(frozen=True)
class Match:
    """What `matching.match` finds. Sentences are numbered through all pages, page after page.

    Sets of the claim's words, pairs or details are integers, one bit for each.

    Attributes:
        pages: the pages, and `offsets` the number of each one's first sentence, and last that of the end.
        weights: the weight of each of the claim's words, by its rarity.
        has: sentence -> the words it has; sentences with none are left out. `pairs` and `facts` alike.
        own: for each detail, the claim's words that spell it.
        scores: sentence -> its BM25 score.
        where: for each detail, its occurrences as (page, start, end).
        weighed: the sets weighed so far: most sentences have one of a few.
    """

    pages: Sequence[Page]
    offsets: list[int]
    terms: list[str]
    weights: list[float]
    has: dict[int, int]
    pairs: dict[int, int]
    pair_count: int
    facts: dict[int, int]
    details: list[Detail]
    where: list[list[tuple[int, int, int]]]
    own: list[int]
    scores: dict[int, float]
    weighed: dict[int, float] = field(default_factory=dict)

    def weigh(self, bits: int) -> float:
        """Weigh a set of words, as a share of the claim's weight."""
        known = self.weighed.get(bits)
        if known is None:
            weight, rest = 0.0, bits
            while rest:
                lowest = rest & -rest
                weight += self.weights[lowest.bit_length() - 1]
                rest ^= lowest
            known = self.weighed[bits] = weight / self._total
        return known

    @cached_property
    def _total(self) -> float:
        return sum(self.weights) or 1

    @cached_property
    def cover(self) -> list[int]:
        """At most `COVER` sentences that together have most of the claim, the best first.

        Greedy: each next sentence is the one that adds most to those before it.
        """
        chosen: list[int] = []
        words_had = facts_had = 0
        ascending = sorted(self.has.items())
        while len(chosen) < COVER:
            gains = {
                sentence: self.weigh(bits & ~words_had)
                + 0.1 * (self.facts.get(sentence, 0) & ~facts_had).bit_count()
                + 0.01 * self.scores.get(sentence, 0)
                for sentence, bits in ascending
                if sentence not in chosen
            }
            best = max(gains, key=gains.__getitem__, default=None)
            if best is None or (chosen and gains[best] < 0.05):
                break
            chosen.append(best)
            words_had |= self.has[best]
            facts_had |= self.facts.get(best, 0)
        return chosen

    def details_of(self, *kinds: FactKind) -> int:
        """The set of the details of these kinds."""
        return sum(1 << place for place, detail in enumerate(self.details) if detail.kind in kinds)

    def best_window(self, size: int) -> tuple[int, int]:
        """The first sentence, and the words, of the `size` neighbouring sentences that have most of the claim."""
        has, firsts = self.has, dict[int, int]()
        for sentence, bits in has.items():
            for near in range(sentence + 1, sentence + size):
                if near in has:
                    bits |= has[near]
            firsts[bits] = min(sentence, firsts.get(bits, sentence))
        best = max(((self.weigh(bits), -sentence, bits) for bits, sentence in firsts.items()), default=(0.0, 0, 0))
        return -best[1], best[2]

    def sentence_of(self, number: int) -> tuple[Page, list[Word]]:
        """The page of the sentence of this number, and its words.

        Raises:
            IndexError: the pages have no such sentence.
        """
        for page, (offset, end) in zip(self.pages, pairwise(self.offsets), strict=True):
            if number < end:
                return page, page.words_of(number - offset)
        raise IndexError(number)

    def forms_of(self, numbers: Iterable[int]) -> Iterator[list[str]]:
        """The words, in their normal forms, of each of these sentences; numbers of none are passed over."""
        for number in numbers:
            for page, (offset, end) in zip(self.pages, pairwise(self.offsets), strict=True):
                if offset <= number < end:
                    yield page.forms_of(number - offset)


def union(sets: Iterable[int]) -> int:
    """The union of bit sets."""
    bits = 0
    for each in sets:
        bits |= each
    return bits
