"""Stem words: by Snowball, and by a light stemmer of our own for languages for which Snowball has none.

A light stem only loses one ending, the longest, and what is left must be long enough to be a word still.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import lru_cache
from threading import Lock

import snowballstemmer  # type: ignore[import-untyped]

from claims.language.loader import code, language
from claims.language.record.writing import Stemming
from claims.language.tokens import normal

_LONG = 2
"""Characters of an ending from which on a word must keep one more: a long ending of a short word is mostly none."""

_PREFIXES = 2
"""One-letter words that a word has in front at most, and characters that it keeps at least without them."""


@lru_cache(maxsize=64)
def stemmer(tag: str | None) -> Callable[[str], str]:
    """The stemmer for a BCP 47 tag, of words in normal form; English where the language is unknown."""
    known = language(code(tag)).stemming
    stem = _light(known) if known.snowball is None else _snowball(known.snowball)
    words: dict[str, str] = dict(known.irregular)
    respell = respeller(tag)

    @lru_cache(maxsize=1 << 15)
    def stem_of(word: str) -> str:
        return stem(words.get(word) or respell(word))

    return stem_of


@lru_cache(maxsize=64)
def respeller(tag: str | None) -> Callable[[str], str]:
    """The change of a word in normal form to the one of its spellings by which words of a language are compared."""
    spellings = [(re.compile(pattern), other) for pattern, other in language(code(tag)).stemming.spellings.items()]

    def respell(word: str) -> str:
        for pattern, other in spellings:
            word = pattern.sub(other, word)
        return word

    return respell


@lru_cache(maxsize=64)
def irregular(tag: str | None) -> Mapping[str, list[str]]:
    """The irregular forms of a language, by the stem that they have."""
    stem, forms = stemmer(tag), defaultdict[str, list[str]](list)
    for form, word in language(code(tag)).stemming.irregular:
        forms[stem(word)].append(form)
    return forms


def _snowball(algorithm: str) -> Callable[[str], str]:
    snowball = snowballstemmer.stemmer(algorithm)
    turn = Lock()

    def stem(word: str) -> str:
        with turn:  # a Snowball stemmer keeps the word that it works on in itself, and claims are judged in threads
            return str(snowball.stemWord(word))

    return stem


def _light(known: Stemming) -> Callable[[str], str]:
    if known.prefixes:
        return lambda word: _without_prefixes(word, known.prefixes)
    endings = language(known.like).stemming.endings if known.like else known.endings
    longest_first = tuple(sorted({normal(ending) for ending in endings}, key=len, reverse=True))
    return lambda word: _without_endings(word, longest_first, known.stacked, known.shortest)


def _without_endings(word: str, endings: tuple[str, ...], most: int, shortest: int) -> str:
    for _ in range(most):
        for ending in endings:
            if word.endswith(ending) and len(word) - len(ending) >= shortest + (len(ending) > _LONG):
                word = word[: -len(ending)]
                break
    return word


def _without_prefixes(word: str, prefixes: str) -> str:
    for _ in range(_PREFIXES):
        if len(word) > _PREFIXES + 1 and word[0] in prefixes:
            word = word[1:]
    return word
