"""The two sides of a word that has a direction: owls hunted rats, from Lagos to Accra, more than."""

from collections.abc import Callable, Iterator

from claims.language.loader import language
from claims.language.tokens import STOPWORDS, Word
from claims.support.antonyms import exclude, opposite
from claims.support.roles import past
from claims.support.turns import Turn

REACH = 5
"""Words on either side that are looked at."""

NEAREST = 2
"""Content words among these that count."""


def mirrored(claim: list[Word], sentence: list[Word], stem: Callable[[str], str]) -> bool:
    """Whether a claim compares the same two things from the other side: that is larger than this, this smaller."""
    ours, theirs = ([at for at, word in enumerate(line) if word.form == "than"] for line in (claim, sentence))
    if len(ours) != 1 or len(theirs) != 1:
        return False
    before, behind = _around(claim, ours[0], stem)
    left, right = _around(sentence, theirs[0], stem)
    return bool(before & right - left or behind & left - right)


def crossed(claim: list[Word], sentence: list[Word], stem: Callable[[str], str]) -> Iterator[Turn]:
    """Find the first word of a claim that has before it what the sentence has behind it, and the other way round."""
    theirs = [stem(word.form) for word in sentence]
    for place, word in enumerate(claim):
        if not _directed(claim, place):
            continue
        there = [at for at, form in enumerate(theirs) if form == stem(word.form) and _directed(sentence, at)]
        before, behind = _around(claim, place, stem)
        sides = [_around(sentence, at, stem) for at in there]
        crossing = [((before & right) - left - behind, (behind & left) - right - before) for left, right in sides]
        if crossing and all(first and second for first, second in crossing):
            if _converse(claim, sentence):
                return
            one, other = (next(each.form for each in claim if stem(each.form) in side) for side in crossing[0])
            yield Turn(f"{one} {word.form} {other}", f"{other} {word.form} {one}")
            return


def _converse(claim: list[Word], sentence: list[Word]) -> bool:
    """Whether a word of the one is turned by a word of the other: "bought from" is "sold to"."""
    return any(
        exclude(ours.form, theirs.form) or opposite(ours.form, theirs.form) for ours in claim for theirs in sentence
    )


def _directed(line: list[Word], place: int) -> bool:
    """Whether a word has a direction here: "than", "to" behind "from", or a verb that is not in the passive."""
    form, before = line[place].form, [word.form for word in line[max(0, place - REACH) : place]]
    if form in ("to", "than"):
        return form == "than" or "from" in before
    verbs, relative = language("en").verbs, language("en").grammar.relative
    deed = past(form) and form not in verbs.reporting and form not in verbs.attributing
    deed = deed and not any(each in verbs.passive or each in relative for each in before[-2:])
    return deed and not any(word.form == "by" for word in line[place + 1 : place + 3])


def _around(line: list[Word], place: int, stem: Callable[[str], str]) -> tuple[set[str], set[str]]:
    """The stems of the nearest words, on either side, that say something."""
    before = [word.form for word in line[max(0, place - REACH) : place] if _telling(word.form)]
    behind = [word.form for word in line[place + 1 : place + 1 + REACH] if _telling(word.form)]
    return set(map(stem, before[-NEAREST:])), set(map(stem, behind[:NEAREST]))


def _telling(form: str) -> bool:
    return form not in STOPWORDS and not form.isdigit()
