"""Values of a language's file that are tables: sets of words, rows of sets, words with what belongs to them.

In the file each is one text. Rows are lines; an indented line goes on with the one above it.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from claims.language.record.values import Words


class WordSet(frozenset[str]):
    """Words in no order, in the file with white space between them."""

    __slots__ = ()


class Rows(tuple[Words, ...]):
    """Groups of words, a row each."""

    __slots__ = ()


class Sides(tuple[tuple[WordSet, WordSet], ...]):
    """Two sets of words a row, with a stroke between them: `agree consent | disagree dissent`."""

    __slots__ = ()


class Entries(dict[str, WordSet]):
    """Words, and the words that belong to each, in rows: `rarely seldom: often always`."""

    __slots__ = ()


class Aliases(dict[str, tuple[str, ...]]):
    """Names, and other forms of each with commas between them, in rows: `united kingdom: uk, britain`."""

    __slots__ = ()


class Values(dict[str, float]):
    """Words and what they are worth, in rows of a value and its words: `1000: thousand tausend`; `_` is a space."""

    __slots__ = ()


class Measures(dict[str, tuple[str, float]]):
    """Units, with what each measures and its factor to the base unit, in rows: `length 1000: km kilometre`."""

    __slots__ = ()


def table_of(kind: type[Any], text: str) -> object:
    """The table of this kind that a text of a file is.

    Raises:
        ValueError: a row has not the form of its kind.
    """
    return _READERS[kind](text)


def _rows(text: str) -> list[str]:
    return re.sub(r"\n\s+", " ", text.strip()).splitlines()


def _halves(text: str, mark: str) -> Iterator[tuple[str, str]]:
    for row in _rows(text):
        first, found, second = row.partition(mark)
        if not found or mark in second:
            raise ValueError(f"{row!r} has not one {mark!r}")
        yield first.strip(), second.strip()


def _entries(text: str) -> Entries:
    return Entries({word: WordSet(rest.split()) for words, rest in _halves(text, ":") for word in words.split()})


def _aliases(text: str) -> Aliases:
    return Aliases({name: tuple(map(str.strip, forms.split(","))) for name, forms in _halves(text, ":")})


def _values(text: str) -> Values:
    return Values(
        {word.replace("_", " "): _number(value) for value, words in _halves(text, ":") for word in words.split()}
    )


def _measures(text: str) -> Measures:
    found = Measures()
    for head, names in _halves(text, ":"):
        quantity, factor = head.split()
        found.update((name, (quantity, float(factor))) for name in names.split())
    return found


def _number(text: str) -> float:
    return int(text) if text.isdigit() else float(text)


_READERS: dict[type[Any], Callable[[str], object]] = {
    WordSet: lambda text: WordSet(text.split()),
    Rows: lambda text: Rows(Words(row.split()) for row in _rows(text)),
    Sides: lambda text: Sides((WordSet(one.split()), WordSet(other.split())) for one, other in _halves(text, "|")),
    Entries: _entries,
    Aliases: _aliases,
    Values: _values,
    Measures: _measures,
}
TABLES = tuple(_READERS)
"""The kinds of table."""
