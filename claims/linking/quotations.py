"""Quotations that run over several sentences: `the words "Thy kingdom come. Thy will be done" as a mandate`.

Whether a mark opens or closes a quotation depends on the spaces around it, since `"` does both and `“` opens in English
what it closes in German.
"""

import re
from collections.abc import Iterator

_MARK = re.compile(r"[\"“”„«»「」]")
_WORD = re.compile(r"\w")
_OPENERS, _CLOSERS = frozenset("„「"), frozenset("」")
_BEFORE = frozenset("([{—–-/")  # besides a space, what a mark that opens may follow


def unopened(words: str) -> int:
    """Find the end of the first quotation that words end and do not begin; -1 without one."""
    depth = 0
    for place, opens in _marks(words):
        if not opens and depth == 0:
            return place
        depth += 1 if opens else -1
    return -1


def left_open(words: str) -> bool:
    """Whether words begin a quotation that they do not end."""
    depth = 0
    for _, opens in _marks(words):
        depth = depth + 1 if opens else max(depth - 1, 0)
    return depth > 0


def goes_on(words: str) -> bool:
    """Whether words end a quotation that they do not begin, and go on behind it."""
    place = unopened(words)
    return place >= 0 and words[place + 1 :].lstrip(" ,")[:1].islower()


def _marks(words: str) -> Iterator[tuple[int, bool]]:
    """Find the quotation marks in words: the place of each, and whether it opens."""
    for mark in _MARK.finditer(words):
        before, behind = words[mark.start() - 1 : mark.start()], words[mark.end() : mark.end() + 1]
        if mark[0] != '"' or not (_WORD.match(before) and _WORD.match(behind)):  # `5"x7` are inches
            yield mark.start(), _opens(mark[0], before, behind)


def _opens(mark: str, before: str, behind: str) -> bool:
    if mark in _OPENERS or mark in _CLOSERS:
        return mark in _OPENERS
    if not before or before.isspace():
        return mark != "»" or not (behind.isspace() or not behind)
    return (mark == "«" and behind.isspace()) or before in _BEFORE
