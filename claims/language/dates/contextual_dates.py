"""Dates that their context completes: months alone, and days, weekdays and months relative to a day of publication."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from claims.language.dates.dates import Date
from claims.language.dates.months import months_alone, unaccented
from claims.language.loader import language

_WORDS_TOO = ("may", "march", "mar")
_BEFORE_MONTH = re.compile(r"\b(?:in|since|until|by|last|this|of|early|late|mid|during|from|to) \Z", re.IGNORECASE)
_SURELY_MONTH = re.compile(r"\b(?:im|in|since|until|early|late|mid|during) \Z", re.IGNORECASE)
_RELATIVE = re.compile(
    r"(?:(?P<day>today|yesterday|tomorrow|tonight)|(?:(?P<which>last|this|next|on)\s)?(?P<weekday>[A-Z][a-z]{2,6}day)"
    r"|(?P<side>last|this|next)\s(?P<span>month|year))\b"
)
# It is slow to fail: it is tried only where this one finds that it may begin.
_BEFORE_RELATIVE = re.compile(r"[tylnoA-Z](?<!\w.)(?=o[dmn]|es|(?:as|hi|ex)[st]\s|n\s[A-Z]|[a-z]{2,6}day\b)")


def bare_months(text: str, language: str = "en") -> Iterator[Date]:
    """Find months without day and year, by their names in this language (ISO 639-1); in others, Marco is a name.

    "May" and "March", and any month before a capital (August Wilson), are months only behind a word such as "in".
    """
    months = months_alone(language)
    for match in _capitalised(language).finditer(text) if months else ():
        name, (start, end) = unaccented(match.group().lower()), match.span()
        named = text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
        before = _SURELY_MONTH if named else _BEFORE_MONTH if name in _WORDS_TOO else None
        if name in months and (before is None or before.search(text, max(0, start - 8), start)):
            yield Date(start=start, end=end, month=months[name])


@cache
def _capitalised(language: str) -> re.Pattern[str]:
    initials = "".join(sorted({name[0].upper() for name in months_alone(language) if name.isascii()}))
    return re.compile(rf"[{initials}](?<!\w.)[^\W\d_]{{2,14}}\b")


def relative_dates(text: str, published: date) -> Iterator[Date]:
    """Find dates relative to the day of publication: yesterday, last Tuesday, this month, next year.

    A weekday without more is the last one before publication or that day itself, as news reports use it.
    """
    weekdays, end = language("en").dates.weekdays, 0
    for begin in _BEFORE_RELATIVE.finditer(text):
        match = _RELATIVE.match(text, begin.start()) if begin.start() >= end else None
        if match is None:
            continue
        start, end = match.span()
        if match["span"]:
            shift = {"last": -1, "this": 0, "next": 1}[match["side"]]
            months = published.year * 12 + published.month - 1 + (shift if match["span"] == "month" else 12 * shift)
            month = months % 12 + 1 if match["span"] == "month" else None
            yield Date(start=start, end=end, year=months // 12, month=month)
            continue
        if match["day"]:
            days = {"yesterday": -1, "tomorrow": 1}.get(match["day"], 0)
        elif (name := match["weekday"].lower()) in weekdays:
            weekday = weekdays.index(name)
            days = (
                (weekday - published.weekday() - 1) % 7 + 1
                if match["which"] == "next"
                else -((published.weekday() - weekday) % 7)
            )
        else:
            continue
        day = published + timedelta(days=days)
        yield Date(start=start, end=end, year=day.year, month=day.month, day=day.day)
