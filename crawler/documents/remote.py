"""Documents that are read from the network: pages of wikis, pinned to a revision, and other web pages, live."""

from collections.abc import Sequence
from dataclasses import dataclass

import anyio

from claims.errors import CitewatchError, ConfigurationError, InputError, UnfinishedError
from claims.records import Status
from crawler.documents.mediawiki_api import OWN_HOSTS, Wiki, WikiPage
from crawler.documents.wiki_address import parse_address
from crawler.extraction.charset import to_text
from crawler.net.client import HttpResponse
from crawler.net.decoding import TooLarge
from crawler.net.rate_limits import UNLIMITED, UNSTATED_PER_MINUTE
from crawler.net.retrying import Service
from crawler.outcome import Failure
from crawler.settings import Settings
from crawler.storage.network import Network, open_network
from crawler.urls import resolve_link, split_web_url

MOST_REDIRECTS = 5
WIKI_FORMAT = "mediawiki-html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remote:
    """A document from the network.

    Attributes:
        name: the address that says best what was read: a wiki page's permalink, else the address that answered.
        input_format: the reader for it, or None to recognise it.
        title, revision, day: what its wiki says of it (`day`: ISO date of the revision); None elsewhere.
    """

    name: str
    text: str
    input_format: str | None = None
    title: str | None = None
    revision: str | None = None
    day: str | None = None


def is_remote(name: str) -> bool:
    """Whether an input is read from the network."""
    return name.startswith(("wiki:", "http://", "https://"))


def fetch(names: Sequence[str], settings: Settings) -> list[Remote]:
    """The documents called `names`, in that order.

    Raises:
        InputError: there is no such page, or it may not be asked for.
        UnfinishedError: its host could not be reached or throttled.
        ConfigurationError: the store cannot be opened.
    """
    return anyio.run(_fetch_all, names, settings)


async def _fetch_all(names: Sequence[str], settings: Settings) -> list[Remote]:
    found: dict[str, Remote | Failure] = {}
    async with open_network(settings) as network:
        wikis: dict[str, Wiki] = {}

        async def one(name: str) -> None:
            address = parse_address(name, settings.wiki)
            if address is None:
                found[name] = await _web_page(name, network)
                return
            wiki = wikis.setdefault(address.base, Wiki(address.base, network))
            page = await wiki.page(address)
            found[name] = _remote(page) if isinstance(page, WikiPage) else page

        async with anyio.create_task_group() as group:
            for name in dict.fromkeys(names):
                group.start_soon(one, name)
    return [_or_raise(name, found[name]) for name in names]


def _remote(page: WikiPage) -> Remote:
    return Remote(
        name=page.permalink,
        text=to_text(page.html, "text/html; charset=utf-8"),
        input_format=WIKI_FORMAT,
        title=page.title,
        revision=str(page.revision),
        day=page.time[:10] if page.time else None,
    )


async def _web_page(url: str, network: Network) -> Remote | Failure:
    for _ in range(MOST_REDIRECTS):
        parts = split_web_url(url)
        if parts is None:
            return Failure(status=Status.SOFT_404, reason=f"{url} is no address of a web page")
        host = parts.hostname or url
        rate = UNLIMITED if host in OWN_HOSTS else UNSTATED_PER_MINUTE
        answer = await network.refreshing_fetcher(Service(host), rate).get(url)
        if isinstance(answer, Failure):
            return answer
        if answer.status in (301, 302, 303, 307, 308):
            url = resolve_link(url, answer.header("location"))
        else:
            return _page(url, answer, network.client.max_bytes)
    return Failure(status=Status.REFUSED, reason="it leads from one address to the next without end")


def _page(url: str, answer: HttpResponse, limit: int) -> Remote | Failure:
    if answer.status >= 400:
        return Failure(status=Status.ERROR_CAPTURE, reason=f"HTTP status {answer.status}")
    try:
        body = answer.plain(limit)
    except TooLarge:
        return Failure(status=Status.TOO_LARGE, reason=f"it has more than {limit} bytes")
    return Remote(name=url, text=to_text(body, answer.header("content-type")))


def _or_raise(name: str, found: Remote | Failure) -> Remote:
    if isinstance(found, Remote):
        return found
    raise _error(name, found)


def _error(name: str, failure: Failure) -> CitewatchError:
    message = f"the document cannot be had: {failure.reason}."
    if failure.status.unfinished:
        return UnfinishedError(message, place=name, mend="Try again later.")
    if failure.status is Status.REFUSED:
        return ConfigurationError(message, place=name, mend="A private address needs --allow-private.")
    return InputError(message, place=name, mend="Check the address.")
