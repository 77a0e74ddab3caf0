"""Documents from the network: pages of wikis, pinned to a revision, and other web pages as they are now."""

from collections.abc import Sequence

import anyio
import anyio.to_thread

from claims.errors import CitewatchError, ConfigurationError, InputError, UnfinishedError
from claims.records import Status
from crawler.documents.mediawiki_api import REDIRECTS, Wiki, WikiPage
from crawler.documents.records import RemoteDocument
from crawler.documents.wiki_address import parse_address
from crawler.extraction.charset import to_text
from crawler.net.client import HttpResponse
from crawler.net.decoding import TooLarge
from crawler.net.rate_limits import UNLIMITED, UNSTATED_PER_MINUTE
from crawler.net.retrying import Service
from crawler.outcome import Failure
from crawler.settings import Settings
from crawler.storage.network import Network, open_network
from crawler.urls import OWN_HOSTS, resolve_link, split_web_url

MOST_REDIRECTS = 5
WIKI_FORMAT = "mediawiki-html"
WIKI_PREFIX = "wiki:"


def fetch(names: Sequence[str], settings: Settings) -> list[RemoteDocument]:
    """Fetch the documents that `names` names, in that order.

    Raises:
        InputError: a page does not exist or cannot be read.
        UnfinishedError: a host could not be reached or throttled.
        ConfigurationError: the store cannot be opened, or an address is private.
    """
    return anyio.run(_fetch_all, names, settings)


async def _fetch_all(names: Sequence[str], settings: Settings) -> list[RemoteDocument]:
    if any(name.strip() == WIKI_PREFIX for name in names):
        raise InputError("wiki: names no article.", mend="Give one, such as wiki:Ulaanbaatar.")
    found: dict[str, RemoteDocument | Failure] = {}
    async with open_network(settings) as network:
        wikis: dict[str, Wiki] = {}

        async def read(name: str) -> None:
            address = parse_address(name, settings.wiki)
            if address is None:
                found[name] = await _web_page(name, network)
                return
            wiki = wikis.setdefault(address.base, Wiki(address.base, network))
            page = await wiki.page(address)
            found[name] = _remote(page) if isinstance(page, WikiPage) else page

        async with anyio.create_task_group() as group:
            for name in dict.fromkeys(names):
                group.start_soon(read, name)
    return [_or_raise(name, found[name], offline=settings.offline) for name in names]


def _remote(page: WikiPage) -> RemoteDocument:
    return RemoteDocument(
        name=page.permalink,
        text=to_text(page.html, "text/html; charset=utf-8"),
        input_format=WIKI_FORMAT,
        title=page.title,
        revision=str(page.revision),
        day=page.time[:10] if page.time else None,
    )


async def _web_page(url: str, network: Network) -> RemoteDocument | Failure:
    for _ in range(MOST_REDIRECTS):
        parts = split_web_url(url)
        if parts is None:
            return Failure(status=Status.SOFT_404, reason=f"{url} is not the URL of a web page")
        host = parts.hostname or url
        rate = UNLIMITED if host in OWN_HOSTS else UNSTATED_PER_MINUTE
        answer = await network.refreshing_fetcher(Service(host), rate).get(url)
        if isinstance(answer, Failure):
            return answer
        if answer.status in REDIRECTS:
            url = resolve_link(url, answer.header("location"))
        else:
            return await anyio.to_thread.run_sync(_page, url, answer, network.client.max_bytes)
    return Failure(status=Status.REFUSED, reason=f"it redirects {MOST_REDIRECTS} times in a row")


def _page(url: str, answer: HttpResponse, limit: int) -> RemoteDocument | Failure:
    if answer.status >= 400:
        return Failure(status=Status.ERROR_CAPTURE, reason=f"HTTP status {answer.status}")
    try:
        body = answer.plain(limit)
    except TooLarge:
        return Failure(status=Status.TOO_LARGE, reason=f"it is larger than {limit} bytes")
    return RemoteDocument(name=url, text=to_text(body, answer.header("content-type")))


def _or_raise(name: str, found: RemoteDocument | Failure, *, offline: bool) -> RemoteDocument:
    if isinstance(found, RemoteDocument):
        return found
    raise _error(name, found, offline=offline)


def _error(name: str, failure: Failure, *, offline: bool) -> CitewatchError:
    message = f"the document cannot be fetched: {failure.reason}."
    if failure.status.unfinished:
        mend = "Run it once without --offline." if offline else "Try again later."
        return UnfinishedError(message, place=name, mend=mend)
    if failure.status is Status.REFUSED:
        return ConfigurationError(message, place=name, mend="A private address needs --allow-private.")
    return InputError(message, place=name, mend="Check the URL.")
