"""Fetches one capture of a page and reads it: its text, whether it is the page, and all of it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

import anyio.to_thread

from claims.records import Capture, Citation, Part, Source, Status
from crawler.archives.interface import Archive, ArchivedResponse
from crawler.archives.live import LIVE
from crawler.extraction.extract import extract
from crawler.lookup.archived_redirects import follow_redirects
from crawler.lookup.capture_selection import Candidate, CitedPage
from crawler.lookup.health.cited_work import other_work
from crawler.lookup.health.page_health import shown_instead, too_little
from crawler.lookup.health.wholeness import named_parts
from crawler.outcome import Failure
from crawler.timestamps import days_between
from crawler.urls import same_page

LIVE_RULE = "the page as it is now, since no archive had a readable copy and --live allows it"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCopy:
    """A readable copy of a page, or of all its parts.

    Attributes:
        capture: the copy of the page itself.
        source: the visible text, which is empty for a page of frames alone.
        responses: the archived responses that hold the text, in its order.
        parts: the captures of several responses, in their order; empty for one.
        instead: what was shown in place of the page, or None.
        partial: why what it lacks proves nothing, since there is more of the page or little text, or None.
        elsewhere: that it is another page or work than the cited one, or None.
    """

    capture: Capture
    source: Source
    responses: tuple[ArchivedResponse, ...]
    parts: tuple[Part, ...] = ()
    instead: Failure | None = None
    partial: Failure | None = None
    elsewhere: Failure | None = None

    @property
    def problem(self) -> Failure | None:
        """What is wrong with the copy, or None."""
        return self.instead or self.partial or self.elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """The visible text of a response, and what is wrong with it; see `PageCopy`."""

    source: Source
    instead: Failure | None = None
    partial: Failure | None = None
    other_work: Failure | None = None


Reading = Read | Failure
"""What a page shows, or the reason why it cannot be read."""

ReadPage = Callable[[ArchivedResponse, str, Citation], Awaitable[Reading]]
"""Runs `read_page`, which takes processor time, somewhere else than in the event loop."""


async def read_copy(
    archive: Archive, candidate: Candidate, page: CitedPage, citation: Citation, read: ReadPage
) -> PageCopy | Failure:
    """Fetch the capture `candidate` of a page that a citation names, and have it `read`."""
    followed = await follow_redirects(archive, candidate.row)
    if isinstance(followed, Failure):
        return followed
    response = followed.response
    if response.status >= 400 or response.status == 304:
        return error_capture(response.status)
    reading = await read(response, page.url, citation)
    if isinstance(reading, Failure):
        return reading
    access = citation.access_date
    capture = Capture(
        url=response.url, timestamp=response.timestamp, archive=archive.name, memento=response.memento,
        digest=response.digest, days_from_access=days_between(access, response.timestamp) if access else None,
        rule=", ".join(filter(None, (LIVE_RULE, page.rule))) if archive.name == LIVE else candidate.rule,
    )  # fmt: skip
    elsewhere = reading.other_work or followed.moved or _another_page(candidate, page)
    return PageCopy(
        capture=capture, source=reading.source, responses=(response,), instead=reading.instead, partial=reading.partial,
        elsewhere=elsewhere,
    )  # fmt: skip


def read_text(response: ArchivedResponse, *, hidden: bool = False) -> Source | Failure:
    """Return the text of a response, with `hidden` also what its page does not show."""
    return extract(response.body, response.headers.get("content-type", ""), response.url, hidden=hidden)


def error_capture(status: int) -> Failure:
    """Return the failure that an archived error page is."""
    return Failure(status=Status.ERROR_CAPTURE, reason=f"the archived answer is an error page (HTTP status {status})")


async def read_in_thread(response: ArchivedResponse, asked: str, citation: Citation) -> Reading:
    """Run `read_page` in a thread."""
    return await anyio.to_thread.run_sync(read_page, response, asked, citation)


def read_page(response: ArchivedResponse, asked: str, citation: Citation) -> Reading:
    """Read a response to a look-up of the address `asked`; one without text only if its text is in frames."""
    return named_by(citation, examined(response, shown_text(response), asked))


def shown_text(response: ArchivedResponse) -> Source | Failure:
    """Return the text of a response that its reader sees."""
    source = read_text(response)
    return source if isinstance(source, Failure) else source.visible


def examined(response: ArchivedResponse, text: Source | Failure, asked: str) -> Reading:
    """Return the reading of a response to a look-up of the address `asked`, whose visible text is `text`."""
    if isinstance(text, Failure):
        empty = Source(url=response.url, text="", passages=())
        in_frames = text.status is Status.NO_TEXT and named_parts(response, empty, 0)
        return Read(source=empty, partial=text) if in_frames else text
    return Read(source=text, instead=shown_instead(response, text, asked), partial=too_little(response, text))


def named_by(citation: Citation, reading: Reading) -> Reading:
    """Return a reading with what is wrong with it as the page that `citation` names."""
    if isinstance(reading, Failure) or not reading.source.text:
        return reading
    return replace(reading, other_work=other_work(citation, reading.source))


def _another_page(candidate: Candidate, page: CitedPage) -> Failure | None:
    """Return that a capture may be of another page: its address differs in case, or lacks what a script reads."""
    own = candidate.row.url
    if page.route:
        reason = "the address names a page by its fragment, which only the site's scripts know"
        return Failure(status=Status.MOVED, reason=reason)
    if same_page(own, page.url) or not same_page(own.lower(), page.url.lower()):
        return None
    return Failure(status=Status.MOVED, reason=f"the captured address {own} differs in case from the one cited")
