"""Reads the other parts of a page that says that it is not whole, from the archive that holds it.

A version for print or on one page is asked for first, since it may be all that is needed; then the page's frames, its
next part and the one before, and theirs in turn.
"""

from collections import deque
from dataclasses import replace

import anyio.to_thread

from claims.records import Citation, Status
from crawler.archives.interface import Archive
from crawler.lookup.capture_selection import Candidate, CitedPage
from crawler.lookup.health.page_parts import BEFORE, FRAME, NamedPart, rest, versions
from crawler.lookup.health.running_text import running_words
from crawler.lookup.health.wholeness import TEASER, named_parts, partial
from crawler.lookup.joined_copies import joined, with_version
from crawler.lookup.page_copies import PageCopy, ReadPage, read_copy
from crawler.outcome import Failure
from crawler.timestamps import distance
from crawler.urls import same_page, surt_key

MAX_PARTS = 8
"""Parts that are asked for, of one page and once: a second of the Wayback Machine's pace. Sets of frames have two to
four, and few articles have more."""


async def with_parts(archive: Archive, copy: PageCopy, citation: Citation, read: ReadPage) -> PageCopy:
    """Return the copy read together with the parts that the page names; the copy itself if it needs or names none."""
    mendable = copy.instead is None or copy.instead.status in (Status.CHALLENGE, Status.PAYWALL)
    if copy.partial is None or copy.elsewhere or not mendable:
        return copy
    reading = _Parts(archive, copy, citation, read)
    return await reading.version() or await reading.all_parts() or copy


class _Parts:
    """The reading of one page with its parts."""

    def __init__(self, archive: Archive, page: PageCopy, citation: Citation, read: ReadPage) -> None:
        self._archive, self._page, self._citation, self._read_page = archive, page, citation, read
        self._asked = {surt_key(page.responses[0].url)}

    async def version(self) -> PageCopy | None:
        """Return the page read with a version that holds all of it, or None."""
        own = running_words(self._page.source, TEASER)
        for named in versions(self._page.responses[0]):
            found = await self._read(named)
            if isinstance(found, PageCopy) and not found.problem and running_words(found.source, TEASER) >= own:
                return await anyio.to_thread.run_sync(with_version, self._page, found, self._citation)
        return None

    async def all_parts(self) -> PageCopy | None:
        """Return the page read with its frames and the parts before and after it; None if none could be read."""
        missing: Failure | None = None
        copies, todo = [self._page], deque([self._page])
        while todo:
            copy = todo.popleft()
            place = next(number for number, each in enumerate(copies) if each is copy)
            for named in _parts_of(copy):
                if surt_key(named.url) in self._asked:
                    continue
                found = await self._read(named)
                if isinstance(found, Failure):
                    missing = missing or _missing(named, found)
                else:
                    place += named.what != BEFORE
                    copies.insert(place, found)
                    todo.append(found)
        if len(copies) == 1:
            return None
        return await anyio.to_thread.run_sync(joined, self._page, copies, self._citation, missing)

    async def _read(self, named: NamedPart) -> PageCopy | Failure:
        """Return the part as it was at the time of the page."""
        if len(self._asked) > MAX_PARTS:
            return partial(f"{MAX_PARTS} other parts are enough")
        self._asked.add(surt_key(named.url))
        time = self._page.capture.timestamp
        rows = await self._archive.captures(named.url, time)
        if isinstance(rows, Failure):
            return rows
        same = [row for row in rows if same_page(row.url, named.url)] or rows
        row = min(same, key=lambda row: ((row.status or 200) >= 400, distance(row.timestamp, time)))
        # A frame has a title of its own; another part is plainly another work if it is not that of the page's title.
        title = None if named.what == FRAME else self._page.source.title
        part_of = replace(self._citation, title=title, authors=())
        page = CitedPage(url=named.url)
        found = await read_copy(self._archive, Candidate(row=row, rule=named.what), page, part_of, self._read_page)
        if isinstance(found, PageCopy) and (unread := found.instead or found.elsewhere):
            return unread
        return found


def _parts_of(copy: PageCopy) -> tuple[NamedPart, ...]:
    words = running_words(copy.source, TEASER)
    further = rest(copy.responses[0]) if words < TEASER else ()
    return named_parts(copy.responses[0], copy.source, words) + further


def _missing(named: NamedPart, failure: Failure) -> Failure:
    reason = f"the copy is not the whole page: {named.what}, {named.url}, could not be read: {failure.reason}"
    return Failure(status=failure.status if failure.status.unfinished else Status.NO_TEXT, reason=reason)
