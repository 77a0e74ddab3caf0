"""Templates that show numbers, measures, sums of money, dates and times, of several wikis."""

import re
from calendar import month_name
from collections.abc import Mapping, Sequence

_MONEY = {
    "us$": "US$",
    "usd": "US$",
    "£": "£",
    "gbp": "£",
    "€": "€",
    "euro": "€",
    "eur": "€",
    "inr": "₹",
    "¥": "¥",
    "a$": "A$",
}
_DATES = frozenset(
    """
    start-date end-date birth-date death-date birth-date-and-age death-date-and-age dts date film-date release-date
    start-date-and-age
    """.split()  # noqa: SIM905
)
_UNITED = frozenset("unité unit nombre nb num unidad unidade fmtn m val число".split())  # noqa: SIM905
"""Templates of a number and its unit, as wikis of six languages call them."""
_UNITS = ("u", "ul", "up")
_POWERS = {"2": "²", "3": "³"}
_ROMAN = re.compile(r"[IVXLC]{1,8}")
_MEASURES = frozenset(("convert", "cvt", "conversie", "convertir"))
_BETWEEN = frozenset(("-", "–", "and", "to", "or", "by", "x", "×", "*", "+/-", "±", "+", "e", "a"))
"""Words that join the measures of `{{convert|5|by|7|ft}}`."""


def shown_quantity(key: str, values: Sequence[str], parameters: Mapping[str, str]) -> str | None:
    """Find the words that a template shows; None if it is of another kind.

    Args:
        key: its name in lower case, with hyphens for spaces.
        values: its parameters without names.
        parameters: all of its parameters.
    """
    if key in ("circa", "c"):
        return f"c. {values[0]}" if values else "c. "
    if key in _MONEY and values:
        return _MONEY[key] + values[0]
    if key in _MEASURES and len(values) > 1:
        return _measure(values)
    if key in _UNITED and values:
        return _united(values, parameters)
    if key in ("date", "date-"):
        return ("-" if all(map(str.isdigit, values)) else " ").join(values[:3])
    if key in ("s", "s-") and values and _ROMAN.fullmatch(values[0]):
        return f"{values[0]}e siècle"
    if key == "heure" and values:
        return " h ".join(values[:2]) if len(values) > 1 else f"{values[0]} h"
    if key == "höhe" and values:
        return f"{values[0]} m"
    if key in _DATES and values:
        return "-".join(value for value in values[:3] if value.isdigit())
    if key == "as-of" and values:
        return ("since " if "since" in parameters else "As of ") + _day(values[:3])
    if key in ("frac", "fraction", "sfrac") and values:
        return "/".join(values[-2:]) if len(values) < 3 else f"{values[0]} {values[1]}/{values[2]}"
    return None


def _day(values: Sequence[str]) -> str:
    """Write a year, a month and a day, as far as given, as English does: `3 May 1911`."""
    names = [month_name[int(value)] if value.isdecimal() and 0 < int(value) <= 12 else value for value in values[1:2]]
    return " ".join([*values[:1], *names, *values[2:]][::-1])


def _measure(values: Sequence[str]) -> str:
    """Write the numbers before the first unit, and that unit: `5 by 7 ft`."""
    units = (number for number, value in enumerate(values) if not value[:1].isdigit() and value not in _BETWEEN)
    unit = next((number for number in units if number), 1)
    return " ".join(values[: unit + 1]).removesuffix("-change")


def _united(values: Sequence[str], parameters: Mapping[str, str]) -> str:
    """Write a number with its unit and the power of that: `{{unité|3|km|2}}`, `{{M|3|k|m}}`, `{{val|3|0.1|u=km}}`."""
    words = [value for value in values[1:3] if value[:1].isalpha() or value[:1] in "%°€$£"]
    unit = "".join(words) or next((parameters[name] for name in _UNITS if name in parameters), "")
    power = _POWERS.get(values[2], "") if words and len(values) > 2 else ""
    return f"{values[0]} {unit}{power}".rstrip()
