"""To which words a number belongs: a claim's, in the sentences that have it beside another of its kind.

"The dam is 612 metres high" has every word of "It is 104 metres high and 612 metres long".
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from claims.language.loader import language
from claims.language.quantities.number import Number, NumberKind
from claims.language.tokens import Word, stopwords
from claims.support.contradictions.turn import Turn
from claims.support.facts.detail import Detail, comparable
from claims.support.index.page import Page
from claims.support.retrieval.match import Match

ALIKE = 0.5
"""Share of the claim's other words that a sentence must have to show which of its numbers is the claim's."""

NEARER = 2.0
"""How many times nearer to another number than to the claim's own the claim's words must be."""

FENCE = 4
"""Words that a mark between parts of a sentence counts for, or a word that joins them."""

CLOSE = 1 / 3
"""Share of a word's worth that is left two words away."""

MOST = 200
"""Sentences with the claim's number that are looked at: text made to be slow has more."""

LISTED = 6
"""Numbers of one kind in a sentence, from which on it is a list, which says too little about each."""

_FENCES = (", ", "; ", ": ", " – ", " — ")
_LABELS = ("-", "'", "’", "–", "s")
"""What makes of a number beside it a part of a name or a decade: 787-9, the '90s."""


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one sentence, and the places of each stem."""

    text: str
    words: list[Word]
    places: Mapping[str, list[int]]

    def forms(self, start: int, end: int) -> Iterator[str]:
        """Yield the words in `text[start:end]`."""
        return (word.form for word in self.words if start <= word.start < end)

    def ties(self, start: int, end: int, company: Mapping[str, float]) -> dict[str, float]:
        """Weigh the words of `company`, by stem, by how near they are to `text[start:end]`."""
        own = [place for place, word in enumerate(self.words) if start <= word.start < end]
        return {
            stem: worth / (1 + min(apart(self.text, self.words, own, place) for place in self.places[stem]))
            for stem, worth in company.items()
            if own and stem in self.places
        }


def misplaced(text: str, claim: list[Word], seen: Match) -> Iterator[Turn]:
    """Find the first number of a claim in a sentence whose words of the claim are beside another number of its kind."""
    claimed = [detail.what for detail in seen.details if isinstance(detail.what, Number)]
    for bit, detail in enumerate(seen.details):
        if not isinstance(detail.what, Number) or detail.what.kind is NumberKind.ORDINAL:
            continue
        if _label(text, claim, detail.start, detail.end):
            continue
        company = _company(text, claim, detail.start, detail.end, seen)
        lines = list(lines_with(bit, seen))
        mine: defaultdict[str, float] = defaultdict(float)
        for start, end, line in ((start, end, line) for _, line, here in lines for start, end in here):
            for stem, tie in line.ties(start, end, company).items():
                mine[stem] = max(mine[stem], tie)
        for page, line, here in lines:
            for other in _rivals(detail, page, line, claim, claimed):
                own = any(other.start == start for start, _ in here)
                if not own and _nearer(line.ties(other.start, other.end, company), mine, company):
                    yield Turn(text[detail.start : detail.end], page.source.text[other.start : other.end])
                    return


def _rivals(detail: Detail, page: Page, line: Line, claim: list[Word], claimed: list[Number]) -> list[Number]:
    """The numbers of a sentence of the kind of a claim's that the claim has not; none of a sentence that lists them."""
    known = {word.form for word in claim if word.form[:1].isdigit()}
    inside = page.numbers_in(line.words[0].start, line.words[-1].end)
    alike = [each for each in inside if comparable(detail, each) and each.value > 1]
    fresh = [
        each
        for each in alike
        if not known.intersection(line.forms(each.start, each.end)) and not any(map(each.says, claimed))
    ]
    return fresh if len(alike) < LISTED else []


def _label(text: str, claim: list[Word], start: int, end: int) -> bool:
    """Whether a number is part of a name: "Part 2", "787-9"."""
    before = [word for word in claim if word.end <= start]
    named = len(before) > 1 and text[before[-1].start].isupper()
    return named or text[end : end + 1] in _LABELS or text[max(0, start - 1) : start] in _LABELS


def _company(text: str, claim: list[Word], start: int, end: int, seen: Match) -> dict[str, float]:
    """What each other word of a claim has to do with its number at `text[start:end]`, by stem: the nearer the more."""
    own = [place for place, word in enumerate(claim) if start <= word.start < end]
    worth = dict(zip(seen.terms, seen.weights, strict=True))
    found: defaultdict[str, float] = defaultdict(float)
    empty = stopwords(seen.pages[0].language)
    for place, word in enumerate(claim):
        if own and word.form not in empty and place not in own:
            stem = seen.pages[0].stem(word.form)
            found[stem] = max(found[stem], worth.get(word.form, 0) / (1 + apart(text, claim, own, place)))
    return found


def lines_with(bit: int, seen: Match) -> Iterator[tuple[Page, Line, list[tuple[int, int]]]]:
    """Yield the sentences with a detail and enough of the rest of the claim, each with the places of the detail."""
    rest = 1 - seen.weigh(seen.own[bit])
    spans: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for place in seen.where[bit]:
        spans[seen.sentence_at(place)].append(place[1:])
    for number, here in islice(sorted(spans.items()), MOST):
        if seen.weigh(seen.has.get(number, 0) & ~seen.own[bit]) >= ALIKE * rest:
            page, line = seen.sentence_of(number)
            places: defaultdict[str, list[int]] = defaultdict(list)
            for at, word in enumerate(line):
                places[page.stem(word.form)].append(at)
            yield page, Line(page.source.text, line, places), here


def _nearer(theirs: Mapping[str, float], mine: Mapping[str, float], company: Mapping[str, float]) -> bool:
    """Whether the words around the claim's number are around another; what is close to both, a unit, does not count."""
    both = {stem for stem in theirs if min(theirs[stem], mine.get(stem, 0)) >= company[stem] * CLOSE}
    there, here = (sum(tie for stem, tie in ties.items() if stem not in both) for ties in (theirs, mine))
    return there > 0 and there >= NEARER * here


def apart(text: str, line: list[Word], own: list[int], place: int) -> int:
    """Count the words between a word and those at `own`; what parts a sentence counts as several."""
    if place < own[0]:
        between, steps = text[line[place].end : line[own[0]].start], own[0] - place
    else:
        between, steps = text[line[own[-1]].end : line[place].start], place - own[-1]
    fences = (*_FENCES, *(f" {word} " for word in language("en").grammar.fences))
    return max(1, steps) + FENCE * min(2, sum(between.count(fence) for fence in fences))
