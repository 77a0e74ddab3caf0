"""Contradictions in languages other than English, between a claim and the sentence that it otherwise repeats.

A negation that only one of the two has, or the opposite of a word, only between words that they share, or at the end
of both. Another word in a word's place is no contradiction here: in 240 such claims of five languages, of which rules
for scripts without capitals made one, 131 were right (fitting and choosing parts of `benchmarks.judging`).
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations, pairwise, product

from claims.language.loader import language
from claims.language.tokens import Word, normal
from claims.support.contradictions.comparison import Comparison
from claims.support.contradictions.turn import Turn
from claims.support.contradictions.words.negations import denials

_REACH = 6
"""Words, or pairs of characters, that a gap between two shared words may hold on either side."""

_END = 4
"""Words behind the last shared one up to which claim and sentence still say the same thing: verbs come last."""

_SAME = 0.6
"""Share of the claim's words that the sentence has in their order, from which on it repeats it."""

_SAME_PLACE = 5
"""Letters of the shorter of a word and its antonym up to which both must be in the same place: vor, nach."""


@lru_cache(maxsize=64)
def _opposites(code: str) -> tuple[tuple[str, str], ...]:
    """Pairs of opposites of a language, in normal form, each also the other way round."""
    return _both_ways(language(code).antonyms.pairs)


@lru_cache(maxsize=64)
def _kinds(code: str) -> tuple[tuple[str, str], ...]:
    """Pairs of different kinds of one thing, likewise."""
    return _both_ways(pair for row in language(code).antonyms.cohyponyms for pair in combinations(row, 2))


def _both_ways(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    normals = ((normal(one), normal(other)) for one, other in pairs)
    return tuple(each for pair in normals for each in (pair, pair[::-1]))


@lru_cache(maxsize=64)
def _before_numbers(code: str) -> frozenset[tuple[str, str]]:
    """Pairs of words that are opposites before a number, likewise."""
    return frozenset(_both_ways(language(code).antonyms.before_numbers))


def foreign_turns(beside: Comparison) -> Iterator[Turn]:
    """Find the turns between a claim and its sentence on a page that is not in English."""
    claim, sentence, pairs, code = beside.claim, beside.sentence, beside.alignment.pairs, beside.page.language
    if len(pairs) < _SAME * len(claim):
        return
    yield from _measured(claim, sentence, pairs, code)
    denying = [{line[place].start for place in denials(line, code)} for line in (claim, sentence)]
    for (left, begin), (right, end) in pairwise([(-1, -1), *pairs, (len(claim), len(sentence))]):
        ours, theirs = claim[left + 1 : right], sentence[begin + 1 : end]
        last = right == len(claim)
        if not (ours or theirs) or max(len(ours), len(theirs)) > (_END if last else _REACH):
            continue
        if language(code).negation.marks:
            yield from _unspaced(_slice(beside.text, ours), _slice(beside.page.source.text, theirs), code)
        else:
            yield from _opposed(ours, theirs, claim, sentence, code)
        if left >= 0 or (ours and theirs):
            apart = [
                any(word.start in known for word in gap) for gap, known in zip((ours, theirs), denying, strict=True)
            ]
            yield from _denied(beside.text, beside.page.source.text, ours, theirs, apart, code)


def _opposed(
    ours: list[Word], theirs: list[Word], claim: list[Word], sentence: list[Word], code: str
) -> Iterator[Turn]:
    """Find a word that the sentence lacks and whose antonym is in its place or, unless one is short, anywhere."""
    opposites = _opposites(code)
    said, known = ({word.form for word in each} for each in (sentence, claim))
    for word in ours if opposites else ():
        against = [two for one, two in opposites if _alike(word.form, one)]
        if word.form in said or not against:
            continue
        near = min(len(word.form), *map(len, against)) > _SAME_PLACE
        for other in sentence if near else theirs:
            if other.form not in known and any(_alike(other.form, each) for each in against):
                yield Turn(word.form, other.form)
                return
    for one, other in product(ours, theirs):
        if one.form not in said and other.form not in known and _of_kinds(one.form, other.form, code):
            yield Turn(one.form, other.form)
            return


def _of_kinds(word: str, other: str, code: str) -> bool:
    return any(_alike(word, one) and _alike(other, two) for one, two in _kinds(code))


def _measured(claim: list[Word], sentence: list[Word], pairs: Sequence[tuple[int, int]], code: str) -> Iterator[Turn]:
    """Find a word between a shared one and a shared number that makes another amount of it: rose to, rose by."""
    for (left, begin), (right, end) in pairwise(pairs):
        if (right - left, end - begin) == (2, 2) and claim[right].form[:1].isdigit():
            one, other = claim[left + 1].form, sentence[begin + 1].form
            if (one, other) in _before_numbers(code):
                yield Turn(one, other)


def _unspaced(here: str, there: str, code: str) -> Iterator[Turn]:
    """Find an antonym in the very place of its word, in a script in which nothing parts the words."""
    for one, other in (*_opposites(code), *_kinds(code)):
        if one in here and other in there and one not in there and other not in here:
            yield Turn(here, there)
            return


def _alike(word: str, listed: str) -> bool:
    return word.startswith(listed[:-1]) if listed.endswith("*") else word == listed


def _denied(
    text: str, other: str, ours: list[Word], theirs: list[Word], apart: list[bool], code: str
) -> Iterator[Turn]:
    here, there = (" ".join(word.form for word in each) for each in (ours, theirs))
    if marks := language(code).negation.marks:
        here, there = _slice(text, ours), _slice(other, theirs)
        if any(mark in here for mark in marks) != any(mark in there for mark in marks):
            yield Turn(here, there)
    elif apart[0] != apart[1] or any(_in_itself(a.form, b.form, code) for a in ours for b in theirs):
        yield Turn(here, there)


def _in_itself(word: str, other: str, code: str) -> bool:
    """Whether one of two words is the other denied."""
    negation = language(code).negation
    short, long = sorted((word, other), key=len)
    if any(long == prefix + short for prefix in negation.prefixes):
        return True
    for infix in negation.infixes:
        if len(long) == len(short) + len(infix) and any(
            long == short[:place] + infix + short[place:] for place in range(2, len(short))
        ):
            return True
    return word[:1] == other[:1] and any(word.endswith(end) != other.endswith(end) for end in negation.suffixes)


def _slice(text: str, words: list[Word]) -> str:
    return text[words[0].start : words[-1].end] if words else ""
