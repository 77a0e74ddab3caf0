"""Semantic roles of names: names of a claim that its sentence has in each other's places, or others in their place.

Capitals show names; the place of a name shows who acts: before the verb, or behind "by".
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations, dropwhile, pairwise

from claims.language.loader import language
from claims.language.tokens import STOPWORDS, Word
from claims.records import FactKind
from claims.support.antonyms import exclude
from claims.support.contradictions.alignment import align
from claims.support.contradictions.turns import Turn
from claims.support.facts.names import Name, names
from claims.support.facts.spelling import same_name
from claims.support.index.page import Page
from claims.support.retrieval.match import Match
from claims.support.retrieval.windows import sentence_of

REACH = 6
"""Words between two names, or between a verb and its agent, beyond which they are unrelated."""

BEHIND = 3
"""Words before a name among which is the verb that is done to it."""

AROUND = 3
"""Words on either side of a name that show its role."""

ALIKE = 0.8
"""Share of the claim's other words that a sentence must have for its other name to contradict the claim's. Of 2,400
supported claims two have such another name at 0.8, ten at 0.6."""

LITTLE = 0.5
"""Share of them that the sentences with the name, and those next to them, may have at most."""

LITTLE_WITHOUT = 0.75
"""The same where none of these sentences has the verb that the claim has by the name."""

FEW = 3
"""Words of a claim besides the name, below which any sentence may have them all."""

_SUFFERED = " (suffered)"
"""Behind a verb, that the name is whom it is done to."""


@dataclass(frozen=True, slots=True)
class Place:
    """A name at words `first` to `last`, as written in `text`.

    Attributes:
        deed: the stem of the verb whose agent it is, as far as its place shows: "NAME sold …", "was sold … by NAME".
        bit: the number of the claim's detail that it is, or -1 for a name of a sentence.
    """

    first: int
    last: int
    parts: tuple[str, ...]
    text: str
    deed: str | None
    bit: int = -1


@dataclass(frozen=True, slots=True)
class Rival:
    """A name that a sentence has where the claim has the name of the detail `bit`."""

    bit: int
    told: str


def claimed(text: str, claim: list[Word], seen: Match) -> list[Place]:
    """The names of a claim, in order."""
    stem = seen.pages[0].stem
    return [
        place
        for bit, detail in enumerate(seen.details)
        if detail.kind is FactKind.NAME and isinstance(detail.what, Name) and not detail.what.quoted
        for place in _place(detail.what, claim, text, stem, bit)
    ]


def told(sentence: list[Word], page: Page) -> list[Place]:
    """The names of a sentence that are names beyond doubt, in order."""
    found = names(page.source.text, sentence, lambda form: False)
    return [place for name in found if name.sure for place in _place(name, sentence, page.source.text, page.stem, -1)]


def _place(name: Name, line: list[Word], text: str, stem: Callable[[str], str], bit: int) -> Iterator[Place]:
    own = [at for at, word in enumerate(line) if name.start <= word.start < name.end]
    if own:
        deed = _deed(own[0], own[-1], line, text)
        suffered = _SUFFERED * (deed or "").endswith(_SUFFERED)
        stemmed = deed and stem(deed.removesuffix(_SUFFERED)) + suffered
        yield Place(own[0], own[-1], name.parts, text[name.start : name.end], stemmed, bit)


def _deed(first: int, last: int, line: list[Word], text: str) -> str | None:
    """The verb whose agent the name at these words is."""
    forms, verbs = [word.form for word in line], language("en").verbs
    if forms[max(0, first - 1) : first] == ["by"] or forms[max(0, first - 2) : first] == ["by", "the"]:
        start = max(0, first - 2 * REACH)
        being = max((at for at in range(start, first) if forms[at] in verbs.passive), default=None)
        before = forms[being + 1 : first] if being is not None else forms[max(0, first - 2) : first]
        return next((form for form in reversed(before) if past(form)), None)
    if text[line[last].end : line[last].end + 2].strip()[:1].isalnum():
        behind = [form for form in forms[last + 1 : last + 6] if form not in verbs.between_name]
        deeds = list(dropwhile(verbs.passive.__contains__, behind))
        is_or_was, deed = len(deeds) < len(behind), next(iter(deeds), "")
        if past(deed):
            return deed + _SUFFERED * is_or_was
        return deed if is_or_was and deed.endswith("ing") else None
    return None


def past(form: str) -> bool:
    """Whether an English word has the form of a verb in the past."""
    verbs = language("en").verbs
    return (form.endswith("ed") or form in verbs.past) and form not in verbs.passive


def swapped(
    claim: list[Word], sentence: list[Word], names: list[Place], others: list[Place], stem: Callable[[str], str]
) -> Iterator[Turn]:
    """Two names of the claim that the sentence, whose names are `others`, has in each other's places or deeds."""
    ours, theirs = ([stem(word.form) for word in line] for line in (claim, sentence))
    for name in names:
        doers = [other for other in others if name.deed and other.deed == name.deed]
        there = any(set(name.parts) & set(other.parts) for other in others)
        if there and len(doers) == 1 and not _alike(name, doers[0]) and any(_alike(doers[0], each) for each in names):
            yield Turn(f"{name.text} … {doers[0].text}", f"{doers[0].text} … {name.text}")
            return
        deed_follows = name.last + 1 < len(claim)
        if deed_follows and not doers and any(_behind_deed(name, other, theirs) for other in others):
            yield Turn(f"{name.text} {claim[name.last + 1].form}", f"{claim[name.last + 1].form} … {name.text}")
            return
    yield from _reversed(claim, ours, theirs, names)
    # "Bought from" is "sold to": there the names change places because the verb does.
    for turn in _displaced(ours, theirs, names):
        if not any(exclude(word.form, other.form) for word in claim for other in sentence):
            yield turn


def _behind_deed(name: Place, other: Place, theirs: list[str]) -> bool:
    """Whether the claim's subject is the object in the sentence: behind the verb, which is active."""
    verbs = language("en").verbs
    before = theirs[max(0, other.first - BEHIND) : other.first]
    if name.deed not in before or name.deed in verbs.inverted or not _alike(name, other):
        return False
    verb = other.first - len(before) + before.index(name.deed)
    active = not verbs.passive.intersection(theirs[max(0, verb - 2) : verb])
    return active and all(form in verbs.prepositions for form in theirs[verb + 1 : other.first]) and "by" not in before


def _reversed(claim: list[Word], ours: list[str], theirs: list[str], names: list[Place]) -> Iterator[Turn]:
    """Neighbouring names in the other order, with the same words between them."""
    for left, right in pairwise(names):
        between = set(ours[left.last + 1 : right.first])
        first, second = (_find(ours[name.first : name.last + 1], theirs) for name in (left, right))
        if first is None or second is None or not second < first or len(between) > REACH:
            continue
        middle = set(theirs[second + right.last - right.first + 1 : first])
        # "and" joins equals; "by" in one of the two alone is the same thing in the passive.
        if between and between <= middle and "and" not in between and ("by" in between) == ("by" in middle):
            words = " ".join(word.form for word in claim[left.last + 1 : right.first])
            yield Turn(f"{left.text} {words} {right.text}", f"{right.text} {words} {left.text}")
            return


def _displaced(ours: list[str], theirs: list[str], names: list[Place]) -> Iterator[Turn]:
    """Two names each of which has about it, on the same side, only words that the other has in the sentence."""
    named = {ours[at] for name in names for at in range(name.first, name.last + 1)}
    there = [(name, found) for name in names if (found := _find(ours[name.first : name.last + 1], theirs)) is not None]
    for (left, first), (right, second) in combinations(there, 2):
        here = [_about(ours, name.first, name.last, named) for name in (left, right)]
        away = [_about(theirs, at, at + name.last - name.first, named) for name, at in ((left, first), (right, second))]
        own = here[0] & away[0] or here[1] & away[1]
        # In the passive, they change sides.
        voices = [any((True, "by") in each for each in sides) for sides in (here, away)]
        if voices[0] == voices[1] and not own and here[0] & away[1] and here[1] & away[0] and left.parts != right.parts:
            yield Turn(f"{left.text} … {right.text}", f"{right.text} … {left.text}")
            return


def _about(line: list[str], first: int, last: int, named: set[str]) -> set[tuple[bool, str]]:
    """Return the words around a name that show its role, each with its side."""
    near = [(True, form) for form in line[max(0, first - AROUND) : first]]
    near += [(False, form) for form in line[last + 1 : last + 1 + AROUND]]
    empty = STOPWORDS - language("en").verbs.prepositions
    return {(left, form) for left, form in near if form not in named and form not in empty}


def _find(part: list[str], whole: list[str]) -> int | None:
    return next((at for at in range(len(whole) - len(part) + 1) if whole[at : at + len(part)] == part), None)


def rivals(claim: list[Word], names: list[Place], seen: Match) -> Iterator[Rival]:
    """Names of a claim in whose place, or as whose deed, the sentence with all else of the claim has another."""
    known = {word.form for word in claim}
    english = language("en")
    opposed = known & english.negation.words or known & english.negation.contrasts
    for name in () if opposed else names:
        number = None if seen.details[name.bit].given else _nameless(name, seen)
        if number is None:
            continue
        page, sentence = sentence_of(seen, number)
        if any(word.form in english.grammar.personal for word in sentence):
            continue
        others = [each for each in told(sentence, page) if not known & set(each.parts) and not _alike(name, each)]
        others = [each for each in others if _made_of_place(each) == _made_of_place(name)]
        if not others or {word.form for word in sentence}.intersection(name.parts):
            continue
        at = _instead(name, align(claim, sentence, page.stem).pairs, len(claim), len(sentence))
        there = [other for other in others if at and _fills(other, at, name.last + 1 == len(claim), sentence)]
        doers = [other for other in others if name.deed and other.deed == name.deed]
        if there or len(doers) == 1:
            yield Rival(name.bit, (there or doers)[0].text)


def _fills(other: Place, at: tuple[int, int], last: bool, sentence: list[Word]) -> bool:
    """Whether a name is alone in that stretch of a sentence; behind a claim's end a sentence may go on."""
    return _opens(other.first, at[0], sentence) and (other.last + 1 == at[1] or last)


def _opens(first: int, place: int, sentence: list[Word]) -> bool:
    """Whether a name that begins at `first` begins at `place`, an article apart."""
    return first == place or (first == place + 1 and sentence[place].form in ("the", "a", "an"))


def _made_of_place(name: Place) -> bool:
    """Whether a name is, by its form, an adjective of a people or country."""
    form = name.parts[-1]
    names = language("en").names
    return len(name.parts) < 3 and (form.endswith(names.demonym_endings) or form in names.demonyms)


def _nameless(name: Place, seen: Match) -> int | None:
    """The sentence that has nearly all of a claim but for one name, if those with the name have little of the rest."""
    own, named = seen.own[name.bit], {number for number, bits in seen.facts.items() if bits >> name.bit & 1}
    rest = 1 - seen.weigh(own)
    share = {number: seen.weigh(bits & ~own) for number, bits in seen.has.items()}
    best = max(share, key=lambda number: (share[number], -number), default=0)
    beside = max((share.get(number, 0) for number in named), default=0)
    little = LITTLE if name.deed is None or _does(name, named, seen) else LITTLE_WITHOUT
    if len(seen.terms) - own.bit_count() < FEW or share.get(best, 0) < ALIKE * rest or beside > little * rest:
        return None
    return best


def _does(name: Place, named: set[int], seen: Match) -> bool:
    """Whether a sentence that has the name, or one next to it, has the verb that the claim has by it."""
    stem = (name.deed or "").removesuffix(_SUFFERED)
    there = {
        page_offset + page.sentence_of_word(place)
        for page, page_offset in zip(seen.pages, seen.offsets, strict=False)
        for place in page.find(stem)
    }
    return any(near in there for number in named for near in (number - 1, number, number + 1))


def _alike(name: Place, other: Place) -> bool:
    """Whether two names may be one: a shared or like word, or one the other's initials."""
    letters = ["".join(part[0] for part in each.parts) for each in (name, other)]
    return (
        any(
            a in b or b in a or same_name(a.rstrip("s") or a, b.rstrip("s") or b)
            for a in name.parts
            for b in other.parts
        )
        or other.parts == (letters[0],)
        or name.parts == (letters[1],)
    )


def _instead(name: Place, pairs: tuple[tuple[int, int], ...], ours: int, theirs: int) -> tuple[int, int] | None:
    """The words of a sentence between those that the claim has on either side of a name; either may begin or end."""
    before = max((pair for pair in pairs if pair[0] < name.first), default=(-1, -1))
    after = min((pair for pair in pairs if pair[0] > name.last), default=(ours, theirs))
    joined = before[0] == name.first - 1 and after[0] == name.last + 1
    near = after[1] - before[1] <= REACH + 2 or after == (ours, theirs)
    return (before[1] + 1, after[1]) if joined and near else None
