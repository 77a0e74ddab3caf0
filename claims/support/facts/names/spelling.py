"""Whether two words are one name in two spellings, or one is made from the other: by listed rules, never by likeness.

Likeness cannot set Johnson apart from Johnston: each rule here is a way in which one name is in fact written.
"""

import re
from functools import cache

from claims.language.loader import language

# What one sound is written as in different romanizations, and in British and American English. The order matters.
_SOUNDS = (
    ("re$", "er"), ("ph", "f"), ("x", "ks"), ("c(?=[eiy])", "s"), ("ck|c|q", "k"), ("w", "v"), ("[yj]", "i"),
    ("z", "s"), ("(?<=[kgtdbpsr])h", ""), ("[aeiou]+", "o"), (r"(.)\1+", r"\1"),
)  # fmt: skip
_FOLDS = tuple((re.compile(pattern), to) for pattern, to in _SOUNDS)

_TYPO = 6
"""Letters from which a name is long enough for two of them to have changed places: Brian and Brain are two words."""

_ENDED, _EXCHANGED, _Y = 5, 4, 6
"""Letters that two words have in common at least for one to be made from the other: by an ending (Japan, Japanese), by
another ending (China, Chinese), by "y" alone (Germany, German): Iran and Irania, Albany and Alban may be two names."""


def same_name(word: str, other: str) -> bool:
    """Whether two words, in their normal forms, say one name.

    Vowels may differ within (Hussein, Hussain), never their number nor the last letter: Martin and Martina are two.
    """
    if frozenset((word, other)) in _distinct():
        return False
    alike = _close(word) == _close(other) and _folded(word) == _folded(other)
    return alike or derived(word, other) or _misspelt(word, other)


def _misspelt(word: str, other: str) -> bool:
    """Whether two neighbouring letters of a long word changed places within, which makes no other name: Skylrak."""
    if len(word) != len(other) or len(word) < _TYPO or word[0] != other[0]:
        return False
    apart = [place for place, letters in enumerate(zip(word, other, strict=True)) if letters[0] != letters[1]]
    if len(apart) != 2 or apart[1] - apart[0] != 1:
        return False
    first, second = apart
    return word[first] == other[second] and word[second] == other[first]


def otherwise(word: str) -> tuple[str, ...]:
    """All words for the name that this word is, where the name changed or is romanised in ways that begin otherwise."""
    return _renamed().get(word, ())


@cache
def _renamed() -> dict[str, tuple[str, ...]]:
    return {word: names for names in language("en").names.renamed for word in names}


@cache
def _distinct() -> frozenset[frozenset[str]]:
    return frozenset(map(frozenset, language("en").names.distinct))


def derived(word: str, other: str) -> bool:
    """Whether one of two words is made from the other by an ending: Australia and Australian, German and Germany."""
    longer, shorter = (word, other) if len(word) >= len(other) else (other, word)
    alike = (place for place, letters in enumerate(zip(longer, shorter, strict=False)) if len(set(letters)) > 1)
    kept = next(alike, len(shorter))
    ending, dropped, names = longer[kept:], shorter[kept:], language("en").names
    if ending == "y":
        return not dropped and kept >= _Y
    # "N" alone makes an adjective only of what ends in a vowel.
    sounds = ending != "n" or longer[kept - 1] in "aeo"
    known = not dropped or dropped in names.dropped
    return kept >= (_EXCHANGED if dropped else _ENDED) and known and ending in names.derivations and sounds


def _folded(word: str) -> str:
    for pattern, to in _FOLDS:
        word = pattern.sub(to, word)
    return word


def _close(word: str) -> str:
    """The letter that a word ends in; y, iy, ij and yy are one ending."""
    last = re.sub("re$", "er", word).replace("y", "i").replace("j", "i")[-1]
    return "s" if last == "z" else last
