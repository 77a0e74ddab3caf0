"""Read numbers in words of scripts that leave no space between them: Han numerals, Korean and Thai number words.

Most of these characters are parts of other words too (十分, 一般, 이만), so one is a number only where several make
one, or a counter follows.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from claims.language.loader import language
from claims.language.record.values import Words
from claims.language.tokens import within

Found = tuple[int, int, int]
"""Start, end and value of a number."""


_HAN = {numeral: value for value, numeral in enumerate("一二三四五六七八九十", 1)} | {
    "〇": 0, "零": 0, "两": 2, "兩": 2, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8,
}  # fmt: skip
# What is counted: counters and units. 分 (十分, enough), 月 and 日 (dates), 成 and 割 (tenths) are none of them.
_HAN_COUNTER = re.compile(
    r"[多余餘来來]?(?:[年人名個个件席台辆輛次回度歳岁米円元圓歐欧倍層层階座只頭头本册冊部首艘架所家條条種种天周週句篇位棟栋場场戶户票]"
    r"|[かカヶ箇][国月所]|小時|小时|時間|公[里尺斤頃顷]|メートル|キロ|トン|ドル|ユーロ)"
)

# These begin with the character that is sought, and look behind from there: so they are found several times faster.
_HAN_RUN = re.compile(rf"[{''.join(_HAN)}](?<![\d数數几幾].)[{''.join(_HAN)}]*+(?![几幾数數月日号號嵐])")
_HANGUL = re.compile(r"[\uac00-\ud7a3]+(?:\s[\uac00-\ud7a3]+)*")
_THAI_LETTERS = re.compile("[\u0e01-\u0e5b]+")

_UNITS = "千万萬亿億천만억"
_MIXED = re.compile(
    rf"\d(?<![\d.,].)[\d,.]{{0,14}}[{_UNITS}]{{1,2}}"
    rf"(?:\d[\d,]{{0,14}}(?![\d.,])[{_UNITS}]{{0,2}}|\s\d[\d,]{{0,14}}[{_UNITS}]{{1,2}})+"
)
_PART = re.compile(rf"(\d[\d,.]*)([{_UNITS}]*)")


# Most texts have none of these scripts, as one search shows.
_SCRIPTS = re.compile("[\u0e01-\u0e5b\u3005-\u3007\u4e00-\u9fff\uac00-\ud7a3]")


def unspaced(text: str) -> Iterator[Found]:
    """Read the numbers of Chinese, Japanese, Korean and Thai words, also mixed with digits (6万8000, 1천24)."""
    if not text.isascii() and _SCRIPTS.search(text):
        yield from chain(_mixed(text), _han(text), _korean(text), _thai(text))


def han_value(text: str) -> int | None:
    """The value of a numeral of a date: digits, Han numerals (五十二, 二〇一八), or 元, the first year."""
    if text.isdecimal():
        return int(text)
    values = [_HAN.get(char) for char in text.replace("元", "一")]
    if len(values) == 4 and all(each is not None and each < 10 for each in values):
        return int("".join(map(str, values)))
    return value_of([each for each in values if each is not None], 10**4, strict=False) if None not in values else None


def _han(text: str) -> Iterator[Found]:
    for match in _HAN_RUN.finditer(text):
        values = [_HAN[char] for char in match[0]]
        value = value_of(values, 10**4, strict=True)
        whole = len(values) > 1 and max(values) >= 10 and any(0 < each < 10 for each in values)
        ranked = text[match.start() - 1 : match.start()] == "第"
        counted = values[-1:] not in ([100], [1000], [10**4], [10**8]) or len(values) > 1
        if value is not None and (whole or (counted and (ranked or _HAN_COUNTER.match(text, match.end())))):
            yield match.start(), match.end(), value


@dataclass(frozen=True, slots=True)
class _Korean:
    """The number words of Korean: value by word of its own and of the Chinese ones, and expressions for them."""

    own: dict[str, int]
    sino: dict[str, int]
    own_run: re.Pattern[str]
    sino_run: re.Pattern[str]
    counter: re.Pattern[str]


@cache
def _korean_words() -> _Korean:
    known = language("ko").counting
    own, sino = _values(known.words), _values(known.sino)
    signs = "".join(sino)
    tens, ones = ("|".join(word for word, value in own.items() if (value > 9) is ten) for ten in (True, False))
    return _Korean(
        own,
        sino,
        re.compile(rf"(?<![가-힣])(?=[가-힣])(?P<ten>{tens})?(?P<one>{ones})?(?=\s?[가-힣])"),
        re.compile(rf"[{signs}](?<![가-힣\d].)(?<!\d\s.)[{signs}]+"),
        re.compile(rf"\s?(?:{'|'.join(known.counters)})"),
    )


def _korean(text: str) -> Iterator[Found]:
    if not _HANGUL.search(text):
        return
    known = _korean_words()
    for match in known.sino_run.finditer(text):
        value = value_of([known.sino[char] for char in match[0]], 10**4, strict=False)
        if value is not None and value > 9 and known.counter.match(text, match.end()):
            yield match.start(), match.end(), value
    for match in within(_HANGUL, known.own_run, text):
        if match[0] and known.counter.match(text, match.end()):
            yield match.start(), match.end(), known.own.get(match["ten"], 0) + known.own.get(match["one"], 0)


@dataclass(frozen=True, slots=True)
class _Thai:
    """The number words of Thai: value by word, and expressions for one, for a run of them and for what is counted."""

    value: dict[str, int]
    word: re.Pattern[str]
    run: re.Pattern[str]
    counter: re.Pattern[str]


@cache
def _thai_words() -> _Thai:
    known = language("th").counting
    values = _values(known.words)
    word = "|".join(sorted(values, key=len, reverse=True))
    return _Thai(
        values,
        re.compile(word),
        # A vowel before or a mark behind makes another syllable of the same letters: สามารถ (can), สาม (three).
        re.compile(rf"(?<![เแโใไ\d])(?<!\d\s)(?:{word})++(?![\u0e30-\u0e3a\u0e47-\u0e4eธ])"),
        re.compile("|".join(known.counters)),
    )


def _thai(text: str) -> Iterator[Found]:
    if not _THAI_LETTERS.search(text):
        return
    known = _thai_words()
    for match in within(_THAI_LETTERS, known.run, text):
        values = [known.value[word] for word in known.word.findall(match[0])]
        value = value_of(values, 10**6, strict=False)
        whole = len(values) > 1 and max(values) >= 10 and min(values) < 10
        if value is not None and (whole or (values[0] <= 10 and known.counter.match(text, match.end()))):
            yield match.start(), match.end(), value


def _values(words: dict[str, Words]) -> dict[str, int]:
    return {word: int(value) for value, row in words.items() for word in row}


def _mixed(text: str) -> Iterator[Found]:
    for match in _MIXED.finditer(text):
        total, least = 0.0, math.inf
        for digits, units in _PART.findall(match[0]):
            scale = 1
            for unit in units:
                scale *= _HAN.get(unit) or _korean_words().sino[unit]
            value = float(digits.replace(",", "").rstrip(".")) * scale if digits.count(".") < 2 else math.inf
            if value >= least:
                break
            total, least = total + value, scale
        else:
            yield match.start(), match.end(), round(total)


def value_of(values: list[int], section: int, *, strict: bool) -> int | None:
    """The value of numerals in a row, or None where they make no number.

    Args:
        values: what each numeral is worth, in the order of the text.
        section: the first numeral that multiplies all before it: ten thousand, in Thai a million.
        strict: whether a last digit needs a ten or a zero before it: 一百二 is 120 in Chinese and 102 in Japanese.
    """
    total, here, unit = 0, 0, section
    digit: int | None = None
    biggest: int | None = None
    for value in values:
        if value < 10:
            if digit:
                return None
            digit = value
        elif value < section:
            if value >= unit:
                return None
            here, digit, unit = here + (digit or 1) * value, None, value
        else:
            here += digit or 0
            if not here or (biggest is not None and value >= biggest):
                return None
            total, here, digit, unit, biggest = total + here * value, 0, None, section, value
    if strict and digit and len(values) > 1 and unit != 10 and values[-2] != 0:
        return None
    return total + here + (digit or 0)
