"""A citation to the text of the archived page that it rests on, or to the reason why there is none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

import anyio.to_thread

from claims.records import Attempt, Capture, Citation, Source, Status
from crawler.archives.interface import Archive, ArchivedResponse, CaptureRow, FullListing
from crawler.archives.live import LIVE
from crawler.extraction.extract import extract
from crawler.lookup.capture_selection import Candidate, CitedPage, WantedTime, cited_pages, rank_captures, wanted_time
from crawler.lookup.page_health import page_problem
from crawler.net.citation_budget import citation_budget
from crawler.net.retrieval_times import retrieval_times
from crawler.outcome import Failure
from crawler.timestamps import days_between, distance
from crawler.urls import host_of, resolve_link, same_page, split_web_url

# Captures fetched of one page in one archive before it is given up: the wanted one and its neighbours.
MOST_TRIES = 4
MOST_REDIRECTS = 8
ALTERED_BY_OPERATOR = frozenset(f"archive.{ending}" for ending in ("today", "is", "ph", "li", "fo", "vn", "md"))
ALTERED = (
    "archive.today is not asked: its operator altered captures, for which the English Wikipedia deprecated it "
    "in February 2026"
)
# Targets of archived redirects were captured within seconds to hours; what an archive offers at a greater distance is
# another visit's page (the window of edgi-govdata-archiving/wayback, `get_memento(target_window=86400)`).
REDIRECT_WINDOW = timedelta(hours=24)
# What `url-status` says of a page that is another's now, or that nobody should be sent to (Citation Style 1's manual):
# its live form is never fetched.
UNFIT = frozenset({"usurped", "unfit"})
LIVE_RULE = "the page as it is now, since no archive had a readable copy and --live allows it"
# Pages of the early web redirect from within, at once; a longer page has something to say itself.
_LONGEST_REFRESH = 2_000
_REFRESH = re.compile(
    rb"""<meta\s[^>]{0,80}?refresh["']?\s[^>]{0,40}?content\s{0,9}=\s{0,9}["']?\s{0,9}[0-5]\s{0,9};\s{0,9}url\s{0,9}=\s{0,9}['"]?([^'">]{1,2000})""",
    re.IGNORECASE,
)
_REDIRECTS = (301, 302, 303, 307, 308)
# Of all that went wrong, the report names what says most: what another run may mend, then what was seen of the page.
_TELLING = (
    Status.THROTTLED, Status.UNREACHABLE, Status.PAYWALL, Status.CHALLENGE, Status.SOFT_404, Status.TOO_LARGE,
    Status.UNSUPPORTED_TYPE, Status.NO_TEXT, Status.ERROR_CAPTURE, Status.REFUSED, Status.EXCLUDED,
    Status.NEVER_ARCHIVED, Status.NO_URL,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class LookupResult:
    """What came of a citation.

    Attributes:
        status: `checked` where `source` is the page; else why it is not.
        reason: why, in words; None for `checked`.
        capture, source: the page that was found. Where `doubt` is set it is one that looks like no page (a paywall, a
            soft 404 …) but has text: a claim may be called supported by it, and nothing else.
        tried: the captures and look-ups that gave nothing, in order.
        doubt: what is wrong with the page that is given all the same.
        fetched: as `claims.records.Check` has it.
    """

    status: Status
    reason: str | None = None
    capture: Capture | None = None
    source: Source | None = None
    tried: tuple[Attempt, ...] = ()
    doubt: Failure | None = None
    fetched: str | None = None


async def look_up(citation: Citation, archives: Sequence[Archive], as_of: str | None) -> LookupResult:
    """Look the citation's pages up in the archives, in order, until one gives a readable copy.

    `as_of` is the day of the document that cites (ISO 8601), or None. Never raises for what archives do or hold.
    """
    with retrieval_times() as times:
        obtained = await _obtained(citation, archives, as_of)
    return obtained if obtained.status.unfinished else replace(obtained, fetched=times.last)


async def _obtained(citation: Citation, archives: Sequence[Archive], as_of: str | None) -> LookupResult:
    search = _Search(citation=citation, wanted=wanted_time(citation, as_of))
    search.pass_over_altered()
    allowed = [archive for archive in archives if archive.name != LIVE or UNFIT.isdisjoint(citation.flags)]
    with citation_budget():
        for page in cited_pages(citation):
            for archive in allowed:
                if found := await search.look(archive, page):
                    return found
    return search.outcome()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Copy:
    """A copy that could be read, of which `doubt` says what is wrong with it."""

    capture: Capture
    source: Source
    doubt: Failure | None


class _Search:
    """The looking for one citation's source: what was tried, and the best doubtful copy so far."""

    def __init__(self, *, citation: Citation, wanted: WantedTime) -> None:
        self._citation, self._wanted = citation, wanted
        self._tried: list[Attempt] = []
        self._doubtful: _Copy | None = None

    def pass_over_altered(self) -> None:
        """Say so where the reference names a capture of archive.today, which is not asked."""
        url = self._citation.archive_url or ""
        if host_of(url) in ALTERED_BY_OPERATOR:
            attempt = Attempt(url=url, timestamp=None, archive=host_of(url), status=Status.REFUSED, reason=ALTERED)
            self._tried.append(attempt)

    async def look(self, archive: Archive, page: CitedPage) -> LookupResult | None:
        """Try a page's captures in one archive; the result where one of them is the page."""
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
        if found := await self._try(archive, page, rows, seen):
            return found
        if isinstance(archive, FullListing) and seen.fetched < MOST_TRIES:
            more = await archive.all_captures(page.url, near)
            if not isinstance(more, Failure):
                return await self._try(archive, page, more, seen)
            if more.status.unfinished:
                self._note(archive, page.url, None, more)
        return None

    async def _try(
        self, archive: Archive, page: CitedPage, rows: Sequence[CaptureRow], seen: "_Seen"
    ) -> LookupResult | None:
        """Try some captures of a page, those that were not seen before, until one is the page."""
        for candidate in rank_captures(rows, page, self._wanted):
            if not seen.first(candidate.row) or seen.fetched >= MOST_TRIES:
                continue
            if candidate.row.status and candidate.row.status >= 400:
                seen.errors += 1
                if seen.errors <= MOST_TRIES:  # some sites were captured as errors every night for years
                    self._note(archive, candidate.row.url, candidate.row.timestamp, _error(candidate.row.status))
                continue
            copy = await self._read(archive, page, candidate)
            if isinstance(copy, _Copy) and copy.doubt is None:
                return LookupResult(
                    status=Status.CHECKED, capture=copy.capture, source=copy.source, tried=tuple(self._tried)
                )
            self._reject(archive, candidate.row, copy)
            if candidate.row.digest:
                seen.digests.add(candidate.row.digest)
            seen.fetched += 1
        return None

    def outcome(self) -> LookupResult:
        """What to say when no archive had the page."""
        if not self._tried:
            broken = self._citation.broken
            reason = "the list has no such reference" if broken else "the reference gives no URL"
            return LookupResult(status=Status.NO_URL, reason=reason)
        worst = min(self._tried, key=lambda attempt: _TELLING.index(attempt.status))
        without = LookupResult(status=worst.status, reason=worst.reason, tried=tuple(self._tried))
        if copy := self._doubtful:
            return replace(without, capture=copy.capture, source=copy.source, doubt=copy.doubt)
        return without

    async def _read(self, archive: Archive, page: CitedPage, candidate: Candidate) -> _Copy | Failure:
        response = await _followed(archive, candidate.row)
        if isinstance(response, Failure):
            return response
        if response.status >= 400 or response.status == 304:
            return _error(response.status)
        read = await anyio.to_thread.run_sync(_readable, response, page.url)
        if isinstance(read, Failure):
            return read
        source, doubt = read
        access = self._citation.access_date
        capture = Capture(
            url=response.url, timestamp=response.timestamp, archive=archive.name, memento=response.memento,
            digest=response.digest, days_from_access=days_between(access, response.timestamp) if access else None,
            rule=LIVE_RULE if archive.name == LIVE else candidate.rule,
        )  # fmt: skip
        return _Copy(capture=capture, source=source, doubt=doubt)

    def _reject(self, archive: Archive, row: CaptureRow, copy: _Copy | Failure) -> None:
        if isinstance(copy, Failure):
            self._note(archive, row.url, row.timestamp, copy)
            return
        assert copy.doubt is not None
        self._note(archive, copy.capture.url, copy.capture.timestamp, copy.doubt)
        if self._doubtful is None or len(copy.source.text) > len(self._doubtful.source.text):
            self._doubtful = copy

    def _note(self, archive: Archive, url: str, timestamp: str | None, failure: Failure) -> None:
        self._tried.append(
            Attempt(url=url, timestamp=timestamp, archive=archive.name, status=failure.status, reason=failure.reason)
        )


class _Seen:
    """What of a page in an archive was tried: which captures, digests that proved to be no page, and how many."""

    def __init__(self) -> None:
        self.digests: set[str] = set()
        self.fetched = self.errors = 0
        self._captures: set[tuple[str, str]] = set()

    def first(self, row: CaptureRow) -> bool:
        """Whether a capture is neither one that was tried nor one that looks just like one that was no page."""
        known = (row.url, row.timestamp) in self._captures
        self._captures.add((row.url, row.timestamp))
        return not known and row.digest not in self.digests


def _readable(response: ArchivedResponse, asked: str) -> tuple[Source, Failure | None] | Failure:
    """The text of an answer for the address `asked`, and what is wrong with it."""
    source = extract(response.body, response.headers.get("content-type", ""), response.url)
    return source if isinstance(source, Failure) else (source, page_problem(response, source, asked))


def _error(status: int) -> Failure:
    return Failure(status=Status.ERROR_CAPTURE, reason=f"the archived answer is an error page (HTTP status {status})")


async def _followed(archive: Archive, row: CaptureRow) -> ArchivedResponse | Failure:
    """The answer at the end of the archived redirects that start at a capture."""
    been: set[tuple[str, str]] = set()
    for _ in range(MOST_REDIRECTS + 1):
        been.add((row.url, row.timestamp))
        response = await archive.fetch(row)
        if isinstance(response, Failure):
            return response
        location = response.headers.get("location", "") if response.status in _REDIRECTS else _refreshed(response)
        if location is None:
            return response
        onward = await _target(archive, response, location, been)
        if isinstance(onward, Failure):
            return onward
        row = onward
    return Failure(status=Status.REFUSED, reason=f"{row.url} is behind more than {MOST_REDIRECTS} redirects")


def _refreshed(response: ArchivedResponse) -> str | None:
    """Where a page that is nothing but `<meta http-equiv=refresh>` sends its reader, or None."""
    if response.status != 200 or len(response.body) > _LONGEST_REFRESH:
        return None
    found = _REFRESH.search(response.body)
    return found.group(1).decode("utf-8", "replace").strip() if found else None


async def _target(
    archive: Archive, response: ArchivedResponse, location: str, been: set[tuple[str, str]]
) -> CaptureRow | Failure:
    """The capture that an archived redirect leads to."""
    if not location:
        return Failure(status=Status.ERROR_CAPTURE, reason="the archived answer is a redirect to nowhere")
    target = resolve_link(response.url, location)
    if split_web_url(target) is None:
        return Failure(status=Status.REFUSED, reason=f"the archived redirect leads to {target}, which is no web page")
    rows = await archive.captures(target, response.timestamp)
    if isinstance(rows, Failure):
        if rows.status is Status.NEVER_ARCHIVED:
            return _astray(target, "was not captured")
        return rows
    near = [row for row in rows if distance(row.timestamp, response.timestamp) <= REDIRECT_WINDOW]
    if not near:
        return _astray(target, "was not captured within 24 hours of it")
    onward = [row for row in near if (row.url, row.timestamp) not in been]
    if not onward:
        return Failure(status=Status.REFUSED, reason=f"the archived redirects lead back to {target}")
    exact = [row for row in onward if same_page(row.url, target)] or onward
    # of the captures of one key (http and https, with and without www) the one that is written like the target
    return min(exact, key=lambda row: (row.url != target, distance(row.timestamp, response.timestamp)))


def _astray(target: str, why: str) -> Failure:
    return Failure(status=Status.NEVER_ARCHIVED, reason=f"the archived redirect leads to {target}, which {why}")
