"""The forecast printed before a run: an estimate of its requests and time, not counting what the store holds."""

import math
from collections.abc import Iterable

from claims.records import Document
from crawler.app.open_archives import is_remote, place_of
from crawler.settings import Settings
from reports.text.phrases import count

REQUESTS_A_PAGE = 2
"""The look-up of a date redirects to the nearest capture, which is fetched next (RFC 7089, section 4.2)."""


def forecast(documents: Iterable[Document], settings: Settings) -> str | None:
    """Return a line such as `about 120 requests to wayback, about 1 minute at its pace`; None if there are none.

    The estimate counts the pages that claims cite, at the rate of the first archive on the network.
    """
    remote = _first_remote(settings)
    pages = len({url for document in documents for url in _cited(document)})
    if remote is None or not pages:
        return None
    requests = pages * REQUESTS_A_PAGE
    if settings.max_requests is not None:
        requests = min(requests, settings.max_requests)
    minutes = math.ceil(requests / (pace(settings) or math.inf)) or 1
    return f"about {requests} requests to {remote}, about {count(minutes, 'minute', 'minutes')} at its pace"


def pace(settings: Settings) -> float | None:
    """Return how many requests a minute the first archive on the network gets; None where no limit applies."""
    remote = _first_remote(settings)
    if remote is None:
        return None
    limit = settings.rate * 60 if settings.rate else place_of(remote).playback_per_minute
    return None if limit in (0, math.inf) else limit


def _first_remote(settings: Settings) -> str | None:
    return None if settings.offline else next((name for name in settings.archive if is_remote(name)), None)


def _cited(document: Document) -> Iterable[str]:
    """The URLs of the citations that some claim of `document` uses."""
    used = {name for claim in document.claims for name in claim.citations}
    return (citation.url for citation in document.citations if citation.id in used and citation.url)
