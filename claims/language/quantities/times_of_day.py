"""Times of day as languages other than English have them: à 19 h 30, um acht Uhr abends, kl. 19.00, 午後7時."""

import re
from collections.abc import Iterator
from functools import lru_cache

from claims.language.loader import language
from claims.language.quantities import number_patterns
from claims.language.quantities.number import CLOCK, NOON, Number, NumberKind
from claims.language.record.quantities import Clock
from claims.language.tokens import one_of

_HOUR = 60
"""Minutes of an hour."""

_SPOKEN = 12
"""Hours of half a day, up to which words count them."""


def times_of_day(text: str, code: str) -> Iterator[Number]:
    """Yield the times of day of a text in this language (ISO 639-1).

    "19 heures" alone may be how long something takes: it is a time where a word for "at" is before it, or a part of
    the day beside it.
    """
    expression = _expression(code)
    for match in expression.finditer(text) if expression else ():
        found = {name for name, part in match.groupdict().items() if part is not None}
        at = "at" in found and not found.isdisjoint(("hours", "minute")) and "lasting" not in found
        if at or not found.isdisjoint(("sure", "surely", "h", "am", "pm")):
            yield _time(match, text, code)


def _time(match: re.Match[str], text: str, code: str) -> Number:
    written, part = match["hour"].lower(), match["am"] or match["pm"]
    hour = int(written) if written.isdecimal() else _spoken(code)[written]
    hour += _SPOKEN if match["pm"] and hour < _SPOKEN else 0
    minutes = hour * _HOUR + int(match["minute"] or 0)
    end = match.end()
    if not match["minute"] and (half := number_patterns.half(code).match(text, end)):
        minutes, end = minutes + _HOUR // 2, half.end()
    either = not part and written[:1] != "0" and minutes < _HOUR + NOON
    plain = minutes if minutes % _HOUR else hour  # a table may have the hour alone
    start = match.start("hour")
    return Number(start, end, minutes, NumberKind.MEASURE, NOON if either else 1, unit=CLOCK, plain=plain)


@lru_cache(maxsize=64)
def _spoken(code: str) -> dict[str, int]:
    """Map the words of a language for the hours to them."""
    words = language(code).numbers.words
    return {word: hour for hour in range(1, _SPOKEN + 1) for word in words.get(str(hour), ())}


@lru_cache(maxsize=64)
def _expression(code: str) -> re.Pattern[str] | None:
    known = language(code).clock
    if known == Clock():
        return None
    am, pm, hours, surely = (_any(each) for each in (known.am, known.pm, known.hours, known.surely))
    if known.joined:
        return re.compile(
            rf"(?:(?P<pm>{pm})|(?P<am>{am}))?(?<!\d)(?P<hour>[01]?\d|2[0-4])"
            rf"(?:(?P<surely>{surely})|(?P<hours>{hours}))(?!間|间)(?:(?P<minute>[0-5]?\d)分)?"
        )
    digits_or_words = "|".join(filter(None, (r"[01]?\d|2[0-4]", one_of(_spoken(code)))))
    return re.compile(
        rf"(?:(?<!\w)(?:(?P<sure>{_any(known.sure)})|(?P<at>{_any(known.at)}))\s)?(?<![\w.,:-])(?P<hour>{digits_or_words})"
        rf"(?:(?:[.:]|\s?(?P<h>h)\s?)(?P<minute>[0-5]\d)(?![\w:]|[.,]\d))?"
        rf"(?:\s?(?:(?P<surely>{surely})|(?P<hours>{hours}))(?!\w))?"
        rf"(?:\s(?:(?P<pm>{pm})|(?P<am>{am}))(?!\w)|(?P<lasting>(?=\s(?:{_any(known.lasting)}))))?(?![\w:]|[.,]\d)",
        re.IGNORECASE,
    )


def _any(words: tuple[str, ...]) -> str:
    """Write the expression for any of these phrases; for none where there are none."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=len, reverse=True)) or "(?!)"
