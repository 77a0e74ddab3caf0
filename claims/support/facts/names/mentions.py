"""Where a page has a name: whole, in short, as an acronym or spelled out, or in another spelling."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from claims.language.loader import language
from claims.language.tokens import STOPWORDS
from claims.support.facts.detail import Name
from claims.support.facts.names.spelling import otherwise, same_name
from claims.support.facts.names.surnames import capital, surname_alone
from claims.support.index.page import PREFIX, Page

_APART = 4
"""Words that may be between two words of one name on the page: middle names, titles, particles."""

_LONG = 6
"""Content words from which a quotation need not be whole."""

_WHOLE = 0.85
"""Share of a long quotation's words that must be together."""

_PARTED = 6
"""Letters from which a page may write a name of one word as two."""

_SPELT = 5
"""Letters from which a page may write a name in another spelling: of fewer, most other spellings are other names."""

_FEWEST, _MOST = 3, 8
"""Letters of an acronym whose words a page may have in full."""


def named(name: Name, page: Page) -> Iterator[tuple[int, int]]:
    """Find the spans of the page's text that say this name, in order; the first way that finds any counts."""
    for way in (
        _whole,
        _spelled_otherwise,
        _renamed,
        _shortened,
        _spelled_out,
        surname_alone,
        _behind_title,
        _behind_opening,
        _without_type,
    ):
        found = list(way(name, page))
        if found:
            yield from found
            return


def _whole(name: Name, page: Page) -> Iterator[tuple[int, int]]:
    """All words, in any order and close together; of a long quotation, most."""
    ways = [_places(name, part, page) for part in name.parts]
    there = [way for way in ways if way]
    enough = len(ways) if len(ways) < _LONG or not name.quoted else int(_WHOLE * len(ways))
    if there and len(there) >= enough:
        yield from _runs(there, page)


def _places(name: Name, part: str, page: Page) -> list[int]:
    """Where a page has a part of a name; one word is it with a capital, or as it is: "natural" is no Nature.

    A word that means something else in small letters needs its capital where the page has any: WHO, Turkey, China.
    """
    places = page.find(page.stem(part))
    if len(name.parts) > 1 or name.quoted or not name.sure:
        return places
    same = {place for form in (part, f"{part}s", part.removesuffix("s")) for place in page.places.get(form, ())}
    if page.initials.strip() and (part in STOPWORDS or part in language("en").names.other_forms):
        same = set()
    return [place for place in places if place in same or capital(page, place)]


def _runs(ways: list[list[int]], page: Page) -> Iterator[tuple[int, int]]:
    rarest = min(ways, key=len)
    reach = _APART * len(ways)
    for place in rarest:
        others = [_nearest(way, place) for way in ways]
        if max(others) - min(others) <= reach:
            yield page.span(min(others))[0], page.span(max(others))[1]


def _rows(ways: list[list[int]], page: Page) -> Iterator[tuple[int, int]]:
    """Where words stand one behind the other: in "the First World War. Two", nobody speaks of world war two."""
    rest = [set(way) for way in ways[1:]]
    for first in ways[0]:
        last = first + len(rest)
        whole = all(first + behind in way for behind, way in enumerate(rest, 1))
        if whole and page.sentence_of_word(first) == page.sentence_of_word(last):
            yield page.span(first)[0], page.span(last)[1]


def _nearest(way: list[int], place: int) -> int:
    right = bisect_left(way, place)
    return min(way[max(0, right - 1) : right + 1], key=lambda other: abs(other - place))


def _spelled_otherwise(name: Name, page: Page) -> Iterator[tuple[int, int]]:
    """The words with those not found replaced by other spellings or derived forms (Australia, Australian)."""
    ways = []
    for part in name.parts:
        way = sorted((*_places(name, part, page), *_aliased(part, page))) or sorted(
            place for form in _variants(part, page) for place in page.places[form] if capital(page, place)
        )
        if not way:
            break
        ways.append(way)
    if len(ways) == len(name.parts):
        yield from _runs(ways, page)
    elif len(name.parts) > 1:
        joined = "".join(name.parts)
        for form in (*_variants(joined, page), *([joined] if joined in page.places else [])):
            yield from map(page.span, page.places[form])
    else:
        yield from _parted(name.parts[0], page)


def _parted(part: str, page: Page) -> Iterator[tuple[int, int]]:
    """Two neighbouring words of the page that make up a name of one: Family Mart, COVID 19."""
    for head in page.by_prefix.get(part[:PREFIX], ()) if len(part) >= _PARTED else ():
        rest = part[len(head) :] if part.startswith(head) else ""
        for place in page.places.get(rest, ()) if rest else ():
            if place and page.forms[place - 1] == head:
                yield page.span(place - 1)[0], page.span(place)[1]


def _aliased(part: str, page: Page) -> list[int]:
    """Where a page spells out a short form that is part of a longer name: the U.S. Supreme Court."""
    found: list[int] = []
    for alias in language("en").names.other_forms.get(part, ()):
        first, _, last = alias.rpartition(" ")
        before = set(page.places.get(first, ())) if first else None
        found += [
            place
            for place in page.places.get(last, ())
            if capital(page, place) and (before is None or place - 1 in before)
        ]
    return sorted(found)


def _renamed(name: Name, page: Page) -> Iterator[tuple[int, int]]:
    """The name with another form of a name of several words within it: the United States, U.S., Supreme Court."""
    known, parts = language("en").names.other_forms, name.parts
    for first, last in combinations(range(len(parts) + 1), 2):
        within = 1 < last - first < len(parts)
        for alias in known.get(" ".join(parts[first:last]), ()) if within else ():
            yield from _whole(replace(name, parts=(*parts[:first], *alias.split(), *parts[last:])), page)


def _variants(part: str, page: Page) -> Iterator[str]:
    """Words of the page that are another spelling of this one, or one made from it."""
    yield from (form for form in otherwise(part) if form in page.places)
    if len(part) < _SPELT or not part.isalpha():
        return
    for form in page.by_prefix.get(part[:PREFIX], ()):
        if same_name(form, part):
            yield form


def _shortened(name: Name, page: Page) -> Iterator[tuple[int, int]]:
    """The name's initials in capitals, or its everyday short form."""
    for alias in language("en").names.other_forms.get(" ".join(name.parts), ()):
        words = alias.split()
        if len(words) > 1:
            yield from _rows([page.find(page.stem(word)) for word in words], page)
        else:
            common = alias in language("en").names.aliases.get(" ".join(name.parts), ())
            yield from (page.span(place) for place in page.places.get(alias, ()) if common or capital(page, place))
    if len(name.parts) > 2:
        for place in page.places.get(name.acronym, ()):
            if page.written[place].replace(".", "").isupper():
                yield page.span(place)


def _spelled_out(name: Name, page: Page) -> Iterator[tuple[int, int]]:
    """For an acronym: words of the page in a row, each with a capital, whose initials it is."""
    letters = name.parts[0]
    if len(name.parts) > 1 or not _FEWEST <= len(letters) <= _MOST or not letters.isalpha():
        return
    place = page.initials.find(letters)
    while place >= 0:
        row = page.content[place : place + len(letters)]
        yield page.span(row[0])[0], page.span(row[-1])[1]
        place = page.initials.find(letters, place + 1)


def _behind_title(name: Name, page: Page) -> Iterator[tuple[int, int]]:
    """The name behind a title that has more before it or two names behind it: U.S. President Donald Trump."""
    titles = language("en").names.titles
    place = max((at for at, part in enumerate(name.parts[:-1]) if part in titles), default=-1)
    rest = name.parts[place + 1 :]
    if place > 0 or (place == 0 and len(rest) > 1):
        yield from named(replace(name, parts=rest), page)


def _behind_opening(name: Name, page: Page) -> Iterator[tuple[int, int]]:
    """The name behind a word that only opens a sentence, as far as the page shows: Polish "Zdaniem Haliny Wrony".

    English words that do so are known.
    """
    if name.opening and len(name.parts) > 2 and not page.english and not page.find(page.stem(name.parts[0])):
        yield from named(replace(name, parts=name.parts[1:], opening=False), page)


def _without_type(name: Name, page: Page) -> Iterator[tuple[int, int]]:
    """The name without the form of its firm or club: Nordlys Ltd, Tane Football Club. No other name may follow it."""
    types, kept = language("en").names.types, len(name.parts)
    while kept and name.parts[kept - 1] in types:
        kept -= 1
    if not 0 < kept < len(name.parts):
        return
    for start, end in named(replace(name, parts=name.parts[:kept]), page):
        behind = page.source.text[end : end + 2]
        if not (behind[:1] == " " and behind[1:].isupper()):
            yield start, end
