"""Where a page has a name: whole, in short, as an acronym or spelled out, or in another spelling."""

from bisect import bisect_left
from collections.abc import Iterator
from difflib import SequenceMatcher

from claims.support.names import Name
from claims.support.page import Page

_APART = 4
"""Words that may stand between two words of one name on the page: middle names, titles, joining words."""

_ALIKE = 0.84
"""Likeness (difflib's ratio) from which two spellings are one name."""

_JOINED_ALIKE = 0.8
"""The same for two words that the page writes as one: Ulan Bator and Ulaanbaatar have 0.8."""

_LONG = 6
"""Content words from which a quotation need not be whole."""

_WHOLE = 0.85
"""Share of a long quotation's words that must stand together."""

# Names whose acronym is their everyday form, and whose letters are not their initials or are too few to seek.
_ALIASES = {
    ("united", "states"): ("us", "usa", "american", "america"),
    ("us",): ("united states", "america", "american"),
    ("usa",): ("united states", "us"),
    ("uk",): ("united kingdom", "britain", "british"),
    ("united", "kingdom"): ("uk", "britain", "british"),
    ("un",): ("united nations",),
    ("eu",): ("european union",),
    ("european", "union"): ("eu",),
    ("united", "nations"): ("un",),
}


def named(name: Name, page: Page) -> Iterator[tuple[int, int]]:
    """Spans of the page's text that say this name, in order of the page; the first way that finds it counts."""
    for way in (_whole, _spelled_otherwise, _shortened, _spelled_out, _last):
        found = list(way(name, page))
        if found:
            yield from found
            return


def _whole(name: Name, page: Page) -> Iterator[tuple[int, int]]:
    """All words, in any order and close together; of a long quotation, most."""
    ways = [page.find(page.stem(part)) for part in name.parts]
    there = [way for way in ways if way]
    enough = len(ways) if len(ways) < _LONG or not name.quoted else int(_WHOLE * len(ways))
    if there and len(there) >= enough:
        yield from _runs(there, page)


def _runs(ways: list[list[int]], page: Page) -> Iterator[tuple[int, int]]:
    rarest = min(ways, key=len)
    reach = _APART * len(ways)
    for place in rarest:
        others = [_nearest(way, place) for way in ways]
        if max(others) - min(others) <= reach:
            yield page.spans[min(others)][0], page.spans[max(others)][1]


def _nearest(way: list[int], place: int) -> int:
    right = bisect_left(way, place)
    return min(way[max(0, right - 1) : right + 1], key=lambda other: abs(other - place))


def _spelled_otherwise(name: Name, page: Page) -> Iterator[tuple[int, int]]:
    """The words with those not found replaced by near spellings or derived forms (Australia, Australian)."""
    ways = []
    for part in name.parts:
        way = page.find(page.stem(part)) or sorted(
            place for form in _variants(part, page) for place in page.places[form]
        )
        if not way:
            break
        ways.append(way)
    if len(ways) == len(name.parts):
        yield from _runs(ways, page)
    elif len(name.parts) > 1:
        joined = "".join(name.parts)
        for form in _variants(joined, page, _JOINED_ALIKE):
            yield from (page.spans[place] for place in page.places[form])


def _variants(part: str, page: Page, alike: float = _ALIKE) -> Iterator[str]:
    """Words of the page that may be another spelling of this one, or one made from it."""
    if len(part) < 5 or not part.isalpha():
        return
    for form in page.by_prefix.get(part[:3], ()):
        longer, shorter = (form, part) if len(form) > len(part) else (part, form)
        derived = len(shorter) >= 5 and longer.startswith(shorter[:-1]) and len(longer) - len(shorter) <= 3
        if derived or (len(shorter) >= 6 and SequenceMatcher(None, form, part, autojunk=False).ratio() >= alike):
            yield form


def _shortened(name: Name, page: Page) -> Iterator[tuple[int, int]]:
    """The name's initials in capitals, or its everyday short form."""
    text = page.source.text
    for alias in _ALIASES.get(name.parts, ()):
        words = alias.split()
        if len(words) > 1:
            yield from _runs([way for word in words if (way := page.find(page.stem(word)))] or [[]], page)
        else:
            yield from (page.spans[place] for place in page.places.get(alias, ()))
    if len(name.parts) > 2:
        for place in page.places.get(name.acronym, ()):
            start, end = page.spans[place]
            if text[start:end].replace(".", "").isupper():
                yield start, end


def _spelled_out(name: Name, page: Page) -> Iterator[tuple[int, int]]:
    """For an acronym: words of the page in a row, each with a capital, whose initials it is."""
    letters = name.parts[0]
    if len(name.parts) > 1 or not 3 <= len(letters) <= 8 or not letters.isalpha():
        return
    place = page.initials.find(letters)
    while place >= 0:
        row = [page.spans[number] for number in page.content[place : place + len(letters)]]
        if all(page.source.text[start].isupper() for start, _ in row):
            yield row[0][0], row[-1][1]
        place = page.initials.find(letters, place + 1)


def _last(name: Name, page: Page) -> Iterator[tuple[int, int]]:
    """The last word alone, for a name of two or three words that may be a person's."""
    if len(name.parts) in (2, 3) and not name.quoted and len(name.parts[-1]) > 2:
        for place in page.find(page.stem(name.parts[-1])):
            start, end = page.spans[place]
            if page.source.text[start].isupper():
                yield start, end
