"""Finds the nearest copy of a page on the other side of the day of access, which is asked before an alarm is raised.

The author read the page on one day; of a page that changed, the copy before that day and the copy after it may differ.
"""

from collections.abc import Sequence
from dataclasses import replace

from claims.records import Capture, Citation
from crawler.archives.interface import Archive, CaptureRow, FullListing
from crawler.archives.live import LIVE
from crawler.lookup.capture_selection import Candidate, CitedPage, WantedTime, rank_captures, wanted_time
from crawler.lookup.lookup_result import LookupResult, result_of
from crawler.lookup.page_copies import PageCopy, ReadPage, read_copy, read_in_thread
from crawler.lookup.whole_pages import with_parts
from crawler.net.citation_budget import citation_budget
from crawler.net.retrieval_times import retrieval_times
from crawler.outcome import Failure

# Captures that are fetched: the nearest, and the next one if that is an error page or no page.
_MOST_FETCHED = 2


async def look_up_other_side(
    citation: Citation,
    archives: Sequence[Archive],
    as_of: str | None,
    first: LookupResult,
    read: ReadPage = read_in_thread,
) -> LookupResult | None:
    """Return the copy on the other side of the wanted time from the `first` one; None if there is none.

    The archive of that copy is asked, for at most two captures. A result that is unfinished says that it could not be
    asked.
    """
    with retrieval_times() as times, citation_budget():
        found = await _search(citation, archives, as_of, first, read)
    return found and replace(found, fetched=None if found.status.unfinished else times.last)


async def _search(
    citation: Citation, archives: Sequence[Archive], as_of: str | None, first: LookupResult, read: ReadPage
) -> LookupResult | None:
    archive = _archive_of(first, archives)
    if archive is None or first.capture is None or first.source is None:
        return None
    page = CitedPage(url=first.capture.url)
    candidates = await _candidates(archive, page, wanted_time(citation, as_of), first.capture)
    if isinstance(candidates, Failure):
        return _unfinished(candidates)
    doubtful: LookupResult | None = None
    for candidate in candidates[:_MOST_FETCHED]:
        copy = await read_copy(archive, candidate, page, citation, read)
        if isinstance(copy, PageCopy) and doubtful is None:
            copy = await with_parts(archive, copy, citation, read)
        if isinstance(copy, Failure):
            if copy.status.unfinished:
                return _unfinished(copy)
        elif copy.source.text == first.source.text:
            return None
        elif not copy.source.text:
            continue
        elif copy.problem is None:
            return result_of(copy)
        else:
            doubtful = doubtful or result_of(copy)
    return doubtful


async def _candidates(
    archive: Archive, page: CitedPage, wanted: WantedTime, read: Capture
) -> list[Candidate] | Failure:
    """Return the captures on the other side, the nearest first; before the day of publication there was no page."""
    if wanted.near is None or wanted.later_first:
        return []
    rows = await archive.captures(page.url, wanted.near)
    found = [] if isinstance(rows, Failure) else _across(rows, page, wanted, read)
    if not found and isinstance(archive, FullListing):
        rows = await archive.all_captures(page.url, wanted.near)
        found = [] if isinstance(rows, Failure) else _across(rows, page, wanted, read)
    return rows if isinstance(rows, Failure) and rows.status.unfinished else found


def _across(rows: Sequence[CaptureRow], page: CitedPage, wanted: WantedTime, read: Capture) -> list[Candidate]:
    assert wanted.near is not None
    after = read.timestamp > wanted.near
    other = [row for row in rows if (row.timestamp > wanted.near) != after and (row.status or 200) < 400]
    return rank_captures([row for row in other if not row.digest or row.digest != read.digest], page, wanted)


def _archive_of(read: LookupResult, archives: Sequence[Archive]) -> Archive | None:
    name = read.capture.archive if read.capture else None
    return next((archive for archive in archives if archive.name == name and name != LIVE), None)


def _unfinished(failure: Failure) -> LookupResult | None:
    if not failure.status.unfinished:
        return None
    reason = f"another copy of the page could not be asked: {failure.reason}"
    return LookupResult(status=failure.status, reason=reason)
