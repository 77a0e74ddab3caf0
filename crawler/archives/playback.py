"""Asks an archive for an archived response: follows the archive's own redirects, and says what its refusals mean."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from claims.records import Status
from crawler.archive_urls import parse_archive_url
from crawler.archives.memento_headers import is_exclusion, is_memento
from crawler.net.client import HttpResponse
from crawler.net.fetcher import Fetcher
from crawler.outcome import Failure
from crawler.timestamps import distance, from_http_date
from crawler.urls import resolve_link

# Playback redirects to the nearest capture that it can show; more than a few such redirects are a loop.
_MAX_STEPS = 5
# For a capture that it cannot show, the Wayback Machine shows another, months away (the recorded session
# `should_fail_for_non_playbackable_mementos`); EDGI's window of a day recognises that.
WINDOW = timedelta(hours=24)
_CANNOT_SHOW = Failure(status=Status.ERROR_CAPTURE, reason="the archive lists this capture but cannot show it")


@dataclass(frozen=True, slots=True)
class Playback:
    """How to ask one archive.

    Attributes:
        name: what reports call the archive.
        is_inside: whether an address is within the archive, so that its redirects may lead there.
    """

    name: str
    is_inside: Callable[[str], bool]

    async def get(
        self,
        fetcher: Fetcher,
        address: str,
        url: str,
        *,
        headers: dict[str, str] | None = None,
        wanted: str | None = None,
    ) -> HttpResponse | Failure:
        """Return the archived response at an address, following the archive's redirects within the archive.

        Args:
            fetcher: what sends the requests.
            address: where the archive shows or chooses a capture.
            url: the archived page's address, for reasons.
            headers: of the requests.
            wanted: the time of the capture (14 digits); one a day or more away is refused as another capture.
        """
        for _ in range(_MAX_STEPS):
            answer = await fetcher.get(address, headers)
            if isinstance(answer, Failure):
                return answer
            if is_memento(answer):
                return (
                    _CANNOT_SHOW if _is_another(from_http_date(answer.header("memento-datetime")), wanted) else answer
                )
            if not (300 <= answer.status < 400 and answer.header("location")):
                return self.refusal(answer, url)
            address = resolve_link(address, answer.header("location"))
            if not self.is_inside(address):
                return Failure(status=Status.REFUSED, reason=f"{self.name} leads out of the archive, to {address}")
            archived = parse_archive_url(address)
            if archived and _is_another(archived.timestamp, wanted):
                return _CANNOT_SHOW
        return Failure(status=Status.REFUSED, reason=f"{self.name} redirects without end for {url}")

    def refusal(self, answer: HttpResponse, url: str) -> Failure:
        """Return what a response of the archive itself means, which is no archived one."""
        if is_exclusion(answer) or answer.status == 451:
            return Failure(status=Status.EXCLUDED, reason=f"{self.name} holds {url} back")
        if answer.status in (404, 410):
            return Failure(status=Status.NEVER_ARCHIVED, reason=f"{self.name} holds no capture of {url}")
        said = f"HTTP status {answer.status}" if answer.status >= 300 else "a page that is no capture"
        return Failure(status=Status.UNREACHABLE, reason=f"{self.name} answered for {url} with {said}")


def _is_another(timestamp: str | None, wanted: str | None) -> bool:
    return bool(timestamp and wanted) and distance(timestamp or "", wanted or "") >= WINDOW
