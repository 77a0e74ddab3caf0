"""Gaps in the words of a block: where something vanished that only a wiki can show, such as a template.

Brackets around a gap say nothing whole: `Berlin (/bɛʁˈliːn/; capital of Germany)` without the pronunciation keeps
`(capital of Germany)`, and brackets without words go.
"""

import re
from collections.abc import Iterator

GAP = "\ue00f"
"""The character that holds the place of what vanished."""

_ALONE = re.compile(GAP)
_BRACKETS = re.compile(rf"\s?[(（]([^()（）{GAP}]{{0,400}}{GAP}[^()（）]{{0,400}})[)）]")
_EMPTY = re.compile(r"(?:\s\([\s,;:.]*\)|\s?（[\s、，；：。]*）)")
_CALL = re.compile(r"\w\(\)|\(\)\.?\w")  # `exec()`: a text about programs
_SEPARATOR = re.compile(r"[,:，：、]\s?")
_STRONGER = re.compile(r"[;；]\s?")  # between parts that may have commas: `German: Ulm; – December 12, 1970`
_RANGE = re.compile(rf"{GAP}\s?[–—-]|[–—-]\s?{GAP}")
_WORD = re.compile(r"\w")


def holes(text: str) -> list[tuple[int, int]]:
    """Find what is to be deleted of a text: start and end of each part, in order."""
    found: list[tuple[int, int]] = []
    if GAP in text:
        found += [match.span() for match in _ALONE.finditer(text)]
        for brackets in _BRACKETS.finditer(text):
            found += _of_brackets(brackets)
    if ("(" in text or "（" in text) and not _CALL.search(text):
        found += [match.span() for match in _EMPTY.finditer(text)]
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _of_brackets(brackets: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Find the parts between separators in which something vanished, or all where no other words are left."""
    parts: list[tuple[int, int, int]] = []  # start, end, and end of the separator behind
    start, end = brackets.span(1)
    separators = _STRONGER if _STRONGER.search(brackets[1]) else _SEPARATOR
    for separator in separators.finditer(brackets.string, start, end):
        parts.append((start, separator.start(), separator.end()))
        start = separator.end()
    parts.append((start, end, end))
    kept = [part for part in parts if GAP not in brackets.string[part[0] : part[1]]]
    halved = separators is _SEPARATOR and _RANGE.search(brackets[1])
    if halved or not any(_WORD.search(brackets.string, part[0], part[1]) for part in kept):
        yield brackets.span()
        return
    last = parts.index(kept[-1])
    for number, (begin, behind, further) in enumerate(parts):
        if GAP not in brackets.string[begin:behind]:
            continue
        yield (begin, further) if number < last else (parts[number - 1][1], behind)
