"""A number of a text: its value, what it counts or measures, and whether it says what another one states."""

from dataclasses import dataclass
from enum import StrEnum

PART = 2.0
"""How exact a share in words is, in percent: two thirds are 66 % or 67 %."""

CLOCK = "clock"
"""What a time of day measures, in minutes since midnight."""

TIME = "time"
"""What a length of time measures, in seconds."""

CELSIUS = "celsius"
"""What a temperature measures, in degrees Celsius."""

DIFFERENCE = 20
"""Degrees, of either scale, up to which they may be those of a rise."""

_HOUR = 60
"""Minutes of an hour."""

NOON = 720
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


class Bound(StrEnum):
    """The bound that the words before a number set: the least that it may be, the most, or an estimate."""

    ABOVE = "above"
    BELOW = "below"
    ABOUT = "about"


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
        thousands: the value if its one full stop parts thousands, which English texts, too, may write: 12.500.
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
            return self._same_hour(other)
        if NumberKind.MEASURE in (self.kind, other.kind) and self.kind is not other.kind:
            # A table may give the unit elsewhere; a count of things is no measure.
            return self.plain == other.plain and NumberKind.ORDINAL not in (self.kind, other.kind)
        if self.unit == other.unit == "mass" and self.plain == other.plain and self.value >= 10**5:
            # "Ton" is written for the tonne, the short ton and the long ton alike.
            return 0.85 < self.value / other.value < 1.18
        if self.unit == other.unit == CELSIUS and max(abs(self.plain), abs(other.plain)) <= DIFFERENCE:
            # 2.7 °F are -16 °C, but a rise by 2.7 °F is one by 1.5 °C.
            degrees = [each.plain if each.plain == each.value else each.plain / 1.8 for each in (self, other)]
            if abs(degrees[0] - degrees[1]) <= 0.5 * max(self.step, other.step):
                return True
        if self.kind is other.kind and (self.thousands == other.value or other.thousands == self.value):
            return True
        apart = abs(self.value - other.value)
        if self.unit == CLOCK == other.unit:
            either = NOON in (self.step, other.step) and min(self.value, other.value) >= 60
            return apart == 0 or (apart == NOON and either)
        # "About 750" and "more than 750" are rounded; "more than 757" is not.
        if other.plain % 10 == 0 or other.step != 1:
            if other.bound is Bound.ABOUT:
                return apart <= (_ABOUT_ONE if _one_digit(other.plain) else _ABOUT) * abs(other.value)
            if apart <= _FAR * abs(other.value) and self.keeps(other):
                return True
        return apart <= self._slack(other) + 1e-9 * abs(other.value) or (
            self._rounds(other) and self.unit == other.unit
        )

    def _same_hour(self, other: "Number") -> bool:
        """Whether one is a time of day and the other as many hours: many languages have one word for both."""
        units = {self.unit, other.unit}
        return units == {CLOCK, TIME} and self.plain == other.plain and _HOUR * self.plain in (self.value, other.value)

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
                return 0.5 * max(self.step, other.step)
            converted = abs(self.value * other.plain - other.value * self.plain) > 1e-9 * abs(other.value * self.plain)
            return max(0.5 * self.step, 0.5 * other.step, _CONVERTED * other.value if converted else 0)
        if self.step == PART:
            return 0.5 * self.step
        return 0.5 * other.step if self.step < other.step else 0


def _one_digit(value: float) -> bool:
    return len(f"{value:g}".replace(".", "").rstrip("0")) == 1 if value < 1e5 else value == float(f"{value:.0e}")
