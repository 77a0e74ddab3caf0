"""Numbers in running text as whole units: digits or words, with magnitude, percent, currency, ordinal or score."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_MAGNITUDES = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12,
    "m": 10**6, "bn": 10**9, "k": 1000, "mn": 10**6, "tn": 10**12,
}  # fmt: skip
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "hundredth": 100,
}  # fmt: skip
_WORD = "|".join(sorted((*_SMALL, *_ORDINALS), key=len, reverse=True))
_DIGITS = r"\d+(?:[.,]\d+)*"
_NUMBER = re.compile(
    rf"(?P<score>(?<![\w.,/–-])\d{{1,3}}[–-]\d{{1,3}}(?![\w–-]|[.,]\d))"
    rf"|(?:(?P<currency>[$€£¥₹]) ?)?(?<!\w)(?P<digits>{_DIGITS})(?P<ordinal>(?:st|nd|rd|th)\b)?"
    rf"(?:[ -]?(?P<magnitude>hundred|thousand|million|billion|trillion|dozen|bn|mn|tn|m|k)\b)?"
    rf"(?P<percent> ?%| percent\b| per cent\b)?"
    rf"|\b(?P<words>(?:{_WORD})(?:(?:-| and | )(?:{_WORD}|hundred|thousand|million|billion|trillion|dozen)){{0,8}})\b"
    rf"(?P<percent2> percent\b| per cent\b)?",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:about|around|approximately|approx\.?|roughly|nearly|almost|some|over|more than|at least|under|less than|"
    r"fewer than|up to|circa|c\.|ca\.|estimated|close to|just|exceeding|exceeded|above|below)\W+(?:[$€£¥]\W*)?$",
    re.IGNORECASE,
)


class NumberKind(StrEnum):
    """What a number counts or ranks."""

    COUNT = "count"
    PERCENT = "percent"
    MONEY = "money"
    ORDINAL = "ordinal"
    SCORE = "score"


@dataclass(frozen=True, slots=True)
class Number:
    """A number written at `text[start:end]`.

    Attributes:
        step: the place value of the last digit written, which a reading rounded to this number may differ by.
        second: the other number of a score or a range (6-4), or None.
        about: whether the words before it make it approximate.
    """

    start: int
    end: int
    value: float
    kind: NumberKind
    step: float = 1
    second: float | None = None
    about: bool = False

    def says(self, other: "Number") -> bool:
        """Whether this number, of a source, is the one that `other`, of a claim, states, rounding allowed for."""
        if (self.kind is NumberKind.PERCENT) != (other.kind is NumberKind.PERCENT):
            return False
        if other.second is not None or self.second is not None:
            return {self.value, self.second} == {other.value, other.second} or (
                other.second is None and other.value in (self.value, self.second)
            )
        slack = 0.05 * other.value if other.about else 0.5 * other.step if self.step < other.step else 0
        return abs(self.value - other.value) <= slack + 1e-9 * abs(other.value)


def numbers(text: str) -> Iterator[Number]:
    """The numbers of `text`, in order."""
    for match in _NUMBER.finditer(text):
        found = _read(match, text)
        if found is not None:
            yield found


def _read(match: re.Match[str], text: str) -> Number | None:
    start, end = match.span()
    start += len(match.group()) - len(match.group().lstrip())
    about = bool(_ABOUT.search(text, max(0, start - 24), start))
    if match["score"]:
        first, second = re.split("[–-]", match["score"])
        return Number(start, end, float(first), NumberKind.SCORE, second=float(second))
    if match["words"]:
        return _spelled(match, start, end, about)
    value, step = _value(match["digits"])
    magnitude = _MAGNITUDES[match["magnitude"].lower()] if match["magnitude"] else 1
    kind = (
        NumberKind.PERCENT
        if match["percent"]
        else NumberKind.MONEY
        if match["currency"]
        else NumberKind.ORDINAL
        if match["ordinal"]
        else NumberKind.COUNT
    )
    return Number(start, end, value * magnitude, kind, step * magnitude, about=about)


def _value(digits: str) -> tuple[float, float]:
    """The value of a numeral and the place value of its last digit; 1,234.5 and 1.234,5 alike."""
    marks = [char for char in digits if char in ".,"]
    if not marks:
        return float(digits), 1
    decimal = marks[-1]
    head, _, tail = digits.rpartition(decimal)
    grouped = len(tail) == 3 and (marks.count(decimal) == len(marks)) and (decimal == "," or len(marks) > 1)
    if grouped or marks.count(decimal) > 1:
        return float(re.sub("[.,]", "", digits)), 1
    whole = re.sub("[.,]", "", head)
    return float(f"{whole}.{tail}"), 10.0 ** -len(tail)


def _spelled(match: re.Match[str], start: int, end: int, about: bool) -> Number | None:
    total, group, ordinal, step = 0.0, 0.0, False, 1.0
    for word in re.split(r"[\s-]+", match["words"].lower()):
        if word in _SMALL:
            group += _SMALL[word]
        elif word in _ORDINALS:
            group, ordinal = group + _ORDINALS[word], True
        elif word in _MAGNITUDES:
            size = _MAGNITUDES[word]
            step = float(size)
            if size >= 1000:
                total, group = total + (group or 1) * size, 0
            else:
                group = (group or 1) * size
    kind = NumberKind.PERCENT if match["percent2"] else NumberKind.ORDINAL if ordinal else NumberKind.COUNT
    return Number(start, end, total + group, kind, step, about=about)
