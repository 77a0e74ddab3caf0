"""Numbers in running text as whole units: digits or words, with magnitude, percent, currency, unit or rank."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain

from claims.language.loader import common, language
from claims.language.tokens import western
from claims.support.quantities import number_patterns as patterns
from claims.support.quantities.number_patterns import Bound
from claims.support.quantities.units import base, measured_behind, paid_behind

_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_LABEL = re.compile(r"(?P<before>[^\W\d_]+)[-–]\Z")
"""What makes a number behind it part of a name: COVID-19, covid-19, SARS-CoV-2, B-52."""

_PART = 2.0
"""How exact a share in words is, in percent: two thirds are 66 % or 67 %."""

CLOCK = "clock"
"""What a time of day measures, in minutes since midnight."""

_NOON = 720
"""Minutes by which a time may be off where one of two texts leaves out whether it is before noon."""

_ABOUT = 0.05
"""How far, as a share, a number may be from an estimate of two digits and more."""

_ABOUT_ONE = 0.1
"""The same of one digit: about 200,000 for 181,740, but not for 170,000."""

_CONVERTED = 0.005
"""How far, as a share, a measure may be from one in another unit, rounded before or after: 900 km/h is 560 mph."""

_ROUND = 0.01
"""How far, as a share, a number may be from one in round hundreds."""

_FAR = 0.2
"""How far, as a share, a number may be beyond its bound: nobody calls 300 "more than 100"."""


class NumberKind(StrEnum):
    """What a number counts or ranks."""

    COUNT = "count"
    PERCENT = "percent"
    MONEY = "money"
    ORDINAL = "ordinal"
    SCORE = "score"
    MEASURE = "measure"


@dataclass(frozen=True, slots=True)
class Number:
    """A number written at `text[start:end]`.

    Attributes:
        step: the place value of the last digit written, which a reading rounded to this number may differ by.
        second: the other number of a score or a range (6-4), or None.
        bound: the bound that the words before it set, or None; for the numbers of claims only.
        unit: the currency sign, or what a measure measures (`value` is then in the base unit), or None.
        plain: the value without its unit.
        thousands: the value if its one full stop parts thousands, as in German: 12.500.
        grouped: whether marks part its digits: 1,187 is no year.
    """

    start: int
    end: int
    value: float
    kind: NumberKind
    step: float = 1
    second: float | None = None
    bound: Bound | None = None
    unit: str | None = None
    plain: float = 0
    thousands: float | None = None
    grouped: bool = False

    @property
    def yearlike(self) -> bool:
        """Whether it may be a year."""
        return self.kind is NumberKind.COUNT and 1000 <= self.value < 2100 and not self.grouped

    def says(self, other: "Number") -> bool:
        """Whether this number, of a source, is the one that `other`, of a claim, states, rounding allowed for."""
        if other.second is not None or self.second is not None:
            # A score is given from either side: 6-4 and 4-6 are one match.
            return {self.value, self.second} == {other.value, other.second} or (
                other.second is None and other.kind is NumberKind.COUNT and other.value in (self.value, self.second)
            )
        if (self.kind is NumberKind.PERCENT) != (other.kind is NumberKind.PERCENT):
            return False
        if {self.kind, other.kind} == {NumberKind.MONEY, NumberKind.MEASURE}:
            return False
        if (self.kind is NumberKind.MONEY) != (other.kind is NumberKind.MONEY):
            # A table may give the currency in its heading, but 964,000 people are not "about $944,000".
            return abs(self.plain - other.plain) <= (0.5 * other.step if self.step < other.step else 0)
        if self.kind is other.kind and self.unit is not None and other.unit is not None and self.unit != other.unit:
            return False
        if NumberKind.MEASURE in (self.kind, other.kind) and self.kind is not other.kind:
            # A table may give the unit elsewhere; a count of things is no measure.
            return self.plain == other.plain and NumberKind.ORDINAL not in (self.kind, other.kind)
        if self.unit == other.unit == "mass" and self.plain == other.plain and self.value >= 10**5:
            # "Ton" is written for the tonne, the short ton and the long ton alike.
            return 0.85 < self.value / other.value < 1.18
        if self.kind is other.kind and (self.thousands == other.value or other.thousands == self.value):
            return True
        apart = abs(self.value - other.value)
        if self.unit == CLOCK == other.unit:
            return apart == 0 or (apart == _NOON and min(self.value, other.value) >= 60)
        # "About 750" and "more than 750" are rounded; "more than 757" is not.
        if other.plain % 10 == 0 or other.step != 1:
            if other.bound is Bound.ABOUT:
                return apart <= (_ABOUT_ONE if _one_digit(other.plain) else _ABOUT) * abs(other.value)
            if apart <= _FAR * abs(other.value) and self.keeps(other):
                return True
        return apart <= self._slack(other) + 1e-9 * abs(other.value) or (
            self._rounds(other) and self.unit == other.unit
        )

    def _rounds(self, other: "Number") -> bool:
        """Whether `other` is this number in round hundreds, without "about": 300,000 for 299,028. No year is."""
        round_ = other.plain >= 100 and other.plain % 100 == 0 and other.kind is not NumberKind.ORDINAL
        round_ = round_ and not other.yearlike
        return round_ and self.kind is other.kind and abs(self.value - other.value) < _ROUND * other.value

    def keeps(self, other: "Number") -> bool:
        """Whether this number lies on the side of it that `other`, a bound, allows. A year keeps no bound."""
        if self.kind is not other.kind or self.yearlike:
            return False
        above = other.bound is Bound.ABOVE and self.value > other.value
        return above or (other.bound is Bound.BELOW and self.value < other.value)

    def _slack(self, other: "Number") -> float:
        if self.kind is NumberKind.MEASURE:
            # Converted and rounded in either text: half a last digit of each.
            if self.plain == self.value and other.plain == other.value:
                return 0.5 * (other.step if self.step < other.step else max(self.step, other.step))
            converted = abs(self.value * other.plain - other.value * self.plain) > 1e-9 * abs(other.value * self.plain)
            return max(0.5 * self.step, 0.5 * other.step, _CONVERTED * other.value if converted else 0)
        if self.step == _PART:
            return 0.5 * self.step
        return 0.5 * other.step if self.step < other.step else 0


def _one_digit(value: float) -> bool:
    return len(f"{value:g}".replace(".", "").rstrip("0")) == 1 if value < 1e5 else value == float(f"{value:.0e}")


def numbers(text: str, code: str = "en") -> Iterator[Number]:
    """Yield the numbers of `text`, a text in this language (ISO 639-1), in order: digits, and words in English."""
    text = western(text)
    street = patterns.street()
    last: Number | None = None
    for match in _matches(text):
        number = _read(match, text, code)
        named = number.kind is NumberKind.ORDINAL and street.match(text, number.end)
        if named or _labelled(text, number.start):
            continue
        joined = _joined(last, number, text) if last else None
        if last and not joined:
            yield last
        last = joined or number
    if last:
        yield last


def _joined(number: Number, other: Number, text: str) -> Number | None:
    """Return two times that are one, "2 hours and 10 minutes"; None if they are not."""
    times = number.unit == other.unit == "time" and other.value * number.plain < number.value
    # In the smaller unit, so that a third may follow: 2 hours, 10 minutes and 5 seconds.
    if not times or text[number.end : other.start].strip(" ,") not in ("", *language("en").names.conjunctions):
        return None
    value = number.value + other.value
    return replace(number, end=other.end, value=value, step=other.step, plain=value * other.plain / other.value)


def _labelled(text: str, start: int) -> bool:
    """Whether a number is joined to the word before it, and is no date or limit: mid-1990, under-21."""
    joined = _LABEL.search(text, max(0, start - 12), start)
    return joined is not None and joined["before"].lower() not in language("en").quantities.joined


def bounded(number: Number, claim: str) -> Number:
    """Return a number of a claim with the bound that the words before it set; a source's number needs none."""
    vague = patterns.vague().search(claim, max(0, number.start - 24), number.start) if number.second is None else None
    return replace(number, bound=Bound(vague.lastgroup)) if vague and vague.lastgroup else number


def percent(text: str, end: int) -> int | None:
    """Return the end of a word or sign of percent directly behind a number; None where there is none."""
    match = patterns.percent_behind().match(text, end)
    return match.end() if match else None


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Find all matches of `patterns.number`, none within another.

    Each begins the text, or begins at a sign of currency or behind what is no word.
    """
    end, expression = 0, patterns.number()
    begins = patterns.before().finditer(text)
    places = (each.span() if each[0] in patterns.CURRENCY else (each.end(),) for each in begins)
    for start in chain((0,), chain.from_iterable(places)):
        match = expression.match(text, start) if start >= end else None
        if match:
            yield match
            end = match.end()


def _read(match: re.Match[str], text: str, code: str) -> Number:
    start, end = match.span()
    if match["hour"] or match["hour2"]:
        minutes = _minutes(match)
        return Number(start, end, minutes, NumberKind.MEASURE, unit=CLOCK, plain=minutes)
    if match["score"]:
        first, second = re.split("[–-]", match["score"])
        return Number(start, end, float(first), NumberKind.SCORE, second=float(second), plain=float(first))
    if match["ratio"]:
        known = language("en").quantities
        some = known.cardinals[match["some"].lower()] if match["some"].isalpha() else float(match["some"])
        share = 100 * some / known.wholes[match["whole"].lower()]
        return Number(start, end, share, NumberKind.PERCENT, step=_PART, plain=share)
    if match["part"]:
        *count, part = re.split(r"[\s-]", match["part"].lower())
        words = language("en").quantities
        share = words.parts[part] * (words.cardinals.get(count[0], 1) if count else 1)
        return Number(start, match.end("part"), share, NumberKind.PERCENT, step=_PART, plain=share)
    if match["quarter"]:
        return Number(start, end, float(re.sub(r"\D", "", match["quarter"])), NumberKind.ORDINAL)
    if match["single"]:
        value, kind, step = 1.0, NumberKind.COUNT, 1.0
    elif match["words"]:
        value, kind, step = _spelled(match["words"], bool(match["percent2"]))
        value, step = (value + 0.5, 0.5) if match["halved"] else (value, step)
    else:
        value, step = _value(match["digits"])
        written = match["magnitude"] or match["letter"] or match["wan"]
        size = common().magnitudes[written.lower().strip()] if written else 1
        value, step = value * size, step * size
        kind = _kind(match)
    unit = match["currency"]
    thousands = value * 1000 if match["digits"] and _THOUSANDS.fullmatch(match["digits"]) else None
    paid = paid_behind(text, end, value) if kind is NumberKind.COUNT else None
    if paid is not None:
        return Number(start, paid[0], value, NumberKind.MONEY, step, unit=paid[1], plain=value, thousands=thousands)
    grouped = bool(match["digits"]) and not match["digits"].isdecimal()
    number = Number(start, end, value, kind, step, unit=unit, plain=value, thousands=thousands, grouped=grouped)
    return measured(number, text, code) if kind is NumberKind.COUNT else number


def _minutes(match: re.Match[str]) -> float:
    """Return a time of day in minutes since midnight."""
    half = (match["half_day"] or match["half_day2"] or "").lower()
    hour = int(match["hour"] or match["hour2"])
    return 60 * (hour % 12 + 12 * (half == "p") if half else hour) + int(match["minute"] or 0)


def measured(number: Number, text: str, code: str) -> Number:
    """Return a number that counts as the measure that a unit behind it makes of it; itself if there is none."""
    found = measured_behind(text, number.end, code)
    if found is None:
        return number
    end, quantity, factor = found
    scaled, quantity = base(number.value, quantity, factor)
    step = number.step * (1 / 1.8 if quantity == "celsius" and factor == 1 else factor)
    if quantity == "time" and (half := patterns.half().match(text, end)):
        end, scaled, step = half.end(), scaled + factor / 2, step / 2
        number = replace(number, value=number.value + 0.5)
    return Number(number.start, end, scaled, NumberKind.MEASURE, step, unit=quantity, plain=number.value)


def aged(number: Number) -> Number:
    """Return a number that counts as that many years."""
    quantity, factor = common().units["year"]
    value, unit = base(number.value, quantity, factor)
    return replace(number, value=value, kind=NumberKind.MEASURE, step=factor, unit=unit, plain=number.value)


def _kind(match: re.Match[str]) -> NumberKind:
    if match["percent"]:
        return NumberKind.PERCENT
    if match["currency"]:
        return NumberKind.MONEY
    return NumberKind.ORDINAL if match["ordinal"] else NumberKind.COUNT


def _value(digits: str) -> tuple[float, float]:
    """The value of a numeral and the place value of its last digit; 1,234.5 and 1.234,5 and 1 234,5 alike."""
    digits = re.sub(r"\s", "", digits)
    marks = [char for char in digits if char in ".,"]
    if not marks:
        return float(digits), 1
    decimal = marks[-1]
    head, _, tail = digits.rpartition(decimal)
    grouped = len(tail) == 3 and marks.count(decimal) == len(marks) and (decimal == "," or len(marks) > 1)
    if grouped or marks.count(decimal) > 1:
        return float(re.sub("[.,]", "", digits)), 1
    whole = re.sub("[.,]", "", head)
    return float(f"{whole}.{tail}"), 10.0 ** -len(tail)


def _spelled(words: str, percent: bool) -> tuple[float, NumberKind, float]:
    known, magnitudes = language("en").quantities, common().magnitudes
    total, group, ordinal, step = 0.0, 0.0, False, 1.0
    for word in re.split(r"[\s-]+", words.lower()):
        if word in known.cardinals:
            group += known.cardinals[word]
        elif word in known.ordinals:
            group, ordinal = group + known.ordinals[word], True
        elif word in magnitudes:
            size = magnitudes[word]
            step = float(size)
            if size >= 1000:
                total, group = total + (group or 1) * size, 0
            else:
                group = (group or 1) * size
    kind = NumberKind.PERCENT if percent else NumberKind.ORDINAL if ordinal else NumberKind.COUNT
    return total + group, kind, step if not ordinal else 1
