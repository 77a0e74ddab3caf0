"""Pages of a MediaWiki by its own interfaces: the HTML of one revision, and which revision stood on a day.

The HTML is Parsoid's (`/w/rest.php/v1/revision/{id}/html`), whose markup says what is a reference; the older
`/api/rest_v1` is being rerouted (Wikimedia task T373716).
"""

from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import quote, urlencode

import anyio
import msgspec

from claims.records import Status
from crawler.documents.wiki_address import WikiAddress
from crawler.net.client import HttpResponse
from crawler.net.decoding import TooLarge
from crawler.net.fetcher import Fetcher
from crawler.net.rate_limits import UNLIMITED, WIKI_PER_MINUTE
from crawler.net.retry_after import retry_after_seconds
from crawler.net.retrying import Service
from crawler.outcome import Failure
from crawler.storage.network import Network
from crawler.urls import host_of, resolve_link

AT_ONCE = 3
"""Requests under way at once: what Wikimedia allows to one client since March 2026."""
MAX_LAG = 5
"""Seconds that the wiki's database copies may lag before we are asked to come back later; the value that MediaWiki's
manual (Manual:Maxlag parameter) names for tools that nobody waits for."""
LAG_ATTEMPTS = 5
MOST_REDIRECTS = 3
OWN_HOSTS = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True, kw_only=True)
class WikiPage:
    """One revision of a page.

    Attributes:
        base: scheme and host of its wiki.
        time: when the revision was saved, ISO 8601, UTC; None where the wiki does not say.
        html: Parsoid's rendering, a whole HTML document.
    """

    base: str
    title: str
    revision: int
    time: str | None
    html: bytes

    @property
    def permalink(self) -> str:
        """The address that will always show this revision."""
        return f"{self.base}/w/index.php?oldid={self.revision}"


# What MediaWiki's interfaces answer, as far as it is used here.


@dataclass(frozen=True, slots=True, kw_only=True)
class _Titled:
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Revision:
    id: int
    page: _Titled
    timestamp: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Latest:
    id: int
    timestamp: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    title: str
    latest: _Latest


@dataclass(frozen=True, slots=True, kw_only=True)
class _ListedRevision:
    revid: int
    timestamp: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed:
    title: str = ""
    missing: bool = False
    revisions: tuple[_ListedRevision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Query:
    pages: tuple[_Listed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Error:
    code: str = ""
    info: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    query: _Query = _Query()
    error: _Error = _Error()


Told = TypeVar("Told")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Busy:
    """The wiki asks us to come back in so many seconds."""

    seconds: float


class Wiki:
    """One MediaWiki, asked politely: what a revision holds never changes and is asked for once."""

    def __init__(self, base: str, network: Network) -> None:
        self.base = base
        host = host_of(base)
        service, rate = Service(host), UNLIMITED if host in OWN_HOSTS else WIKI_PER_MINUTE
        self._lasting, self._latest = network.caching_fetcher(service, rate), network.refreshing_fetcher(service, rate)
        self._places = anyio.CapacityLimiter(AT_ONCE)

    async def page(self, address: WikiAddress) -> WikiPage | Failure:
        """The revision that `address` names, or the latest of its page; wiki redirects are followed."""
        if address.revision is not None:
            url = f"{self.base}/w/rest.php/v1/revision/{address.revision}/bare"
            about = await self._json(self._lasting, url, _Revision)
            if isinstance(about, Failure):
                return about
            return await self._revision(about.id, about.page.title, about.timestamp)
        title = quote(address.title or "", safe="")
        bare = await self._json(self._latest, f"{self.base}/w/rest.php/v1/page/{title}/bare", _Page)
        if isinstance(bare, Failure):
            return bare
        return await self._revision(bare.latest.id, bare.title, bare.latest.timestamp)

    async def page_on(self, title: str, day: str) -> WikiPage | Failure:
        """The revision of `title` that stood at the end of `day` (`2010-01-31`); the first one if it is younger."""
        for direction, start in (("older", f"{day}T23:59:59Z"), ("newer", None)):
            found = await self._revisions(title, direction, start)
            if isinstance(found, Failure):
                return found
            if found.missing:
                return Failure(status=Status.NEVER_ARCHIVED, reason=f"{self.base} has no page {title!r}")
            for revision in found.revisions:
                return await self._revision(revision.revid, found.title, revision.timestamp)
        return Failure(status=Status.NEVER_ARCHIVED, reason=f"{self.base} shows no revision of {title!r}")

    async def _revisions(self, title: str, direction: str, start: str | None) -> _Listed | Failure:
        query = {
            "action": "query", "prop": "revisions", "titles": title, "redirects": "1", "rvlimit": "1",
            "rvprop": "ids|timestamp", "rvdir": direction, "format": "json", "formatversion": "2",
            "maxlag": str(MAX_LAG),
        }  # fmt: skip
        if start:
            query["rvstart"] = start
        url = f"{self.base}/w/api.php?{urlencode(query)}"
        for _ in range(LAG_ATTEMPTS):
            said = await self._said(url)
            if not isinstance(said, _Busy):
                return said
            await anyio.sleep(said.seconds)
        return Failure(status=Status.THROTTLED, reason=f"{self.base} says that it is too busy")

    async def _said(self, url: str) -> _Listed | Failure | _Busy:
        """The one page that a query asks for."""
        answer = await self._get(self._latest, url)
        if isinstance(answer, Failure):
            return answer
        said = self._decoded(answer, _Answer)
        if isinstance(said, Failure):
            return said
        if said.error.code in ("maxlag", "ratelimited"):
            return _Busy(seconds=retry_after_seconds(answer.header("retry-after")) or MAX_LAG)
        if said.error.code:
            reason = f"{self.base} says: {said.error.info or said.error.code}"
            return Failure(status=Status.UNREACHABLE, reason=reason)
        return said.query.pages[0] if said.query.pages else _Listed(missing=True)

    async def _revision(self, revision: int, title: str, time: str | None) -> WikiPage | Failure:
        answer = await self._get(self._lasting, f"{self.base}/w/rest.php/v1/revision/{revision}/html")
        if isinstance(answer, Failure):
            return answer
        html = _plain(answer, self._lasting.max_bytes)
        if isinstance(html, Failure):
            return html
        return WikiPage(base=self.base, title=title, revision=revision, time=time, html=html)

    async def _json(self, fetcher: Fetcher, url: str, kind: type[Told]) -> Told | Failure:
        """The record at `url`, redirects within the wiki followed (a redirect page answers 307)."""
        for _ in range(MOST_REDIRECTS):
            answer = await self._get(fetcher, url)
            if isinstance(answer, Failure):
                return answer
            if answer.status not in (301, 302, 303, 307, 308):
                return self._decoded(answer, kind)
            target = resolve_link(url, answer.header("location"))
            if host_of(target) != host_of(self.base):
                return Failure(status=Status.REFUSED, reason=f"{url} leads away from the wiki, to {target}")
            url = target
        return Failure(status=Status.REFUSED, reason=f"{url} leads round in circles")

    async def _get(self, fetcher: Fetcher, url: str) -> HttpResponse | Failure:
        async with self._places:
            answer = await fetcher.get(url)
        if isinstance(answer, HttpResponse) and answer.status == 404:
            return Failure(status=Status.NEVER_ARCHIVED, reason=f"there is no such page or revision: {url}")
        if isinstance(answer, HttpResponse) and answer.status >= 400:
            return Failure(status=Status.UNREACHABLE, reason=f"HTTP status {answer.status} from {url}")
        return answer

    def _decoded(self, answer: HttpResponse, kind: type[Told]) -> Told | Failure:
        body = _plain(answer, self._latest.max_bytes)
        if isinstance(body, Failure):
            return body
        try:
            return msgspec.json.decode(body, type=kind)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return Failure(status=Status.UNREACHABLE, reason=f"what {answer.url} answered is not what MediaWiki says")


def _plain(answer: HttpResponse, limit: int) -> bytes | Failure:
    try:
        return answer.plain(limit)
    except TooLarge:
        return Failure(status=Status.TOO_LARGE, reason=f"{answer.url} has more than {limit} bytes")
