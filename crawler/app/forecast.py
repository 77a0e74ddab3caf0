"""What a run will ask of the network, told before it begins: an estimate, since much may lie in the store already."""

import math
from collections.abc import Iterable

from claims.records import Document
from crawler.app.archives import is_remote, place_of
from crawler.settings import Settings

REQUESTS_A_PAGE = 2
"""A look-up near a date answers with a redirect to the capture, and the capture is fetched (RFC 7089, section 4.2)."""


def forecast(documents: Iterable[Document], settings: Settings) -> str | None:
    """A line such as `about 120 requests to wayback, about 1 minute`; None where nothing will be asked.

    It counts the pages that claims cite, at the pace of the first archive on the network.
    """
    remote = next((name for name in settings.archive if is_remote(name)), None)
    pages = len({url for document in documents for url in _cited(document)})
    if settings.offline or remote is None or not pages:
        return None
    requests = pages * REQUESTS_A_PAGE
    if settings.max_requests is not None:
        requests = min(requests, settings.max_requests)
    pace = settings.rate * 60 if settings.rate else place_of(remote).playback_per_minute
    minutes = math.ceil(requests / pace) if pace else 1
    return f"about {requests} requests to {remote}, about {minutes} minute{'s' if minutes > 1 else ''} at its pace"


def _cited(document: Document) -> Iterable[str]:
    """The addresses of the citations that some claim of `document` rests on."""
    used = {name for claim in document.claims for name in claim.citations}
    return (citation.url for citation in document.citations if citation.id in used and citation.url)
