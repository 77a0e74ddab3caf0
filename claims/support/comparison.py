"""A claim beside the one sentence of its pages that has most of it."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from claims.support.alignment import Alignment, align
from claims.support.degrees import degrees
from claims.support.denials import unfounded
from claims.support.foreign import foreign_turns
from claims.support.interface import Statement
from claims.support.match import Match
from claims.support.page import Page
from claims.support.pairing import exchanged
from claims.support.roles import Rival, claimed, rivals, swapped, told
from claims.support.spelling import same_name
from claims.support.turns import Turn, hedged, turns
from claims.support.windows import best_window
from claims.support.words import Word, words

ALIKE = 0.5
"""Share of the claim's words that the sentence must have for a difference in the rest to turn the claim."""


LIKE = 0.8
"""Likeness (difflib's ratio) from which one capitalised word may be put for another: Niger for Nigeria has 0.83."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A claim's words, those of the sentence most like it, and the one laid along the other.

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
    turns: tuple[Turn, ...]
    rivals: tuple[Rival, ...] = ()

    def covered(self, seen: Match, bit: int) -> float:
        """The share of the claim's words, those of one detail left out, that the sentence has."""
        return seen.weigh(self.bits & ~seen.own[bit])


def compare(statement: Statement, seen: Match) -> Comparison:
    """Lay a statement along the sentence that has most of its words."""
    number, bits = best_window(seen, 1)
    page, offset = next(
        (page, offset) for page, (offset, end) in zip(seen.pages, pairwise(seen.offsets), strict=True) if number < end
    )
    claim = list(words(statement.text))
    sentence = page.words_of(number - offset)
    here = seen.facts.get(number, 0)
    spans = [(detail.start, detail.end) for bit, detail in enumerate(seen.details) if here >> bit & 1]
    granted = frozenset(
        place for place, word in enumerate(claim) if any(start <= word.start < end for start, end in spans)
    )
    laid = align(claim, sentence, page.stem, granted)
    turned: list[Turn] = []
    ours = claimed(statement.text, claim, seen)
    if seen.weigh(bits) >= ALIKE:
        if page.english:
            turned += turns(claim, sentence, list(laid.pairs), laid.moved)
            turned += hedged(claim, sentence, list(laid.pairs), page.source.text)
            turned += [Turn(claim[ours].form, sentence[theirs].form) for ours, theirs in laid.opposed]
        turned += exchanged(statement.text, claim, sentence, laid, seen, page)
        turned += swapped(claim, sentence, ours, told(sentence, page), page.stem)
        capital = [word for word in sentence if page.source.text[word.start].isupper()]
        lacking = [claim[place] for place in sorted(laid.replaced | laid.added)]
        turned += _mistaken([word for word in lacking if statement.text[word.start].isupper()], capital, claim)
    if page.english:
        turned += unfounded(claim, seen)
        turned += degrees(claim, seen)
    else:
        turned += foreign_turns(statement.text, claim, sentence, list(laid.pairs), page, granted)
    return Comparison(
        statement.text, page, number, bits, claim, sentence, laid, tuple(turned), tuple(rivals(claim, ours, seen))
    )


def _mistaken(lacking: list[Word], theirs: list[Word], claim: list[Word]) -> list[Turn]:
    """Capitalised words of the claim that the sentence lacks while it has one much like them that is another name."""
    known = {word.form for word in claim}
    return [
        Turn(word.form, other.form)
        for word in lacking
        for other in theirs
        if min(len(word.form), len(other.form)) > 4 and word.form[:3] == other.form[:3]
        if other.form not in known and not same_name(word.form, other.form)
        if SequenceMatcher(None, word.form, other.form, autojunk=False).ratio() >= LIKE
    ][:1]
