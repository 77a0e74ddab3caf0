"""Units behind a number: which quantity each measures, and how many of the base unit it is; currencies."""

import re
from functools import cache

from claims.language.loader import common, language
from claims.language.quantities.number import CELSIUS, TIME
from claims.language.tokens import one_of

_RAISED = {2: "area", 3: "volume"}
"""Power -> what a length raised to it measures."""

_MONEY = 100_000
"""From here on pounds are money and no weight."""


def measure(power: str, unit: str, code: str) -> tuple[str, float] | None:
    """Return what a unit measures and its factor.

    Args:
        power: the word before it ("square", "sq.", or none).
        unit: the unit, in lower case.
        code: the language of the text, ISO 639-1.
    """
    known = language(code).units.words.get(unit) or common().units.get(unit)
    if not power or known is None:
        return known
    quantity, factor = known
    exponent = int(common().powers[power])
    return (_RAISED[exponent], factor**exponent) if quantity == "length" else known


def base(value: float, quantity: str, factor: float) -> tuple[float, str]:
    """Convert a value to the base unit of what it measures."""
    if quantity == "fahrenheit":
        return (value - 32) / 1.8, CELSIUS
    return value * factor, quantity


def paid_behind(text: str, end: int, value: float) -> tuple[int, str] | None:
    """Return the end and the sign of the currency behind a number."""
    if joined := _joined_signs().match(text, end):
        return joined.end(), _signs()[joined[1]]
    of = _of_money().match(text, end)
    match = _unit().match(text, of.end() if of else end)
    word = match["unit"].lower() if match and not match["power"] else ""
    sign = _signs().get(word)
    if match is None or sign is None or (word in common().units and value < _MONEY):
        return None
    return match.end("unit"), sign


def measured_behind(text: str, end: int, code: str) -> tuple[int, str, float] | None:
    """Return the end, the quantity and the factor of the unit behind a number, in a text of this language."""
    match = _unit().match(text, end)
    if match is None:
        return None
    unit = re.sub(r"\s", "", match["unit"].lower())
    power, more = (match["power"] or "").lower(), (match["more"] or "").lower()
    if more and (known := measure(power, unit + more[1:], code)):
        return match.end(), *known
    known = measure(power, unit, code)
    if known and known[0] == "length" and (rate := _rate(text, match.end("unit"), code)):
        return rate[0], "speed", known[1] / rate[1]
    # A lone letter is a unit only right behind its number and in the usual case: "5 m", never "in 5 M".
    if known is None or (len(unit) == 1 and not match["unit"].islower()):
        return None
    return match.end("unit"), *known


def _rate(text: str, end: int, code: str) -> tuple[int, float] | None:
    """Return the end of "per hour" behind a length, and the seconds of that time; None where there is none."""
    match = _per().match(text, end)
    time = measure("", match["time"].lower(), code) if match else None
    return (match.end(), time[1]) if match and time and time[0] == TIME else None


@cache
def _signs() -> dict[str, str]:
    """Return the name of a currency -> its sign."""
    known = (*common().currencies_joined.items(), *reversed(common().currencies.items()))
    return {name: sign for sign, names in known for name in names}


@cache
def _joined_signs() -> re.Pattern[str]:
    """Return the expression for a currency behind a number in scripts without spaces: 400万ドル."""
    return re.compile(rf"\s?({one_of(name for names in common().currencies_joined.values() for name in names)})")


@cache
def _of_money() -> re.Pattern[str]:
    """Return the expression for what stands between a number and its currency: millions of dollars in French."""
    return re.compile(rf"\s(?:{'|'.join(common().of_money)})(?=\s|(?<=['’]))", re.IGNORECASE)


@cache
def _unit() -> re.Pattern[str]:
    """Return the expression for a unit of measure behind a number, with the power before it."""
    powers = "|".join(common().powers)
    return re.compile(
        rf"[\s-]?(?:(?P<power>{powers})\.?\s)?(?P<unit>°\s?[CF]\b|[^\W\d_]{{1,18}}+(?!['’]\w)(?:/[hs]\b)?[²³23]?)"
        r"(?P<more>[\s·-][^\W\d_]{1,13})?",
        re.IGNORECASE,
    )


@cache
def _per() -> re.Pattern[str]:
    """Return the expression for what makes a speed of a length: "per hour", "/s"."""
    return re.compile(rf"(?:\s(?:{'|'.join(common().per)})\s|\s?/\s?)(?P<time>[^\W\d_]{{1,12}})\b", re.IGNORECASE)
