"""Deeds that a claim says are done, and of which its sources say only that somebody plans, wants or considers them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claims.language.loader import language
from claims.language.tokens import STOPWORDS, Word
from claims.support.contradictions.assertions.plans import adverb, breaks, plans, verbal
from claims.support.contradictions.turn import Turn
from claims.support.retrieval.match import COVER, Match, union

_SHARE = 0.5
"""Share of what a claim says of a deed, by weight, that one plan has."""

_DONE = 0.6
"""Share of what the plan has of it that a sentence has outside of plans, from which on it may be done."""

_FEWEST = 2
"""Words, numbers left out, that the plan has of it."""

_MANY = 20
"""Sentences that have so much of it, at most: of what more mention, a page says more than that it is planned."""


class _Deed(NamedTuple):
    """A participle of a claim, its auxiliary, whether it is passive, and the words of its clause around them."""

    auxiliary: int
    participle: int
    passive: bool
    before: list[Word]
    behind: list[Word]


def unfinished(text: str, claim: list[Word], seen: Match) -> list[Turn]:
    """Find the first deed that a claim says has been done and that the sources mention in a plan only.

    The claim has it in the perfect: has completed, have been cleared. The rule fires on nine wrong natural claims of
    `benchmarks.invented_pages` and on three of the fitting and choosing parts of `benchmarks.judging`, 400 rows of a
    set, that were `supported`, and on no right one. With the past tense as well it also fires on four and three.
    """
    deeds = list(_deeds(text, claim))
    if not deeds or _open(claim, seen):
        return []
    beside = _Plans(seen)
    for deed in deeds:
        wanted = beside.known(deed.behind)
        if deed.passive or beside.count(wanted) < _FEWEST:
            wanted |= beside.known(deed.before)
        words, planned = beside.planned(wanted)
        enough = beside.count(planned) >= _FEWEST and beside.weigh(planned) >= _SHARE * beside.weigh(wanted)
        if enough and not beside.settled(planned, claim[deed.participle]):
            told = claim[deed.auxiliary : deed.participle + 1]
            return [Turn(" ".join(word.form for word in told), words)]
    return []


class _Plans:
    """What the sources have of a claim in plans, and what outside of them; sets of its words are bits of the match."""

    def __init__(self, seen: Match) -> None:
        self._seen, self._stem = seen, seen.pages[0].stem
        self._often = Counter[int]()
        for bits, times in Counter(seen.has.values()).items():
            self._often.update({bit: times for bit in range(len(seen.terms)) if bits >> bit & 1})
        self._bits: dict[str, int] = {}
        self._weights: dict[int, float] = {}
        for bit in self._often:
            stem = self._stem(seen.terms[bit])
            self._bits[stem] = self._bits.get(stem, 0) | 1 << bit

    def known(self, words: list[Word]) -> int:
        """Those of these words that the sources have."""
        return self._set(self._stem(word.form) for word in words if word.form not in STOPWORDS)

    def weigh(self, bits: int) -> float:
        """The weight of a set of words; what many sentences have counts for less."""
        if bits not in self._weights:
            rare = (self._seen.weights[bit] / often for bit, often in self._often.items() if bits >> bit & 1)
            self._weights[bits] = sum(rare)
        return self._weights[bits]

    def count(self, bits: int) -> int:
        """How many of a set are words, not numbers."""
        return sum(bits >> bit & 1 for bit in self._often if self._seen.terms[bit].isalpha())

    def planned(self, deed: int) -> tuple[str, int]:
        """The plan that has most of a deed, in its words, and what it has."""
        has = self._seen.has
        best = sorted(has, key=lambda number: (-self.weigh(has[number] & deed), number))[:COVER]
        found = [(words, bits & deed) for number in best for words, bits in self._read(number)[0]]
        return max(found, key=lambda plan: self.weigh(plan[1]), default=("", 0))

    def settled(self, planned: int, verb: Word) -> bool:
        """Whether a sentence has what is planned, or with it the verb of the claim, outside of plans."""
        least, done = _DONE * self.weigh(planned), self._set([self._stem(verb.form)])
        near = [number for number, bits in self._seen.has.items() if self.weigh(bits & planned) >= least]
        if len(near) > _MANY:
            return True
        outside = (self._read(number)[1] for number in near)
        return any(self.weigh(free & planned) >= least or free & done for free in outside)

    def _read(self, number: int) -> tuple[list[tuple[str, int]], int]:
        """The plans of a sentence, each with the claim's words that it is about, and those that none is about."""
        page, sentence = self._seen.sentence_of(number)
        stems = [self._stem(word.form) for word in sentence]
        found = list(plans(page.source.text, sentence))
        about = frozenset[int]().union(*(plan.about for plan in found))
        free = self._set(stem for place, stem in enumerate(stems) if place not in about)
        return [(plan.words, self._set(stems[place] for place in plan.about)) for plan in found], free

    def _set(self, stems: Iterable[str]) -> int:
        return union(self._bits.get(stem, 0) for stem in stems)


def _open(claim: list[Word], seen: Match) -> bool:
    """Whether a claim itself has a word of plan, wish, doubt or denial."""
    english, stem = language("en"), seen.pages[0].stem
    told = {stem(word) for word in english.prospects.open | english.grammar.unreal | english.negation.cues}
    return any(stem(word.form) in told for word in claim)


def _deeds(text: str, claim: list[Word]) -> Iterator[_Deed]:
    """Yield the participles in the perfect, each with its clause."""
    auxiliaries, begins = language("en").prospects.auxiliaries, breaks(text, claim)
    forms = [word.form for word in claim]
    for place in range(len(claim)):
        before = verbal(forms, place)
        passive = bool(before) and forms[before[-1]] == "been"
        auxiliary = before[-2 if passive else -1 :][:1]
        if _participle(claim, place) and auxiliary and forms[auxiliary[0]] in auxiliaries:
            first = next((at for at in range(place, 0, -1) if begins[at]), 0)
            last = next((at for at in range(place + 1, len(claim)) if begins[at]), len(claim))
            yield _Deed(auxiliary[0], place, passive, claim[first : auxiliary[0]], claim[place + 1 : last])


def _participle(claim: list[Word], place: int) -> bool:
    """Whether a word may be a participle; a "been" only before something else: has been in use."""
    form = claim[place].form
    if form == "been":
        behind = next((at for at in range(place + 1, len(claim)) if not adverb(claim[at].form)), None)
        return behind is not None and not _participle(claim, behind)
    return form.endswith("ed") or form in language("en").verbs.past
