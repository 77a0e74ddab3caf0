"""A detail of a claim that a table has in the row of another thing: Sørness, and the 1,240 m that Nordhavn has.

Of 81 values of tables of Wikipedia, told of the thing of another row, this takes `supported` from 28, and of none told
of the thing of their own (`python -m benchmarks.table_values`); the judged sets have no tables.
"""

from bisect import bisect_right
from collections.abc import Iterator

from claims.language.tokens import STOPWORDS, words
from claims.records import BlockKind, FactKind
from claims.support.contradictions.turn import Turn
from claims.support.index.page import Page
from claims.support.retrieval.match import Match

_CELL = " | "  # between the cells of a row, as extraction writes it
_MOST_ROWS = 200  # on either side of a row that are looked at
_MOST_WORDS = 6  # of the first cell of a row, if it is to name what the row is about
_LONGEST = 80  # characters of a row that are shown
_KINDS = (FactKind.NUMBER, FactKind.DATE, FactKind.NAME)


def other_rows(claim: str, seen: Match) -> Iterator[Turn]:
    """Find a detail that rows of tables have of things that the claim does not name, beside one that it does.

    Where else the page has the detail, it says nothing of that thing.

    Args:
        claim: the text of the claim.
        seen: its match with its pages.
    """
    if not any(passage.kind is BlockKind.TABLE for page in seen.pages for passage in page.source.passages):
        return
    said = _forms(claim, 0, len(claim))
    for bit, detail in enumerate(seen.details):
        places = {(number, _passage_at(seen.pages[number], start)) for number, start, _ in seen.where[bit]}
        rows = sorted((number, at) for number, at in places if _is_row(seen.pages[number], at))
        if detail.kind not in _KINDS or not rows or not all(_is_row(seen.pages[n], at - 1) for n, at in rows):
            continue  # the first row of a table may name its columns
        page, at = seen.pages[rows[0][0]], rows[0][1]
        elsewhere = frozenset[str]().union(*(_words(seen.pages[n], at) for n, at in places.difference(rows)))
        names = [_name(seen.pages[number], row) for number, row in rows]
        own = _forms(claim, detail.start, detail.end)
        if any(own <= name or not name for name in names):
            continue
        if (named := _named(page, at, names, said - own, elsewhere)) is not None:
            yield Turn(f"{_row(page, named).split(_CELL)[0]} … {claim[detail.start : detail.end]}", _row(page, at))
            return


def _named(
    page: Page, at: int, names: list[frozenset[str]], said: frozenset[str], elsewhere: frozenset[str]
) -> int | None:
    """Find another row of the table of row `at` that `said` names, and neither rows of these names nor `elsewhere`."""
    found: dict[int, frozenset[str]] = {}
    for row in _others(page, at):
        name = _name(page, row)
        if not name or not name <= said or name & elsewhere:
            continue
        if not any((other - name) & said or other <= name for other in names):
            found[row] = name
    return max(found, key=lambda row: len(found[row]), default=None)


def _others(page: Page, at: int) -> Iterator[int]:
    """Yield the other rows of the table of row `at`, without the first one of the table."""
    first = end = at
    while _is_row(page, first - 1) and at - first < _MOST_ROWS:
        first -= 1
    while _is_row(page, end + 1) and end - at < _MOST_ROWS:
        end += 1
    yield from (row for row in range(first + 1, end + 1) if row != at)


def _is_row(page: Page, at: int) -> bool:
    passages = page.source.passages
    return 0 <= at < len(passages) and passages[at].kind is BlockKind.TABLE


def _passage_at(page: Page, place: int) -> int:
    return bisect_right(page.source.passages, place, key=lambda passage: passage.start) - 1


def _name(page: Page, row: int) -> frozenset[str]:
    """Return the content words of the first cell of a row; none if they are too many for a name."""
    passage, text = page.source.passages[row], page.source.text
    end = text.find(_CELL, passage.start, passage.end)
    found = _forms(text, passage.start, end) if end >= 0 else frozenset()
    return found - STOPWORDS if len(found) <= _MOST_WORDS else frozenset()


def _words(page: Page, at: int) -> frozenset[str]:
    passage = page.source.passages[at]
    return _forms(page.source.text, passage.start, passage.end)


def _forms(text: str, start: int, end: int) -> frozenset[str]:
    return frozenset(word.form for word in words(text, start, end))


def _row(page: Page, at: int) -> str:
    passage = page.source.passages[at]
    return page.source.text[passage.start : passage.end][:_LONGEST]
