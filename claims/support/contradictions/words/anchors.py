"""Whether what claim and sentence agree on around a gap makes them say something of the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.language.tokens import STOPWORDS, Word

_STEP = 2
"""Words from one agreed word to the next, in claim and sentence, up to which the two belong together."""

_REPEATED = 0.6
"""Share of the claim's words that the sentence has in order, from which on it is about the same wherever a gap is."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """Which sides of a gap have, next to it, an agreed word that says something.

    Attributes:
        before, behind: whether the side has one.
        repeated: whether the sentence repeats most of the claim, so that a gap needs none.
    """

    before: bool
    behind: bool
    repeated: bool

    @property
    def either(self) -> bool:
        """Whether one side is anchored."""
        return self.before or self.behind or self.repeated

    @property
    def both(self) -> bool:
        """Whether both sides are anchored."""
        return (self.before and self.behind) or self.repeated


def anchors(claim: Sequence[Word], pairs: Sequence[tuple[int, int]], gap: int) -> Anchors:
    """Find what anchors the gap before the pair `pairs[gap]` of places that claim and sentence agree on."""
    return Anchors(
        before=_says(claim, pairs[:gap][::-1]),
        behind=_says(claim, pairs[gap:]),
        repeated=len(pairs) >= _REPEATED * len(claim),
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
