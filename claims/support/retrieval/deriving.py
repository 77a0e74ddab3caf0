"""Finds the numbers and years of a claim that its pages do not have but that follow from those that they have."""

from collections.abc import Sequence
from dataclasses import replace

from claims.language.tokens import Word
from claims.records import FactKind
from claims.support.facts.detail import Detail
from claims.support.facts.numbers.derivations import derived
from claims.support.retrieval.match import Match

_NUMERIC = (FactKind.NUMBER, FactKind.DATE)

_MOST = 4
"""Sentences with other numbers of the claim that are looked at beside those that cover it."""


def derive(seen: Match, tokens: Sequence[Word]) -> Match:
    """Return a match with the details that follow from numbers and years of the sentences that cover the claim.

    Args:
        seen: the match, with the details that the pages have.
        tokens: the content words of the claim.
    """
    lacking = [(bit, detail) for bit, detail in enumerate(seen.details) if _lacking(seen, bit, detail)]
    if not lacking:
        return seen
    facts, has, places = dict(seen.facts), dict(seen.has), [list(known) for known in seen.derived]
    sentences = _sentences(seen)
    for bit, detail in lacking:
        behind = [word.form for word in tokens if word.start >= detail.end]
        for number, page in enumerate(seen.pages):
            offset, end = seen.offsets[number : number + 2]
            near = [sentence - offset for sentence in sentences if offset <= sentence < end]
            for start, last in derived(detail, behind, page, near):
                places[bit].append((number, start, last))
                for sentence in range(page.sentence_at(start), page.sentence_at(last - 1) + 1):
                    facts[offset + sentence] = facts.get(offset + sentence, 0) | 1 << bit
                    has[offset + sentence] = has.get(offset + sentence, 0) | seen.own[bit]
    return replace(seen, facts=facts, has=has, derived=places) if any(places) else seen


def _lacking(seen: Match, bit: int, detail: Detail) -> bool:
    """Whether the sentence that has most of a claim lacks a number or date of it."""
    return detail.kind in _NUMERIC and not any(seen.facts.get(sentence, 0) >> bit & 1 for sentence in seen.cover[:1])


def _sentences(seen: Match) -> list[int]:
    """The sentences that cover a claim, and a few that have other numbers of it."""
    numeric = seen.details_of(*_NUMERIC)
    others = (sentence for sentence, bits in seen.facts.items() if bits & numeric and sentence not in seen.cover)
    return [*seen.cover, *sorted(others)[:_MOST]]
