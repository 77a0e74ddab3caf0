"""A negation that only one of claim and sentence has, in a gap between words that they share."""

from collections.abc import Iterator

from claims.language.loader import language
from claims.language.stemming import stemmer
from claims.language.tokens import STOPWORDS, Word
from claims.support.antonyms import denies
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
    implied, joint = language("en").negation.implied, language("en").negation.joint
    if len(own) % 2 == len(other) % 2 or len(ours) + len(theirs) > _REACH:
        return
    if any(word.form in implied for word in (theirs if own else ours)):
        return  # "did not reach" is said by "failed to reach"
    if here.alone and there.alone and (not held.both or (there.forms & joint and not here.forms & joint)):
        return  # it is denied in other words, or of two things at once
    first, denying, affirming = (own[0], here, there) if own else (other[0], there, here)
    denied = denying.scopes[first.start]
    known = denied is not None and stemmer("en")(denied.form) in affirming.stems
    graded = denied is not None and denied.start in denying.graded
    if not known and (graded or (ours and theirs and not held.both)):
        return  # what is denied, and what is said in its place, are two things
    yield Turn(" ".join(word.form for word in own), " ".join(word.form for word in other))


def by_prefix(gap: list[Word], said: frozenset[str]) -> bool:
    """Whether a sentence denies by a prefix what the claim denies in this gap: "not to disturb" by "undisturbed"."""
    denial = next((place for place, word in enumerate(gap) if denies(word.form)), len(gap))
    deed = next((word.form for word in gap[denial + 1 :] if word.form not in STOPWORDS), None)
    prefixes = language("en").antonyms.prefixes
    return deed is not None and any(form.startswith(prefix + deed) for prefix in prefixes for form in said)
