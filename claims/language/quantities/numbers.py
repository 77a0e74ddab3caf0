"""Numbers in running text as whole units: digits or words, with magnitude, percent, currency, unit or rank."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from claims.language.loader import common, language
from claims.language.quantities import number_patterns as patterns
from claims.language.quantities.number import CELSIUS, CLOCK, NOON, PART, TIME, Number, NumberKind
from claims.language.quantities.units import base, measured_behind, paid_behind
from claims.language.tokens import western

_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_HOURS = re.compile(r"\dh\s?\Z")
"""What makes the "m" behind a number minutes: 1h 52m."""

_AHEAD = 3
"""Characters that it has before a number at most."""

_PORTION = 0.05
"""Step of a part of a large number, as a share of that: half a million is as near as 0.5 million, a quarter as 0.25."""

_LABEL = re.compile(r"(?P<before>[^\W\d_]+)[-–]\Z")
"""What makes a number behind it part of a name: COVID-19, covid-19, SARS-CoV-2, B-52."""


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
    times = number.unit == other.unit == TIME and other.value * number.plain < number.value
    # In the smaller unit, so that a third may follow: 2 hours, 10 minutes and 5 seconds.
    if not times or text[number.end : other.start].strip(" ,") not in ("", *language("en").names.conjunctions):
        return None
    value = number.value + other.value
    return replace(number, end=other.end, value=value, step=other.step, plain=value * other.plain / other.value)


def _labelled(text: str, start: int) -> bool:
    """Whether a number is joined to the word before it, and is no date or limit: mid-1990, under-21."""
    if text[start - 1 : start] not in ("-", "–"):
        return False
    joined = _LABEL.search(text, max(0, start - 12), start)
    return joined is not None and joined["before"].lower() not in language("en").quantities.joined


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
    if match.lastgroup == "digits" and not match["currency"]:  # most are nothing else, and read the faster for it
        return _counted(start, end, *_value(match["digits"], code), match["digits"], text, code)
    if match["hour"] or match["hour2"]:
        minutes, hour = _minutes(match), match["hour"] or ""
        either = not (match["half_day"] or match["half_day2"]) and hour[:1] != "0" and minutes < 60 + NOON
        return Number(start, end, minutes, NumberKind.MEASURE, NOON if either else 1, unit=CLOCK, plain=minutes)
    if match["score"]:
        first, second = re.split("[–-]", match["score"])
        return Number(start, end, float(first), NumberKind.SCORE, second=float(second), plain=float(first))
    if match["ratio"]:
        known = language("en").quantities
        some = known.cardinals[match["some"].lower()] if match["some"].isalpha() else float(match["some"])
        share = 100 * some / known.wholes[match["whole"].lower()]
        return Number(start, end, share, NumberKind.PERCENT, step=PART, plain=share)
    if written := match["part"] or match["fraction"]:
        share = _share(written)
        return Number(start, start + len(written), share, NumberKind.PERCENT, step=PART, plain=share)
    if match["quarter"]:
        return Number(start, end, float(re.sub(r"\D", "", match["quarter"])), NumberKind.ORDINAL)
    if match["portion"]:
        size = common().magnitudes[match["size"].lower()]
        value, kind, step = size * _share(match["portion"]) / 100, NumberKind.COUNT, size * _PORTION
    elif match["single"] or match["half"]:
        value, kind, step = (1.0 if match["single"] else 0.5), NumberKind.COUNT, 1.0
    elif match["words"]:
        value, kind, step = _spelled(match["words"], bool(match["percent2"]))
        value, step = (value + 0.5, 0.5) if match["halved"] else (value, step)
    else:
        value, step = _value(match["digits"], code)
        if match["letter"] and _HOURS.search(text, max(0, start - _AHEAD), start):
            return Number(start, end, value * 60, NumberKind.MEASURE, 60, unit=TIME, plain=value)
        written = match["magnitude"] or match["letter"] or match["wan"]
        size = common().magnitudes[written.lower().strip()] if written else 1
        size = common().sums[match["sum"].lower()] if match["sum"] else size
        value, step = value * size, step * size
        kind = _kind(match)
    digits = match["digits"] or ""
    if kind is NumberKind.COUNT:
        return _counted(start, end, value, step, digits, text, code)
    thousands, grouped = _marks(digits, value, code)
    unit = match["currency"] or match["paid"]
    return Number(start, end, value, kind, step, unit=unit, plain=value, thousands=thousands, grouped=grouped)


def _share(written: str) -> float:
    """Return a share in words in percent: three quarters."""
    *count, part = re.split(r"[\s-]", written.lower())
    words = language("en").quantities
    return (words.parts | words.fractions)[part] * (words.cardinals.get(count[0], 1) if count else 1)


def _counted(start: int, end: int, value: float, step: float, digits: str, text: str, code: str) -> Number:
    """Return a number that counts, or that a unit or a currency behind it makes a measure or a sum."""
    thousands, grouped = _marks(digits, value, code)
    paid = paid_behind(text, end, value)
    if paid is not None:
        return Number(start, paid[0], value, NumberKind.MONEY, step, unit=paid[1], plain=value, thousands=thousands)
    number = Number(start, end, value, NumberKind.COUNT, step, plain=value, thousands=thousands, grouped=grouped)
    return measured(number, text, code)


def _marks(digits: str, value: float, code: str) -> tuple[float | None, bool]:
    """Return the value of a numeral if its one full stop parts thousands, and whether marks part its digits."""
    doubtful = _THOUSANDS.fullmatch(digits) and code not in common().decimal_comma
    return value * 1000 if doubtful else None, bool(digits) and not digits.isdecimal()


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
    step = number.step * (1 / 1.8 if quantity == CELSIUS and factor == 1 else factor)
    if quantity == TIME and (half := patterns.half(code).match(text, end)):
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
    if match["currency"] or match["paid"]:
        return NumberKind.MONEY
    return NumberKind.ORDINAL if match["ordinal"] else NumberKind.COUNT


def _value(digits: str, code: str) -> tuple[float, float]:
    """The value of a numeral and the place value of its last digit; 1,234.5 and 1.234,5 and 1 234,5 alike.

    A full stop before three digits parts thousands only in a language in which no decimals follow one.
    """
    if digits.isdecimal():
        return float(digits), 1
    if code in common().decimal_comma and _THOUSANDS.fullmatch(digits):
        return float(digits.replace(".", "")), 1
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
