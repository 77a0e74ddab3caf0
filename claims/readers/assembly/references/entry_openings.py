"""The beginnings of reference entries: `1. ^ a b c`, `^`, `[1]`, `【1】`, `(1)`, `1.`, superscript digits, a bullet.

`a b c` and `1.0 1.1` are links back to the markers, as Wikipedia prints them. A legend has its entries one behind the
other in a paragraph: `[1][3] Harbour office; [2] Kyodo; [4] Coast Watch`.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from claims.references.links.urls import find_urls

_INTRODUCTION = re.compile(
    r"\W{0,6}(?:sources?|quellen?|fuentes?|fontes?|fonti|bronn?en|bron|źródł[oa]|kaynak(?:lar)?|источники?|来源|來源|出典|출처)"
    r"\s?[:：]",
    re.IGNORECASE,
)
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SHAPES = (
    ("backlink", re.compile(r"\s{0,12}(?:(\d{1,4})[.)]\s{0,4})?[\^↑]\s?(?!\[)")),
    ("bracket", re.compile(r"\s{0,12}\[\^?((?:note |nb |n )?\w{1,4})\](?:[:.]\s|\s{1,4}|$)")),
    ("bracket", re.compile(r"\s{0,12}\.\.\s{1,3}\[#?([\w-]{1,30})\]\s")),
    ("bracket", re.compile(r"\s{0,12}【(\d{1,4}|(?:web|post|doc|src):\d{1,4})(?:[†:][^】\n]{0,80})?】:?\s?")),
    ("paren", re.compile(r"\s{0,12}\((\d{1,3})\)\s{1,4}(?=\S)")),
    ("number", re.compile(r"\s{0,12}(\d{1,4})(?:[.)]\s{1,4}|、)")),
    ("superscript", re.compile(r"\s{0,12}([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})\s?(?=\S)")),
    ("bullet", re.compile(r"\s{0,12}[-*•]\s{1,4}(?=\S)")),
)
_BACKLINK_NUMBERS = re.compile(r"(?:\d{1,4}\.\d{1,2}[,\s]\s?){1,60}")
_BACKLINK_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LEGEND_PART = re.compile(r"\s{0,3}((?:\[\d{1,4}\][\s,]{0,2}){1,20})([^\[\]]{2,200})")
_LEGEND_NUMBER = re.compile(r"\d{1,4}")
_FEWEST_OF_LEGEND = 3  # parts that make a legend; fewer may be the end of a sentence


def introduces_entries(line: str) -> bool:
    """Whether a line introduces a list of sources with words of its own: `Source: Conversation with Copilot`."""
    return _INTRODUCTION.match(line) is not None and not find_urls(line)


class EntryOpening(NamedTuple):
    """The beginning of an entry.

    Attributes:
        shape: `backlink`, `bracket`, `paren`, `number`, `superscript` or `bullet`.
        number: the printed number, or None.
        text: the text behind it.
        backlinks: the number of links back to markers (`^ a b c` has three); 0 if there are none.
    """

    shape: str
    number: str | None
    text: str
    backlinks: int = 0


def open_entry(line: str) -> EntryOpening | None:
    """Read the beginning of the entry that `line` opens, or None if it opens none."""
    if not line or line.isspace():
        return None
    for shape, pattern in _SHAPES:
        if match := pattern.match(line):
            number = match[1].translate(_SUPERSCRIPTS) if pattern.groups and match[1] else None
            rest = line[match.end() :]
            if shape != "backlink":
                return EntryOpening(shape, number, rest)
            rest = rest.lstrip()
            return EntryOpening(shape, number, rest[_backlinks(rest)[0] :], _count_backlinks(line))
    return None


def legend_entries(lines: Sequence[str]) -> list[tuple[str, str]]:
    """Read a legend: the number and the text of each entry, in order; empty if `lines` are none.

    Args:
        lines: the lines of a paragraph; words that end in a colon may introduce the legend.
    """
    while lines and lines[0].rstrip().endswith((":", "：")):
        lines = lines[1:]
    parts = "; ".join(lines).rstrip(" .;").replace("；", ";").split(";")
    found = [_LEGEND_PART.fullmatch(part) for part in parts if part.strip()]
    if len(found) < _FEWEST_OF_LEGEND or None in found:
        return []
    return [(number, match[2].strip()) for match in found if match for number in _LEGEND_NUMBER.findall(match[1])]


def _count_backlinks(line: str) -> int:
    rest = re.split(r"[\^↑]", line, maxsplit=1)[-1].lstrip()
    return _backlinks(rest)[1] or 1


def _backlinks(text: str) -> tuple[int, int]:
    """Find the offset behind the letters or numbers of back-links, and how many of them there are."""
    if match := _BACKLINK_NUMBERS.match(text):
        return match.end(), len(match[0].split())
    position = count = 0
    while count < len(_BACKLINK_LETTERS) and text.startswith(_BACKLINK_LETTERS[count], position):
        behind = text[position + 1 : position + 2]
        if behind and not behind.isspace() and (behind.islower() or count == 0):
            break
        position += 1
        count += 1
        while position < len(text) and text[position].isspace():
            position += 1
    return (position, count) if count > 1 else (0, 0)
