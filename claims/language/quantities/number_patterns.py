"""Regular expressions for numbers and what belongs to them: magnitude, percent, currency and rank."""

import re
from functools import cache, lru_cache

from claims.language.loader import common, language
from claims.language.quantities.number import TIME
from claims.language.tokens import UNSPACED, one_of

CURRENCY = "$€£¥₹₽₩"
_SIGNS = r"\s?[%％٪]"


@cache
def number() -> re.Pattern[str]:
    """Return the expression for a number with what belongs to it on either side."""
    words, magnitudes = language("en").quantities, common().magnitudes
    counts, ranks, large = one_of(words.cardinals), one_of(words.ordinals), "|".join(words.scales)
    written = one_of(word for word in magnitudes if len(word) > 1)
    letters = "".join(word for word in magnitudes if len(word) == 1 and word.isascii())
    signs = "".join(word for word in magnitudes if len(word) == 1 and not word.isascii())
    unspaced = "|".join(word for word in magnitudes if len(word) > 1 and re.match(f"[{UNSPACED}]", word))
    parts = "|".join(words.parts)
    single = one_of(word for word in words.fractions if not word.endswith("s"))
    several = one_of(word for word in words.fractions if word.endswith("s"))
    before, behind = (
        "|".join(rf"(?<=\b{word}\s)" for word in words.before_fraction),
        "|".join(words.behind_fraction),
    )
    halves = "|".join(words.halves)
    no_length = rf"(?!(?<=m)\s(?:{'|'.join(words.dimensions)})\b)"
    wholes, times, sums = one_of(words.wholes), _times(), one_of(common().sums)
    return re.compile(
        rf"(?<![\w.,:/–-])(?:(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?![\w:]|[.,]\d)"
        r"(?:\s?(?P<half_day>[ap])(?:\.m\.|m\b))?|(?P<hour2>1[0-2]|[1-9])\s?(?P<half_day2>[ap])(?:\.m\.|m\b))"
        rf"|(?P<score>(?<![\w.,/–-])\d{{1,3}}[–-]\d{{1,3}}(?![\w–-]|[.,]\d))"
        rf"|\b(?P<ratio>(?P<some>{counts}|\d\d?)\s(?:{'|'.join(words.ratios)})\s(?P<whole>{wholes}))\b"
        rf"(?![\s-](?:{times})\b|[.,]?\d)"
        rf"|(?:(?P<currency>[{CURRENCY}])\s?)?(?<![^\W{UNSPACED}])(?P<digits>\d+(?:[.,]\d+|\s\d{{3}}(?!\d))*)"
        rf"(?P<ordinal>(?:st|nd|rd|th)\b)?"
        rf"(?:\s?(?P<sum>{sums})\s?(?P<paid>[{CURRENCY}])(?!\s?\d)"
        rf"|[\s-]?(?P<magnitude>{written})(?!\w)|(?P<letter>[{letters}])\b{no_length}|(?P<wan>[{signs}]|\s?(?:{unspaced})))?"
        rf"(?P<percent>{_percent()})?"
        rf"|(?<![\w-])(?P<quarter>Q[1-4]|[1-4]Q)(?![\w-])"
        rf"|\b(?P<single>an?)(?=\s(?:{times})\s(?:{halves})\b)"
        rf"|\b(?P<portion>(?:(?:one|two|three|a)[\s-])?(?:{parts}))\s(?:of\s)?(?:(?:an?|one)\s)?(?P<size>{large})\b"
        rf"|\b(?P<half>half)\san?(?=\s(?:{_halved()})\b)"
        rf"|\b(?P<part>(?:(?:one|two|three|a)[\s-])?(?:{parts}))\sof\b"
        rf"|\b(?P<fraction>(?:{before})(?:one|a)[\s-](?:{single})\b"
        rf"|(?:one|a)[\s-](?:{single})\b(?=\s(?:{behind})\b|[.,;:)]|\Z)|(?:{counts})[\s-](?:{several})\b)"
        rf"|\b(?P<words>(?:(?:(?:{counts})|an?\s(?:{large}))(?:(?:-|\sand\s|\s)(?:{counts}|{large})){{0,8}}"
        rf"(?:(?:-|\sand\s)(?:{ranks}))?|{ranks}))\b(?P<halved>\s(?:{halves})\b)?"
        rf"(?P<percent2>{_percent()})?",
        re.IGNORECASE,
    )


@cache
def before() -> re.Pattern[str]:
    """Return the expression for where a number may begin: `number` is slow to fail, so it is tried only there.

    At a digit, at the first letters of a word for a number, or at "a" or "an" before those of a magnitude or a part.
    """
    words = language("en").quantities
    begun = one_of(sorted({word[:3] for word in (*words.cardinals, *words.ordinals, *words.parts)}))
    counted = "".join(sorted({word[0] for word in (*words.scales, *words.parts, *words.fractions)}))
    halved = rf"an?\s(?:{_times()})\s(?:{'|'.join(words.halves)})"
    words_too = rf"(?i:{begun}|an?[\s-][{counted}]|{halved})"
    return re.compile(rf"[\W{UNSPACED}](?:(?=\d|Q[1-4]|{words_too})|(?<=[{CURRENCY}])(?=\s\d))")


def _times() -> str:
    """Write the expression for a unit of time."""
    return one_of(unit for unit, (quantity, _) in common().units.items() if quantity == TIME)


def _halved() -> str:
    """Write the expression for a unit of which somebody says half an hour, half a mile."""
    return one_of(unit for unit, (quantity, _) in common().units.items() if quantity in (TIME, "length", "mass"))


def _percent() -> str:
    """Write the expression for percent behind a number."""
    spaced, joined = (
        "|".join(re.escape(phrase).replace(r"\ ", r"\s").replace(r"\*", r"\w*") for phrase in phrases)
        for phrases in (common().percent, common().percent_open)
    )
    return rf"{_SIGNS}|\s(?:{spaced})\b|\s(?:{joined})|\s?(?:{'|'.join(common().percent_joined)})|%-"


@cache
def percent_behind() -> re.Pattern[str]:
    """Return the expression for a word or sign of percent."""
    return re.compile(_percent(), re.IGNORECASE)


@cache
def street() -> re.Pattern[str]:
    """Return the expression for what makes an ordinal the name of a street: "1119 Eighth St." ranks nothing."""
    streets = language("en").quantities.streets
    words = (word.removesuffix("*") if word.endswith("*") else rf"{word}\b" for word in streets)
    return re.compile(rf"\s(?:{'|'.join(words)})", re.IGNORECASE)


@lru_cache(maxsize=64)
def half(code: str) -> re.Pattern[str]:
    """Return the expression for what adds a half to the unit before it: a year and a half."""
    halves = language(code).quantities.halves or language("en").quantities.halves
    return re.compile(rf"\s(?:{'|'.join(halves)})\b", re.IGNORECASE)
