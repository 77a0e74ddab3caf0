"""Contradictions between a claim and the sentence that it otherwise repeats: a negation, an antonym, another order.

Each counts only where claim and sentence agree word for word on both sides of it, so that it is nearly always one.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claims.language.loader import language
from claims.language.tokens import Word
from claims.support.antonyms import exclude, of_age, opposite
from claims.support.contradictions.alignment import Alignment
from claims.support.contradictions.turn import Turn
from claims.support.contradictions.words.anchors import anchors
from claims.support.contradictions.words.converses import converse, facing
from claims.support.contradictions.words.dropped import by_prefix, dropped
from claims.support.contradictions.words.line import Line, line_of

_REACH = 6
"""Words that a gap between two agreed words may hold on either side to be compared."""


def turns(claim: list[Word], sentence: list[Word], laid: Alignment) -> Iterator[Turn]:
    """Find the turns between a claim and a sentence by their alignment."""
    agreed_on = _tightened(laid.pairs, sentence)
    here, there = (line_of(line, {each[side] for each in agreed_on}) for side, line in enumerate((claim, sentence)))
    ends = [(-1, -1), *agreed_on, (len(claim), len(sentence))]
    negations: list[Turn] = []
    antonyms: list[Turn] = []
    agreed = False
    for gap, ((left, begin), (right, end)) in enumerate(pairwise(ends)):
        ours = [word for place, word in enumerate(claim[left + 1 : right], left + 1) if place not in laid.moved]
        theirs = sentence[begin + 1 : end]
        inner = left >= 0 and right < len(claim)
        held = anchors(claim, agreed_on, gap)
        if (not ours and not theirs) or len(ours) > _REACH or (inner and len(theirs) > _REACH):
            continue
        if not inner:
            # Before the first and behind the last agreed word the sentence may speak of other things.
            theirs = theirs[-_REACH:] if left < 0 else theirs[:_REACH]
        if inner and not by_prefix(claim[left + 1 : right + 4], there.forms):
            negations += dropped(ours, theirs, here, there, held)
        alone = inner and len(ours) == len(theirs) == 1
        compared = _comparative(claim[left + 1 : right], theirs) if inner else None
        # In the very place of each other two words turn the claim though it has both; not two deeds, for a sentence
        # with the one ("opened in 2004") says nothing about the other.
        if compared is None and alone and not opposite(ours[0].form, theirs[0].form):
            compared = _opposed(ours, theirs, frozenset(), there)
        elif compared is None:
            fresh = [word for word in ours if word.form not in there.forms and word.start not in here.rough]
            compared = _opposed(fresh, theirs, here.forms, there)
            compared = compared if compared and (alone or not _moments(*compared)) else None
        if not held.some:
            continue
        if compared and not _agree(*compared, here, there) and not _converse(claim, compared[0], sentence, compared[1]):
            antonyms.append(Turn(compared[0].form, compared[1].form))
        elif compared:
            agreed = True
    # "Was not the first" and "became the second" deny one thing: neither the antonym nor the negation is a turn.
    yield from antonyms or (negations if not agreed else ())


def _tightened(pairs: Sequence[tuple[int, int]], sentence: list[Word]) -> list[tuple[int, int]]:
    """The pairs, a word moved to its last like before the next pair where that makes the two neighbours.

    Of "the fire and the town council", "the county council" is to have the second "the": the gap holds "town" only.
    """
    laid = list(pairs)
    for place in range(len(pairs) - 2, -1, -1):
        (i, j), (following, end) = laid[place], laid[place + 1]
        last = next(at for at in range(end - 1, j - 1, -1) if at == j or sentence[at].form == sentence[j].form)
        if laid[place - 1 : place] != [(i - 1, j - 1)] and end - last <= 2 and following - i <= 2:
            laid[place] = (i, last)
    return laid


def _moments(word: Word, other: Word) -> bool:
    """Whether one of two words of order in time leaves open whether the other holds, too: since, after."""
    return not language("en").antonyms.moments.isdisjoint((word.form, other.form))


def _comparative(ours: list[Word], theirs: list[Word]) -> tuple[Word, Word] | None:
    """One comparative in the very place of its opposite turns the claim though the sentence has both elsewhere."""
    if len(ours) == len(theirs) == 1 and ours[0].form.endswith(language("en").degrees.endings):
        word, other = ours[0].form, theirs[0].form
        if opposite(word, other) or exclude(word, other):
            return ours[0], theirs[0]
    return None


def _opposed(ours: list[Word], theirs: list[Word], known: frozenset[str], there: Line) -> tuple[Word, Word] | None:
    """Find the first word of which another, not known from the claim, is an antonym or another degree."""
    entailing = language("en").antonyms.entailing
    for word in ours:
        for place, other in enumerate(theirs):
            entailed = word.form in entailing.get(other.form, ()) and other.start not in there.denied
            if other.form in known or entailed or of_age(theirs, place):
                continue
            if _scaled(word, other) or opposite(word.form, other.form) or exclude(word.form, other.form):
                return word, other
    return None


def _agree(word: Word, other: Word, here: Line, there: Line) -> bool:
    """Whether two antonyms say the same: one of them is denied (not like it, unlike it), or both sides are named.

    What Olsen sold to Berg was bought by Berg, or bought from Olsen.
    """
    if any(word.form in pair and other.form in pair for pair in language("en").antonyms.converses):
        sides = [each.forms & language("en").verbs.parties for each in (here, there)]
        return bool(sides[0] and sides[1] and sides[0] != sides[1])
    return (word.start in here.denied) != (other.start in there.denied) and not _scaled(word, other)


def _converse(claim: list[Word], word: Word, sentence: list[Word], other: Word) -> bool:
    return converse(claim, sentence) or facing(claim, word, sentence, other)


def _scaled(word: Word, other: Word) -> bool:
    """Whether two words are of one scale, on which what is not the one need not be the other."""
    return any(word.form in kind and other.form in kind for kind in language("en").antonyms.scales)
