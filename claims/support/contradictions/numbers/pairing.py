"""Two dates or numbers of a claim that have changed places in the sentence most like it: 1921 and 1956."""

from collections.abc import Iterator
from itertools import combinations

from claims.language.loader import language
from claims.language.quantities.number import Number, NumberKind
from claims.language.tokens import stopwords
from claims.records import FactKind
from claims.support.contradictions.comparison import Comparison
from claims.support.contradictions.turn import Turn
from claims.support.facts.detail import Detail

MOST = 30
"""Details of a claim that are paired with one another."""

Span = tuple[int, int]


def exchanged(beside: Comparison) -> Iterator[Turn]:
    """Find two of a claim's dates or numbers that its sentence has in each other's places.

    They are in the other order, and the words between them and those before or behind agree; or a score, beside the
    same word of victory or defeat, is given from the other side.
    """
    text, source = beside.text, beside.page.source.text
    there = [(detail, spans[0]) for detail, spans in _inside(beside) if len(spans) == 1][:MOST]
    ties = _ties(beside, there)
    for (left, (first, stop)), (right, (second, end)) in combinations(there, 2):
        if type(left.what) is not type(right.what) or second >= first or _kind(left) != _kind(right):
            continue
        between = any(left.end <= ours < right.start and end <= theirs < first for ours, theirs in ties)
        before = any(ours < left.start and theirs < second for ours, theirs in ties)
        behind = any(ours >= right.end and theirs > first for ours, theirs in ties)
        if between and (before or behind) and not _led(beside, left.start, first):
            yield Turn(
                f"{text[left.start : left.end]} … {text[right.start : right.end]}",
                f"{source[second:end]} … {source[first:stop]}",
            )
            return
    won = {beside.claim[place].form for place in beside.alignment.same} & language("en").verbs.winning
    for detail, (start, end) in there if won else ():
        score = next(iter(beside.page.numbers_in(start, start + 1)), None)
        if isinstance(detail.what, Number) and score and detail.what.second not in (None, score.second):
            yield Turn(text[detail.start : detail.end], source[start:end])
            return


def _ties(beside: Comparison, there: list[tuple[Detail, Span]]) -> list[Span]:
    """Where the content words that both texts have in order begin in each, but for those of the details."""
    empty = stopwords(beside.page.language)
    shared = ((beside.claim[ours], beside.sentence[theirs]) for ours, theirs in beside.alignment.pairs)
    return [
        (ours.start, theirs.start)
        for ours, theirs in shared
        if ours.form not in empty
        and not any(detail.start <= ours.start < detail.end for detail, _ in there)
        and not any(start <= theirs.start < end for _, (start, end) in there)
    ]


def _led(beside: Comparison, start: int, first: int) -> bool:
    """Whether what leads to a number at `start` in the claim is behind it in the sentence: "Tane 30", "30 Tane"."""
    page, claim = beside.page, beside.claim
    leading = [claim[place].form for place in beside.alignment.moved if claim[place].start < start]
    moved = {page.stem(form) for form in leading if form not in stopwords(page.language)}
    before = {page.stem(word.form) for word in beside.sentence if word.start < first}
    return bool(moved & {page.stem(word.form) for word in beside.sentence} - before)


def _inside(beside: Comparison) -> Iterator[tuple[Detail, list[Span]]]:
    """The claim's dates and numbers, each with where this sentence has it, in the claim's order."""
    seen = beside.seen
    for detail, places in zip(seen.details, seen.where, strict=True):
        if detail.kind is not FactKind.NAME:
            yield detail, [place[1:] for place in places if seen.sentence_at(place) == beside.number]


def _kind(detail: Detail) -> NumberKind | None:
    return detail.what.kind if isinstance(detail.what, Number) else None
