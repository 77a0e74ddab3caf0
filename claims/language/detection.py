"""Detect in what script and language a text is written."""

import unicodedata
from collections import Counter, defaultdict
from functools import cache, lru_cache
from itertools import pairwise

from claims.language.loader import language, languages

_SAMPLE = 4000
"""Letters of a source that are looked at; its script shows in far fewer."""

_KEPT = 256
"""Samples whose script and language are kept: every claim that a page does not support asks for the page's again."""

_FEWEST, _SHARE, _LEAD = 3, 0.08, 1.3
"""Different function words of a language, and share of all words, that show it; how many times those of the next."""

# Scripts that are written together in one language (Unicode Standard Annex 24 counts Japanese and Korean so).
_ALIKE = {"HIRAGANA": "CJK", "KATAKANA": "CJK", "HANGUL": "CJK", "FULLWIDTH": "LATIN", "HALFWIDTH": "CJK"}

# Letters of the Arabic script that one language has; where they are Urdu's the language is left open.
_PERSIAN, _ARABIC, _URDU = "یکپچژگ", "يكةى", "ےٹڈڑں"
_SYLLABLES = (("\u3041", "\u30ff"), ("\uac00", "\ud7a3"))


def script(text: str) -> str | None:
    """The script that most letters of a text are in, by the first word of their Unicode names, or None."""
    return _script(text[:_SAMPLE])


@lru_cache(maxsize=_KEPT)
def _script(sample: str) -> str | None:
    if sample.isascii():
        return "LATIN" if any(map(str.isalpha, sample)) else None
    counted: Counter[str] = Counter()
    for char, count in Counter(sample).items():
        if char.isalpha():
            name = unicodedata.name(char, "").split(" ")[0]
            counted[_ALIKE.get(name, name)] += count
    return counted.most_common(1)[0][0] if counted else None


def language_by_words(text: str) -> str | None:
    """The language that a text's function words show, or None where they show none clearly."""
    return _by_words(text[: 2 * _SAMPLE])


@lru_cache(maxsize=_KEPT)
def _by_words(sample: str) -> str | None:
    words = sample.lower().split()
    languages, counts, kinds = _languages_of_words(), Counter(dict.fromkeys(_function_words(), 0)), Counter[str]()
    for word, had in Counter(words).items():
        for code in languages.get(word, ()):
            counts[code] += had
            kinds[code] += 1
    (best, most), (_, second) = counts.most_common(2)
    shown = kinds[best] >= _FEWEST and most >= _SHARE * len(words) and most > _LEAD * second
    return best if shown else None


def has_function_words(code: str) -> bool:
    """Whether function words of a language are known, by which to tell it from others."""
    return bool(_known(code))


def lead_of_others(text: str, code: str) -> int:
    """How many more function words a text has of another language than of this one; 0 if none, or none are known.

    Those of names are none: Las Vegas, De Niro. Of 852 judgements of single claims beside English pages, 84 raise an
    alarm by this, and 399 by the ten words of a language that suffice for a page (`benchmarks.languages`).
    """
    own = _known(code)
    if not own:
        return 0
    written = text.split()
    words = [
        word.lower()
        for place, (word, behind) in enumerate(pairwise([*written, ""]))
        if not word[0].isupper() or (place == 0 and not behind[:1].isupper())
    ]
    most = max(sum(map(known.__contains__, words)) for known in _function_words().values())
    return max(0, most - sum(map(own.__contains__, words)))


def language_of(text: str) -> str | None:
    """The language (ISO 639-1) of a text by its script, its letters or its function words, or None."""
    if text.isascii():
        return language_by_words(text)
    written = script(text)
    letters = Counter(text[:_SAMPLE])
    if written == "CJK":
        kana, hangul = (sum(letters[char] for char in letters if low <= char <= high) for low, high in _SYLLABLES)
        return "ko" if hangul > kana else "ja" if 20 * kana > sum(letters.values()) else "zh"
    if written == "ARABIC":
        persian, arabic, urdu = (sum(letters[char] for char in each) for each in (_PERSIAN, _ARABIC, _URDU))
        return None if urdu else "fa" if persian > arabic else "ar"
    return _alone_in_script().get(written or "") or language_by_words(text)


@cache
def _function_words() -> dict[str, frozenset[str]]:
    """All function words of each language that can be told from its neighbours: Spanish shares "de" with Romanian."""
    return {each.code: _known(each.code) for each in languages() if each.detection.words}


@cache
def _known(code: str) -> frozenset[str]:
    known = language(code)
    return frozenset((*known.tokens.function_words, *known.detection.words))


@cache
def _languages_of_words() -> dict[str, list[str]]:
    codes: defaultdict[str, list[str]] = defaultdict(list)
    for code, words in _function_words().items():
        for word in words:
            codes[word].append(code)
    return dict(codes)


@cache
def _alone_in_script() -> dict[str, str]:
    return {each.detection.script: each.code for each in languages() if each.detection.script}
