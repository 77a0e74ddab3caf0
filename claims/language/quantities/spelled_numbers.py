"""Read numbers in words in other languages than English: zwölf, quarante-deux, пятидесяти трёх, kahdeksantoista."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from claims.language.loader import language
from claims.language.tokens import MARKS

LONGEST = 80
"""Characters of the longest word that is taken apart; no number below a million has more in one word."""

_WORD = re.compile(rf"[^\W\d_][\w{MARKS}]*+(?:['’ʼ][^\W\d_][\w{MARKS}]*+)?")
# Apostrophes are one, and Arabic vowel signs are mostly left out.
_PLAIN = {ord("’"): "'", ord("ʼ"): "'"} | dict.fromkeys((*range(0x64B, 0x653), 0x640))

_MOST = 20
"""Words of the longest number that is read; a row of more number words is none."""

_AND = "&"
_BETWEEN = re.compile(r"[\s\u200c-]?\Z")
_BEHIND_DIGITS = re.compile(r"\d[\s-]?\Z")
_PER = re.compile(r"\b(?:por|per|pour|τοις)\s\Z", re.IGNORECASE)
"""What makes "cent" behind it a hundredth: pour cent, por ciento."""

_SCALES = (1000, 10**5, 10**6, 10**7, 10**9)


@dataclass(frozen=True, slots=True)
class _Spoken:
    """The number words of a language, as the fields of `record.writing.Numbers`, made ready to be looked up."""

    atoms: dict[str, str]
    joining: frozenset[str]
    glued: bool
    units_first: bool
    twenties: bool
    ten_behind: bool
    prefixes: str
    endings: tuple[str, ...]
    doubtful: frozenset[str]
    or_year: frozenset[str]


def known(name: str) -> str | None:
    """The language, or its like, whose number words are known; None for any other."""
    numbers = language(name).numbers
    return numbers.like or (name if numbers.words else None)


@cache
def _spoken(name: str) -> _Spoken:
    numbers = language(name).numbers
    return _Spoken(
        {unicodedata.normalize("NFC", word.casefold()): atom for atom, row in numbers.words.items() for word in row},
        frozenset(numbers.joining),
        numbers.glued,
        numbers.units_first,
        numbers.twenties,
        numbers.ten_behind,
        numbers.prefixes,
        numbers.endings,
        frozenset(numbers.doubtful),
        frozenset(numbers.or_year),
    )


def spelled(text: str, name: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and value of each number in words, in order.

    A run of number words that no rule of the language joins is no number: "due tre" is two or three.
    """
    spoken_in = known(name)
    if spoken_in is None:
        return
    run: list[tuple[int, int, tuple[str, ...]]] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        atoms = parts(match[0], spoken_in) if end - start <= LONGEST else ()
        if run and (not atoms or not _BETWEEN.match(text, run[-1][1], start)):
            yield from _read(text, run, _spoken(spoken_in))
            run = []
        if atoms and (run or atoms != (_AND,)):
            run.append((start, end, atoms))
    yield from _read(text, run, _spoken(spoken_in))


@lru_cache(maxsize=1 << 16)
def parts(word: str, name: str) -> tuple[str, ...]:
    """Take a number word apart into the values of its atoms, "&" for a word that joins; nothing for any other word."""
    spoken = _spoken(name)
    values = spoken.atoms
    word = unicodedata.normalize("NFC", word.casefold()).translate(_PLAIN)
    if word in spoken.joining:
        return (_AND,)
    if word in values:
        return (values[word],)
    if "'" in word and word.rpartition("'")[2] in values:
        return (values[word.rpartition("'")[2]],)
    for ending in spoken.endings:
        if word.removesuffix(ending) in values:
            return (values[word.removesuffix(ending)],)
    if word[:1] and word[0] in spoken.prefixes and word[1:] in values:
        return (_AND, values[word[1:]]) if word[0] == spoken.prefixes[0] else (values[word[1:]],)
    return _apart(word, spoken) if spoken.glued else ()


def _apart(word: str, spoken: _Spoken) -> tuple[str, ...]:
    """The atoms that a word is glued together from: the ways to each place are kept, so the time is bounded."""
    values = spoken.atoms
    ways: dict[int, tuple[str, ...]] = {0: ()}
    for start in range(len(word)):
        if start not in ways:
            continue
        for end in range(start + 1, len(word) + 1):
            piece = word[start:end]
            if piece in values or (start and len(piece) > 1 and piece in spoken.joining):
                ways.setdefault(end, (*ways[start], values.get(piece, _AND)))
    found = ways.get(len(word), ())
    return found if found and found[-1] != _AND else ()


def _read(text: str, run: list[tuple[int, int, tuple[str, ...]]], spoken: _Spoken) -> Iterator[tuple[int, int, int]]:
    """Read the numbers of a run of number words, which is split at a joining word where they make no single one."""
    while run and (run[-1][2] == (_AND,) or _is_year(text, run, spoken)):
        run = run[:-1]
    if (
        not run
        or len(run) > _MOST
        or (_BEHIND_DIGITS.search(text, max(0, run[0][0] - 2), run[0][0]) and _multiplies(run[0][2][0]))
    ):
        return
    value = _value([atom for *_, each in run for atom in each], spoken)
    joint = next((place for place, (*_, atoms) in enumerate(run) if atoms == (_AND,)), None)
    if value is not None:
        start, end = run[0][0], run[-1][1]
        alone = len(run) == 1 and _doubtful(text[start:end].casefold(), spoken)
        vague = len(run) == 1 and value >= 1000 and len(run[0][2]) == 1
        if not alone and not vague and not (value == 100 and _PER.search(text, max(0, start - 6), start)):
            yield start, end, value
    elif joint:
        yield from _read(text, run[:joint], spoken)
        yield from _read(text, run[joint + 1 :], spoken)


def _is_year(text: str, run: list[tuple[int, int, tuple[str, ...]]], spoken: _Spoken) -> bool:
    """Whether the last word of a run is the years that it counts."""
    start, end, _ = run[-1]
    return len(run) > 1 and run[-2][2] != (_AND,) and text[start:end].casefold() in spoken.or_year


def _doubtful(word: str, spoken: _Spoken) -> bool:
    return word in spoken.doubtful or (word[0] in spoken.prefixes and word[1:] in spoken.doubtful)


def _multiplies(atom: str) -> bool:
    """Whether an atom behind digits goes on with their number: 12 mille."""
    return not atom.isdecimal() or int(atom) >= 100


def _value(atoms: list[str], spoken: _Spoken) -> int | None:
    """The value of atoms, or None where they make no number."""
    total, group, joined, least = 0, 0, False, None
    for atom in atoms:
        if atom == _AND:
            joined = True
            continue
        value = int(atom.lstrip("*+"))
        if value in _SCALES and atom.isdecimal():
            if least is not None and value >= least:
                # "Tres mil millones": what was a thousand before is that many millions.
                if group or not total or least != 1000 or value == 1000:
                    return None
                total *= value
            else:
                total += (group or 1) * value
            group, least = 0, value
        elif value >= 1000:
            total, group, least = total + value, 0, 1000
        else:
            following = _joined(group, atom, joined, spoken)
            if following is None:
                return None
            group = following
        joined = False
    return total + group


def _joined(group: int, atom: str, joined: bool, spoken: _Spoken) -> int | None:
    """What a number below a thousand becomes with one more atom, or None where it makes none."""
    value, rest = int(atom.lstrip("*+")), group % 100
    if not atom.isdecimal():
        if not 1 <= rest <= 9:
            return None
        return group - rest + (rest * value if atom[0] == "*" else rest + value)
    if value == 100:
        return 100 * (group or 1) if group < 10 else None
    if value > 100:
        return value if not group else None
    if spoken.twenties and rest == 4 and value == 20:
        return group - 4 + 80
    fits = (
        rest == 0
        or (value < 10 and (rest == 10 or (rest >= 20 and rest % 10 == 0)))
        or (spoken.twenties and rest in (60, 80) and 10 <= value <= 16)
        or (spoken.twenties and rest in (70, 90) and value in (7, 8, 9))
        or (spoken.units_first and joined and rest < 10 and value >= 20)
        or (spoken.ten_behind and rest < 10 and value == 10)
    )
    return group + value if fits and value else None if group else value
