"""Contradictions between a claim and the sentence that it otherwise repeats: a negation, an antonym, another order.

Each counts only where claim and sentence agree word for word on both sides of it, so that it is nearly always one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from claims.language.loader import language
from claims.language.tokens import STOPWORDS, Word
from claims.support.antonyms import denies, exclude, opposite

_REACH = 6
"""Words that a gap between two agreed words may hold on either side to be compared."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Words of the claim, and those that contradict them in their place in the sentence; either may be empty."""

    claim: str
    source: str


def turns(
    claim: list[Word], sentence: list[Word], pairs: list[tuple[int, int]], moved: frozenset[int]
) -> Iterator[Turn]:
    """Find the turns between a claim and a sentence whose common words, in order, are `pairs` of places.

    `moved` are the places of claim words that the sentence has elsewhere.
    """
    known, said = ({word.form for word in each} for each in (claim, sentence))
    ends = [(-1, -1), *_tightened(pairs, sentence), (len(claim), len(sentence))]
    for (left, begin), (right, end) in pairwise(ends):
        ours = [word for place, word in enumerate(claim[left + 1 : right], left + 1) if place not in moved]
        theirs = sentence[begin + 1 : end]
        inner = left >= 0 and right < len(claim)
        if (not ours and not theirs) or len(ours) > _REACH or (inner and len(theirs) > _REACH):
            continue
        if not inner:
            # Before the first and behind the last agreed word the sentence may speak of other things.
            theirs = theirs[-_REACH:] if left < 0 else theirs[:_REACH]
        if not _by_prefix(claim[left + 1 : right + 4], said):
            yield from _denied(ours, theirs, inner)
        compared = list(_compared(claim[left + 1 : right], theirs)) if inner else []
        if compared:
            yield from compared
            continue
        alone = inner and len(ours) == len(theirs) == 1
        # In the very place of each other two words turn the claim though it has both; not two deeds, for a sentence
        # with the one ("opened in 2004") says nothing about the other.
        if alone and not opposite(ours[0].form, theirs[0].form):
            yield from _exchanged(ours, theirs, set())
        else:
            yield from _exchanged([word for word in ours if word.form not in said], theirs, known)


def _tightened(pairs: list[tuple[int, int]], sentence: list[Word]) -> list[tuple[int, int]]:
    """The pairs, a word moved to its last like before the next pair where that makes the two neighbours.

    Of "the fire and the town council", "the county council" is to have the second "the": the gap holds "town" only.
    """
    laid = list(pairs)
    for place in range(len(pairs) - 2, -1, -1):
        (i, j), (following, end) = laid[place], laid[place + 1]
        last = next(at for at in range(end - 1, j - 1, -1) if at == j or sentence[at].form == sentence[j].form)
        if laid[place - 1 : place] != [(i - 1, j - 1)] and end - last <= 2 and following - i <= 2:
            laid[place] = (i, last)
    return laid


def _by_prefix(gap: list[Word], said: set[str]) -> bool:
    """Whether a sentence denies by a prefix what the claim denies in this gap: "not to disturb" by "undisturbed"."""
    denial = next((place for place, word in enumerate(gap) if denies(word.form)), len(gap))
    deed = next((word.form for word in gap[denial + 1 :] if word.form not in STOPWORDS), None)
    prefixes = language("en").antonyms.prefixes
    return deed is not None and any(form.startswith(prefix + deed) for prefix in prefixes for form in said)


def _denied(ours: list[Word], theirs: list[Word], inner: bool) -> Iterator[Turn]:
    here = [word.form for word in ours if denies(word.form)]
    there = [word.form for word in theirs if denies(word.form)]
    implied = language("en").negation.implied
    if any(word.form in implied for word in (theirs if here else ours)):
        # "Did not reach" is said by "failed to reach".
        return
    if inner and len(here) % 2 != len(there) % 2 and len(ours) + len(theirs) <= _REACH:
        yield Turn(" ".join(here), " ".join(there))


def _compared(ours: list[Word], theirs: list[Word]) -> Iterator[Turn]:
    """One comparative in the very place of its opposite turns the claim though the sentence has both elsewhere."""
    if len(ours) == len(theirs) == 1 and ours[0].form.endswith(language("en").degrees.endings):
        word, other = ours[0].form, theirs[0].form
        if opposite(word, other) or exclude(word, other):
            yield Turn(word, other)


def _exchanged(ours: list[Word], theirs: list[Word], known: set[str]) -> Iterator[Turn]:
    scales = language("en").antonyms.scales
    for word in ours:
        for other in theirs:
            kin = any(word.form in kind and other.form in kind for kind in scales)
            against = kin or opposite(word.form, other.form) or exclude(word.form, other.form)
            if other.form not in known and against:
                yield Turn(word.form, other.form)
                return
