"""Names that a sentence has in the place of a claim's, or as the agent of its deed."""

from collections.abc import Iterator
from dataclasses import dataclass

from claims.language.loader import language
from claims.language.tokens import STOPWORDS, Word
from claims.support.contradictions.alignment import align
from claims.support.contradictions.names.places import REACH, Deed, Place, alike, names_of
from claims.support.index.page import Page
from claims.support.retrieval.match import Match

ALIKE = 0.8
"""Share of the claim's other words that a sentence must have for its other name to contradict the claim's. Of 2,400
supported claims two have such another name at 0.8, ten at 0.6."""

LITTLE = 0.5
"""Share of them that the sentences with the name, and those next to them, may have at most."""

MORE = 0.1
"""Share of them that only a sentence with the name may have: from then on the claim joins the two sentences."""

LITTLE_WITHOUT = 0.75
"""The same where none of these sentences has the verb that the claim has by the name."""

FEW = 3
"""Words of a claim besides the name, below which any sentence may have them all."""


@dataclass(frozen=True, slots=True)
class Rival:
    """A name that a sentence has where the claim has the name of the detail `bit`."""

    bit: int
    name: str


def rivals(claim: list[Word], names: list[Place], seen: Match) -> Iterator[Rival]:
    """Names of a claim in whose place, or as whose deed, the sentence with all else of the claim has another."""
    known = {word.form for word in claim}
    english = language("en")
    opposed = known & english.negation.words or known & english.negation.contrasts
    for name in () if opposed else names:
        number = None if seen.details[name.bit].given else _nameless(name, seen)
        if number is None:
            continue
        page, sentence = seen.sentence_of(number)
        if any(word.form in english.grammar.personal for word in sentence):
            continue
        others = [each for each in names_of(sentence, page) if not known & set(each.parts) and not alike(name, each)]
        others = [each for each in others if _made_of_place(each) == _made_of_place(name)]
        others = [each for each in others if not _shortened(each, sentence, page)]
        if not others or {word.form for word in sentence}.intersection(name.parts):
            continue
        pairs = align(claim, sentence, page.stem).pairs
        at = _instead(name, pairs, len(claim), len(sentence))
        at = at if at and not _fenced(at[0] - 1, pairs, sentence) else None
        there = [other for other in others if at and _fills(other, at, name.last + 1 == len(claim), sentence)]
        doers = [other for other in others if name.deed and other.deed == name.deed]
        if there or len(doers) == 1:
            yield Rival(name.bit, (there or doers)[0].text)


def _fenced(place: int, pairs: tuple[tuple[int, int], ...], sentence: list[Word]) -> bool:
    """Whether a fence parts the agreed word at a place of a sentence from the one before it: "mills, while in Tane"."""
    last = max((there for _, there in pairs if there < place), default=place)
    return any(word.form in language("en").grammar.fences for word in sentence[last + 1 : place])


def _fills(other: Place, at: tuple[int, int], last: bool, sentence: list[Word]) -> bool:
    """Whether a name is alone in that stretch of a sentence; behind a claim's end a sentence may go on."""
    return _opens(other.first, at[0], sentence) and (other.last + 1 == at[1] or last)


def _opens(first: int, place: int, sentence: list[Word]) -> bool:
    """Whether a name that begins at `first` begins at `place`, an article apart."""
    return first == place or (first == place + 1 and sentence[place].form in ("the", "a", "an"))


def _shortened(name: Place, sentence: list[Word], page: Page) -> bool:
    """Whether a name is the last word of one that the page has in full: the Authority, which may be the claim's."""
    if len(name.parts) > 1 or [word.form for word in sentence[: name.first][-1:]] not in (["the"], ["this"]):
        return False
    before = (place - 1 for place in page.places.get(name.parts[0], ()) if place)
    return any(page.written[place][:1].isupper() and page.forms[place] not in STOPWORDS for place in before)


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
    more = max((seen.weigh(seen.has.get(number, 0) & ~own & ~seen.has.get(best, 0)) for number in named), default=0)
    little = LITTLE if name.deed is None or _does(name.deed, named, seen) else LITTLE_WITHOUT
    if len(seen.terms) - own.bit_count() < FEW or share.get(best, 0) < ALIKE * rest:
        return None
    if beside > little * rest or more >= MORE * rest:
        return None
    return best


def _does(deed: Deed, named: set[int], seen: Match) -> bool:
    """Whether a sentence that has the name, or one next to it, has the verb that the claim has by it."""
    there = {
        offset + sentence
        for page, offset in zip(seen.pages, seen.offsets, strict=False)
        for sentence in page.count(deed.verb)
    }
    return any(near in there for number in named for near in (number - 1, number, number + 1))


def _instead(name: Place, pairs: tuple[tuple[int, int], ...], ours: int, theirs: int) -> tuple[int, int] | None:
    """The words of a sentence between those that the claim has on either side of a name; either may begin or end."""
    before = max((pair for pair in pairs if pair[0] < name.first), default=(-1, -1))
    after = min((pair for pair in pairs if pair[0] > name.last), default=(ours, theirs))
    joined = before[0] == name.first - 1 and after[0] == name.last + 1
    near = after[1] - before[1] <= REACH + 2 or after == (ours, theirs)
    return (before[1] + 1, after[1]) if joined and near else None
