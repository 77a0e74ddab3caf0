"""The comparison of a claim with the sentence of its pages that covers most of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from claims.language.tokens import Word, words
from claims.support.alignment import Alignment, align, content
from claims.support.attached import misplaced
from claims.support.degrees import degrees
from claims.support.denials import refuted, unfounded
from claims.support.doers import others_deed
from claims.support.foreign import foreign_turns
from claims.support.interface import Statement
from claims.support.match import Match
from claims.support.order import crossed, mirrored
from claims.support.page import Page
from claims.support.pairing import exchanged
from claims.support.roles import Place, Rival, claimed, rivals, swapped, told
from claims.support.spelling import same_name
from claims.support.turns import Turn, hedged, turns
from claims.support.windows import best_window, sentence_of

ALIKE = 0.5
"""Share of the claim's words that the sentence must have for a difference in the rest to turn the claim."""


MORE = 0.3
"""Share of what the sentence most like the claim lacks that another must have to be compared with it, too."""

SHARED = 2
"""Words, function words apart, that it must have in the claim's order."""

LIKE = 0.8
"""Likeness (difflib's ratio) from which one capitalised word may be meant for another: Niger for Nigeria has 0.83."""


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
    turns: tuple[Turn, ...]
    rivals: tuple[Rival, ...] = ()

    def covered(self, seen: Match, bit: int) -> float:
        """The share of the claim's words, those of one detail left out, that the sentence has."""
        return seen.weigh(self.bits & ~seen.own[bit])


def compare(statement: Statement, seen: Match) -> Comparison:
    """Compare a statement with the sentence that has most of its words."""
    number, bits = best_window(seen, 1)
    page, sentence = sentence_of(seen, number)
    claim = list(words(statement.text))
    here = seen.facts.get(number, 0)
    spans = [(detail.start, detail.end) for bit, detail in enumerate(seen.details) if here >> bit & 1]
    granted = frozenset(
        place for place, word in enumerate(claim) if any(start <= word.start < end for start, end in spans)
    )
    laid = align(claim, sentence, page.stem, granted)
    ours = claimed(statement.text, claim, seen)
    turned: list[Turn] = []
    if seen.weigh(bits) >= ALIKE:
        turned += _worded(page, claim, sentence, laid) if page.english else []
        turned += _placed(statement.text, page, claim, sentence, laid, ours, seen)
    if page.english:
        turned += [] if turned else _elsewhere(claim, seen, number, bits)
        turned += others_deed(statement.text, claim, seen)
        turned += unfounded(claim, seen)
        turned += [] if turned else refuted(claim, seen)
        turned += [] if mirrored(claim, sentence, page.stem) else degrees(claim, seen)
    else:
        turned += foreign_turns(statement.text, claim, sentence, list(laid.pairs), page, granted)
    return Comparison(
        statement.text, page, number, bits, claim, sentence, laid, tuple(turned), tuple(rivals(claim, ours, seen))
    )


def _worded(page: Page, claim: list[Word], sentence: list[Word], laid: Alignment) -> Iterator[Turn]:
    """Find English words by which the sentence most like the claim says something else."""
    yield from turns(claim, sentence, list(laid.pairs), laid.moved)
    yield from hedged(claim, sentence, list(laid.pairs), page.source.text)
    yield from (Turn(claim[ours].form, sentence[theirs].form) for ours, theirs in laid.opposed)


def _placed(
    text: str, page: Page, claim: list[Word], sentence: list[Word], laid: Alignment, ours: list[Place], seen: Match
) -> Iterator[Turn]:
    """Find what that sentence has in other places (numbers, names, the sides of a deed), and names like the claim's."""
    yield from exchanged(text, claim, sentence, laid, seen, page)
    yield from misplaced(text, claim, seen)
    moved = list(swapped(claim, sentence, ours, told(sentence, page), page.stem))
    yield from moved or (crossed(claim, sentence, page.stem) if page.english else ())
    capital = [word for word in sentence if page.source.text[word.start].isupper()]
    lacking = [claim[place] for place in sorted(laid.replaced | laid.added)]
    yield from _mistaken([word for word in lacking if text[word.start].isupper()], capital, claim)


def _elsewhere(claim: list[Word], seen: Match, number: int, bits: int) -> list[Turn]:
    """Find contradictions by other sentences, with much of what the one most like the claim lacks."""
    lacking = 1 - seen.weigh(bits)
    found: list[Turn] = []
    for other in seen.cover:
        if other == number or seen.weigh(seen.has[other] & ~bits) < MORE * lacking or lacking < 0.1:
            continue
        page, line = sentence_of(seen, other)
        laid = align(claim, line, page.stem)
        if len(content(claim, frozenset(ours for ours, _ in laid.pairs))) >= SHARED:
            found += turns(claim, line, list(laid.pairs), laid.moved)
    said = {word.form for word in sentence_of(seen, number)[1]}
    return [turn for turn in found if turn.claim not in said | {"", "some"}]


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
