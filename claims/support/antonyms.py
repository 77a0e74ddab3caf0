"""Antonyms of English, and the words by which a language denies.

`opposite` holds anywhere in two sentences on the same matter. `exclude` is wider: "demolished" excludes "constructed"
as much as "built". It holds only where claim and sentence agree on both sides.
"""

from collections.abc import Sequence
from functools import cache, lru_cache

from claims.language.loader import language
from claims.language.stemming import stemmer
from claims.language.tokens import Word, normal


@cache
def _opposites() -> frozenset[frozenset[str]]:
    return frozenset(map(frozenset, language("en").antonyms.pairs))


@lru_cache(maxsize=1 << 15)
def denies(form: str, code: str = "en") -> bool:
    """Whether a word, in its normal form, is a negation of the language of this code: never, didn't, não."""
    return form in _negations(code) or form.endswith(language(code).negation.suffixes)


@lru_cache(maxsize=64)
def _negations(code: str) -> frozenset[str]:
    """The words of a language that deny, in normal form."""
    return frozenset(map(normal, language(code).negation.words))


def opposite(word: str, other: str) -> bool:
    """Whether two words, in their normal forms, are antonyms: by the list, or by a prefix of negation."""
    if frozenset((word, other)) in _opposites():
        return True
    longer, shorter = (word, other) if len(word) > len(other) else (other, word)
    return len(shorter) > 3 and any(longer == prefix + shorter for prefix in language("en").antonyms.prefixes)


def of_age(line: Sequence[Word], place: int) -> bool:
    """Whether a word is the "old" of an age, "23-year-old", which is no opposite of new or young."""
    ages = language("en").degrees.ages
    return line[place].form == "old" and place > 0 and line[place - 1].form.startswith(ages)


@cache
def _sides() -> dict[str, set[tuple[int, int]]]:
    """Stem -> the (pair of poles, side) that it is on."""
    stem = stemmer("en")
    found: dict[str, set[tuple[int, int]]] = {}
    for number, sides in enumerate(language("en").antonyms.poles):
        for side, words in enumerate(sides):
            for word in words:
                found.setdefault(stem(word), set()).add((number, side))
    return found


@cache
def _kinds() -> dict[str, set[int]]:
    """Word -> the numbers of the sets of cohyponyms that hold it."""
    found: dict[str, set[int]] = {}
    for number, words in enumerate(language("en").antonyms.cohyponyms):
        for word in words:
            found.setdefault(word, set()).add(number)
    return found


def exclude(word: str, other: str) -> bool:
    """Whether one word, in normal form, excludes the other: two poles of a matter, or two kinds of one thing."""
    stem = stemmer("en")
    ours, theirs = stem(word), stem(other)
    if ours == theirs:
        return False
    sides, kinds = _sides(), _kinds()
    own = sides.get(ours, set())
    if any((number, 1 - side) in own for number, side in sides.get(theirs, ())):
        return True
    singles = [form.removesuffix("s") if form not in kinds else form for form in (word, other)]
    return singles[0] != singles[1] and not kinds.get(singles[0], set()).isdisjoint(kinds.get(singles[1], set()))
