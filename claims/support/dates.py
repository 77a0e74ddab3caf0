"""Dates in running text, in any notation and precision, as year, month and day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NAMES = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)
_NUMBER_OF = {name: number for number, name in enumerate(_NAMES.split("|")[:12], 1)}
_MONTH = rf"(?:{_NAMES})\b\.?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
_YEAR = r"(?:1\d{3}|20\d\d)(?!\d)"

_DATE = re.compile(
    rf"(?<![\d.,/-])(?P<y1>{_YEAR})(?:[-./](?P<m1>0?[1-9]|1[0-2])[-./](?P<d1>{_DAY})|年(?P<m2>\d\d?)月(?:(?P<d2>\d\d?)日)?)"
    rf"|(?<![\d.,/-])(?P<d3>{_DAY})(?:st|nd|rd|th)?(?: of|-)? ?(?P<m3>{_MONTH})(?:,?[ -](?P<y3>{_YEAR}))?"
    rf"|\b(?P<m4>{_MONTH}) (?:the )?(?P<d4>{_DAY})(?:st|nd|rd|th)?(?:(?:,| of)? (?P<y4>{_YEAR}))?"
    rf"|\b(?P<m5>{_MONTH}),?(?: of| in)? (?P<y5>{_YEAR})"
    rf"|(?<![\d.,/-])(?P<a6>\d\d?)[./-](?P<b6>\d\d?)[./-](?P<y6>{_YEAR})"
    rf"|(?<![\w.,/-])(?P<y7>{_YEAR})(?![\w%]|[.,]\d)"
    rf"|(?<![\w.,/-])(?P<decade>{_YEAR})s\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Date:
    """A date written at `text[start:end]`; what it does not say is None.

    Attributes:
        swapped: whether day and month may be the other way round, as in 3/4/2005.
        decade: whether `year` stands for the ten years that it begins.
    """

    start: int
    end: int
    year: int | None
    month: int | None = None
    day: int | None = None
    swapped: bool = False
    decade: bool = False

    @property
    def precision(self) -> int:
        """3 for a day, 2 for a month, 1 for a year."""
        return 3 if self.day else 2 if self.month else 1

    def says(self, other: "Date") -> bool:
        """Whether this date, of a source, has all that `other`, of a claim, says."""
        if other.decade:
            return self.year is not None and self.year // 10 == (other.year or 0) // 10
        if self.decade:
            return False
        readings = [(self.month, self.day)]
        if self.swapped:
            readings.append((self.day, self.month))
        return (other.year is None or self.year == other.year) and any(
            (other.month is None or month == other.month) and (other.day is None or day == other.day)
            for month, day in readings
        )


def dates(text: str) -> Iterator[Date]:
    """The dates of `text`, in order. A number from 1000 to 2099 that stands alone is taken for a year."""
    for match in _DATE.finditer(text):
        found = _read(match)
        if found is not None:
            yield found


def _read(match: re.Match[str]) -> Date | None:
    group = match.groupdict()
    start, end = match.span()
    if group["decade"]:
        return Date(start, end, int(group["decade"]), decade=int(group["decade"]) % 10 == 0)
    if group["a6"]:
        first, second = int(group["a6"]), int(group["b6"])
        if first > 12 >= second:
            first, second = second, first
        if not (1 <= first <= 12 and 1 <= second <= 31):
            return None
        return Date(start, end, int(group["y6"]), first, second, swapped=second <= 12)
    year = next((int(group[f"y{n}"]) for n in (1, 3, 4, 5, 7) if group[f"y{n}"]), None)
    month = next((_month(group[f"m{n}"]) for n in (1, 2, 3, 4, 5) if group[f"m{n}"]), None)
    day = next((int(group[f"d{n}"]) for n in (1, 2, 3, 4) if group[f"d{n}"]), None)
    return Date(start, end, year, month, day)


def _month(word: str) -> int:
    if word.isdigit():
        return int(word)
    return next(number for name, number in _NUMBER_OF.items() if name.startswith(word.lower()[:3]))
