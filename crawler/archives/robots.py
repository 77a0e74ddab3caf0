"""What sites ask of programs in their robots.txt, as RFC 9309 specifies it; read with Protego.

The standard library's `urllib.robotparser` knows neither wildcards nor that the longest rule counts.
"""

from collections.abc import Callable

import anyio
from protego import Protego

from claims.records import Status
from crawler.net.client import HttpResponse
from crawler.net.decoding import TooLarge
from crawler.net.fetcher import Fetcher
from crawler.outcome import Failure
from crawler.urls import resolve_link, split_web_url

AGENT = "citewatch"
_MAX_REDIRECTS = 5  # RFC 9309, 2.3.1.2
_MAX_BYTES = 500 * 1024  # RFC 9309, 2.5


class Robots:
    """The robots.txt of sites, each asked for once."""

    def __init__(self, fetcher_of: Callable[[str], Fetcher]) -> None:
        """Make it of `fetcher_of`, which gives the fetcher for an address."""
        self._fetcher_of = fetcher_of
        self._rules: dict[str, Protego | Failure] = {}
        self._locks: dict[str, anyio.Lock] = {}

    async def refusal(self, url: str) -> Failure | None:
        """Return why the page at `url` must not be fetched, or None: its site forbids it, or could not be asked."""
        parts = split_web_url(url)
        if parts is None:
            return None
        site = f"{parts.scheme.lower()}://{parts.netloc.lower()}"
        async with self._locks.setdefault(site, anyio.Lock()):
            if site not in self._rules:
                self._rules[site] = await self._read(f"{site}/robots.txt")
        rules = self._rules[site]
        if isinstance(rules, Failure):
            return rules
        if rules.can_fetch(url, AGENT):
            return None
        return Failure(status=Status.BLOCKED, reason=f"{site}/robots.txt asks programs not to fetch the live page")

    async def _read(self, url: str) -> Protego | Failure:
        """Return the rules; none if there is no file (2.3.1.3), and a failure if the server is in trouble (2.3.1.4)."""
        for _ in range(_MAX_REDIRECTS + 1):
            answer = await self._fetcher_of(url).get(url)
            if isinstance(answer, Failure):
                return answer
            if not (300 <= answer.status < 400 and answer.header("location")):
                return Protego.parse(_text(answer) if answer.status < 300 else "")
            url = resolve_link(url, answer.header("location"))
        return Protego.parse("")


def _text(answer: HttpResponse) -> str:
    try:
        return answer.plain(_MAX_BYTES).decode("utf-8", "replace")
    except TooLarge:
        return answer.body[:_MAX_BYTES].decode("utf-8", "replace")
