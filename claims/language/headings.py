"""Recognise the headings, in all languages, of lists of references and of what else follows an article."""

import re
from functools import cache

from claims.language.loader import languages

_LONGEST = 60  # characters
_WORDS = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
_BEHIND = re.compile(r"(?<=\w)[\W_]{0,6}[(（][^()（）]{1,50}[)）]\W{0,3}$")  # `References: (selected)`
_NUMBER = re.compile(r"\d{1,2}[.)]?\s")


def _name(heading: str) -> str:
    """A heading as headings are compared: without a number, marks around it, words in brackets behind it, and case."""
    words = _WORDS.search(_BEHIND.sub("", heading))
    if words is None:
        return ""
    number = _NUMBER.match(words[0])
    return words[0][number.end() if number else 0 :].casefold()


def is_reference_heading(line: str) -> bool:
    """Whether a line is the heading of a list of references."""
    return len(line) <= _LONGEST and _name(line) in _headings()


def is_back_matter(line: str) -> bool:
    """Whether a line is the heading of what follows an article: references, further reading, links elsewhere."""
    return len(line) <= _LONGEST and _name(line) in _back_matter()


@cache
def _headings() -> frozenset[str]:
    return frozenset(_name(heading) for each in languages() for heading in each.references.headings)


@cache
def _back_matter() -> frozenset[str]:
    return _headings().union(_name(heading) for each in languages() for heading in each.references.back_matter)
