"""Contradictions between a claim and the sentence that it otherwise repeats: a negation, an antonym, another order.

Each counts only where claim and sentence agree word for word on both sides of it, so that it is nearly always one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from claims.language.loader import language
from claims.language.stemming import stemmer
from claims.language.tokens import STOPWORDS, Word
from claims.support.antonyms import denies, exclude, opposite
from claims.support.contradictions.turn import Turn
from claims.support.contradictions.words.anchors import Anchors, anchors
from claims.support.contradictions.words.converses import converse, facing
from claims.support.contradictions.words.negations import denials, scopes

_REACH = 6
"""Words that a gap between two agreed words may hold on either side to be compared."""


@dataclass(frozen=True, slots=True)
class _Line:
    """The words of a claim or a sentence.

    Attributes:
        forms: their normal forms, and `stems` their stems.
        scopes: where a word begins that denies -> the word that it denies, or None.
        denied: where the words begin that are denied.
        alone: whether it denies something where the other line does not in the same words.
        about: where the words begin that make a number a rough one: some 40 boats.
    """

    forms: frozenset[str]
    stems: frozenset[str]
    scopes: Mapping[int, Word | None]
    denied: frozenset[int]
    alone: bool
    about: frozenset[int]


def _line(words: list[Word], agreed: set[int]) -> _Line:
    places = denials(words)
    about = scopes(words, places)
    stem, rough = stemmer("en"), language("en").bounds.about
    return _Line(
        forms=frozenset(word.form for word in words),
        stems=frozenset(stem(word.form) for word in words),
        scopes={words[place].start: words[about[place]] if place in about else None for place in places},
        denied=frozenset(words[place].start for place in about.values()),
        alone=not places <= agreed,
        about=frozenset(
            word.start for word, behind in pairwise(words) if word.form in rough and behind.form[:1].isdigit()
        ),
    )


def turns(
    claim: list[Word], sentence: list[Word], pairs: list[tuple[int, int]], moved: frozenset[int]
) -> Iterator[Turn]:
    """Find the turns between a claim and a sentence whose common words, in order, are `pairs` of places.

    `moved` are the places of claim words that the sentence has elsewhere.
    """
    agreed_on = _tightened(pairs, sentence)
    here, there = (_line(line, {each[side] for each in agreed_on}) for side, line in enumerate((claim, sentence)))
    ends = [(-1, -1), *agreed_on, (len(claim), len(sentence))]
    negations: list[Turn] = []
    antonyms: list[Turn] = []
    agreed = False
    for gap, ((left, begin), (right, end)) in enumerate(pairwise(ends)):
        ours = [word for place, word in enumerate(claim[left + 1 : right], left + 1) if place not in moved]
        theirs = sentence[begin + 1 : end]
        inner = left >= 0 and right < len(claim)
        held = anchors(claim, agreed_on, gap)
        if (not ours and not theirs) or len(ours) > _REACH or (inner and len(theirs) > _REACH):
            continue
        if not inner:
            # Before the first and behind the last agreed word the sentence may speak of other things.
            theirs = theirs[-_REACH:] if left < 0 else theirs[:_REACH]
        if inner and not _by_prefix(claim[left + 1 : right + 4], there.forms):
            negations += _negated(ours, theirs, here, there, held)
        alone = inner and len(ours) == len(theirs) == 1
        compared = _comparative(claim[left + 1 : right], theirs) if inner else None
        # In the very place of each other two words turn the claim though it has both; not two deeds, for a sentence
        # with the one ("opened in 2004") says nothing about the other.
        if compared is None and alone and not opposite(ours[0].form, theirs[0].form):
            compared = _exchanged(ours, theirs, frozenset(), there)
        elif compared is None:
            fresh = [word for word in ours if word.form not in there.forms and word.start not in here.about]
            compared = _exchanged(fresh, theirs, here.forms, there)
            compared = compared if compared and (alone or not _moments(*compared)) else None
        if not held.some:
            continue
        if compared and not _agree(*compared, here, there) and not _converse(claim, compared[0], sentence, compared[1]):
            antonyms.append(Turn(compared[0].form, compared[1].form))
        elif compared:
            agreed = True
    # "Was not the first" and "became the second" deny one thing: neither the antonym nor the negation is a turn.
    yield from antonyms or (negations if not agreed else ())


def _tightened(pairs: list[tuple[int, int]], sentence: list[Word]) -> list[tuple[int, int]]:
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


def _by_prefix(gap: list[Word], said: frozenset[str]) -> bool:
    """Whether a sentence denies by a prefix what the claim denies in this gap: "not to disturb" by "undisturbed"."""
    denial = next((place for place, word in enumerate(gap) if denies(word.form)), len(gap))
    deed = next((word.form for word in gap[denial + 1 :] if word.form not in STOPWORDS), None)
    prefixes = language("en").antonyms.prefixes
    return deed is not None and any(form.startswith(prefix + deed) for prefix in prefixes for form in said)


def _negated(ours: list[Word], theirs: list[Word], here: _Line, there: _Line, held: Anchors) -> Iterator[Turn]:
    """A negation in what one of the two has between words that they share."""
    own = [word for word in ours if word.start in here.scopes]
    other = [word for word in theirs if word.start in there.scopes]
    implied, joint = language("en").negation.implied, language("en").negation.joint
    if any(word.form in implied for word in (theirs if own else ours)):
        # "Did not reach" is said by "failed to reach".
        return
    if len(own) % 2 == len(other) % 2 or len(ours) + len(theirs) > _REACH:
        return
    denial, affirmed = (here.scopes[own[0].start], there) if own else (there.scopes[other[0].start], here)
    if here.alone and there.alone and not held.both:
        return
    if here.alone and not here.forms & joint and there.forms & joint:
        # What neither of two did, the other did not do.
        return
    known = denial is not None and stemmer("en")(denial.form) in affirmed.stems
    if not known and (_graded(denial) or (ours and theirs and not held.both)):
        # What is denied, and what is said in its place, are two things.
        return
    yield Turn(" ".join(word.form for word in own), " ".join(word.form for word in other))


def _moments(word: Word, other: Word) -> bool:
    """Whether one of two words of order in time leaves open whether the other holds, too: since, after."""
    return not language("en").antonyms.moments.isdisjoint((word.form, other.form))


def _graded(denial: Word | None) -> bool:
    """Whether a denied word is of a scale: "not all" leaves some, and "no more than" is a bound."""
    return denial is not None and any(denial.form in scale for scale in language("en").antonyms.scales)


def _comparative(ours: list[Word], theirs: list[Word]) -> tuple[Word, Word] | None:
    """One comparative in the very place of its opposite turns the claim though the sentence has both elsewhere."""
    if len(ours) == len(theirs) == 1 and ours[0].form.endswith(language("en").degrees.endings):
        word, other = ours[0].form, theirs[0].form
        if opposite(word, other) or exclude(word, other):
            return ours[0], theirs[0]
    return None


def _exchanged(ours: list[Word], theirs: list[Word], known: frozenset[str], there: _Line) -> tuple[Word, Word] | None:
    """Find the first word of which another, not known from the claim, is an antonym or another degree."""
    entailing = language("en").antonyms.entailing
    for word in ours:
        for place, other in enumerate(theirs):
            entailed = word.form in entailing.get(other.form, ()) and other.start not in there.denied
            if other.form in known or entailed or _age(theirs, place):
                continue
            if _scaled(word, other) or opposite(word.form, other.form) or exclude(word.form, other.form):
                return word, other
    return None


def _agree(word: Word, other: Word, here: _Line, there: _Line) -> bool:
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


def _age(line: list[Word], place: int) -> bool:
    """Whether a word is the "old" of an age, "23-year-old", which is no opposite of young."""
    return line[place].form == "old" and place > 0 and line[place - 1].form.startswith(language("en").degrees.ages)
