"""Two words of a claim that its sentence has in each other's places: sharp temperament and strong individuality."""

from collections.abc import Callable, Iterator
from itertools import combinations, pairwise, product

from claims.language.loader import language
from claims.language.tokens import STOPWORDS, Word
from claims.support.antonyms import denies
from claims.support.contradictions.alignment import Alignment
from claims.support.contradictions.turn import Turn
from claims.support.contradictions.words.converses import converse, facing

REACH = 5
"""Words that the gap of a claim, or of its sentence, may hold for its words to be in each other's places. On the
fitting and choosing parts of `benchmarks.judging` up to five take `supported` from 63 wrong and 5 right claims, 54 and
4 of them of a set made by such exchanges; up to eight, lists among them, from 67 and 15."""

_NEAR = 4
"""Words from one to the other up to which two words joined by "and" may be equals of a list."""

_NAME = 2
"""Words behind the first of a name, that may be exchanged with it."""


def crossed(claim: list[Word], sentence: list[Word], laid: Alignment, stem: Callable[[str], str]) -> Iterator[Turn]:
    """Find two words of a claim each of which its sentence has in the gap where the other would be, if only two are.

    One in the passive and the other not have their sides exchanged by rule, equals may be listed in any order, and a
    number has no place in which a word would mean the same: "in 1880 in Tane", "in Tane in 1880".
    """
    if _passive(claim) != _passive(sentence) or converse(claim, sentence):
        return
    ours, theirs = ([stem(word.form) for word in line] for line in (claim, sentence))
    gaps: dict[int, list[str]] = {}
    for (left, begin), (right, end) in pairwise([(-1, -1), *laid.pairs, (len(ours), len(theirs))]):
        if max(right - left, end - begin) <= REACH + 1:
            inside = range(left + 1, right)
            gaps |= {place: theirs[begin + 1 : end] for place in inside if claim[place].form not in STOPWORDS}
    found = [
        (one, other)
        for one, other in combinations((place for place in gaps if ours.count(ours[place]) == 1), 2)
        if ours[one] in gaps[other] and ours[other] in gaps[one]
        if ours[one] not in gaps[one] and ours[other] not in gaps[other] and not _listed(claim, one, other)
        if ours[one][:1].isdigit() == ours[other][:1].isdigit()
    ]
    if found and not (_moved(found) or _faced(claim, sentence)):
        words = [claim[place].form for place in found[0]]
        yield Turn(" … ".join(words), " … ".join(reversed(words)))


def _moved(found: list[tuple[int, int]]) -> bool:
    """Whether whole phrases have changed places: "Tane by the Danes, Lunde by the Swedes"."""
    (one, other), *more = found
    return any(one + _NAME < again < other < last for again, last in more)


def _faced(claim: list[Word], sentence: list[Word]) -> bool:
    """Whether an opposite has two things change places: "Tane lies west of Lunde", "Lunde lies east of Tane"."""
    own, theirs = ({word.form for word in line} for line in (claim, sentence))
    sides = ([word for word in line if word.form not in known] for line, known in ((claim, theirs), (sentence, own)))
    return any(facing(claim, word, sentence, other) for word, other in product(*sides))


def _passive(line: list[Word]) -> bool:
    return any(word.form == "by" for word in line)


def _listed(claim: list[Word], one: int, other: int) -> bool:
    """Whether two words of a claim are equals of a list: "NBA or the NCAA", "in Tane and once in Lunde"."""
    grammar = language("en").grammar
    joints = {"and", *grammar.alternatives}
    between = [word.form for word in claim[one + 1 : other]]
    if any(map(denies, between)):
        return False
    if in_a_row(claim, one, other):
        return True
    joint = next((place for place, form in enumerate(between) if form in joints), None)
    if joint is None:
        return False
    behind = [word.form for word in claim[other + 1 : other + 1 + joint]]
    if between[:joint] and between[:joint] == behind:
        return True  # "produced by Olsen and directed by Olsen"
    shared = claim[one - 1].form if one > 0 and claim[one - 1].form == claim[other - 1].form else None
    if shared and shared not in STOPWORDS:
        return True  # "the Tane centre and the Tane arena"
    return other - one <= _NEAR and (shared is not None or set(between) <= joints | set(grammar.articles))


def in_a_row(claim: list[Word], one: int, other: int) -> bool:
    """Whether from one word of a claim to another there are only single words between commas, "and" and "or"."""
    grammar = language("en").grammar
    joints = {"and", *grammar.alternatives}
    return all(
        left.end + 1 < right.start or {left.form, right.form} & joints
        for left, right in pairwise(claim[one : other + 1])
    )
