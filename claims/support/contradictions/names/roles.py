"""Semantic roles of names: names of a claim that its sentence has in each other's places."""

from collections.abc import Iterator
from functools import cache
from itertools import combinations, pairwise

from claims.language.loader import language
from claims.language.tokens import STOPWORDS, Word, normal
from claims.support.antonyms import exclude
from claims.support.contradictions.names.places import REACH, Place, alike, past
from claims.support.contradictions.turn import Turn
from claims.support.index.page import Page

BEHIND = 3
"""Words before a name among which is the verb that is done to it."""

AROUND = 3
"""Words on either side of a name that show its role."""


def swapped(
    claim: list[Word], sentence: list[Word], names: list[Place], others: list[Place], page: Page
) -> Iterator[Turn]:
    """Two names of the claim that the sentence, whose names are `others`, has in each other's places or deeds."""
    stem = page.stem
    ours, theirs = ([stem(word.form) for word in line] for line in (claim, sentence))
    for name in names:
        doers = [other for other in others if name.deed and other.deed == name.deed]
        there = any(set(name.parts) & set(other.parts) for other in others)
        if there and len(doers) == 1 and _another(name, doers[0], names, others):
            yield Turn(f"{name.text} … {doers[0].text}", f"{doers[0].text} … {name.text}")
            return
        deed_follows = name.last + 1 < len(claim)
        if deed_follows and not doers and _undergoes(name, others, theirs):
            yield Turn(f"{name.text} {claim[name.last + 1].form}", f"{claim[name.last + 1].form} … {name.text}")
            return
    yield from _reversed(claim, ours, theirs, names, others, page.language)
    # "Bought from" is "sold to": there the names change places because the verb does.
    for turn in _displaced(ours, theirs, names, others, _joints(page.language)):
        if not any(exclude(word.form, other.form) for word in claim for other in sentence):
            yield turn


def _another(name: Place, doer: Place, names: list[Place], others: list[Place]) -> bool:
    """Whether a sentence's agent is another name of the claim, and not its own beside it: "by French sculptor Tane"."""
    beside = any(0 < other.first - doer.last <= BEHIND and alike(name, other) for other in others)
    return not (alike(name, doer) or beside) and any(alike(doer, each) for each in names)


def _undergoes(name: Place, others: list[Place], theirs: list[str]) -> bool:
    """Whether the claim's agent is only the object of its verb in the sentence, and nowhere before it."""
    behind = next((other for other in others if _behind_deed(name, other, theirs)), None)
    return behind is not None and not any(other.first < behind.first and alike(name, other) for other in others)


def _behind_deed(name: Place, other: Place, theirs: list[str]) -> bool:
    """Whether the claim's subject is the object in the sentence: behind the verb, which is active."""
    verbs = language("en").verbs
    before = theirs[max(0, other.first - BEHIND) : other.first]
    deed = name.deed.verb if name.deed and not name.deed.suffered else None
    if deed not in before or deed in verbs.inverted or not alike(name, other):
        return False
    verb = other.first - len(before) + before.index(deed)
    active = not verbs.passive.intersection(theirs[max(0, verb - 2) : verb])
    return active and all(form in verbs.prepositions for form in theirs[verb + 1 : other.first]) and "by" not in before


def _reversed(
    claim: list[Word],
    ours: list[str],
    theirs: list[str],
    names: list[Place],
    others: list[Place],
    code: str,
) -> Iterator[Turn]:
    """Neighbouring names in the other order, with the same words between them."""
    for left, right in pairwise(names):
        between = set(ours[left.last + 1 : right.first])
        first, second = (_find(ours[name.first : name.last + 1], theirs) for name in (left, right))
        if first is None or second is None or not second < first or len(between) > REACH:
            continue
        if _find(ours[right.first : right.last + 1], theirs[first:]) is not None:
            continue  # it names them in the claim's order, too
        middle = set(theirs[second + right.last - right.first + 1 : first])
        # "and" and "or" join equals; "by" in one of the two alone is the same thing in the passive.
        if (
            between
            and not _owned(left, right, others)
            and between <= middle
            and not between & _joints(code)
            and ("by" in between) == ("by" in middle)
            and (code != "en" or left.owns or not _attributive(claim[left.last + 1 : right.first]))
        ):
            words = " ".join(word.form for word in claim[left.last + 1 : right.first])
            yield Turn(f"{left.text} {words} {right.text}", f"{right.text} {words} {left.text}")
            return


def _attributive(between: list[Word]) -> bool:
    """Whether an English noun alone joins two names: "Tane chair Lunde" is Lunde, the chair of Tane."""
    verbs = language("en").verbs
    return len(between) == 1 and not (
        between[0].form.endswith("s") or past(between[0].form) or between[0].form in STOPWORDS | verbs.prepositions
    )


def _owned(left: Place, right: Place, others: list[Place]) -> bool:
    """Whether one text alone has a possessive: "Tane's hospital, Al Noor" and "Al Noor, the hospital of Tane"."""
    there = any(other.owns and (alike(left, other) or alike(right, other)) for other in others)
    return (left.owns or right.owns) != there


def _displaced(
    ours: list[str], theirs: list[str], names: list[Place], others: list[Place], joints: frozenset[str]
) -> Iterator[Turn]:
    """Two names each of which has about it, on the same side, only words that the other has in the sentence."""
    named = {ours[at] for name in names for at in range(name.first, name.last + 1)}
    there = [(name, found) for name in names if (found := _find(ours[name.first : name.last + 1], theirs)) is not None]
    for (left, first), (right, second) in combinations(there, 2):
        if _owned(left, right, others):
            continue
        here = [_about(ours, name.first, name.last, named | joints) for name in (left, right)]
        away = [
            _about(theirs, at, at + name.last - name.first, named | joints)
            for name, at in ((left, first), (right, second))
        ]
        own = here[0] & away[0] or here[1] & away[1]
        # In the passive, they change sides.
        voices = [any((True, "by") in each for each in sides) for sides in (here, away)]
        sides = here[0] & away[1], here[1] & away[0]
        if voices[0] == voices[1] and not own and all(sides) and not _between(*sides) and left.parts != right.parts:
            yield Turn(f"{left.text} … {right.text}", f"{right.text} … {left.text}")
            return


@cache
def _joints(code: str) -> frozenset[str]:
    """The words that join equals in a language: and, or."""
    if code == "en":
        return frozenset(("and", *language("en").grammar.alternatives))
    return frozenset(map(normal, language(code).sentences.joining))


def _between(left: set[tuple[bool, str]], right: set[tuple[bool, str]]) -> bool:
    """Whether all that two names have to do with each other is one noun between them: "NAME, an album by NAME"."""
    forms = {form for _, form in left | right}
    return len(forms) == 1 and not any(past(form) or form in language("en").verbs.prepositions for form in forms)


def _about(line: list[str], first: int, last: int, named: set[str]) -> set[tuple[bool, str]]:
    """Return the words around a name that show its role, each with its side."""
    near = [(True, form) for form in line[max(0, first - AROUND) : first]]
    near += [(False, form) for form in line[last + 1 : last + 1 + AROUND]]
    empty = STOPWORDS - language("en").verbs.prepositions
    return {(left, form) for left, form in near if form not in named and form not in empty}


def _find(part: list[str], whole: list[str]) -> int | None:
    return next((at for at in range(len(whole) - len(part) + 1) if whole[at : at + len(part)] == part), None)
