"""The forecast printed before a run: an estimate of its requests and time, not counting what the store holds."""

import math
from collections.abc import Iterable

from claims.records import Document
from crawler.app.archive_names import ArchiveName, read_name
from crawler.settings import Settings
from reports.text.phrases import count

REQUESTS_A_PAGE = 2
"""The look-up of a date redirects to the nearest capture, which is fetched next (RFC 7089, section 4.2)."""
RANGES_A_PAGE = 8
"""Requests for parts of files that a page takes in a crawl or collection: steps of the bisection of an index's list of
blocks, of which all pages share the first seven, a block, and the record."""

_MINUTES_A_DAY = 24 * 60


def forecast(documents: Iterable[Document], settings: Settings) -> str | None:
    """Return a line such as `about 120 requests to wayback, about 1 minute at its pace`; None if there are none.

    The estimate counts the pages that claims cite, at the rate of the first archive on the network.
    """
    remote = _first_remote(settings)
    pages = len({url for document in documents for url in _cited(document)})
    if remote is None or not pages:
        return None
    requests = pages * (REQUESTS_A_PAGE if remote.site else RANGES_A_PAGE)
    if settings.max_requests is not None:
        requests = min(requests, settings.max_requests)
    minutes = math.ceil(requests / (_limit(remote, settings) or math.inf)) or 1
    return f"about {requests} requests to {remote.name}, about {count(minutes, 'minute', 'minutes')} at its pace"


def corpus_forecast(look_ups: int, settings: Settings, *, located: bool = False) -> str | None:
    """Return how long so many look-ups of a corpus take at the pace of the first archive; None if nothing limits them.

    All workers together keep that pace. The index of an archive is asked only for pages whose nearest capture is an
    error page, and takes far fewer requests. If the pages were `located` in a columnar index, each takes one request.
    """
    remote = _first_remote(settings)
    limit = _limit(remote, settings) if remote else None
    if remote is None or limit is None or not look_ups:
        return None
    requests = look_ups * (REQUESTS_A_PAGE if remote.site else 1 if located else RANGES_A_PAGE)
    time = f"{_long(requests / limit)} at its pace for all workers together"
    line = f"up to {requests:,} requests to {remote.name}, {time}"
    index = remote.site.index_per_minute if remote.site else 0
    if not settings.rate and 0 < index < limit:
        line += f"; {_long(look_ups / index)} if its index has to be asked for every page ({index:g} a minute)"
    if remote.site and requests / limit > _MINUTES_A_DAY:
        line += ". Archives for so many pages are Common Crawl (--archive cc) and collections of WARC files"
    return line


def _long(minutes: float) -> str:
    """Return so many minutes in words: in days, from two days on."""
    if minutes < 2 * _MINUTES_A_DAY:
        return f"about {count(math.ceil(minutes), 'minute', 'minutes')}"
    return f"about {count(round(minutes / _MINUTES_A_DAY), 'day', 'days')}"


def pace(settings: Settings) -> float | None:
    """Return how many requests a minute the first archive on the network gets; None where no limit applies.

    Also None for an archive that is read by parts of files, since the number of requests of a page is not known.
    """
    remote = _first_remote(settings)
    return _limit(remote, settings) if remote and remote.site else None


def _limit(remote: ArchiveName, settings: Settings) -> float | None:
    limit = settings.rate * 60 if settings.rate else remote.per_minute
    return None if limit in (0, math.inf) else limit


def _first_remote(settings: Settings) -> ArchiveName | None:
    names = () if settings.offline else (read_name(name) for name in settings.archive)
    return next((name for name in names if name.remote), None)


def _cited(document: Document) -> Iterable[str]:
    """The URLs of the citations that some claim of `document` uses."""
    used = {name for claim in document.claims for name in claim.citations}
    return (citation.url for citation in document.citations if citation.id in used and citation.url)
