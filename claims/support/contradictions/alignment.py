"""The word alignment of a claim with the sentence most like it: words in common, replaced and added."""

from collections.abc import Callable
from dataclasses import dataclass

from claims.language.loader import language
from claims.language.tokens import Word
from claims.support.antonyms import of_age, opposite

LONGEST = 150
"""Words of a claim or a sentence that are aligned; both are cut there, for the time is their product."""

_MANY = 40
"""Words of a sentence, left out of a claim, from which on some two are opposites of one another by chance."""

_BESIDE = 3
"""Words on either side of what the two have in common whose negation is of it."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """How a claim reads against one sentence. Word sets hold positions in the claim.

    Attributes:
        same: words of the claim that the sentence has in the same order.
        moved: words that it has elsewhere.
        replaced: words that it lacks, with others of its own in their place.
        added: words that it lacks, with nothing in their place.
        left_out: words of the sentence between the first and the last common one that the claim has not.
        pairs: places (in the claim, in the sentence) of the words that both have in the same order.
        opposed: whether a word that the sentence lacks is the opposite of one of those left out.
        negated: whether one of the two is negated within what they have in common and the other is not.
    """

    same: frozenset[int]
    moved: frozenset[int]
    replaced: frozenset[int]
    added: frozenset[int]
    left_out: int
    opposed: bool
    negated: bool
    pairs: tuple[tuple[int, int], ...]


def align(
    claim: list[Word], sentence: list[Word], stem: Callable[[str], str], granted: frozenset[int] = frozenset()
) -> Alignment:
    """Align the words of a claim with those of a sentence, both in order, function words included.

    `granted` are words of the claim that the sentence has in another notation: they count as elsewhere in it.
    """
    alike = language("en").degrees.same
    ours = [stem(alike.get(word.form, word.form)) for word in claim[:LONGEST]]
    theirs = [stem(alike.get(word.form, word.form)) for word in sentence[:LONGEST]]
    pairs = _common(ours, theirs)
    same = {place for place, _ in pairs}
    had = set(theirs)
    moved = {place for place, form in enumerate(ours) if place not in same and (form in had or place in granted)}
    replaced, added = _gaps(ours, pairs, same | moved, len(theirs))
    reach = range(pairs[0][1], pairs[-1][1] + 1) if pairs else range(0)
    wanted = set(ours)
    extra = [place for place in reach if theirs[place] not in wanted]
    lacking = [place for place in range(len(ours)) if place not in same and place not in moved]
    opposed = len(extra) < _MANY and any(
        opposite(claim[place].form, sentence[other].form)
        for place in lacking
        for other in extra
        if not of_age(claim, place)
    )
    around = range(max(0, reach.start - _BESIDE), min(len(theirs), reach.stop + _BESIDE))
    negations = language("en").negation.cues
    denied = sum(sentence[place].form in negations for place in around)
    denies = sum(word.form in negations for word in claim)
    return Alignment(
        same=frozenset(same),
        moved=frozenset(moved),
        replaced=frozenset(replaced),
        added=frozenset(added),
        left_out=len(extra),
        opposed=opposed,
        negated=bool(pairs) and denied % 2 != denies % 2,
        pairs=tuple(pairs),
    )


def _common(ours: list[str], theirs: list[str]) -> list[tuple[int, int]]:
    """The longest common subsequence, as pairs of places (the textbook table, filled from the end)."""
    had = set(theirs)
    table = [[0] * (len(theirs) + 1)] * (len(ours) + 1)
    for i in range(len(ours) - 1, -1, -1):
        below, form = table[i + 1], ours[i]
        if form not in had:  # most are not, and their row is the one below
            table[i] = below
            continue
        row = table[i] = [0] * len(below)
        longest = 0
        for j in range(len(theirs) - 1, -1, -1):
            if form == theirs[j]:
                longest = below[j + 1] + 1
            elif below[j] > longest:
                longest = below[j]
            row[j] = longest
    pairs, i, j = [], 0, 0
    while i < len(ours) and j < len(theirs):
        if ours[i] == theirs[j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif table[i + 1][j] >= table[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def _gaps(ours: list[str], pairs: list[tuple[int, int]], had: set[int], length: int) -> tuple[set[int], set[int]]:
    """The words that the sentence lacks, by whether it has others in their place."""
    replaced: set[int] = set()
    added: set[int] = set()
    before = (-1, -1)
    for after in [*pairs, (len(ours), length)]:
        lacking = {place for place in range(before[0] + 1, after[0]) if place not in had}
        others = after[1] - before[1] - 1
        open_ended = before[1] < 0 or after[1] == length
        (replaced if others and not open_ended else added).update(lacking)
        before = after
    return replaced, added
