"""Split a text into words with their places, in every script, and bring words to their normal form."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from claims.language.loader import code, language

# Python's \w leaves out combining marks, which spell the vowels of Indic scripts and Thai: without them every such
# word falls apart (Unicode Standard Annex 29 joins them as "Extend"). All marks that words use lie below U+AC00.
MARKS = "".join(
    chr(code) for code in (*range(0x300, 0x1E00), *range(0xA800, 0xAC00)) if unicodedata.category(chr(code))[0] == "M"
)

# Scripts written without spaces between words: Han, kana, Thai, Lao, Burmese, Khmer. Their runs become pairs of
# neighbouring characters, as search engines do it (Lucene's CJKBigramFilter).
UNSPACED = "\u0e01-\u0e5b\u0e81-\u0edf\u1000-\u109f\u1780-\u17d3\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_LETTER = rf"[^\W\d_{UNSPACED}{MARKS}]"
# Initials, plain words, all other words, numbers. Plain words are nine of ten in English, and read the faster for it.
_SPACED = (
    rf"(?:[A-Z]\.){{2,}}"
    rf"|[A-Za-z]++(?=[\s,.])"
    rf"|{_LETTER}[^\W_{UNSPACED}]*+(?:[{MARKS}]++[^\W_{UNSPACED}]*+)*+(?:['’](?:{_LETTER}[{MARKS}]*+)++)*"
    rf"|\d+(?:[.,]\d+)*"
)
_RUN = re.compile(rf"[{UNSPACED}](?<!\d)[{UNSPACED}]*")
_WORD = re.compile(rf"{_SPACED}|({_RUN.pattern})")
_WRITTEN = re.compile(rf"{_SPACED}|{_RUN.pattern}")

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")


def listed(text: str) -> frozenset[str]:
    """The words of a list that is written as running text."""
    return frozenset(text.split())


def one_of(words: Iterable[str]) -> str:
    """An expression for any of these words, longer ones first, that goes by their first letters: 4 times as fast."""
    groups = groupby(sorted(words, key=lambda word: (word[0], -len(word))), itemgetter(0))
    return "|".join(f"{first}(?:{'|'.join(word[1:] for word in alike)})" for first, alike in groups)


_ENGLISH = language("en").tokens
STOPWORDS = frozenset(_ENGLISH.function_words)
"""The function words of English: they carry a claim's grammar, not what it says."""

_NUMERALS = {word: digits for digits, words in _ENGLISH.as_digits.items() for word in words}


@dataclass(slots=True, unsafe_hash=True)
class Word:
    """One word: `text[start:end]`, and its normal form.

    Nothing changes one; it is not frozen because it would take three times as long to make, and a page has thousands.
    """

    start: int
    end: int
    form: str


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """The words of `text[start:end]` in order, numbers included, with offsets into `text`."""
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        if match.lastindex:
            for place, pair in enumerate(_pairs(match[0]), match.start()):
                yield Word(place, place + len(pair), pair)
        else:
            yield Word(*match.span(), normal(match[0]))


@lru_cache(maxsize=256)
def tokenized(text: str) -> tuple[Word, ...]:
    """The words of a claim or another short text, which a dozen places ask for one after the other."""
    return tuple(words(text))


def written(text: str, start: int, end: int) -> list[str]:
    """The same words as they are written: a page has thousands of them, and a record each would cost four times it."""
    found = _WRITTEN.findall(text, start, end)
    if _RUN.search(text, start, end):
        return [part for word in found for part in (_pairs(word) if _RUN.fullmatch(word) else (word,))]
    return found


def _pairs(run: str) -> list[str]:
    return [run[place : place + 2] for place in range(len(run) - 1)] or [run]


_TO_ASCII = {char: str(unicodedata.digit(char)) for char in map(chr, range(0x660, 0xFF1A)) if char.isdecimal()} | {
    "\u066b": ".",
    "\u066c": ",",
}
_FOREIGN = re.compile(f"[{''.join(_TO_ASCII)}]")


def western(text: str) -> str:
    """The text, of the same length, with all scripts' digits, and the Arabic marks in numbers, as Western ones."""
    return text if text.isascii() else _FOREIGN.sub(lambda sign: _TO_ASCII[sign[0]], text)


def within(
    stretches: re.Pattern[str], expression: re.Pattern[str], text: str, ahead: int = 0
) -> Iterator[re.Match[str]]:
    """The matches of an expression in such stretches of a text, each with so many characters ahead of it, in order.

    An expression of one script is thus not tried at every character of a text in another: 20 to 60 ms of 650 kB.
    """
    for stretch in stretches.finditer(text):
        yield from expression.finditer(text, max(0, stretch.start() - ahead), stretch.end())


def unspaced(text: str) -> bool:
    """Whether a text has words of a script without spaces, so that pairs of characters stand for its words."""
    return bool(_RUN.search(text))


@lru_cache(maxsize=1 << 16)
def normal(word: str) -> str:
    """The form that spellings of one word share: case, width, accents and the possessive taken away.

    Characters of a script without spaces are their own form.
    """
    if word.isascii():
        plain = word.lower()
    elif _RUN.fullmatch(word):
        return word
    else:
        plain = unicodedata.normalize("NFKD", word).casefold().replace("’", "'")
        # Accents go from alphabets only: in Indic scripts and Thai the marks are the vowels.
        if plain[:1] < "\u0590":
            plain = "".join(char for char in plain if not unicodedata.combining(char))
        else:
            plain = unicodedata.normalize("NFC", plain)
    if plain.endswith("'s"):
        return plain[:-2]
    if plain[:1].isdigit():
        return plain.replace(",", "") if _GROUPED.fullmatch(plain) else plain
    if plain in _NUMERALS:
        return _NUMERALS[plain]
    return plain.replace(".", "") if plain[-1:] == "." else plain


@lru_cache(maxsize=64)
def stopwords(tag: str | None) -> frozenset[str]:
    """The function words of a language by its BCP 47 tag, in normal form; English ones count in every language.

    Scripts without spaces are read as pairs of characters, which are no words, and Vietnamese words without their
    accents are many words at once: their data files have no function words.
    """
    name = code(tag)
    return STOPWORDS if name == "en" else STOPWORDS | {normal(word) for word in language(name).tokens.function_words}
