"""Superscript digits: markers of entries, unless they are exponents (`10 km²`)."""

import re
from collections.abc import Collection, Iterator

_SUPERSCRIPT = re.compile(
    r"(?:(?<=[^\s\d⁰¹²³⁴⁵⁶⁷⁸⁹])(?<![\x80-\x9f¡-©¬-±´-¸¿Â-Þ])|(?<=(?<!\d)(?:1\d|20)\d\d))"  # UTF-8 read as Latin-1: `Ð¹`
    r"(?P<super>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?:(?:[,⁻–ʼ·˒]\s?|\s)[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}){0,20})(?![^\W\d_⁰¹²³⁴⁵⁶⁷⁸⁹]|[\x80-\x9f¡-©¬-±´-¸¼-¿])"
)
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_UNIT = re.compile(r"(?:^|[\s\d/(·*×−-])(?:[ckdhmMnµμ]?m|dam|ft|yd|mi|in|[a-zA-Z])$")  # `10 km²` has no marker
_BASE = re.compile(r"(?<![\d.,])10$")
_NUMBER = re.compile(r"\d{1,4}")


def find_superscripts(text: str, known: Collection[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Find the superscript digits in `text` that are numbers of entries: start, end and numbers of each."""
    return (found for found in _superscripts(text) if all(number in known for number in found[2]))


def superscript(digits: str) -> str:
    """Write digits as superscripts: `6` as `⁶`."""
    return digits.translate(_RAISED)


def superscript_numbers(text: str) -> set[str]:
    """Collect the numbers of the superscript digits in `text` that are not exponents."""
    return {number for _, _, numbers in _superscripts(text) for number in numbers}


def is_exponent(before: str) -> bool:
    """Whether a superscript number behind the text `before` is an exponent: behind a unit, or behind 10."""
    return bool(_UNIT.search(before[-4:]) or _BASE.search(before[-4:]))


def _superscripts(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    for match in _SUPERSCRIPT.finditer(text):
        if not _UNIT.search(text[max(match.start() - 4, 0) : match.start()]):
            yield *match.span(), tuple(_NUMBER.findall(match["super"].translate(_DIGITS)))
