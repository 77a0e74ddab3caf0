"""The comparison of a claim with the sentence of its pages that covers most of it."""

from dataclasses import dataclass, replace

from claims.language.tokens import Word, tokenized
from claims.support.contradictions.alignment import Alignment, align
from claims.support.contradictions.names.places import claimed
from claims.support.contradictions.names.rivals import Rival, rivals
from claims.support.contradictions.rules import ALIKE, RULES, Aligned
from claims.support.contradictions.words.turns import Turn
from claims.support.index.page import Page
from claims.support.interface import Statement
from claims.support.retrieval.match import Match
from claims.support.retrieval.windows import best_window, sentence_of


@dataclass(frozen=True, slots=True)
class Comparison:
    """A claim's words, those of the sentence most like it, and their alignment.

    Attributes:
        text: the claim.
        number: the sentence's number through all pages.
        bits: the words of the claim, as a set of the match, that it has.
        rivals: names that it has in the place of the claim's.
    """

    text: str
    page: Page
    number: int
    bits: int
    claim: list[Word]
    sentence: list[Word]
    laid: Alignment
    turns: tuple[Turn, ...] = ()
    rivals: tuple[Rival, ...] = ()

    @property
    def repeated(self) -> float:
        """The share of the claim's words that the sentence has in the same order."""
        return len(self.laid.same) / (len(self.claim) or 1)

    def covered(self, seen: Match, bit: int) -> float:
        """The share of the claim's words, those of one detail left out, that the sentence has."""
        return seen.weigh(self.bits & ~seen.own[bit])


def compare(statement: Statement, seen: Match, least: float = -1.0) -> Comparison:
    """Compare a statement with the sentence that has most of its words.

    Args:
        statement: the claim.
        seen: its match with the pages.
        least: share of the claim that the sentence must repeat by more than this for its turns and rivals to be found.
    """
    number, bits = best_window(seen, 1)
    page, sentence = sentence_of(seen, number)
    claim = list(tokenized(statement.text))
    here = seen.facts.get(number, 0)
    spans = [(detail.start, detail.end) for bit, detail in enumerate(seen.details) if here >> bit & 1]
    granted = frozenset(
        place for place, word in enumerate(claim) if any(start <= word.start < end for start, end in spans)
    )
    laid = align(claim, sentence, page.stem, granted)
    plain = Comparison(statement.text, page, number, bits, claim, sentence, laid)
    if plain.repeated <= least:
        return plain
    ours = claimed(statement.text, claim, seen)
    aligned = Aligned(
        text=statement.text,
        claim=claim,
        sentence=sentence,
        laid=laid,
        seen=seen,
        page=page,
        names=ours,
        alike=seen.weigh(bits) >= ALIKE,
    )
    turned: list[Turn] = []
    for rule in RULES:
        if rule.applies(aligned, bool(turned)):
            turned += rule.find(aligned)
    return replace(plain, turns=tuple(turned), rivals=tuple(rivals(claim, ours, seen)))
