"""In what script and language a text is written."""

import unicodedata
from collections import Counter
from functools import lru_cache

_SAMPLE = 4000
"""Letters of a source that are looked at; its script shows in far fewer."""

_KEPT = 256
"""Samples whose script and language are kept: every claim that a page does not support asks for the page's again."""

# Scripts that are written together in one language (Unicode Standard Annex 24 counts Japanese and Korean so).
_ALIKE = {"HIRAGANA": "CJK", "KATAKANA": "CJK", "HANGUL": "CJK", "FULLWIDTH": "LATIN", "HALFWIDTH": "CJK"}

# Function words that tell languages of one script apart; a language needs three of them to be told.
_TELLING = {
    "en": "the of and to in is was that for with",
    "de": "der die das und ist von nicht mit den ein",
    "fr": "le la les et des est dans une pour que",
    "es": "el los las y del una que por con para",
    "it": "il di che della per una con del sono gli",
    "pt": "os do da em um uma para com não foi",
    "nl": "de het een van en is dat op te niet",
    "sv": "och att det som en på är av för med",
    "pl": "w i na z do się nie jest że od",
    "tr": "ve bir bu için ile olarak da de olan çok",
    "ru": "и в на не что с по как из это",
    "uk": "і в на не що з та до як є",
    "bg": "на и да от за се не с е са",
    "cs": "se na je že pro jako ale nebo byl podle",
    "fi": "ja on ei että oli se joka mutta kun myös",
    "hu": "az és hogy nem egy meg volt csak után mint",
    "ro": "și în de la cu pe care din nu este",
    "da": "og det at en af til er som på de",
    "nb": "og det at en av til er som på de",
    "id": "yang dan di dengan untuk dari pada ini itu dalam",
    "vi": "của và là có trong được một không người những",
    "hi": "के में की है और का को से पर ने",
}
# Scripts that in the larger Wikipedias one language writes.
_ONE_LANGUAGE = {"HEBREW": "he", "GREEK": "el", "THAI": "th", "BENGALI": "bn", "TAMIL": "ta", "TELUGU": "te"}
_PERSIAN, _ARABIC, _URDU = "یکپچژگ", "يكةى", "ےٹڈڑں"
_SYLLABLES = (("\u3041", "\u30ff"), ("\uac00", "\ud7a3"))
_WORDS = {language: frozenset(words.split()) for language, words in _TELLING.items()}


def script(text: str) -> str | None:
    """The script that most letters of a text are in, by the first word of their Unicode names, or None."""
    return _script(text[:_SAMPLE])


@lru_cache(maxsize=_KEPT)
def _script(sample: str) -> str | None:
    counted: Counter[str] = Counter()
    for char, count in Counter(sample).items():
        if char.isalpha():
            name = unicodedata.name(char, "").split(" ")[0]
            counted[_ALIKE.get(name, name)] += count
    return counted.most_common(1)[0][0] if counted else None


def language(text: str) -> str | None:
    """The language that a text's function words tell, or None where they tell none clearly."""
    return _language(text[: 2 * _SAMPLE])


@lru_cache(maxsize=_KEPT)
def _language(sample: str) -> str | None:
    words = sample.lower().split()
    had = Counter(words)
    counts = Counter({code: sum(had.get(word, 0) for word in known) for code, known in _WORDS.items()})
    (best, most), (_, second) = counts.most_common(2)
    return best if most >= max(3, 0.08 * len(words)) and most > 1.3 * second else None


def told_language(text: str) -> str | None:
    """The language (ISO 639-1) that a text shows itself to be in, by its script, its letters or its function words."""
    if text.isascii():
        return language(text)
    written = script(text)
    letters = Counter(text[:_SAMPLE])
    if written == "CJK":
        kana, hangul = (sum(letters[char] for char in letters if low <= char <= high) for low, high in _SYLLABLES)
        return "ko" if hangul > kana else "ja" if 20 * kana > sum(letters.values()) else "zh"
    if written == "ARABIC":
        persian, arabic, urdu = (sum(letters[char] for char in each) for each in (_PERSIAN, _ARABIC, _URDU))
        return None if urdu else "fa" if persian > arabic else "ar"
    return _ONE_LANGUAGE.get(written or "") or language(text)
