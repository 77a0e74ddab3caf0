"""Look up the names of months, of all languages."""

import unicodedata
from collections.abc import Iterable
from functools import cache

from claims.language.loader import language, languages
from claims.language.record.values import Months


def month(word: str) -> int | None:
    """The number of the month that a word of running text names beside a day or a year, or None."""
    plain = folded(word)
    known = _beside_digits().get(plain)
    if known is None and not plain.isascii():
        known = _beside_digits().get(unaccented(plain))
    return known


def unaccented(word: str) -> str:
    """A word without its accents."""
    if word.isascii():
        return word
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))


@cache
def months_alone(code: str) -> dict[str, int]:
    """Names that are months in a language without a number beside them, to 1 to 12.

    They are in lower case and without accents.
    """
    return dict(_numbered(language(code).dates.alone))


@cache
def months_of_references() -> dict[str, int]:
    """Every name of a month that is one word, and its abbreviation without the stop, in lower case, to 1 to 12.

    One that is two months in two languages is the one of the language that has precedence.
    """
    names: dict[str, int] = {}
    for each in languages():
        rows = (each.months.wide, each.months.abbreviated, each.months.standalone, each.months.standalone_abbreviated)
        for name, number in _numbered(rows):
            word = folded(name)
            if len(word) > 1:
                names.setdefault(word, number)
    more = {name: number for each in languages() for name, number in each.dates.other_months.items()}
    return _beside_digits() | names | more


@cache
def english_months() -> frozenset[str]:
    """The names of months in English, and their abbreviations without the stop, in lower case."""
    months = language("en").months
    rows = (months.wide, months.abbreviated, months.standalone, months.standalone_abbreviated)
    return frozenset(folded(name) for name, _ in _numbered(rows))


def folded(word: str) -> str:
    """The form in which names are compared: without case, with I and İ of Turkish as i, without the stop."""
    return word.strip(".").casefold().replace("ı", "i").replace("\N{COMBINING DOT ABOVE}", "")


@cache
def _beside_digits() -> dict[str, int]:
    more = {name: number for each in languages() for name, number in _numbered(each.dates.beside_digits)}
    return more | {name: number for each in languages() for name, number in _numbered(each.dates.alone)}


def _numbered(rows: Iterable[Months]) -> Iterable[tuple[str, int]]:
    return ((name, number) for row in rows for number, name in enumerate(row, 1) if name != "-")
