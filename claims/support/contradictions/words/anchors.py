"""Whether what claim and sentence agree on around a gap makes them say something of the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.language.tokens import STOPWORDS, Word

_STEP = 2
"""Words from one agreed word to the next, in claim and sentence, up to which the two belong together."""

_LIKE = 0.4
"""Share of the claim's words that the sentence has in order, from which on a gap in function words may count."""

_REPEATED = 0.6
"""The same share from which on the two are about the same, wherever a gap is."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """How firmly claim and sentence agree around a gap.

    Attributes:
        some: whether an agreed word on one side says something, or the sentence has much of the claim.
        both: whether one on either side does, or the sentence has most of the claim.
    """

    some: bool
    both: bool


def anchors(claim: Sequence[Word], pairs: Sequence[tuple[int, int]], gap: int) -> Anchors:
    """Find what anchors the gap before the pair `pairs[gap]` of places that claim and sentence agree on."""
    before, behind = _says(claim, pairs[:gap][::-1]), _says(claim, pairs[gap:])
    repeated = len(pairs) / (len(claim) or 1)
    return Anchors(
        some=before or behind or repeated >= _LIKE,
        both=(before and behind) or repeated >= _REPEATED,
    )


def _says(claim: Sequence[Word], run: Sequence[tuple[int, int]]) -> bool:
    """Whether a run of agreed places, from the nearest on, has a content word before it breaks off."""
    last = run[0] if run else (0, 0)
    for place, other in run:
        if max(abs(place - last[0]), abs(other - last[1])) > _STEP:
            return False
        if claim[place].form not in STOPWORDS:
            return True
        last = place, other
    return False
