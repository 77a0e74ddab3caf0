"""The words of a source that bear on a claim, quoted with their places."""

from claims.records import Evidence
from claims.support.match import Match
from claims.support.page import Page

MOST = 5
"""Sentences quoted from one source."""

AROUND = 160
"""Characters shown before and after a quote."""

# How sentences are chosen, one after the other, by what each adds. On WiCE dev the five chosen hold a full gold set
# for 0.67 of the supported claims; with words counted once only, for 0.60; with a decay of 0.7, for 0.60.
_AGAIN = 0.4
"""What a word or a detail is worth that the sentences chosen before already have."""

_DETAILS, _SCORE, _NEXT = 0.3, 0.2, 0.1
"""Worth of all details, of the best BM25 score, and of standing next to a sentence chosen, against all words' 1."""


def quotes(seen: Match, number: int) -> tuple[Evidence, ...]:
    """The sentences of one page that together have most of the claim, the best first."""
    page = seen.pages[number]
    return tuple(
        _quote(page, sentence - seen.offsets[number], seen.weigh(seen.has.get(sentence, 0)))
        for sentence in _chosen(seen, range(seen.offsets[number], seen.offsets[number + 1]))
    )


def _chosen(seen: Match, within: range) -> list[int]:
    words = [weight / (sum(seen.weights) or 1) for weight in seen.weights]
    details = [_DETAILS / len(seen.details) for _ in seen.details]
    top = max(seen.scores.values(), default=1) or 1
    left = {sentence for sentence in (*seen.has, *seen.facts) if sentence in within}
    chosen: list[int] = []
    while left and len(chosen) < MOST:
        told = {bits: _sum(words, bits) for bits in {seen.has.get(sentence, 0) for sentence in left}}
        gains = {
            sentence: told[seen.has.get(sentence, 0)]
            + _sum(details, seen.facts.get(sentence, 0))
            + _SCORE * seen.scores.get(sentence, 0) / top
            + _NEXT * (sentence - 1 in chosen or sentence + 1 in chosen)
            for sentence in left
        }
        best = max(left, key=lambda sentence: (gains[sentence], -sentence))
        if chosen and gains[best] < _NEXT:
            break
        chosen.append(best)
        left.remove(best)
        words = _worn(words, seen.has.get(best, 0))
        details = _worn(details, seen.facts.get(best, 0))
    return chosen


def _sum(worth: list[float], bits: int) -> float:
    return sum(each for place, each in enumerate(worth) if bits >> place & 1)


def _worn(worth: list[float], bits: int) -> list[float]:
    return [each * _AGAIN if bits >> place & 1 else each for place, each in enumerate(worth)]


def _quote(page: Page, sentence: int, score: float) -> Evidence:
    text = page.source.text
    start, end = page.sentences[sentence]
    first, last = next(
        ((block.start, block.end) for block in page.source.passages if block.start <= start < block.end),
        (0, len(text)),
    )
    before = text[max(first, start - AROUND) : start]
    after = text[end : min(last, end + AROUND)]
    if start - AROUND > first:
        before = before.partition(" ")[2]
    if end + AROUND < last:
        after = after.rpartition(" ")[0]
    return Evidence(quote=text[start:end], start=start, end=end, score=round(score, 4), before=before, after=after)
