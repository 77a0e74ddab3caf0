"""Which captures of a page to try, in which order, and by which rule. Pure.

The page is wanted as the citing author read it: the capture that the reference names comes first, then the nearest one
to the access date, before it or after it; of two near ones, the earlier. Without an access date, the archive date is
used, the date of publication (before which the page was another or none), or the document's own date; without any date,
the latest capture comes first.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta

from claims.records import Citation
from crawler.archive_urls import parse_archive_url
from crawler.archives.interface import CaptureRow
from crawler.lookup.lenient_addresses import difference, lenient_addresses
from crawler.timestamps import distance, end_of_day, first_moment, iso_date
from crawler.urls import same_page, surt_key

# A page may have thousands of captures; only the nearest on either side are ever tried.
_MAX_ROWS = 100
# Captures within so many days of the date are near: of two, the earlier is preferred, which the author may have read.
_NEAR = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedPage:
    """A page to look up.

    Attributes:
        url: its original address.
        named: up to 14 digits of the capture that the reference itself names, or None.
        rule: the lenient rule that makes this address of the printed one, in words; empty for the printed one.
        route: whether the printed address names the page by a fragment (`#!/about`), which only its scripts read.
    """

    url: str
    named: str | None = None
    rule: str = ""
    route: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedTime:
    """The time from which a capture is wanted.

    Attributes:
        near: the end of that time in the last time zone, 14 digits, or None for the latest.
        start: the beginning of that time, 14 digits.
        date: the date as the document gives it.
        what: what that date is, in words.
        later_first: whether captures at or after that time are preferred to those before it.
    """

    near: str | None = None
    start: str = ""
    date: str = ""
    what: str = ""
    later_first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A capture to try, and the rule that picks it, in words."""

    row: CaptureRow
    rule: str


def cited_pages(citation: Citation) -> tuple[CitedPage, ...]:
    """Return the pages that a citation's addresses name, each once, the one to check first in front."""
    found: dict[str, CitedPage] = {}
    addresses = [citation.url, citation.archive_url, *citation.urls]
    for address in addresses:
        if not address:
            continue
        archived = parse_archive_url(address)
        if archived is None and address == citation.archive_url:
            continue  # an archive's short address, which does not name the original page
        url, _, fragment = (archived.original if archived else address).partition("#")  # fragments are never sent
        page = CitedPage(
            url=url, named=archived.timestamp if archived else None, route=fragment.startswith(("!/", "/"))
        )
        key = surt_key(page.url)
        known = found.get(key)
        if known is None:
            found[key] = page
        elif known.named is None and page.named:
            found[key] = replace(known, named=page.named)
    return tuple(found.values())


def lenient_pages(page: CitedPage, *, by_key: bool) -> tuple[CitedPage, ...]:
    """Return the page at other addresses, to be asked for if there is nothing at its own; see `lenient_addresses`."""
    return tuple(replace(page, url=url, rule=rule) for url, rule in lenient_addresses(page.url, by_key=by_key))


def asked_pages(citation: Citation, *, by_key: bool) -> tuple[CitedPage, ...]:
    """Return all pages that a look-up of a citation may ask an archive for, in that order, redirects aside."""
    pages = cited_pages(citation)
    return pages + tuple(lenient for page in pages for lenient in lenient_pages(page, by_key=by_key))


def wanted_time(citation: Citation, as_of: str | None) -> WantedTime:
    """Return the time from which captures are wanted for a citation in a document of the day `as_of`."""
    if citation.access_date:
        return _until(citation.access_date, "access date")
    if citation.archive_date:
        return _until(citation.archive_date, "archive date")
    if citation.date:
        near = first_moment(citation.date)
        return WantedTime(near=near, start=near, date=citation.date, what="date of publication", later_first=True)
    return _until(as_of, "document's date") if as_of else WantedTime()


def _until(date: str, what: str) -> WantedTime:
    return WantedTime(near=end_of_day(date), start=first_moment(date), date=date, what=what)


def rank_captures(rows: Iterable[CaptureRow], page: CitedPage, wanted: WantedTime) -> list[Candidate]:
    """Return the captures in the order in which to try them.

    Captures of another page with the same key (`/A` for `/a`) are tried only if there are no others.
    """
    once = list({(row.timestamp, row.url): row for row in rows}.values())
    same = {url: same_page(url, page.url) for url in {row.url for row in once}}
    once = [row for row in once if same[row.url]] or once
    named = [row for row in once if page.named and row.timestamp.startswith(page.named)]
    chosen = [Candidate(row=row, rule="the capture that the reference names") for row in named]
    found = chosen + _by_time([row for row in once if row not in named], wanted)
    return [_with_rule(each, page) for each in found]


def _with_rule(candidate: Candidate, page: CitedPage) -> Candidate:
    """Return a candidate whose rule also says how its address differs from the printed one."""
    rules = filter(None, (candidate.rule, page.rule, difference(candidate.row.url, page.url)))
    return replace(candidate, rule=", ".join(dict.fromkeys(rules)))


def _time(row: CaptureRow) -> str:
    return row.timestamp


def _by_time(rows: list[CaptureRow], wanted: WantedTime) -> list[Candidate]:
    near = wanted.near
    if near is None:
        latest = sorted(rows, key=_time, reverse=True)
        return [Candidate(row=row, rule="the latest capture") for row in latest]
    before = sorted((row for row in rows if row.timestamp <= near), key=_time, reverse=True)[:_MAX_ROWS]
    after = sorted((row for row in rows if row.timestamp > near), key=_time)[:_MAX_ROWS]
    sides = [after, before] if _prefers_later(before, after, wanted) else [before, after]
    first = [side[0] for side in sides if side]
    rest = sorted((row for side in sides for row in side[1:]), key=lambda row: _away(row, wanted))
    return [Candidate(row=row, rule=_rule(row, wanted)) for row in first + rest]


def _prefers_later(before: list[CaptureRow], after: list[CaptureRow], wanted: WantedTime) -> bool:
    """Return whether the first capture after the wanted time is preferred to the last one before it."""
    if wanted.later_first or not (before and after and wanted.near):
        return wanted.later_first
    return _away(before[0], wanted) > max(_NEAR, _away(after[0], wanted))


def _away(row: CaptureRow, wanted: WantedTime) -> timedelta:
    """Return the time between a capture and the wanted time; zero within it."""
    assert wanted.near is not None
    if row.timestamp > wanted.near:
        return distance(row.timestamp, wanted.near)
    return distance(row.timestamp, wanted.start) if row.timestamp < wanted.start else timedelta(0)


def _rule(row: CaptureRow, wanted: WantedTime) -> str:
    day = f"the {wanted.what} {wanted.date}"
    within = wanted.near is not None and wanted.start <= row.timestamp <= wanted.near
    if iso_date(row.timestamp) == wanted.date or (within and len(wanted.date) == len("2006-03-10")):
        return f"a capture of {day}"
    if wanted.near and row.timestamp <= wanted.near:
        return f"the nearest capture before {day}"
    return f"the nearest capture after {day}"
