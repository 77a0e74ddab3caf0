"""Finds the work that a short footnote refers to, by the surnames of the authors and the year."""

import re
from collections.abc import Iterator, Mapping, Sequence

_YEAR = re.compile(r"\d{4}[a-z]?")
_SURNAMES = (
    "last",
    "last1",
    "author",
    "author1",
    "surname",
    "surname1",
    "editor-last",
    "editor1-last",
    "nachname",
    "nom1",
    "nom",
)
_MOST_AUTHORS = 4  # authors in the anchor of a work


def anchors(parameters: Mapping[str, str], given: Sequence[Mapping[str, str]]) -> Iterator[str]:
    """Build the anchors of a work.

    Args:
        parameters: the parameters of its template.
        given: the parameters of templates in it that name an anchor (`{{harvid}}`).
    """
    for own in given:
        yield anchor_of_short(own)
    year = _YEAR.search(parameters.get("year", "") or parameters.get("date", "") or parameters.get("jahr", ""))
    first = next((parameters[name] for name in _SURNAMES if parameters.get(name)), "")
    if year and first:
        numbers = range(2, _MOST_AUTHORS + 1)
        more = [parameters.get(f"last{number}") or parameters.get(f"author{number}") or "" for number in numbers]
        names = [name.partition(",")[0] for name in (first, *more) if name]
        yield _anchor([*names, year[0]])


def anchor_of_short(parameters: Mapping[str, str]) -> str:
    """Build the anchor that a short footnote with these parameters refers to."""
    return _anchor([value for name, value in parameters.items() if name.isdigit()])


def _anchor(parts: Sequence[str]) -> str:
    return "".join("".join(part.split()) for part in parts).casefold()
