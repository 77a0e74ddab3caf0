"""The choice of sentences to quote for a claim: each next one by what it adds to those chosen before.

A linear model over the features below, fitted by `claims.support.training.fit_choice` on sentences that people marked.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from operator import add, mul

from claims.language.loader import language
from claims.language.tokens import STOPWORDS, tokenized
from claims.records import BlockKind, FactKind
from claims.support.index.page import Page
from claims.support.index.sentences import ENDS
from claims.support.interface import Statement
from claims.support.retrieval.match import Match, total

MOST = 5
"""Sentences quoted from one source."""

CONSIDERED = 80
"""Sentences of a page weighed against each other: they hold all evidence of 0.94 of WiCE dev's supported claims."""

LEAST = 0.03
"""Share of the claim's words, by weight, that a sentence has to be quoted, if it is not the best there is: on unseen
pages the five hold all evidence as often as where all may be quoted, 0.75 and 0.74 of WiCE dev's supported claims."""

_AGAIN = 0.4
"""What a word is worth that a sentence chosen before already has; one with two of them, the square."""

_DETAILS, _SCORE = 0.3, 0.2
"""Worth of all details and of the best BM25 score, against all words' 1, in a sentence's first ranking."""

DATELINE = 14
"""Words of a line from which on it gives more than the day of publication. Where a claim gives a date, a shorter one
dates what the page says: with it, the five hold all evidence of 0.73 of WiCE dev's supported claims, without, 0.70."""

_FIGURES = re.compile(r"\d")

Row = dict[str, float]


@dataclass(frozen=True)
class Candidates:
    """The sentences of one page that may be quoted, numbered as in the match, and the features of each by itself.

    `dates` are those that date what the page says, if the claim gives a date.
    """

    seen: Match
    numbers: list[int]
    plain: list[Row]
    dates: frozenset[int]

    @cached_property
    def _bits(self) -> list[int]:
        return [self.seen.has.get(number, 0) for number in self.numbers]

    def after(self, chosen: Sequence[int]) -> list[Row]:
        """Features of each candidate once others, by their places in `numbers`, are chosen; empty for the first."""
        if not chosen:
            return [{} for _ in self.numbers]
        worth = [weight / (sum(self.seen.weights) or 1) for weight in self.seen.weights]
        had = facts = 0
        for place in chosen:
            had |= self._bits[place]
            facts |= self.seen.facts.get(self.numbers[place], 0)
            worth = [each * _AGAIN if self._bits[place] >> bit & 1 else each for bit, each in enumerate(worth)]
        again = {bits: total(worth, bits) for bits in set(self._bits)}
        added = [self.seen.weigh(bits & ~had) for bits in self._bits]
        left, top = 1.05 - self.seen.weigh(had), max(added) or 1
        details = len(self.seen.details) or 1
        there = [self.numbers[place] for place in chosen]
        dated = any(number in self.dates for number in there)
        return [
            {
                "again": again[bits],
                "added": more * len(chosen),
                "added_of_left": more / left,
                "added_of_most": more / top,
                "added_facts": (self.seen.facts.get(number, 0) & ~facts).bit_count() / details,
                "beside": float(number - 1 in there or number + 1 in there),
                "two_away": float(number - 2 in there or number + 2 in there),
                "another_dateline": float(dated and number in self.dates),
                "close": math.exp(-min(abs(number - other) for other in there) / 5),
            }
            for number, bits, more in zip(self.numbers, self._bits, added, strict=True)
        ]


def choose(candidates: Candidates, weights: Mapping[str, float]) -> list[int]:
    """The numbers of at most `MOST` sentences, in the order of choice."""
    alone = _dots(weights, candidates.plain)
    chosen: list[int] = []
    while len(chosen) < min(MOST, len(alone)):
        scores = list(map(add, alone, _dots(weights, candidates.after(chosen))))
        chosen.append(max((place for place in range(len(alone)) if place not in chosen), key=scores.__getitem__))
    return [candidates.numbers[place] for place in chosen]


def _dots(weights: Mapping[str, float], rows: Sequence[Row]) -> list[float]:
    """The weighted sum of each row, all of which have the same features in the same order."""
    column = [weights[name] for name in rows[0]] if rows else []
    return [sum(map(mul, column, row.values())) for row in rows]


def candidates(statement: Statement, seen: Match, number: int) -> Candidates:
    """The sentences of the page of this number that have something of the statement."""
    first, end = seen.offsets[number], seen.offsets[number + 1]
    relevance = _relevance(seen, range(first, end))
    best = max(relevance, key=lambda sentence: (relevance[sentence], -sentence), default=first)

    def rank(sentence: int) -> tuple[float, int]:
        beside = relevance.get(sentence - 1, 0) + relevance.get(sentence + 1, 0)
        return relevance[sentence] + beside / 2, -sentence

    telling = (n for n in relevance if n == best or seen.weigh(seen.has.get(n, 0)) >= LEAST)
    page = seen.pages[number]
    once: dict[str, int] = {}  # many pages repeat their headline
    for sentence in sorted(telling, key=rank, reverse=True):
        once.setdefault(page.source.text[slice(*page.sentences[sentence - first])], sentence)
    kept = sorted(islice(once.values(), CONSIDERED))
    dates = _datelines(seen, number)
    return Candidates(seen, kept, _plain(statement, seen, number, kept, relevance, best, dates), dates)


def _datelines(seen: Match, number: int) -> frozenset[int]:
    """Find the lines that give a day in figures and little else, where the claim gives a date or a year."""
    page, offset = seen.pages[number], seen.offsets[number]
    years = any(term.isdigit() and len(term) == 4 for term in seen.terms)
    if not years and not seen.details_of(FactKind.DATE):
        return frozenset()
    text = page.source.text
    full = [each for each in page.dates if each.year and each.month and _FIGURES.search(text, each.start, each.end)]
    dating = {page.sentence_at(each.start) for each in full}
    return frozenset(offset + local for local in dating if page.word_count(local) < DATELINE)


def _relevance(seen: Match, within: range) -> dict[int, float]:
    """A first ranking of the sentences that have anything of the claim, the best of them 1."""
    top = max(seen.scores.values(), default=0) or 1
    details = len(seen.details) or 1
    found = {
        sentence: seen.weigh(seen.has.get(sentence, 0))
        + _DETAILS * seen.facts.get(sentence, 0).bit_count() / details
        + _SCORE * seen.scores.get(sentence, 0) / top
        for sentence in {*seen.has, *seen.facts}
        if sentence in within
    }
    most = max(found.values(), default=0) or 1
    return {sentence: value / most for sentence, value in found.items()}


def _plain(
    statement: Statement,
    seen: Match,
    number: int,
    kept: list[int],
    relevance: dict[int, float],
    best: int,
    dates: frozenset[int],
) -> list[Row]:
    page, offset = seen.pages[number], seen.offsets[number]
    titled, wanted = _titled(statement, seen, page)
    here, only = _worths(seen)
    bits = {sentence: seen.has.get(sentence, 0) for sentence in kept}
    sums = {each: (total(here, each), total(only, each)) for each in set(bits.values())}
    top = max(seen.scores.values(), default=0) or 1
    names = seen.details_of(FactKind.NAME)
    headings = {
        passage.start for passage in page.source.passages if passage.kind in (BlockKind.HEADING, BlockKind.TITLE)
    }
    rows, pronouns = [], language("en").grammar.anaphora
    for sentence in kept:
        local = sentence - offset
        facts = seen.facts.get(sentence, 0)
        start, end = page.sentences[local]
        rows.append(
            {
                "words": seen.weigh(bits[sentence]),
                "rare_here": sums[bits[sentence]][0],
                "nowhere_else": sums[bits[sentence]][1],
                "bm25": seen.scores.get(sentence, 0) / top,
                "facts": facts.bit_count() / (len(seen.details) or 1),
                "names": (facts & names).bit_count() / (names.bit_count() or 1),
                "pairs": seen.pairs.get(sentence, 0).bit_count() / (seen.pair_count or 1),
                "title": titled.get(local, 0) / wanted,
                "length": math.log1p(page.word_count(local)),
                "place": math.log1p(local),
                "top": float(local < 3),
                "heading": float(start in headings),
                "dateline": float(sentence in dates),
                "sentence": float(page.source.text[end - 1] in ENDS),
                "pronoun": float(not pronouns.isdisjoint(page.forms_of(local)[:1])),
                "before": relevance.get(sentence - 1, 0),
                "behind": relevance.get(sentence + 1, 0),
                "near_best": math.exp(-abs(sentence - best) / 3),
            }
        )
    return rows


def _worths(seen: Match) -> tuple[list[float], list[float]]:
    """What each word of the claim is worth by its rarity in these pages, and by how few sentences have it."""
    sentences, weight = seen.offsets[-1], sum(seen.weights) or 1
    sets = Counter(seen.has.values())
    counts = [sum(n for bits, n in sets.items() if bits >> place & 1) for place in range(len(seen.weights))]
    rare = [math.log(1 + (sentences - count + 0.5) / (count + 0.5)) for count in counts]
    whole = sum(rare) or 1
    only = [each / weight / max(count, 1) for each, count in zip(seen.weights, counts, strict=True)]
    return [each / whole for each in rare], only


def _titled(statement: Statement, seen: Match, page: Page) -> tuple[dict[int, int], int]:
    """How many words of the document's title, other than the claim's, each sentence has, and how many there are."""
    wanted = {word.form for word in tokenized(statement.title)} - STOPWORDS - set(seen.terms)
    found: dict[int, int] = {}
    for form in wanted:
        for local in {page.sentence_of_word(place) for place in page.find(page.stem(form))}:
            found[local] = found.get(local, 0) + 1
    return found, len(wanted) or 1
