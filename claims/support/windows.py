"""The sentences of a match that together have most of a claim: neighbours, or a set from anywhere."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from claims.support.match import Match
from claims.support.page import Page
from claims.support.words import Word


def union(sets: Iterable[int]) -> int:
    """The union of bit sets."""
    bits = 0
    for each in sets:
        bits |= each
    return bits


def best_window(seen: Match, size: int) -> tuple[int, int]:
    """The first sentence, and the words, of the `size` neighbouring sentences that have most of the claim."""
    best = (0.0, 0, 0)
    for sentence in seen.has:
        bits = 0
        for near in range(sentence, sentence + size):
            bits |= seen.has.get(near, 0)
        best = max(best, (seen.weigh(bits), -sentence, bits))
    return -best[1], best[2]


def covering(seen: Match, most: int, page: int | None = None) -> list[int]:
    """At most `most` sentences, of one page or of all, that together have most of the claim, the best first.

    Greedy: each next sentence is the one that adds most to those before it.
    """
    first, last = (0, seen.offsets[-1]) if page is None else (seen.offsets[page], seen.offsets[page + 1])
    there = {sentence: bits for sentence, bits in seen.has.items() if first <= sentence < last}
    chosen: list[int] = []
    words_had = facts_had = 0
    while len(chosen) < most:
        gains = {
            sentence: seen.weigh(bits & ~words_had)
            + 0.1 * (seen.facts.get(sentence, 0) & ~facts_had).bit_count()
            + 0.01 * seen.scores.get(sentence, 0)
            for sentence, bits in there.items()
            if sentence not in chosen
        }
        best = max(gains, key=lambda sentence: (gains[sentence], -sentence), default=None)
        if best is None or (chosen and gains[best] < 0.05):
            break
        chosen.append(best)
        words_had |= there[best]
        facts_had |= seen.facts.get(best, 0)
    return chosen


def told_by(seen: Match) -> Iterator[list[str]]:
    """The words, in their normal forms, of each of the sentences that together have most of the claim."""
    return forms_of(seen, covering(seen, 5))


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
