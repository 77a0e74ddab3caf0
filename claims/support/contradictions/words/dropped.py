"""A negation that only one of claim and sentence has, in a gap between words that they share."""

from collections.abc import Iterator

from claims.language.loader import language
from claims.language.stemming import stemmer
from claims.language.tokens import STOPWORDS, Word
from claims.support.antonyms import denies, exclude
from claims.support.contradictions.turn import Turn
from claims.support.contradictions.words.anchors import Anchors
from claims.support.contradictions.words.line import Line

_REACH = 6
"""Words that a gap may hold, in claim and sentence together."""


def dropped(ours: list[Word], theirs: list[Word], here: Line, there: Line, held: Anchors) -> Iterator[Turn]:
    """Find a negation in the gap of one of the two, where nothing of the other says the same.

    Args:
        ours: the claim's words in the gap.
        theirs: the sentence's words in it.
        here: the claim.
        there: the sentence.
        held: how firmly the two agree around the gap.
    """
    own = [word for word in ours if word.start in here.scopes]
    other = [word for word in theirs if word.start in there.scopes]
    implied = language("en").negation.implied
    if len(own) % 2 == len(other) % 2 or len(ours) + len(theirs) > _REACH:
        return
    if any(word.form in implied for word in (theirs if own else ours)):
        return  # "did not reach" is said by "failed to reach"
    first, denying, affirming = (own[0], here, there) if own else (other[0], there, here)
    denied, instead = denying.scopes[first.start], theirs if own else ours
    known = denied is not None and stemmer("en")(denied.form) in affirming.stems
    replaced = bool(instead) and not known
    joint = language("en").negation.joint
    if here.alone and there.alone and (replaced or not held.both or (there.forms & joint and not here.forms & joint)):
        return  # the other denies it in other words, or of two things at once
    if (
        denied
        and not known
        and (denied.start in denying.graded or any(exclude(denied.form, each.form) for each in instead))
    ):
        return  # "not all" may be many, and what does not open stays closed
    if replaced and not held.both:
        return  # what is denied, and what is said in its place, are two things
    yield Turn(" ".join(word.form for word in own), " ".join(word.form for word in other))


def by_prefix(gap: list[Word], said: frozenset[str]) -> bool:
    """Whether a sentence denies by a prefix what the claim denies in this gap: "not to disturb" by "undisturbed"."""
    denial = next((place for place, word in enumerate(gap) if denies(word.form)), len(gap))
    deed = next((word.form for word in gap[denial + 1 :] if word.form not in STOPWORDS), None)
    prefixes = language("en").antonyms.prefixes
    return deed is not None and any(form.startswith(prefix + deed) for prefix in prefixes for form in said)
