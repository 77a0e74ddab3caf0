"""Capitals that show no name, in languages that write all nouns with one: German, Luxembourgish, Low German.

What is only a noun there is no detail that a page must have: it may be said by another.
"""

from collections.abc import Iterator
from functools import lru_cache

from claims.language.loader import language
from claims.language.tokens import Word, normal, stopwords

_COMPOUND = 3
"""Letters that a compound has at least before the noun that it ends in."""

_REACH = 4
"""Words before a noun among which its determiner is looked for."""

_ADJECTIVAL = ("e", "en", "er", "es", "em")
"""Endings of adjectives before a noun."""

_DESCRIBING = ("e", "en", "es", "em")
"""Those that an adjective made of a place's name never has: Hamburger."""


def opens(text: str, token: Word) -> bool:
    """Whether this word is the first of its sentence."""
    before = text[max(0, token.start - 6) : token.start].rstrip(" \"'“‘([")
    return not before or before[-1] in ".!?:¿¡\n"


def without_nouns(text: str, tokens: list[Word], run: list[Word], code: str) -> Iterator[list[Word]]:
    """Yield what is a name of a run of words with capitals in the language of this code, mostly the run.

    In a language that capitalises nouns these are the words between nouns: "Angaben der Ministerin Ida Lunde". A single
    word is a name where it is no common noun and no determiner precedes it.
    """
    if not (run and language(code).nouns.capitalised):
        yield run
        return
    for part in _parted(text, run, code):
        proper = _proper(text, part, code)
        first = proper[0] if proper else None
        alone = len(part) == 1 and not _named(text, part[0], code)
        if first and not (alone and _determined(text, tokens, part[0], code)):
            yield proper


def _parted(text: str, run: list[Word], code: str) -> Iterator[list[Word]]:
    """Yield the parts of a run between its articles: that of "von der Heide" is within a name."""
    part: list[Word] = []
    for word in run:
        if part and word.form in _forms(code, "determiners") and _capital(text, part[-1]):
            yield part
            part = []
        else:
            part.append(word)
    yield part


def _proper(text: str, part: list[Word], code: str) -> list[Word]:
    """Return a part of a run without the nouns at its ends, and without what only opens a sentence.

    An adjective with a capital makes a name with the noun behind it, as in "Deutsche Bank", unless it opens a sentence.
    """
    opening = bool(part) and opens(text, part[0])
    if opening and part[0].form in _opening(code):
        part, opening = part[1:], False
    proper = [at for at, word in enumerate(part) if _capital(text, word) and not _noun(text, part, at, code)]
    if not proper:
        return []
    first, last = proper[0], proper[-1]
    if part[first].form.endswith(_DESCRIBING) and first < len(part) - 1:
        if not (opening and first == 0):
            return part[first:]
        if first == last:
            return []
    return part[first : last + 1]


def _capital(text: str, word: Word) -> bool:
    return text[word.start].isupper()


def _noun(text: str, part: list[Word], at: int, code: str) -> bool:
    """Whether a word of a part is a common noun; what a hyphen joins is one name."""
    word = part[at]
    ends = text[word.start - 1 : word.start] if at else "", text[word.end : word.end + 1] if at + 1 < len(part) else ""
    return "-" not in ends and not _named(text, word, code) and is_noun(word.form, code)


def _named(text: str, word: Word, code: str) -> bool:
    """Whether a word is a name even behind an article: an acronym, a river."""
    acronym = word.end - word.start > 1 and text[word.start : word.end].isupper()
    return acronym or not _bare(word.form, code).isdisjoint(_forms(code, "articled"))


@lru_cache(maxsize=1 << 12)
def is_noun(form: str, code: str) -> bool:
    """Whether a word in its normal form is a common noun of this language, by its ending or the noun it ends in."""
    alone, heads, endings = (_forms(code, kind) for kind in ("alone", "heads", "endings"))
    return any(
        each in alone
        or each in heads
        or any(each[cut:] in heads or each[cut:] in endings for cut in range(_COMPOUND, len(each)))
        for each in _bare(form, code)
    )


def _bare(form: str, code: str) -> frozenset[str]:
    """A word with and without each ending of inflection."""
    return frozenset((form, *(form.removesuffix(each) for each in language(code).nouns.inflections)))


@lru_cache(maxsize=32)
def _forms(code: str, kind: str) -> frozenset[str]:
    return frozenset(map(normal, getattr(language(code).nouns, kind)))


@lru_cache(maxsize=32)
def _opening(code: str) -> frozenset[str]:
    """The words that may open a sentence before a noun or a name."""
    known = language(code)
    listed = (*known.sentences.introducing, *known.sentences.openers, *_numerals(code))
    return stopwords(code) | _forms(code, "determiners") | frozenset(map(normal, listed))


@lru_cache(maxsize=32)
def _prepositions(code: str) -> frozenset[str]:
    return frozenset(map(normal, language(code).sentences.introducing))


@lru_cache(maxsize=32)
def _numerals(code: str) -> frozenset[str]:
    return frozenset(normal(word) for words in language(code).numbers.words.values() for word in words)


def _determined(text: str, tokens: list[Word], word: Word, code: str) -> bool:
    """Whether a determiner, a number or an adjective precedes a word; behind a comma a determiner may be a pronoun.

    Before a word of another kind than a preposition, what ends like an adjective may be a verb.
    """
    place = tokens.index(word)
    for at in range(place - 1, max(-1, place - 1 - _REACH), -1):
        before, behind = tokens[at], tokens[at + 1]
        if text[before.end : behind.start].strip():
            return False
        if before.form in _forms(code, "determiners"):
            return not text[: before.start].rstrip().endswith(",")
        if before.form in _numerals(code) or (before.form[0].isdigit() and not _year(before.form)):
            return True
        if before.form in _prepositions(code):
            return at < place - 1
        if _capital(text, before) or before.form in stopwords(code) or not before.form.endswith(_ADJECTIVAL):
            return False
    return False


def _year(form: str) -> bool:
    return form.isdigit() and len(form) == 4
