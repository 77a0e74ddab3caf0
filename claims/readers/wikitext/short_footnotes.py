"""Which work of a bibliography a short footnote leads to: by its authors' last names and its year."""

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
_MOST_AUTHORS = 4  # authors that make up the anchor of a work


def anchors(parameters: Mapping[str, str], given: Sequence[Mapping[str, str]]) -> Iterator[str]:
    """The anchors of a work, which its template has these parameters.

    Args:
        given: the parameters of the templates in it that give it an anchor of its own (`{{harvid}}`).
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
    """The anchor that a short footnote's template of these parameters leads to."""
    return _anchor([value for name, value in parameters.items() if name.isdigit()])


def _anchor(parts: Sequence[str]) -> str:
    return "".join("".join(part.split()) for part in parts).casefold()
