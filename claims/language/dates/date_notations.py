"""Notations of dates: how running text and how lists of references write them, as expressions."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from claims.language.dates.months import english_months, folded, month, months_of_references
from claims.language.loader import languages
from claims.language.tokens import MARKS, UNSPACED, one_of

_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
_YEAR = r"(?:1\d{3}|20\d\d)(?!\d)"
_TEN_YEARS = r"(?:1\d\d|20\d|[3-9])0"
"""The first year of a decade, or its last two digits: of the last century, but not the 20s, which may be of this."""

_NAMED = rf"[^\W\d_](?:[^\W\d_]|[{MARKS}]){{2,13}}(?![\w{MARKS}])\.?"
_RUN = re.compile(rf"(?P<behind>(?<=\d)|(?<=\d[-–]))?(?:[^\W\d_]|[{MARKS}])+")
_TH = r"(?:st|nd|rd|th|er|º|\.|ης|η|-го|-е|ס?טן)?"
_TO = r"(?:\s?[–-]\s?|\sand\s|\sto\s)"
# 5.XI.1992, 5 XI 1992, 1992. XI. 5.; an X between spaces is more often a sign of multiplication.
_ROMAN = r"(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2})"
_IN_ROMAN = (
    rf"(?<![\w.,/-])(?P<d17>{_DAY})(?:[./-]\s?(?P<r17>(?i:{_ROMAN}))[./-]\s?|\s(?!X\s)(?P<r18>{_ROMAN})\s)(?P<y17>{_YEAR})"
    rf"|(?<![\w.,/-])(?P<y18>{_YEAR})\.?\s?(?P<r19>{_ROMAN})\.\s?(?P<d19>{_DAY})"
)
# 2019Q4, 2019-Q4 and 2019T4; 4Q2019, Q4/2019 and FY2019.
_QUARTER_BEHIND = r"-?[QT][1-4]"
_QUARTER_BEFORE = r"(?:(?<![\w.,/])|(?<=\b[1-4][QT])|(?<=\b[QT][1-4]/)|(?<=\bFY))"

# Not within a word or a number; scripts without spaces write a date right behind a word.
_FREE = rf"(?<![^\W{UNSPACED}])(?<![.,/-])"


@dataclass(frozen=True, slots=True)
class Notation:
    """How a kind of text writes its dates.

    Attributes:
        date: the expression of one; see `_expression`.
        before: the expression of a month, ending with the text, whose day or year follows.
        reach: characters that `before` has at most.
        month: the number of the month that a word names, or None.
        numbered: words before the number of a month, in languages that count their months.
        day_first: whether the day comes first in 3.4.2005; otherwise day and month may be the other way round.
    """

    date: re.Pattern[str]
    before: re.Pattern[str]
    reach: int
    month: Callable[[str], int | None]
    numbered: frozenset[str]
    day_first: bool


def _expression(
    year: str, name: str, numbered: str, more: str, of: str, of_year: str, year_of: str, needed: str
) -> re.Pattern[str]:
    """The expression of a date in words or figures.

    The first letter of a group's name says what it is: the (y)ear; the month by (m) name, (n)umber or (r)oman numeral;
    the (d)ay; the other (e)nd of days. a7, b7 and y7 are of a date in figures, a8, b8 and y22 of one whose year has two
    figures, y8 and to8 of years alone.

    Every alternative begins with a digit, or with a word of at most 14 letters and a digit behind it. So only digits
    are sought in a text, and the expression is tried there and at the month before: at four digits, and at one or two
    next to a letter or a mark that dates have there.

    Args:
        year: the expression of a year.
        name: the expression of the name of a month, or of a word that may be one.
        numbered: words before the number of a month.
        more: alternatives that go before the others.
        of: what stands between a day and its month.
        of_year: what stands between a month, with a day before it, and its year.
        year_of: the same without a day.
        needed: "?" where a date may be without its year.
    """
    return re.compile(
        more + rf"{_IN_ROMAN}|{_FREE}(?P<y1>{year})(?:[-./](?P<n1>0?[1-9]|1[0-2])[-./](?P<d1>{_DAY})"
        rf"|\.\s(?P<n18>0?[1-9]|1[0-2])\.\s(?P<d18>{_DAY})(?:\.|(?=[,;)\s]|$))"
        rf"|\s?[年년]\s?(?:(?P<n2>\d\d?)\s?[月월]\s?(?:(?P<d2>\d\d?)\s?[日일])?)?)"
        rf"|{_FREE}(?P<n9>\d\d?)[月월]\s?(?P<d9>\d\d?)[日일]"
        rf"|(?:(?P<d11>{_DAY})\s)?(?:{numbered})\s(?P<n11>\d\d?)(?!\d)(?:(?:\snăm\s|[/-])(?P<y11>{year}))?"
        rf"|(?<![\w.,/-])(?:(?P<e0>{_DAY}){_TH}{_TO})?(?P<d3>{_DAY}){_TH}{of}(?P<m3>{name})"
        rf"(?:{of_year}(?P<y3>{year})){needed}"
        rf"|\b(?P<m4>{name})(?:\s(?:the\s)?(?P<d4>{_DAY})(?:st|nd|rd|th)?(?:{_TO}(?P<e5>{_DAY}))?"
        rf"(?:(?:,|\sof)?\s(?P<y4>{year}))?|{year_of}(?P<y6>{year}))"
        rf"|(?:(?<![\w.,/-])|(?<=[א-ת]-))(?P<a7>\d\d?)(?P<by7>[./-]|\.\s)(?P<b7>\d\d?)(?:[./-]|\.\s)(?P<y7>{year})"
        rf"|{_QUARTER_BEFORE}(?P<y8>{year})(?:[–/-](?P<to8>\d\d(?:\d\d)?)(?![\d–-])|{_QUARTER_BEHIND}|{_year_endings()})?"
        r"(?![\w%]|[.,]\d)"
        rf"|(?<![\w.,/-])(?P<decade>{year})s\b"
    )


@cache
def running_notation() -> Notation:
    """Return the notation of running text: months that are no other words, little between the parts of a date."""
    return Notation(
        date=_expression(
            year=_YEAR,
            name=_NAMED,
            numbered="|".join(_numbered_month()),
            more=rf"{_decades()}|{_FREE}(?P<y12>{_YEAR})(?:{_year_endings()}|\.)?\s(?P<m12>{_NAMED})\s(?P<d12>{_DAY})"
            rf"|{_FREE}(?P<y16>{_YEAR}){_year_endings()}\s(?P<m16>{_NAMED})|",
            of=r"(?:\s(?:of|de|d')|-)?\s?",
            of_year=r",?(?:\sde[l]?|\sof|\sτου)?[\s-]",
            needed="?",
            year_of=r",?(?:\sof|\sin|\sde[l]?|\sτου)?\s",
        ),
        before=re.compile(rf"\b(?P<month>{_NAMED}),?(?:\s(?:the|of|in|de|del|του))?\s\Z"),
        reach=21,
        month=month,
        numbered=_numbered_month(),
        day_first=False,
    )


def reference_notation(text: str) -> Notation:
    """Return the notation of references: any name of a month, and any filler between the parts of a date.

    The expression of the months of all languages takes a quarter of a second to compile, the one of English a tenth of
    that, and a text that has no other name of a month has the same dates by either.
    """
    return _of_references(english=not _has_foreign_month(text))


def _has_foreign_month(text: str) -> bool:
    """Whether a text may have the name of a month that English has not."""
    english, others = english_months(), months_of_references()
    for found in _RUN.finditer(folded(text)):
        run = found[0]
        # Behind a figure, an ending of an ordinal number may be joined to the name: 1erjanvier.
        parts = (run[place:] for place in range(len(run))) if found["behind"] is not None else (run,)
        if any(part in others and part not in english for part in parts):
            return True
    return False


@cache
def _of_references(*, english: bool) -> Notation:
    fillers = sorted({word for each in languages() for word in each.dates.fillers}, key=len, reverse=True)
    gap = rf"(?:[\s.,/–’'ºª-]|(?<![^\W\d_])(?:{'|'.join(fillers)})(?![^\W\d_])){{1,8}}"
    months = months_of_references()
    year = r"(?:1[4-9]\d\d|20\d\d)(?!\d)"  # what is less is mostly a page
    written = [name for name in months if not english or name in english_months() or not _RUN.fullmatch(name)]
    name = rf"(?i:{one_of(written)})(?![\w{MARKS}])\.?"
    return Notation(
        date=_expression(
            year=year,
            name=name,
            numbered="|".join(_numbered_month()),
            more=rf"{_FREE}(?P<y10>{year})[-/](?P<n10>0[1-9]|1[0-2])(?![\d-]|/\d\d?(?!\d))"
            rf"|{_FREE}(?P<y12>{year})(?!\s[–-]\s)(?:{_year_endings()})?{gap}(?P<m12>{name}){gap}(?P<d12>{_DAY})"
            rf"|{_FREE}(?P<y20>{year})(?:{_year_endings()}{gap}|\s)(?P<m20>{name})(?!\s[^\W\d_])"
            rf"|{_FREE}(?P<y16>{year}){gap}(?P<d16>{_DAY}){gap}(?P<m16>{name})"
            rf"|\b(?P<m13>{name})\s?[–/-]\s?{_NAMED}{gap}(?P<y13>{year})"
            r"|(?<![\w.,/-])(?P<a8>\d\d?)/(?P<b8>\d\d?)/(?P<y22>\d\d)(?![\w/-])"
            rf"|(?<![^\W_])(?P<y14>{year})(?=[a-z]\b|s\b|_)|(?:(?<=_)|(?<=[^\W\d_],))(?P<y15>{year})(?!\w)|",
            of=f"(?:{gap})?",
            of_year=gap,
            year_of=gap,
            needed="",
        ),
        before=re.compile(rf"\b(?:{_NAMED}\s?[–/-]\s?)?(?P<month>{name}){gap}\Z"),
        reach=40,
        month=lambda word: months.get(folded(word)),
        numbered=_numbered_month(),
        day_first=True,
    )


@cache
def parts_of_year() -> tuple[re.Pattern[str], int, dict[str, tuple[int, int]]]:
    """Return the expression for the words before a year that name a part of it, their most characters, their months."""
    known = {word: months for each in reversed(languages()) for word, months in each.dates.parts_of_year.items()}
    words = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?P<part>{words})[\s-]\Z", re.IGNORECASE), max(map(len, known)) + 2, known


def _year_endings() -> str:
    endings = sorted({word for each in languages() for word in each.dates.year_endings}, key=len, reverse=True)
    return rf"(?:{'|'.join(endings)})(?![^\W_])"


def _decades() -> str:
    """Write the expression of a decade in the languages' words: the 80s, années 1980, 80er Jahre."""
    ways = {way for each in languages() for way in each.dates.decades}
    parted = sorted(tuple(re.escape(part).replace(r"\*", r"\w*") for part in way.split("{}")) for way in ways)
    found = "|".join(
        rf"(?<=(?<!\w){before})(?P<decade{number}>{_TEN_YEARS}){behind}(?![^\W{UNSPACED}])"
        if before
        else rf"{_FREE}(?P<decade{number}>{_TEN_YEARS}){behind}(?![^\W{UNSPACED}])"
        for number, (before, behind) in enumerate(parted)
    )
    return rf"(?i:{found})"


def _numbered_month() -> frozenset[str]:
    return frozenset(word for each in languages() for word in each.dates.numbered_month)
