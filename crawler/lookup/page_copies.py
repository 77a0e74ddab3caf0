"""Fetches one capture of a page and reads it: its text, and whether it is the page."""

from dataclasses import dataclass

import anyio.to_thread

from claims.records import Capture, Citation, Source, Status
from crawler.archives.interface import Archive, ArchivedResponse
from crawler.archives.live import LIVE
from crawler.extraction.extract import extract
from crawler.lookup.archived_redirects import follow_redirects
from crawler.lookup.capture_selection import Candidate, CitedPage
from crawler.lookup.cited_work import other_work
from crawler.lookup.page_health import page_problem
from crawler.outcome import Failure
from crawler.timestamps import days_between
from crawler.urls import same_page

LIVE_RULE = "the page as it is now, since no archive had a readable copy and --live allows it"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCopy:
    """A readable copy: its visible text, the response that holds it, and what is wrong with it, or None."""

    capture: Capture
    source: Source
    response: ArchivedResponse
    problem: Failure | None


async def read_copy(archive: Archive, candidate: Candidate, page: CitedPage, citation: Citation) -> PageCopy | Failure:
    """Fetch and read the capture `candidate` of a page that a citation names."""
    followed = await follow_redirects(archive, candidate.row)
    if isinstance(followed, Failure):
        return followed
    response = followed.response
    if response.status >= 400 or response.status == 304:
        return error_capture(response.status)
    read = await anyio.to_thread.run_sync(_read_page, response, page.url, citation)
    if isinstance(read, Failure):
        return read
    source, problem = read
    access = citation.access_date
    capture = Capture(
        url=response.url, timestamp=response.timestamp, archive=archive.name, memento=response.memento,
        digest=response.digest, days_from_access=days_between(access, response.timestamp) if access else None,
        rule=LIVE_RULE if archive.name == LIVE else candidate.rule,
    )  # fmt: skip
    problem = problem or followed.moved or _other_case(candidate, page)
    return PageCopy(capture=capture, source=source, response=response, problem=problem)


def read_text(response: ArchivedResponse, *, hidden: bool = False) -> Source | Failure:
    """Return the text of a response, with `hidden` also what its page does not show."""
    return extract(response.body, response.headers.get("content-type", ""), response.url, hidden=hidden)


def error_capture(status: int) -> Failure:
    """Return the failure that an archived error page is."""
    return Failure(status=Status.ERROR_CAPTURE, reason=f"the archived answer is an error page (HTTP status {status})")


def _read_page(response: ArchivedResponse, asked: str, citation: Citation) -> tuple[Source, Failure | None] | Failure:
    """Return the visible text of a response to a look-up of the address `asked`, and what is wrong with it."""
    source = read_text(response)
    if isinstance(source, Failure):
        return source
    visible = source.visible
    return visible, page_problem(response, visible, asked) or other_work(citation, visible)


def _other_case(candidate: Candidate, page: CitedPage) -> Failure | None:
    """Return that a capture's address differs from the page's in case, which is another page on most servers."""
    own = candidate.row.url
    if same_page(own, page.url) or not same_page(own.lower(), page.url.lower()):
        return None
    return Failure(status=Status.MOVED, reason=f"the captured address {own} differs in case from the one cited")
