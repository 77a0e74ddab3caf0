"""The cap on the time that one citation may take of the network."""

import socket
import time
from pathlib import Path
from threading import Semaphore

import anyio
import pytest

from claims.records import Citation, Status
from crawler.app.open_archives import open_archives
from crawler.lookup.capture_lookup import look_up
from crawler.lookup.lookup_result import LookupResult
from crawler.net.citation_budget import TIMEOUTS, citation_budget, seconds_left
from crawler.net.client import Client, HttpResponse
from crawler.net.rate_limits import RateLimiter
from crawler.net.retrying import Endpoint, RetryPolicy, Service
from crawler.settings import Settings
from tests.crawler.archive_files import article
from tests.crawler.clock import VirtualClock
from tests.crawler.servers import Asked, Reply, reply, serving

RETRY_POLICY = RetryPolicy(backoff=0.01, max_backoff=0.01, max_failures=10_000, max_resets=10_000)
TIMEOUT = 0.5
MEMENTO = {"Memento-Datetime": "Fri, 01 Jan 2010 00:00:00 GMT", "Content-Type": "text/html"}
URLS = tuple(f"http://page{number}.example/" for number in range(12))
CITATION = Citation(id="1", text="", url=URLS[0], urls=URLS)


async def search(base: str, store: Path, citation: Citation = CITATION, seconds: float = TIMEOUT) -> LookupResult:
    settings = Settings(archive=(base,), store=store, allow_private=True, timeout=seconds)
    async with open_archives(settings, RETRY_POLICY) as archives:
        return await look_up(citation, archives, None)


def test_a_citation_of_many_pages_at_an_archive_that_drips_ends_when_its_time_is_up(tmp_path: Path) -> None:
    hung_up = Semaphore(0)

    def drip(connection: socket.socket) -> None:
        try:
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
            while True:
                connection.sendall(b"x")
                time.sleep(0.05)
        except OSError:
            hung_up.release()

    with serving(lambda _: drip) as server:
        found = anyio.run(search, server.base, tmp_path)
        asked = len(server.asked)
        assert all(hung_up.acquire(timeout=30) for _ in range(asked))  # no connection is left open
    assert found.status is Status.UNREACHABLE
    assert found.tried[-1].reason.endswith("given up: this citation has used the 3 seconds that one may take")
    assert asked <= TIMEOUTS + 1  # all its pages, looked up and listed three times each, would take 72


def test_what_the_store_holds_is_had_when_the_time_is_up(tmp_path: Path) -> None:
    def answer(asked: Asked) -> Reply:
        if URLS[-1] in asked.path:
            return reply(body=article("The bridge at Ulvund was opened in 1986."), headers=MEMENTO)
        return lambda connection: connection.recv(1) and None  # until the client hangs up

    with serving(answer) as server:
        known = Citation(id="2", text="", url=URLS[-1])
        assert anyio.run(search, server.base, tmp_path, known, 30.0).status is Status.CHECKED
        assert anyio.run(search, server.base, tmp_path).status is Status.CHECKED


class Watching(Client):
    """A client that records how much of its citation's time is left when a request begins."""

    left: list[float]

    async def get(self, url: str, headers: dict[str, str] | None = None) -> HttpResponse:
        self.left.append(seconds_left(self.timeout))
        return await super().get(url, headers)


@pytest.mark.anyio
async def test_waits_at_the_limiter_do_not_count(clock: VirtualClock) -> None:
    timeout, per_minute = 30.0, 6
    async with Watching(user_agent="x", max_bytes=1_000, timeout=timeout, allow_private=True) as client:
        client.left = []
        endpoint = Endpoint(Service("archive"), client, RateLimiter(per_minute), RETRY_POLICY)

        async def one(url: str) -> None:
            with citation_budget():
                await endpoint.get(url)

        with serving(lambda _: reply(body=b"x")) as server:
            async with anyio.create_task_group() as tasks:
                for number in range(30):
                    tasks.start_soon(one, f"{server.base}/{number}")
    assert clock.now > TIMEOUTS * timeout
    assert client.left == [TIMEOUTS * timeout] * 30
