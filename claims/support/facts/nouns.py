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
        if part and word.form in _determiners(code) and _capital(text, part[-1]):
            yield part
            part = []
        else:
            part.append(word)
    yield part


def _proper(text: str, part: list[Word], code: str) -> list[Word]:
    """Return a part of a run without the nouns at its ends, and without what only opens a sentence."""
    opening = bool(part) and opens(text, part[0])
    if opening and part[0].form in _opening(code):
        part = part[1:]
        opening = False
    first, last = 0, len(part)
    while first < last and (_noun(text, part[first], code) or not _capital(text, part[first])):
        first += 1
        if first < last and not _apart(text, part[first - 1], part[first]):
            return part
    described = first < last and part[first].form.endswith(("e", "en", "es", "em"))
    if last - first > 1 and described and not opening:
        return part[first:]
    while first < last and _noun(text, part[last - 1], code) and (last - first < 2 or _apart(text, *part[last - 2 : last])):
        last -= 1
    return [] if described and opening and last - first == 1 < len(part) else part[first:last]


def _apart(text: str, left: Word, right: Word) -> bool:
    """Whether no hyphen joins two words."""
    return text[left.end : right.start] != "-"


def _capital(text: str, word: Word) -> bool:
    return text[word.start].isupper()


def _noun(text: str, word: Word, code: str) -> bool:
    """Whether a word is a common noun by its ending, or by the noun that it is or ends in; an acronym is none."""
    return not _named(text, word, code) and _known(word.form, code)


def _named(text: str, word: Word, code: str) -> bool:
    """Whether a word is a name even behind an article: an acronym, a river."""
    acronym = word.end - word.start > 1 and text[word.start : word.end].isupper()
    return acronym or not _bare(word.form, code).isdisjoint(_forms(code, "articled"))


@lru_cache(maxsize=1 << 12)
def _known(form: str, code: str) -> bool:
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
def _determiners(code: str) -> frozenset[str]:
    return frozenset(map(normal, language(code).nouns.determiners))


@lru_cache(maxsize=32)
def _opening(code: str) -> frozenset[str]:
    """The words that may open a sentence before a noun or a name."""
    known = language(code)
    listed = (*known.sentences.introducing, *known.sentences.openers, *_numerals(code))
    return stopwords(code) | _determiners(code) | frozenset(map(normal, listed))


@lru_cache(maxsize=32)
def _numerals(code: str) -> frozenset[str]:
    return frozenset(normal(word) for words in language(code).numbers.words.values() for word in words)


def _determined(text: str, tokens: list[Word], word: Word, code: str) -> bool:
    """Whether a determiner or a number precedes a word, adjectives at most between them; a pronoun opens a clause."""
    place = tokens.index(word)
    for at in range(place - 1, max(-1, place - 1 - _REACH), -1):
        before, behind = tokens[at], tokens[at + 1]
        if text[before.end : behind.start].strip():
            return False
        if before.form in _determiners(code):
            return not text[: before.start].rstrip().endswith(",")
        if before.form in _numerals(code) or (before.form[0].isdigit() and not _year(before.form)):
            return True
        if _capital(text, before) or before.form in stopwords(code) or not before.form.endswith(_ADJECTIVAL):
            return False
    return False


def _year(form: str) -> bool:
    return form.isdigit() and len(form) == 4
