"""Sections on numbers and units, each read by the module of `claims.language.quantities` that its docstring names."""

from msgspec import field

from claims.language.record.tables import Measures, Values, WordSet
from claims.language.record.values import Section, Words


class Bounds(Section, frozen=True):
    """Phrases before a number that make it a limit or an estimate: `bounds`.

    Attributes:
        above: more than, at least.
        below: less than, at most.
        about: nearly, around.
        joined: whether they may be written together with the number: 约20.
    """

    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    joined: bool = False


class Clock(Section, frozen=True):
    """Words beside an hour that make it a time of day, in other languages than English: `times_of_day`.

    Attributes:
        sure: phrases before an hour that do so: klockan.
        surely: words behind it that do so: Uhr.
        at: phrases before it that do so if hours or minutes are behind it: a las.
        hours: words behind it that may also count hours: heures.
        lasting: what behind these says that they do: à deux heures de route.
        am, pm: phrases for the first and the second half of the day.
        joined: whether all is written together, the half of the day first: 午後7時.
    """

    sure: tuple[str, ...] = ()
    surely: tuple[str, ...] = ()
    at: tuple[str, ...] = ()
    hours: tuple[str, ...] = ()
    lasting: tuple[str, ...] = ()
    am: tuple[str, ...] = ()
    pm: tuple[str, ...] = ()
    joined: bool = False


class Quantities(Section, frozen=True):
    """Words for numbers, as running text of the web has them beside digits: `number_patterns`, `numbers`.

    Attributes:
        cardinals: zero, one … ninety.
        ordinals: first … hundredth.
        parts: words for a share before "of", in percent: half, thirds.
        fractions: words for a share behind a number, in percent: one fifth, four fifths.
        before_fraction: words before "a fifth" that make it a share and no rank.
        behind_fraction: words behind it that do so.
        scales: words that follow a cardinal to multiply it: hundred, thousand.
        joined: words before a hyphen and a number that leave it a number: mid-1990, under-21.
        centuries: words behind an ordinal that make it a hundred years.
        streets: words behind an ordinal that make it a street's name; `*` ends the beginning of words.
        dimensions: words behind metres: in "100m tall" the letter is no million.
        ratios: words between the two numbers of a share: one in five.
        wholes: what the second of them may be, in words and digits.
        halves: what adds a half to the number or unit before it: two and a half.
    """

    cardinals: Values = field(default_factory=Values)
    ordinals: Values = field(default_factory=Values)
    parts: Values = field(default_factory=Values)
    fractions: Values = field(default_factory=Values)
    before_fraction: Words = Words()
    behind_fraction: Words = Words()
    scales: Words = Words()
    joined: WordSet = WordSet()
    centuries: Words = Words()
    streets: Words = Words()
    dimensions: Words = Words()
    ratios: tuple[str, ...] = ()
    wholes: Values = field(default_factory=Values)
    halves: tuple[str, ...] = ()


class Relations(Section, frozen=True):
    """Words that relate two amounts or two years: `amounts`, `derivations`.

    Attributes:
        factors: words that make an amount a share or a multiple of another: half, twice.
        more, fewer: words behind an amount by which another one is more, or less, than a third: three fewer.
        points: words behind the difference of two shares in percent: five points.
        next_year, last_year: phrases for the year after, or before, one that is named.
    """

    factors: Values = field(default_factory=Values)
    more: WordSet = WordSet()
    fewer: WordSet = WordSet()
    points: Words = Words()
    next_year: tuple[str, ...] = ()
    last_year: tuple[str, ...] = ()


class Units(Section, frozen=True):
    """Units of measure: `units`, `numbers`.

    Attributes:
        words: what each form of a unit measures and its factor to the base unit, as in `_common.toml`, whose units are
            known in all languages; a unit of two words is written as one. A word that has another meaning behind a
            number (Russian `года` of a date) is left out.
    """

    words: Measures = field(default_factory=Measures)
