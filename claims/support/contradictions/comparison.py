"""The comparison of a claim with the sentence of its pages that covers most of it."""

from dataclasses import dataclass
from functools import cached_property

from claims.language.tokens import Word, tokenized
from claims.support.contradictions.alignment import Alignment, align
from claims.support.contradictions.names.places import Place, claimed
from claims.support.index.page import Page
from claims.support.interface import Statement
from claims.support.retrieval.match import Match

ALIKE = 0.5
"""Share of the claim's words that the sentence must have for a difference in the rest to turn the claim."""


@dataclass(frozen=True)
class Comparison:
    """A claim's words, those of the sentence most like it, and their alignment.

    Attributes:
        text: the claim.
        claim: its words, and `sentence` those of the sentence.
        alignment: their alignment.
        seen: the claim's match with its pages, and `page` that of the sentence.
        number: the sentence's number through all pages.
        bits: the words of the claim, as a set of the match, that it has.
    """

    text: str
    claim: list[Word]
    sentence: list[Word]
    alignment: Alignment
    seen: Match
    page: Page
    number: int
    bits: int

    @property
    def repeated(self) -> float:
        """The share of the claim's words that the sentence has in the same order."""
        return len(self.alignment.same) / (len(self.claim) or 1)

    @property
    def alike(self) -> bool:
        """Whether the sentence has enough of the claim for a difference in the rest to turn it."""
        return self.seen.weigh(self.bits) >= ALIKE

    @cached_property
    def names(self) -> list[Place]:
        """The claim's names with their roles."""
        return claimed(self.text, self.claim, self.seen)

    def covered(self, bit: int) -> float:
        """The share of the claim's words, those of one detail left out, that the sentence has."""
        return self.seen.weigh(self.bits & ~self.seen.own[bit])


def compare(statement: Statement, seen: Match) -> Comparison:
    """Compare a statement with the sentence that has most of its words.

    Args:
        statement: the claim.
        seen: its match with the pages.
    """
    number, bits = seen.best_window(1)
    page, sentence = seen.sentence_of(number)
    claim = list(tokenized(statement.text))
    here = seen.facts.get(number, 0)
    spans = [(detail.start, detail.end) for bit, detail in enumerate(seen.details) if here >> bit & 1]
    granted = frozenset(
        place for place, word in enumerate(claim) if any(start <= word.start < end for start, end in spans)
    )
    alignment = align(claim, sentence, page.stem, granted)
    return Comparison(
        text=statement.text,
        claim=claim,
        sentence=sentence,
        alignment=alignment,
        seen=seen,
        page=page,
        number=number,
        bits=bits,
    )
