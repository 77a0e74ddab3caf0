"""Two dates or numbers of a claim that have changed places in the sentence most like it: 1921 and 1956."""

from collections.abc import Iterator
from itertools import combinations

from claims.language.loader import language
from claims.language.quantities.number import Number, NumberKind
from claims.language.tokens import Word, stopwords
from claims.records import FactKind
from claims.support.contradictions.alignment import Alignment
from claims.support.contradictions.turn import Turn
from claims.support.facts.detail import Detail
from claims.support.index.page import Page
from claims.support.retrieval.match import Match

MOST = 30
"""Details of a claim that are paired with one another."""


def exchanged(
    text: str, claim: list[Word], sentence: list[Word], alignment: Alignment, seen: Match, page: Page
) -> Iterator[Turn]:
    """Find pairs of the claim's details in the other order, where the words before or behind and between them agree."""
    there = [(detail, spans[0]) for detail, spans in _inside(seen, page, sentence) if len(spans) == 1][:MOST]
    own = [spans for _, spans in there] + [(detail.start, detail.end) for detail, _ in there]
    empty = stopwords(page.language)
    ties = [
        (claim[ours].start, sentence[theirs].start)
        for ours, theirs in alignment.pairs
        if claim[ours].form not in empty
        and not any(start <= claim[ours].start < end for start, end in own[len(there) :])
        and not any(start <= sentence[theirs].start < end for start, end in own[: len(there)])
    ]
    for (left, (first, stop)), (right, (second, end)) in combinations(there, 2):
        if type(left.what) is not type(right.what) or second >= first or _kind(left) != _kind(right):
            continue
        between = any(left.end <= ours < right.start and end <= theirs < first for ours, theirs in ties)
        before = any(ours < left.start and theirs < second for ours, theirs in ties)
        behind = any(ours >= right.end and theirs > first for ours, theirs in ties)
        if between and (before or behind) and not _led(claim, sentence, alignment, page, left.start, first):
            source = page.source.text
            yield Turn(
                f"{text[left.start : left.end]} … {text[right.start : right.end]}",
                f"{source[second:end]} … {source[first:stop]}",
            )
            return
    same = {claim[place].form for place in alignment.same}
    for detail, (start, end) in there:
        there_too = next(iter(page.numbers_in(start, start + 1)), None)
        score = isinstance(detail.what, Number) and there_too and detail.what.second not in (None, there_too.second)
        if same & language("en").verbs.winning and score:
            yield Turn(text[detail.start : detail.end], page.source.text[start:end])
            return


def _led(claim: list[Word], sentence: list[Word], laid: Alignment, page: Page, start: int, first: int) -> bool:
    """Whether what leads to a number at `start` in the claim is behind it in the sentence: "Tane 30", "30 Tane"."""
    leading = [claim[place].form for place in laid.moved if claim[place].start < start]
    moved = {page.stem(form) for form in leading if form not in stopwords(page.language)}
    before = {page.stem(word.form) for word in sentence if word.start < first}
    return bool(moved & {page.stem(word.form) for word in sentence} - before)


def _inside(seen: Match, page: Page, sentence: list[Word]) -> Iterator[tuple[Detail, list[tuple[int, int]]]]:
    """The claim's dates and numbers, each with where this sentence has it, in the claim's order."""
    number = next(place for place, each in enumerate(seen.pages) if each is page)
    for detail, places in zip(seen.details, seen.where, strict=True):
        if sentence and detail.kind is not FactKind.NAME:
            first, last = sentence[0].start, sentence[-1].end
            yield detail, [(start, end) for on, start, end in places if on == number and first <= start < last]


def _kind(detail: Detail) -> NumberKind | None:
    return detail.what.kind if isinstance(detail.what, Number) else None
