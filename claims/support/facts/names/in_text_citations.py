"""Where a claim names the works that it cites, which their own pages need not name: (Brenner et al., 2019), [3, 4]."""

import re
from collections.abc import Iterator

_SURNAME = r"[^\W\d_][\w'’-]{1,40}"
_AND = rf"(?:\s(?:and|und|et|y|e|&)\s{_SURNAME})"
_YEAR = r"(?:1[5-9]|20)\d\d[a-z]?"
_WORK = rf"{_SURNAME}(?:\set\sal\.?|{_AND}),?(?:\s\(?{_YEAR}\)?)?"

_CITED = re.compile(
    rf"\((?:[^()]{{0,20}}\s)?(?:{_WORK}|{_SURNAME},\s{_YEAR};)[^()]{{0,300}}\)"  # in brackets, with further works
    rf"|{_SURNAME}\set\sal\.?(?:,?\s\(?{_YEAR}\)?)?"
    rf"|{_SURNAME}{_AND}\s\({_YEAR}\)"
    r"|\[\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,30}\]"
)


def cited(text: str) -> Iterator[tuple[int, int]]:
    """Find the spans of a claim that are no more than references: authors with a year or "et al.", numbers in brackets.

    One surname with a year in brackets may be a fact (Titanic, 1997) and is left alone.
    """
    yield from (match.span() for match in _CITED.finditer(text))
