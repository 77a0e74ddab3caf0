"""Pages of a MediaWiki, from its own interfaces: the HTML of a revision, and the revision of a given day.

The HTML is Parsoid's (`/w/rest.php/v1/revision/{id}/html`), whose markup distinguishes references; the older
`/api/rest_v1` is being rerouted (Wikimedia task T373716).
"""

from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import quote, urlencode

import anyio
import anyio.to_thread
import msgspec

from claims.records import Status
from crawler.documents.mediawiki_responses import ListedPage, PageInfo, QueryResponse, Revision
from crawler.documents.wiki_address import WikiAddress
from crawler.net.client import HttpResponse
from crawler.net.decoding import TooLarge
from crawler.net.fetcher import Fetcher
from crawler.net.rate_limits import UNLIMITED, WIKI_PER_MINUTE
from crawler.net.retry_after import retry_after_seconds
from crawler.net.retrying import Service
from crawler.outcome import Failure
from crawler.storage.network import Network
from crawler.urls import OWN_HOSTS, host_of, resolve_link

AT_ONCE = 3
"""Maximum number of concurrent requests: what Wikimedia has allowed one client since March 2026."""
MAX_LAG = 5
"""Seconds of replication lag from which the wiki refuses our queries; MediaWiki's manual (Manual:Maxlag parameter)
recommends this value for non-interactive tools."""
LAG_ATTEMPTS = 5
MOST_REDIRECTS = 3
REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True, kw_only=True)
class WikiPage:
    """One revision of a page.

    Attributes:
        base: scheme and host of its wiki.
        time: when the revision was saved, ISO 8601, UTC; None if the wiki does not say.
        html: Parsoid's rendering, a complete HTML document.
    """

    base: str
    title: str
    revision: int
    time: str | None
    html: bytes

    @property
    def permalink(self) -> str:
        """The URL that always shows this revision."""
        return f"{self.base}/w/index.php?oldid={self.revision}"


Record = TypeVar("Record")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Busy:
    """The wiki is overloaded and asks for another attempt after `seconds`."""

    seconds: float


class Wiki:
    """One MediaWiki. A revision never changes, so it is fetched once and kept."""

    def __init__(self, base: str, network: Network) -> None:
        self.base = base
        host = host_of(base)
        service, rate = Service(host), UNLIMITED if host in OWN_HOSTS else WIKI_PER_MINUTE
        self._lasting, self._latest = network.caching_fetcher(service, rate), network.refreshing_fetcher(service, rate)
        self._places = anyio.CapacityLimiter(AT_ONCE)

    async def page(self, address: WikiAddress) -> WikiPage | Failure:
        """Fetch the revision that `address` pins, or the latest of its page, following wiki redirects."""
        if address.revision is not None:
            url = f"{self.base}/w/rest.php/v1/revision/{address.revision}/bare"
            about = await self._json(self._lasting, url, Revision)
            if isinstance(about, Failure):
                return about
            return await self._revision(about.id, about.page.title, about.timestamp)
        title = quote(address.title or "", safe="")
        bare = await self._json(self._latest, f"{self.base}/w/rest.php/v1/page/{title}/bare", PageInfo)
        if isinstance(bare, Failure):
            return bare
        return await self._revision(bare.latest.id, bare.title, bare.latest.timestamp)

    async def page_on(self, title: str, day: str) -> WikiPage | Failure:
        """Fetch the revision of `title` at the end of `day` (`2010-01-31`); the first one if the page is younger."""
        for direction, start in (("older", f"{day}T23:59:59Z"), ("newer", None)):
            found = await self._revisions(title, direction, start)
            if isinstance(found, Failure):
                return found
            if found.missing:
                return Failure(status=Status.NEVER_ARCHIVED, reason=f"{self.base} has no page {title!r}")
            for revision in found.revisions:
                return await self._revision(revision.revid, found.title, revision.timestamp)
        return Failure(status=Status.NEVER_ARCHIVED, reason=f"{self.base} lists no revision of {title!r}")

    async def _revisions(self, title: str, direction: str, start: str | None) -> ListedPage | Failure:
        query = {
            "action": "query", "prop": "revisions", "titles": title, "redirects": "1", "rvlimit": "1",
            "rvprop": "ids|timestamp", "rvdir": direction, "format": "json", "formatversion": "2",
            "maxlag": str(MAX_LAG),
        }  # fmt: skip
        if start:
            query["rvstart"] = start
        url = f"{self.base}/w/api.php?{urlencode(query)}"
        for _ in range(LAG_ATTEMPTS):
            found = await self._query(url)
            if not isinstance(found, _Busy):
                return found
            await anyio.sleep(found.seconds)
        return Failure(status=Status.THROTTLED, reason=f"{self.base} is overloaded")

    async def _query(self, url: str) -> ListedPage | Failure | _Busy:
        """The only page in the answer to a query."""
        answer = await self._get(self._latest, url)
        if isinstance(answer, Failure):
            return answer
        response = await anyio.to_thread.run_sync(self._decoded, answer, QueryResponse)
        if isinstance(response, Failure):
            return response
        if response.error.code in ("maxlag", "ratelimited"):
            return _Busy(seconds=retry_after_seconds(answer.header("retry-after")) or MAX_LAG)
        if response.error.code:
            reason = f"{self.base} reports an error: {response.error.info or response.error.code}"
            return Failure(status=Status.UNREACHABLE, reason=reason)
        return response.query.pages[0] if response.query.pages else ListedPage(missing=True)

    async def _revision(self, revision: int, title: str, time: str | None) -> WikiPage | Failure:
        answer = await self._get(self._lasting, f"{self.base}/w/rest.php/v1/revision/{revision}/html")
        if isinstance(answer, Failure):
            return answer
        html = await anyio.to_thread.run_sync(_plain, answer, self._lasting.max_bytes)
        if isinstance(html, Failure):
            return html
        return WikiPage(base=self.base, title=title, revision=revision, time=time, html=html)

    async def _json(self, fetcher: Fetcher, url: str, kind: type[Record]) -> Record | Failure:
        """Fetch the record at `url`, following redirects within the wiki (the title of a redirect page answers 307)."""
        for _ in range(MOST_REDIRECTS):
            answer = await self._get(fetcher, url)
            if isinstance(answer, Failure):
                return answer
            if answer.status not in REDIRECTS:
                return await anyio.to_thread.run_sync(self._decoded, answer, kind)
            target = resolve_link(url, answer.header("location"))
            if host_of(target) != host_of(self.base):
                return Failure(status=Status.REFUSED, reason=f"{url} redirects to another host: {target}")
            url = target
        return Failure(status=Status.REFUSED, reason=f"{url} redirects {MOST_REDIRECTS} times in a row")

    async def _get(self, fetcher: Fetcher, url: str) -> HttpResponse | Failure:
        async with self._places:
            answer = await fetcher.get(url)
        if isinstance(answer, HttpResponse) and answer.status == 404:
            return Failure(status=Status.NEVER_ARCHIVED, reason=f"the wiki has no such page or revision: {url}")
        if isinstance(answer, HttpResponse) and answer.status >= 400:
            return Failure(status=Status.UNREACHABLE, reason=f"HTTP status {answer.status} from {url}")
        return answer

    def _decoded(self, answer: HttpResponse, kind: type[Record]) -> Record | Failure:
        body = _plain(answer, self._latest.max_bytes)
        if isinstance(body, Failure):
            return body
        try:
            return msgspec.json.decode(body, type=kind)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return Failure(status=Status.UNREACHABLE, reason=f"{answer.url} did not answer as MediaWiki does")


def _plain(answer: HttpResponse, limit: int) -> bytes | Failure:
    try:
        return answer.plain(limit)
    except TooLarge:
        return Failure(status=Status.TOO_LARGE, reason=f"{answer.url} is larger than {limit} bytes")
