"""The templates of wikis that make notes or refer to them: their names, their parameters, and short footnotes.

A short footnote refers to its work by the surnames of the authors and the year.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

SHORT = frozenset(("sfn", "sfnp", "sfnm", "snf", "sfn2", "sfna", "shortened footnote template"))
HARVARD = frozenset(("harv", "harvnb", "harvtxt", "harvp", "harvcol", "harvcoltxt", "harvcolnb", "harvs", "harvsp"))
NOTES = {"efn": "lower-alpha", "efn-la": "lower-alpha", "efn-ua": "upper-alpha", "efn-lr": "lower-roman"} | {
    "efn-ur": "upper-roman", "efn-lg": "lower-greek", "notetag": "note", "footnote": "note", "refn": "", "#tag:ref": "",
}  # fmt: skip
DEAD_LINK = frozenset(
    ("dead link", "dl", "deadlink", "lien brisé", "toter link", "мёртвая ссылка", "недоступна ссылка")
)
ARCHIVED = frozenset(("webarchive", "webarchiv", "wayback", "webcite", "cite-webarchive"))
"""Templates that link a copy of the page of the reference before them; their date is that of the copy."""
MAKE_NOTES = SHORT | HARVARD | NOTES.keys() | {"r", "ref-r"}
_PAGE_NAMES = ("p", "pp", "page", "pages", "loc", "at")
NAMED_NOTES = frozenset(("r", "ref-r"))
PAGE_OF_NOTE = frozenset(("rp", "reference page", "page ref"))
FAILED_VERIFICATION = frozenset(("failed verification", "verification failed", "not in source", "failed", "fv"))
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


def page_of(parameters: Mapping[str, str]) -> str | None:
    """Find the page that the parameters of a template name, or None."""
    return next((parameters[name] for name in _PAGE_NAMES if parameters.get(name)), None)


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
