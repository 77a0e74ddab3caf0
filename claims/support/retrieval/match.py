"""The match of a claim with its pages: which sentences have which of its words, word pairs and details."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from claims.language.tokens import Word
from claims.records import FactKind
from claims.support.facts.detail import Detail
from claims.support.index.page import LONG, Page

COVER = 5
"""Sentences that cover a claim together, as many as are quoted."""

_DETAIL, _SCORE = 0.1, 0.01
"""What a new detail, and a point of BM25, adds to a sentence's gain beside the share of new words. A word that is not
common adds some 20 points: a sentence that repeats the claim's rare words gains by it though its words are had."""

_LEAST = 0.05
"""Gain that a further sentence has at least: one without a word of the claim, whose details are had, has none."""

Occurrence = tuple[int, int, int]
"""Number of a page, and where in its text something begins and ends."""


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
        where: for each detail, its occurrences.
        derived: the same of numbers and dates from which the detail follows.
    """

    pages: Sequence[Page]
    offsets: list[int]
    terms: list[str]
    weights: list[float]
    has: dict[int, int]
    pairs: dict[int, int]
    pair_count: int
    facts: dict[int, int]
    details: Sequence[Detail]
    where: list[list[Occurrence]]
    derived: list[list[Occurrence]]
    own: list[int]
    scores: dict[int, float]

    @cached_property
    def weigh(self) -> Callable[[int], float]:
        """Weighs a set of words, as a share of the claim's weight."""
        return _Weighed(self.weights).__getitem__

    @cached_property
    def cover(self) -> list[int]:
        """At most `COVER` sentences that together have most of the claim, the best first.

        Greedy: each next sentence is the one that gains most: by the words and details that those before it lack, and
        by its BM25 score.
        """
        chosen: list[int] = []
        words_had = facts_had = 0
        weigh, facts, scores = self.weigh, self.facts, self.scores
        left = {
            sentence: (bits, facts.get(sentence, 0), _SCORE * scores.get(sentence, 0))
            for sentence, bits in sorted(self.has.items())
        }
        while left and len(chosen) < COVER:
            gains = {
                sentence: weigh(bits & ~words_had) + _DETAIL * (known & ~facts_had).bit_count() + score
                for sentence, (bits, known, score) in left.items()
            }
            best = max(gains, key=gains.__getitem__)
            if chosen and gains[best] < _LEAST:
                break
            chosen.append(best)
            words_had |= left[best][0]
            facts_had |= left[best][1]
            del left[best]
        return chosen

    @property
    def short(self) -> bool:
        """Whether the pages have too few sentences to count as a page and not as a snippet."""
        return self.offsets[-1] < LONG

    def details_of(self, *kinds: FactKind) -> int:
        """The set of the details of these kinds."""
        return sum(1 << place for place, detail in enumerate(self.details) if detail.kind in kinds)

    def derives(self, sentence: int) -> bool:
        """Whether a detail of the claim follows from what this sentence has."""
        return any(self.sentence_at(place) == sentence for places in self.derived for place in places)

    def best_window(self, size: int) -> tuple[int, int]:
        """The first sentence, and the words, of the `size` neighbouring sentences that have most of the claim."""
        has, weigh, firsts = self.has.get, self.weigh, dict[int, int]()
        for sentence, bits in self.has.items():
            for near in range(sentence + 1, sentence + size):
                bits |= has(near, 0)
            first = firsts.get(bits)
            if first is None or sentence < first:
                firsts[bits] = sentence
        best = max(((weigh(bits), -sentence, bits) for bits, sentence in firsts.items()), default=(0.0, 0, 0))
        return -best[1], best[2]

    def locate(self, sentence: int) -> tuple[int, int]:
        """The number of the page that has the sentence of this number, and the sentence's number there.

        Raises:
            IndexError: the pages have no such sentence.
        """
        if not 0 <= sentence < self.offsets[-1]:
            raise IndexError(sentence)
        number = bisect_right(self.offsets, sentence) - 1
        return number, sentence - self.offsets[number]

    def sentence_at(self, place: Occurrence) -> int:
        """The number of the sentence that holds the beginning of a place."""
        return self.offsets[place[0]] + self.pages[place[0]].sentence_at(place[1])

    def sentence_of(self, number: int) -> tuple[Page, list[Word]]:
        """The page of the sentence of this number, and its words.

        Raises:
            IndexError: the pages have no such sentence.
        """
        page, local = self.locate(number)
        return self.pages[page], self.pages[page].words_of(local)

    def forms_of(self, numbers: Iterable[int]) -> Iterator[list[str]]:
        """The words, in their normal forms, of each of these sentences; numbers of none are passed over."""
        for number in numbers:
            if 0 <= number < self.offsets[-1]:
                page, local = self.locate(number)
                yield self.pages[page].forms_of(local)


class _Weighed(dict[int, float]):
    """The sets of words weighed so far, each by its bits: most sentences have one of a few."""

    def __init__(self, weights: Sequence[float]) -> None:
        self._weights, self._total = weights, sum(weights) or 1

    def __missing__(self, bits: int) -> float:
        share = self[bits] = total(self._weights, bits) / self._total
        return share


def total(worth: Sequence[float], bits: int) -> float:
    """What the members of a bit set are worth together."""
    whole = 0.0
    while bits:
        lowest = bits & -bits
        whole += worth[lowest.bit_length() - 1]
        bits ^= lowest
    return whole


def union(sets: Iterable[int]) -> int:
    """The union of bit sets."""
    bits = 0
    for each in sets:
        bits |= each
    return bits
