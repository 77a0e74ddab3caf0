"""The parts of a claim that states several things, and which of them a source covers."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from claims.language.loader import language
from claims.language.tokens import STOPWORDS, Word, tokenized
from claims.support.retrieval.match import Match, union

SHORTEST = 3
"""Words, function words not counted, that a part has at least; fewer belong to the part before."""

HAD, LACKED = 0.8, 0.6
"""Share of a part's words, by weight, in its best three sentences from which on a page has the part, and up to which it
lacks it. Of 75 claims of WiCE dev of which people marked the words that their pages do not support, 23 have such parts:
in 18 the part lacked holds marked words, in 16 the largest share of all parts (by chance: 9)."""

BARE = 0.1
"""Coverage up to which the pages say nothing of a part."""

_Part = tuple[str, list[Word]]


@dataclass(frozen=True, slots=True)
class Parts:
    """The part of a claim that its pages cover best, and the part that they cover least, with the shares."""

    most: str
    least: str
    had: float
    lacked: float

    @property
    def apart(self) -> bool:
        """Whether the pages have one part and lack the other."""
        return self.had >= HAD and self.lacked <= LACKED

    @property
    def bare(self) -> bool:
        """Whether the pages say nothing of a part."""
        return self.lacked <= BARE

    @property
    def reason(self) -> str | None:
        """The reason to report, or None where the parts differ too little."""
        if self.bare:
            return f"The source says nothing of “{self.least}”."
        return f"The source has most of “{self.most}”, but little of “{self.least}”." if self.apart else None


def parted(text: str, seen: Match) -> Parts | None:
    """Split a claim that states several things and measure its parts; None for a claim of one part."""
    parts = _parts(text)
    if len(parts) < 2:
        return None
    places = {term: place for place, term in enumerate(seen.terms)}
    near = [union(seen.has.get(number + step, 0) for step in range(3)) for number in seen.has]
    had = [_had(seen, sum(1 << place for place in _places(part, places)), near) for _, part in parts]
    most, least = max(had), min(had)
    return Parts(parts[had.index(most)][0], parts[had.index(least)][0], most, least)


@cache
def _cut() -> re.Pattern[str]:
    """Where a part may begin: behind a comma, a colon or a dash, and before the words that begin a clause."""
    return re.compile(rf"[,;:—–]\s+|\s(?=(?:{'|'.join(language('en').grammar.openers)})\s)")


def clauses(text: str) -> list[str]:
    """Split a claim into what it states; a claim that states one thing is one clause."""
    return [part for part, _ in _parts(text)]


def _parts(text: str) -> list[_Part]:
    """The parts of a claim in order, each with its words."""
    content = [word for word in tokenized(text) if word.form not in STOPWORDS]
    starts = [word.start for word in content]
    cuts = [0, *(match.end() for match in _cut().finditer(text)), len(text)]
    spans: list[tuple[int, int, list[Word]]] = []
    for start, end in pairwise(cuts):
        inside = content[bisect_left(starts, start) : bisect_left(starts, end)]
        if spans and min(len(inside), len(spans[-1][2])) < SHORTEST:
            before = spans.pop()
            start, inside = before[0], before[2] + inside
        spans.append((start, end, inside))
    return [(text[start:end].strip(" ,;:—–."), inside) for start, end, inside in spans]


def _places(part: list[Word], places: dict[str, int]) -> set[int]:
    return {places[word.form] for word in part if word.form in places}


def _had(seen: Match, wanted: int, near: list[int]) -> float:
    """The share of a part's words, by weight, that the three neighbouring sentences have that have most of them."""
    return max((seen.weigh(bits & wanted) for bits in near), default=0) / (seen.weigh(wanted) or 1)
