"""The words that languages tell numbers by: the atoms of which every number below a million million is put together.

`number_words.txt` has a line for each language: its code, then each value and behind it its words, in the forms that
they take in news and encyclopedias (case, gender, construct). "*10", "*100" and "+10" say what a word does with the
digit before it. After the spellout rules of the Unicode CLDR and the languages' grammars, and compared with num2words
0.5.14, which writes such numbers, below a million and in 23 languages.
"""

import unicodedata
from functools import cache
from importlib.resources import files

_FILE = "number_words.txt"

_SAME = {"ms": "id"}

# Words that may stand between two atoms of one number.
JOINING = {
    "de": ("und",), "nl": ("en", "ën"), "da": ("og",), "nb": ("og",), "fr": ("et",), "es": ("y",), "pt": ("e",),
    "it": ("e",), "ro": ("și", "de"), "el": ("και",), "fa": ("و",), "ar": ("و",), "vi": ("linh", "lẻ"),
}  # fmt: skip

GLUED = ("de", "nl", "sv", "da", "nb", "it", "tr", "fi", "hu", "cs", "bn")
"""Languages that write a number's atoms in one word."""

UNITS_FIRST = ("de", "nl", "da", "ar")
"""Languages that tell the digit before the ten: dreiundzwanzig."""

PREFIXES = {"he": "ובלהכמש", "ar": "و"}
"""One-letter words (and, in, to, the …) that are written with the number behind them; the first is "and"."""

ENDINGS = {"bn": ("টি", "টা", "জন", "টির", "জনের")}
"""What is written behind a number in the same word: the counter."""

_ALONE_DOUBTFUL = """
fr neuf
it sei cent vent
tr on yüz yedi altı kırk elli
hu hat hét tizen huszon
fi kuusi kuuden kuutta
pl stu
vi ba tư năm chín
ar ست سبع عشر
he שבע מאה שני שתי שנים שתים שש
fa نه ده سی
bn নয় শ বার তের ছয়
da to ti
nb to ti
ro nouă opt
de acht
nl acht
hi नौ
"""
DOUBTFUL = {language: frozenset(rest) for language, *rest in map(str.split, _ALONE_DOUBTFUL.strip().splitlines())}
"""Words that mostly mean something else where they stand alone, or are not whole: nouveau, year, face, new."""


FIVE_OR_YEAR = "năm"
"""Vietnamese for five and for year: "ba mươi năm" are thirty years, for the last five of a number is "lăm"."""


@cache
def _lines() -> dict[str, str]:
    lines = files("claims.language").joinpath(_FILE).read_text("utf-8").splitlines()
    return dict(line.split(" ", 1) for line in lines)


def known(language: str) -> str | None:
    """The language, or its like, whose number words are known; None for any other."""
    same = _SAME.get(language, language)
    return same if same in _lines() else None


@cache
def atoms(language: str) -> dict[str, str]:
    """Number word, in lower case -> what it tells: a value, or what it does with the digit before it."""
    found, told = {}, ""
    for token in unicodedata.normalize("NFC", _lines()[language].casefold()).split():
        if token[-1] in "0123456789":
            told = token
        else:
            found[token] = told
    return found
