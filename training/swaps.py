"""Near misses of right claims, made by swapping what is of one kind: names, numbers, and who did it to whom.

What is put in comes from the same page, so that a model cannot tell a near miss by words that the page lacks.
"""

import random
import re
from collections.abc import Iterator

NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z][a-z]+(?: [A-Z][a-z]+)*\b")
"""One or several capitalised words within a sentence: names, in English and languages that write like it."""

NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?![\w])")


def near_misses(claim: str, page: str, drawn: random.Random) -> Iterator[str]:
    """Make at most three claims that differ from `claim` in one thing: a name, a number, the order of two names."""
    for kind in (NAME, NUMBER):
        if swapped := _replaced(claim, page, kind, drawn):
            yield swapped
    if turned := _turned(claim, drawn):
        yield turned


def _replaced(claim: str, page: str, kind: re.Pattern[str], drawn: random.Random) -> str | None:
    """Replace something of a kind by another of the page that the claim does not have."""
    found = list(kind.finditer(claim))
    others = sorted({match.group() for match in kind.finditer(page) if match.group() not in claim})
    if not found or not others:
        return None
    place = drawn.choice(found)
    return claim[: place.start()] + drawn.choice(others) + claim[place.end() :]


def _turned(claim: str, drawn: random.Random) -> str | None:
    """Exchange two names of the claim, unless "and" or a comma joins them: their order then says nothing."""
    found = list(NAME.finditer(claim))
    pairs = [
        (left, right)
        for place, left in enumerate(found)
        for right in found[place + 1 :]
        if left.group() != right.group()
        and not re.fullmatch(r"\s*(?:,|and|or|,\s*and)\s*", claim[left.end() : right.start()])
    ]
    if not pairs:
        return None
    left, right = drawn.choice(pairs)
    middle = claim[left.end() : right.start()]
    return claim[: left.start()] + right.group() + middle + left.group() + claim[right.end() :]
