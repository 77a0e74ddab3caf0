"""Numbers in running text as whole units: digits or words, with magnitude, percent, currency, unit or rank."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain

from claims.language.tokens import UNSPACED, one_of, western
from claims.support.units import base, measure

_SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
# Thousands and more in the languages of the larger Wikipedias. A word that is one number here and another there
# (German "Billion") is left to the language that writes it so most often. "m" is a million right behind its number,
# a metre behind a space.
_LARGER = {
    1e3: "thousand tausend tsd mille mil mila duizend tusen tusind ezer tuhat тысяч тысячи тысяча тыс тисяч тис tys "
    "tysięcy tysiące tisíc tisíce ألف آلاف हजार हज़ार nghìn ngàn ribu хиляди χιλιάδες "
    "bin هزار হাজার אלף",
    1e5: "lakh लाख লাখ লক্ষ",
    1e6: "million millions millionen mio mln millones millón milhões milhão milioni milione miljoen miljon miljoner "
    "millioner milyon миллион миллиона миллионов млн мільйон мільйона мільйонів milion miliony milionów milionů "
    "miljoonaa مليون ملايين triệu juta "
    "εκατομμύρια εκατομμύριο εκατομμυρίων εκατ millió میلیون מיליון",
    1e7: "crore करोड़ करोड़ কোটি",
    1e9: "billion billions milliard milliards milliarde milliarden mrd mld milliarder miljard miljarder miliardi "
    "miliardo milyar bilhões bilhão миллиард миллиарда миллиардов млрд мільярд мільярда мільярдів miliard miliardy "
    "miliardów miliard miljardia مليار अरब miliar tỷ tỉ "
    "δισεκατομμύρια δισεκατομμύριο δισεκατομμυρίων δισ milliárd میلیارد מיליארד",
    1e12: "trillion trillions billionen трлн",
}  # fmt: skip
_MAGNITUDES = {word: int(value) for value, words in _LARGER.items() for word in words.split()} | {
    "hundred": 100, "dozen": 12, "mil millones": 10**9, "m": 10**6, "bn": 10**9, "k": 1000, "mn": 10**6, "tn": 10**12,
    "千": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12, "천": 1000, "만": 10**4, "억": 10**8,
    "หมื่น": 10**4, "แสน": 10**5, "ล้าน": 10**6,
}  # fmt: skip
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "hundredth": 100,
}  # fmt: skip
_PARTS = {"half": 50.0, "third": 100 / 3, "thirds": 100 / 3, "quarter": 25.0, "quarters": 25.0}
_COUNTS = one_of(_SMALL)
_RANKS = one_of(_ORDINALS)
_LARGE = "hundred|thousand|million|billion|trillion|dozen"
_PERCENT = (
    r"\s?[%％٪]|\s(?:percent|per\scent|prozent|procent|pour\scent|por\sciento|por\scento|per\scento|процент\w*)\b"
    r"|\s(?:prosenttia|százalék\w*|τοις\sεκατό|відсотк\w*|процент\w*|persen|phần\străm|درصد|في\sالمئة|في\sالمائة|بالمئة"
    r"|بالمائة|אחוז\w*|प्रतिशत|फ़ीसदी|শতাংশ)|\s?(?:パーセント|퍼센트|เปอร์เซ็นต์)|\spercentage\spoints?\b|%-"
)
_PERCENT_BEHIND = re.compile(_PERCENT, re.IGNORECASE)
_FOREIGN = one_of(word for word in _MAGNITUDES if len(word) > 1)
_CURRENCY = "$€£¥₹₽₩"
_NUMBER = re.compile(
    rf"(?P<score>(?<![\w.,/–-])\d{{1,3}}[–-]\d{{1,3}}(?![\w–-]|[.,]\d))"
    rf"|(?:(?P<currency>[{_CURRENCY}])\s?)?(?<![^\W{UNSPACED}])(?P<digits>\d+(?:[.,]\d+|\s\d{{3}}(?!\d))*)"
    rf"(?P<ordinal>(?:st|nd|rd|th)\b)?(?:[\s-]?(?P<magnitude>{_FOREIGN})(?!\w)|(?P<letter>[mk])\b|(?P<wan>[千万萬亿億兆천만억]|\s?(?:ล้าน|แสน|หมื่น)))?"
    rf"(?P<percent>{_PERCENT})?"
    rf"|\b(?P<part>(?:(?:one|two|three|a)[\s-])?(?:half|thirds?|quarters?))\sof\b"
    rf"|\b(?P<words>(?:(?:(?:{_COUNTS})|an?\s(?:{_LARGE}))(?:(?:-|\sand\s|\s)(?:{_COUNTS}|{_LARGE})){{0,8}}"
    rf"(?:(?:-|\sand\s)(?:{_RANKS}))?|{_RANKS}))\b"
    rf"(?P<percent2>{_PERCENT})?",
    re.IGNORECASE,
)
# The whole expression is slow to fail, so it is tried only where this one finds that a number may begin: at a digit, at
# the first letters of a word that tells a number, or at "a" or "an" before those of a magnitude or a part.
_BEGUN = one_of({word[:3] for word in (*_SMALL, *_ORDINALS, *_PARTS)})
_COUNTED = "".join(sorted({word[0] for word in (*_LARGE.split("|"), *_PARTS)}))
_BEFORE = re.compile(rf"[\W{UNSPACED}](?:(?=\d|(?i:{_BEGUN}|an?[\s-][{_COUNTED}]))|(?<=[{_CURRENCY}])(?=\s\d))")
_VAGUE = re.compile(
    r"\b(?:(?P<below>(?:no|not) more than|under|less than|fewer than|at most|up to|as many as|below|maximum of)"
    r"|(?P<above>(?:no|not) (?:less|fewer) than|over|more than|at least|upwards of|in excess of|exceeding|exceeded"
    r"|above|minimum of)"
    r"|(?P<about>about|around|approximately|approx\.?|roughly|nearly|almost|some|circa|c\.|ca\.|estimated|close to)"
    r")\W+$",
    re.IGNORECASE,
)
_STREET = re.compile(r"\s(?:st\b|street|ave\b|avenue|rd\b|road|blvd|boulevard|arrondissement)", re.IGNORECASE)
"""What makes a rank before it the name of a place: "1119 Eighth St." ranks nothing."""

_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_LABEL = re.compile(r"[A-Za-z]*[A-Z][A-Za-z]*[-–]\Z")
"""What makes a number behind it part of a name: COVID-19, SARS-CoV-2, B-52."""

_FAR = 0.2
"""How far, as a share, a number may lie beyond a bound that tells of it: nobody calls 300 "more than 100"."""

_UNIT = re.compile(
    r"[\s-]?(?:(?P<power>square|cubic|sq|cu)\.?\s)?(?P<unit>°\s?[CF]\b|[^\W\d_]{1,12}(?:/[hs]\b)?[²³23]?)", re.I
)


class Bound(StrEnum):
    """What the words before a number make of it: the least that it may be, the most, or one close by."""

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
        bound: what the words before it make of it, or None where they take it as it is; told of claims' numbers only.
        unit: the currency sign, or what a measure measures (`value` is then in the base unit), or None.
        plain: the value without its unit.
        thousands: the value if its one full stop parts thousands, as in German: 12.500.
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

    def says(self, other: "Number") -> bool:
        """Whether this number, of a source, is the one that `other`, of a claim, states, rounding allowed for."""
        if other.second is not None or self.second is not None:
            # A score is told from either side: 6-4 and 4-6 are one match.
            return {self.value, self.second} == {other.value, other.second} or (
                other.second is None and other.kind is NumberKind.COUNT and other.value in (self.value, self.second)
            )
        if (self.kind is NumberKind.PERCENT) != (other.kind is NumberKind.PERCENT):
            return False
        if (self.kind is NumberKind.MONEY) != (other.kind is NumberKind.MONEY):
            # A table may give the currency in its heading, but 964,000 people are not "about $944,000".
            return self.plain == other.plain
        if self.kind is other.kind and self.unit is not None and other.unit is not None and self.unit != other.unit:
            return False
        if NumberKind.MEASURE in (self.kind, other.kind) and self.kind is not other.kind:
            # A table may give the unit elsewhere; a count of things is no measure.
            return self.plain == other.plain and NumberKind.ORDINAL not in (self.kind, other.kind)
        if self.unit == other.unit == "mass" and self.plain == other.plain and self.value >= 10**5:
            # "Ton" is written for the tonne, the short ton and the long ton alike.
            return 0.85 < self.value / other.value < 1.18
        if self.kind is other.kind and (self.thousands == other.value or other.thousands == self.value):
            return True
        apart = abs(self.value - other.value)
        # "About 750" and "more than 750" are rounded; "more than 757" is not.
        if other.plain % 10 == 0 or other.step != 1:
            if other.bound is Bound.ABOUT:
                return apart <= 0.05 * abs(other.value)
            if apart <= _FAR * abs(other.value) and self.keeps(other):
                return True
        return apart <= self._slack(other) + 1e-9 * abs(other.value)

    def keeps(self, other: "Number") -> bool:
        """Whether this number lies on the side of it that `other`, a bound, allows. A year keeps no bound."""
        if self.kind is not other.kind or (self.kind is NumberKind.COUNT and 1000 <= self.value < 2100):
            return False
        above = other.bound is Bound.ABOVE and self.value > other.value
        return above or (other.bound is Bound.BELOW and self.value < other.value)

    def _slack(self, other: "Number") -> float:
        if self.kind is NumberKind.MEASURE:
            # Converted and rounded in either text: half a last digit of each.
            same_unit = self.plain == self.value and other.plain == other.value
            return 0.5 * other.step if same_unit and self.step < other.step else 0.5 * max(self.step, other.step)
        return 0.5 * other.step if self.step < other.step else 0


def numbers(text: str) -> Iterator[Number]:
    """The numbers of `text`, in order."""
    text = western(text)
    for match in _matches(text):
        number = _read(match, text)
        street = number.kind is NumberKind.ORDINAL and _STREET.match(text, number.end)
        if not street and not _LABEL.search(text, max(0, number.start - 12), number.start):
            yield number


def bounded(number: Number, claim: str) -> Number:
    """A number of a claim with what the words before it make of it, which nobody asks of a source's."""
    vague = _VAGUE.search(claim, max(0, number.start - 24), number.start) if number.second is None else None
    return replace(number, bound=Bound(vague.lastgroup)) if vague and vague.lastgroup else number


def percent(text: str, end: int) -> int | None:
    """Where a word or sign of percent directly behind a number ends, or None where there is none."""
    match = _PERCENT_BEHIND.match(text, end)
    return match.end() if match else None


def _matches(text: str) -> Iterator[re.Match[str]]:
    """All matches of `_NUMBER`, none within another: at the start, at a sign of currency, or behind what is no word."""
    end = 0
    places = (before.span() if before[0] in _CURRENCY else (before.end(),) for before in _BEFORE.finditer(text))
    for start in chain((0,), chain.from_iterable(places)):
        match = _NUMBER.match(text, start) if start >= end else None
        if match:
            yield match
            end = match.end()


def _read(match: re.Match[str], text: str) -> Number:
    start, end = match.span()
    if match["score"]:
        first, second = re.split("[–-]", match["score"])
        return Number(start, end, float(first), NumberKind.SCORE, second=float(second), plain=float(first))
    if match["part"]:
        *count, part = re.split(r"[\s-]", match["part"].lower())
        share = _PARTS[part] * (_SMALL.get(count[0], 1) if count else 1)
        return Number(start, match.end("part"), share, NumberKind.PERCENT, step=1, plain=share)
    if match["words"]:
        value, kind, step = _spelled(match["words"], bool(match["percent2"]))
    else:
        value, step = _value(match["digits"])
        written = match["magnitude"] or match["letter"] or match["wan"]
        size = _MAGNITUDES[written.lower().strip()] if written else 1
        value, step = value * size, step * size
        kind = _kind(match)
    unit = match["currency"]
    thousands = value * 1000 if match["digits"] and _THOUSANDS.fullmatch(match["digits"]) else None
    measured = _measured(text, end) if kind is NumberKind.COUNT else None
    if measured is None:
        return Number(start, end, value, kind, step, unit=unit, plain=value, thousands=thousands)
    end, quantity, factor = measured
    scaled, quantity = base(value, quantity, factor)
    step *= 1 / 1.8 if quantity == "celsius" and factor == 1 else factor
    return Number(start, end, scaled, NumberKind.MEASURE, step, unit=quantity, plain=value)


def _measured(text: str, end: int) -> tuple[int, str, float] | None:
    """The end, the quantity and the factor of the unit that stands behind a number."""
    match = _UNIT.match(text, end)
    if match is None:
        return None
    unit = re.sub(r"\s", "", match["unit"].lower())
    known = measure((match["power"] or "").lower(), unit)
    # A lone letter is a unit only right behind its number and in the usual case: "5 m", never "in 5 M".
    if known is None or (len(unit) == 1 and not match["unit"].islower()):
        return None
    return match.end(), *known


def _kind(match: re.Match[str]) -> NumberKind:
    if match["percent"]:
        return NumberKind.PERCENT
    if match["currency"]:
        return NumberKind.MONEY
    return NumberKind.ORDINAL if match["ordinal"] else NumberKind.COUNT


def _value(digits: str) -> tuple[float, float]:
    """The value of a numeral and the place value of its last digit; 1,234.5 and 1.234,5 and 1 234,5 alike."""
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
    total, group, ordinal, step = 0.0, 0.0, False, 1.0
    for word in re.split(r"[\s-]+", words.lower()):
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
    kind = NumberKind.PERCENT if percent else NumberKind.ORDINAL if ordinal else NumberKind.COUNT
    return total + group, kind, step if not ordinal else 1
