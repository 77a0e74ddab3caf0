"""Finds the archived page that a citation rests on, and its text, or the reason why there is none."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from claims.records import Attempt, Citation, Status
from crawler.archives.interface import Archive, CaptureRow, FullListing
from crawler.archives.live import LIVE
from crawler.lookup.capture_selection import (
    CitedPage,
    WantedTime,
    cited_pages,
    lenient_pages,
    rank_captures,
    wanted_time,
)
from crawler.lookup.lookup_result import LookupResult, result_of
from crawler.lookup.page_copies import PageCopy, ReadPage, error_capture, read_copy, read_in_thread
from crawler.lookup.whole_pages import with_parts
from crawler.net.citation_budget import citation_budget
from crawler.net.retrieval_times import retrieval_times
from crawler.outcome import Failure
from crawler.urls import host_of, split_web_url

# Captures of one page fetched from one archive before it is given up: the wanted one and its neighbours.
MAX_TRIES = 4
ALTERED_BY_OPERATOR = frozenset(f"archive.{ending}" for ending in ("today", "is", "ph", "li", "fo", "vn", "md"))
ALTERED = (
    "archive.today is not asked: its operator altered captures, for which the English Wikipedia deprecated it "
    "in February 2026"
)
# The values of `url-status` for a page that belongs to someone else now, or that no reader should be sent to (Citation
# Style 1's manual): the live page is never fetched.
UNFIT = frozenset({"usurped", "unfit"})
_NO_CAPTURE = frozenset({Status.NEVER_ARCHIVED, Status.DAMAGED})
# Of several reasons, the report gives the most informative: what another run may mend, then what the page showed.
_BY_INFORMATION = (
    Status.THROTTLED, Status.UNREACHABLE, Status.DAMAGED, Status.PAYWALL, Status.CHALLENGE, Status.SOFT_404,
    Status.TOO_LARGE, Status.UNSUPPORTED_TYPE, Status.NO_TEXT, Status.ERROR_CAPTURE, Status.REFUSED, Status.EXCLUDED,
    Status.MOVED, Status.BLOCKED, Status.NEVER_ARCHIVED, Status.NO_URL,
)  # fmt: skip


async def look_up(
    citation: Citation, archives: Sequence[Archive], as_of: str | None, read: ReadPage = read_in_thread
) -> LookupResult:
    """Look the citation's pages up in the archives, in order, until one gives a readable copy.

    Args:
        citation: the citation; nothing that archives do or hold makes this raise.
        archives: in the order to ask them.
        as_of: the day of the citing document, ISO 8601, or None.
        read: reads what the archives return.
    """
    with retrieval_times() as times:
        result = await _search(citation, archives, as_of, read)
    return result if result.status.unfinished else replace(result, fetched=times.last)


async def _search(citation: Citation, archives: Sequence[Archive], as_of: str | None, read: ReadPage) -> LookupResult:
    search = _Search(citation=citation, wanted=wanted_time(citation, as_of), read=read)
    search.note_altered_archive()
    lasting = [archive for archive in archives if archive.name != LIVE]
    live = [archive for archive in archives if archive.name == LIVE and UNFIT.isdisjoint(citation.flags)]
    pages = cited_pages(citation)
    with citation_budget():
        found = await search.try_pages(lasting, pages)
        if found is None and search.never_archived():
            found = await search.try_leniently(lasting, pages)
        if found is None and live:
            found = await search.try_pages(live, pages)
            if found is None and search.gone():
                found = await search.apart().try_leniently(live, pages)
    return found or search.failure()


class _Search:
    """The search for one citation's source: what was tried, and the best copy that looks like another page."""

    def __init__(self, *, citation: Citation, wanted: WantedTime, read: ReadPage) -> None:
        self._citation, self._wanted, self._read = citation, wanted, read
        self._tried: list[Attempt] = []
        self._doubtful: PageCopy | None = None

    def note_altered_archive(self) -> None:
        """Note that archive.today is not asked, if the reference names a capture there."""
        url = self._citation.archive_url or ""
        if host_of(url) in ALTERED_BY_OPERATOR:
            attempt = Attempt(url=url, timestamp=None, archive=host_of(url), status=Status.REFUSED, reason=ALTERED)
            self._tried.append(attempt)

    def apart(self) -> "_Search":
        """Return a search that begins where this one is; what it does not find changes nothing here."""
        search = _Search(citation=self._citation, wanted=self._wanted, read=self._read)
        search._tried = list(self._tried)
        return search

    def never_archived(self) -> bool:
        """Return whether all archives that were asked answered that they hold no capture."""
        asked = [attempt for attempt in self._tried if attempt.reason != ALTERED]
        return bool(asked) and all(attempt.status in _NO_CAPTURE for attempt in asked)

    def gone(self) -> bool:
        """Return whether the live pages that were asked for are gone."""
        asked = [attempt for attempt in self._tried if attempt.archive == LIVE]
        return bool(asked) and all(attempt.status is Status.ERROR_CAPTURE for attempt in asked)

    async def try_pages(self, archives: Sequence[Archive], pages: Iterable[CitedPage]) -> LookupResult | None:
        """Try pages in order, each in all archives; return the result if one of their captures is the page."""
        for page in pages:
            for archive in archives:
                if found := await self.try_archive(archive, page):
                    return found
        return None

    async def try_leniently(self, archives: Sequence[Archive], pages: Iterable[CitedPage]) -> LookupResult | None:
        """Try other addresses of the pages, those that each archive may not find by itself."""
        for page in pages:
            for archive in archives:
                if found := await self.try_pages([archive], lenient_pages(page, by_key=archive.by_key)):
                    return found
        return None

    async def try_archive(self, archive: Archive, page: CitedPage) -> LookupResult | None:
        """Try a page's captures in one archive; return the result if one of them is the page."""
        if split_web_url(page.url) is None:
            reason = f"{page.url} is no address of a web page"
            self._note(archive, page.url, None, Failure(status=Status.REFUSED, reason=reason))
            return None
        near = page.named or self._wanted.near
        rows = await archive.captures(page.url, near)
        if isinstance(rows, Failure):
            self._note(archive, page.url, None, rows)
            return None
        seen = _Seen()
        if found := await self._try_captures(archive, page, rows, seen):
            return found
        if isinstance(archive, FullListing) and seen.fetched < MAX_TRIES:
            more = await archive.all_captures(page.url, near)
            if not isinstance(more, Failure):
                return await self._try_captures(archive, page, more, seen)
            if more.status.unfinished:
                self._note(archive, page.url, None, more)
        return None

    async def _try_captures(
        self, archive: Archive, page: CitedPage, rows: Sequence[CaptureRow], seen: "_Seen"
    ) -> LookupResult | None:
        """Try those captures of a page that were not seen before, until one is the page."""
        for candidate in rank_captures(rows, page, self._wanted):
            if not seen.is_new(candidate.row) or seen.fetched >= MAX_TRIES:
                continue
            if candidate.row.status and candidate.row.status >= 400:
                seen.errors += 1
                if seen.errors <= MAX_TRIES:  # some sites were captured as errors every night for years
                    self._note(archive, candidate.row.url, candidate.row.timestamp, error_capture(candidate.row.status))
                continue
            copy = await read_copy(archive, candidate, page, self._citation, self._read)
            if isinstance(copy, PageCopy) and copy.problem and not seen.doubted:
                seen.doubted = True
                copy = await with_parts(archive, copy, self._citation, self._read)
            if isinstance(copy, PageCopy) and copy.problem is None:
                return replace(result_of(copy), tried=tuple(self._tried))
            self._reject(archive, candidate.row, copy)
            if candidate.row.digest:
                seen.digests.add(candidate.row.digest)
            seen.fetched += 1
        return None

    def failure(self) -> LookupResult:
        """Return the result if no archive had the page."""
        if not self._tried:
            broken = self._citation.broken
            reason = "the list has no such reference" if broken else "the reference gives no URL"
            return LookupResult(status=Status.NO_URL, reason=reason)
        worst = min(self._tried, key=lambda attempt: _BY_INFORMATION.index(attempt.status))
        if copy := self._doubtful:
            return replace(result_of(copy), status=worst.status, reason=worst.reason, tried=tuple(self._tried))
        return LookupResult(status=worst.status, reason=worst.reason, tried=tuple(self._tried))

    def _reject(self, archive: Archive, row: CaptureRow, copy: PageCopy | Failure) -> None:
        if isinstance(copy, Failure):
            self._note(archive, row.url, row.timestamp, copy)
            return
        assert copy.problem is not None
        self._note(archive, copy.capture.url, copy.capture.timestamp, copy.problem)
        if copy.source.text and (self._doubtful is None or len(copy.source.text) > len(self._doubtful.source.text)):
            self._doubtful = copy

    def _note(self, archive: Archive, url: str, timestamp: str | None, failure: Failure) -> None:
        self._tried.append(
            Attempt(url=url, timestamp=timestamp, archive=archive.name, status=failure.status, reason=failure.reason)
        )


class _Seen:
    """What was tried of a page in one archive: its captures, digests that were not the page, and how many of each.

    `doubted`: whether one was doubted already; the parts of a page are sought only for the first.
    """

    def __init__(self) -> None:
        self.digests: set[str] = set()
        self.fetched = self.errors = 0
        self.doubted = False
        self._captures: set[tuple[str, str]] = set()

    def is_new(self, row: CaptureRow) -> bool:
        """Return whether a capture was not tried before and has another digest than those that were not the page."""
        known = (row.url, row.timestamp) in self._captures
        self._captures.add((row.url, row.timestamp))
        return not known and row.digest not in self.digests
