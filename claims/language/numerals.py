"""Numbers told in words by scripts that leave no space between them: Han numerals, Korean and Thai number words.

Most of these characters are parts of other words too (十分, 一般, 이만), so one is a number only where several make
one, or a counter stands behind it.
"""

import math
import re
from collections.abc import Iterator
from itertools import chain

from claims.language.tokens import within

Told = tuple[int, int, int]
"""Start, end and value of a number."""


def _table(*rows: str) -> dict[str, int]:
    return {word: int(value) for value, *words in map(str.split, rows) for word in words}


_HAN = _table("0 〇 零", "1 一", "2 二 两 兩", "3 三", "4 四", "5 五", "6 六", "7 七", "8 八", "9 九", "10 十",
              "100 百", "1000 千", "10000 万 萬", "100000000 亿 億")  # fmt: skip
_SINO_KOREAN = _table("1 일", "2 이", "3 삼", "4 사", "5 오", "6 육", "7 칠", "8 팔", "9 구", "10 십", "100 백",
                      "1000 천", "10000 만", "100000000 억")  # fmt: skip
_KOREAN = _table("1 하나 한", "2 둘 두", "3 셋 세", "4 넷 네", "5 다섯", "6 여섯", "7 일곱", "8 여덟", "9 아홉",
                 "10 열", "20 스물 스무",
                 "30 서른", "40 마흔", "50 쉰", "60 예순", "70 일흔", "80 여든", "90 아흔")  # fmt: skip
_THAI = _table("0 ศูนย์", "1 หนึ่ง เอ็ด", "2 สอง ยี่", "3 สาม", "4 สี่", "5 ห้า", "6 หก", "7 เจ็ด", "8 แปด", "9 เก้า",
               "10 สิบ", "100 ร้อย", "1000 พัน", "10000 หมื่น", "100000 แสน", "1000000 ล้าน")  # fmt: skip

# What is counted: counters and units. 分 (十分, enough), 月 and 日 (dates), 成 and 割 (tenths) are none of them.
_HAN_COUNTER = re.compile(
    r"[多余餘来來]?(?:[年人名個个件席台辆輛次回度歳岁米円元圓歐欧倍層层階座只頭头本册冊部首艘架所家條条種种天周週句篇位棟栋場场戶户票]"
    r"|[かカヶ箇][国月所]|小時|小时|時間|公[里尺斤頃顷]|メートル|キロ|トン|ドル|ユーロ)"
)
_KOREAN_COUNTER = re.compile(
    r"\s?(?:명|원|년|개|그루|권|마리|미터|킬로|달러|유로|표|가구|대|톤|곳|채|건|점|시간|주|번|차례|회|살|곡|편|척|엔|위안|가지|장)"
)
_THAI_COUNTER = re.compile(
    r"(?:คน|แห่ง|ปี|วัน|เดือน|บาท|เมตร|กิโล|ครั้ง|หลัง|ชั่วโมง|นาที|ลำ|คัน|ตัว|เล่ม|ประเทศ|เสียง|ฉบับ|ตัน|ไร่|ราย|ชั้น|เท่า)"
)

# These begin with the character that is sought, and look behind from there: so they are found several times faster.
_HAN_RUN = re.compile(rf"[{''.join(_HAN)}](?<![\d数數几幾].)[{''.join(_HAN)}]*+(?![几幾数數月日号號嵐])")
_SINO_RUN = re.compile(rf"[{''.join(_SINO_KOREAN)}](?<![가-힣\d].)(?<!\d\s.)[{''.join(_SINO_KOREAN)}]+")
_TENS, _ONES = ("|".join(word for word, value in _KOREAN.items() if (value > 9) is tens) for tens in (True, False))
_KOREAN_RUN = re.compile(rf"(?<![가-힣])(?=[가-힣])(?P<ten>{_TENS})?(?P<one>{_ONES})?(?=\s?[가-힣])")
_HANGUL = re.compile(r"[\uac00-\ud7a3]+(?:\s[\uac00-\ud7a3]+)*")
_THAI_LETTERS = re.compile("[\u0e01-\u0e5b]+")
_THAI_WORD = re.compile("|".join(sorted(_THAI, key=len, reverse=True)))
# A vowel before or a mark behind makes another syllable of the same letters: สามารถ (can) begins like สาม (three).
_THAI_RUN = re.compile(rf"(?<![เแโใไ\d])(?<!\d\s)(?:{_THAI_WORD.pattern})++(?![\u0e30-\u0e3a\u0e47-\u0e4eธ])")

_UNITS = "千万萬亿億천만억"
_MIXED = re.compile(
    rf"\d(?<![\d.,].)[\d,.]{{0,14}}[{_UNITS}]{{1,2}}"
    rf"(?:\d[\d,]{{0,14}}(?![\d.,])[{_UNITS}]{{0,2}}|\s\d[\d,]{{0,14}}[{_UNITS}]{{1,2}})+"
)
_PART = re.compile(rf"(\d[\d,.]*)([{_UNITS}]*)")


# Most texts have none of these scripts: one search tells.
_SCRIPTS = re.compile("[\u0e01-\u0e5b\u3005-\u3007\u4e00-\u9fff\uac00-\ud7a3]")


def unspaced(text: str) -> Iterator[Told]:
    """The numbers that Chinese, Japanese, Korean and Thai words tell, also mixed with digits (6万8000, 1천24)."""
    if not text.isascii() and _SCRIPTS.search(text):
        yield from chain(_mixed(text), _han(text), _korean(text), _thai(text))


def han_value(text: str) -> int | None:
    """The value of a numeral of a date: digits, Han numerals (五十二, 二〇一八), or 元, the first year."""
    if text.isdecimal():
        return int(text)
    told = [_HAN.get(char) for char in text.replace("元", "一")]
    if len(told) == 4 and all(each is not None and each < 10 for each in told):
        return int("".join(map(str, told)))
    return value_of([each for each in told if each is not None], 10**4, strict=False) if None not in told else None


def _han(text: str) -> Iterator[Told]:
    for match in _HAN_RUN.finditer(text):
        told = [_HAN[char] for char in match[0]]
        value = value_of(told, 10**4, strict=True)
        whole = len(told) > 1 and max(told) >= 10 and any(0 < each < 10 for each in told)
        ranked = text[match.start() - 1 : match.start()] == "第"
        counted = told[-1:] not in ([100], [1000], [10**4], [10**8]) or len(told) > 1
        if value is not None and (whole or (counted and (ranked or _HAN_COUNTER.match(text, match.end())))):
            yield match.start(), match.end(), value


def _korean(text: str) -> Iterator[Told]:
    for match in _SINO_RUN.finditer(text):
        value = value_of([_SINO_KOREAN[char] for char in match[0]], 10**4, strict=False)
        if value is not None and value > 9 and _KOREAN_COUNTER.match(text, match.end()):
            yield match.start(), match.end(), value
    for match in within(_HANGUL, _KOREAN_RUN, text):
        if match[0] and _KOREAN_COUNTER.match(text, match.end()):
            yield match.start(), match.end(), _KOREAN.get(match["ten"], 0) + _KOREAN.get(match["one"], 0)


def _thai(text: str) -> Iterator[Told]:
    for match in within(_THAI_LETTERS, _THAI_RUN, text):
        told = [_THAI[word] for word in _THAI_WORD.findall(match[0])]
        value = value_of(told, 10**6, strict=False)
        whole = len(told) > 1 and max(told) >= 10 and min(told) < 10
        if value is not None and (whole or (told[0] <= 10 and _THAI_COUNTER.match(text, match.end()))):
            yield match.start(), match.end(), value


def _mixed(text: str) -> Iterator[Told]:
    for match in _MIXED.finditer(text):
        total, least = 0.0, math.inf
        for digits, units in _PART.findall(match[0]):
            scale = 1
            for unit in units:
                scale *= _HAN.get(unit) or _SINO_KOREAN[unit]
            value = float(digits.replace(",", "").rstrip(".")) * scale if digits.count(".") < 2 else math.inf
            if value >= least:
                break
            total, least = total + value, scale
        else:
            yield match.start(), match.end(), round(total)


def value_of(told: list[int], section: int, *, strict: bool) -> int | None:
    """The value of numerals in a row, or None where they make no number.

    Args:
        section: the first numeral that multiplies all before it: ten thousand, in Thai a million.
        strict: whether a last digit needs a ten or a zero before it: 一百二 is 120 in Chinese and 102 in Japanese.
    """
    total, here, unit = 0, 0, section
    digit: int | None = None
    biggest: int | None = None
    for value in told:
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
    if strict and digit and len(told) > 1 and unit != 10 and told[-2] != 0:
        return None
    return total + here + (digit or 0)
