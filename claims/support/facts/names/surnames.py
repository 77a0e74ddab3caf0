"""Where a page has the last word of a name alone, and who is meant by it."""

from collections.abc import Iterator
from functools import cache

from claims.language.loader import language
from claims.language.tokens import STOPWORDS
from claims.support.facts.detail import Name
from claims.support.facts.names.spelling import same_name
from claims.support.index.page import Page

_ENOUGH = 200
"""Occurrences of one word whose neighbours are looked at."""

_LAST = 3
"""Letters that a last name has at least to be looked for alone."""

_CUT = 5
"""Letters of a first name up to which it may be the beginning of a longer one, two letters or more behind: Chris."""


def surname_alone(name: Name, page: Page) -> Iterator[tuple[int, int]]:
    """Find the last word alone, for a name of two or three words that may be a person's.

    Where the page gives that last name to somebody else, the last word alone means them.
    """
    if len(name.parts) not in (2, 3) or name.quoted or len(name.parts[-1]) < _LAST:
        return
    places = [place for place in page.find(page.stem(name.parts[-1])) if capital(page, place)]
    given = {place: _given(page, _past_middle(name, page, place)) for place in places[:_ENOUGH]}
    others = {place for place, form in given.items() if form and not any(_short(form, own) for own in name.parts[:-1])}
    if others and not _titled(name, page) and len(others) == sum(map(bool, given.values())):
        return
    yield from (page.span(place) for place in places if place not in others or _titled(name, page))


def capital(page: Page, place: int) -> bool:
    """Whether a page writes the word of this number with a capital."""
    return page.written[place][0].isupper()


def _past_middle(name: Name, page: Page, place: int) -> int:
    """Return the place of a middle name, if one precedes this last one: the word before shows who is meant.

    It is the middle word of a name of three, or one that only the page has, behind the first: Chris, Christopher Scott.
    """
    middle = _given(page, place)
    if not middle:
        return place
    if len(name.parts) == 3 and name.parts[0] not in language("en").names.titles:
        return place - 1 if _short(middle, name.parts[1]) else place
    first = _given(page, place - 1)
    return place - 1 if first and _short(first, name.parts[-2]) else place


def _given(page: Page, place: int) -> str | None:
    """The word directly before this one if it may be the first name to this last: no title, no common word."""
    if place == 0 or not capital(page, place - 1):
        return None
    form, written = page.forms[place - 1], page.written[place - 1]
    between = page.source.text[page.span(place - 1)[1] : page.span(place)[0]]
    joined = between.strip(" ") in ("", ".") and not written.endswith(("'s", "’s"))
    shouted = len(written) > 1 and written.replace(".", "").isupper()
    if not joined or shouted or form in STOPWORDS or form in language("en").names.titles or form.endswith("ly"):
        return None
    common = any(not capital(page, at) for at in page.places.get(form, ())[:_ENOUGH])
    return None if common else form


def _short(form: str, own: str) -> bool:
    """Whether two first names may be one: the same, an initial, another spelling, an everyday short form."""
    longer, shorter = (form, own) if len(form) > len(own) else (own, form)
    cut = len(shorter) <= _CUT and len(longer) - len(shorter) > 1 and longer[-1] not in "ae"
    initial = len(shorter) == 1
    return (
        (longer.startswith(shorter) and (initial or cut))
        or same_name(form, own)
        or frozenset((form, own)) in _nicknames()
    )


def _titled(name: Name, page: Page) -> bool:
    """Whether the words before the last name are no first name: a title, or a name of its own (Chelsea's Drogba).

    An adjective of a country is part of the name behind it: the Russian Navy is not just any navy.
    """
    names = language("en").names
    peoples = (*names.demonym_endings, *names.short_demonyms)
    return all(part in names.titles or (_alone(part, page) and not part.endswith(peoples)) for part in name.parts[:-1])


def _alone(part: str, page: Page) -> bool:
    """Whether the page has this word with no capitalised word right behind it."""
    found = page.places.get(part, ())[:_ENOUGH]
    return any(place + 1 == len(page.forms) or not capital(page, place + 1) for place in found)


@cache
def _nicknames() -> frozenset[frozenset[str]]:
    return frozenset(map(frozenset, language("en").names.nicknames))
