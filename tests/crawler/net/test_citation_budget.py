"""The cap on the time that one citation may take of the network."""

import socket
import time
from pathlib import Path

import anyio

from claims.records import Citation, Status
from crawler.app.archives import open_archives
from crawler.lookup.capture_lookup import LookupResult, look_up
from crawler.net.citation_budget import TIMEOUTS, citation_budget
from crawler.net.client import Client
from crawler.net.rate_limits import RateLimiter
from crawler.net.retrying import Endpoint, RetryPolicy, Service
from crawler.outcome import Failure
from crawler.settings import Settings
from tests.crawler.archive_files import article
from tests.crawler.servers import Asked, Reply, reply, serving

RETRY_POLICY = RetryPolicy(backoff=0.01, max_backoff=0.01, failures=10_000)
TIMEOUT = 0.5
MEMENTO = {"Memento-Datetime": "Fri, 01 Jan 2010 00:00:00 GMT", "Content-Type": "text/html"}
URLS = tuple(f"http://page{number}.example/" for number in range(12))
CITATION = Citation(id="1", text="", url=URLS[0], urls=URLS)


def settings(base: str, store: Path) -> Settings:
    return Settings(archive=(base,), store=store, allow_private=True, timeout=TIMEOUT)


async def search(base: str, store: Path) -> LookupResult:
    async with open_archives(settings(base, store), RETRY_POLICY) as archives:
        return await look_up(CITATION, archives, None)


def test_a_citation_of_many_pages_at_an_archive_that_drips_ends_when_its_time_is_up(tmp_path: Path) -> None:
    hung_up = []

    def drip(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        try:
            for _ in range(200):
                connection.sendall(b"x")
                time.sleep(0.05)
        except OSError:
            hung_up.append(True)

    with serving(lambda _: drip) as server:
        started = time.perf_counter()
        found = anyio.run(search, server.base, tmp_path)
        seconds = time.perf_counter() - started
        time.sleep(0.5)
        asked = len(server.asked)
    assert found.status is Status.UNREACHABLE
    assert found.tried[-1].reason.endswith("given up: this citation has had the 3 seconds that one may take")
    assert seconds < 2 * TIMEOUTS * TIMEOUT  # all its pages, looked up and listed three times each, would take 36
    assert len(hung_up) == asked  # no connection is left open


def test_what_the_store_holds_is_had_when_the_time_is_up(tmp_path: Path) -> None:
    slow = True

    def answer(asked: Asked) -> Reply:
        if URLS[-1] in asked.path:
            return reply(body=article("The bridge at Ulvund was opened in 1986."), headers=MEMENTO)
        return (lambda _: time.sleep(2 * TIMEOUT)) if slow else reply("404 Not Found")

    with serving(answer) as server:
        slow = False
        assert anyio.run(search, server.base, tmp_path / "a").status is Status.CHECKED

        async def both() -> LookupResult:
            async with open_archives(settings(server.base, tmp_path / "b"), RETRY_POLICY) as archives:
                known = Citation(id="2", text="", url=URLS[-1])
                assert (await look_up(known, archives, None)).status is Status.CHECKED
                return await look_up(CITATION, archives, None)

        slow = True
        assert anyio.run(both).status is Status.CHECKED


def test_waits_at_the_limiter_do_not_count() -> None:
    timeout = 0.2
    results: list[object] = []

    async def run(base: str) -> None:
        async with Client(user_agent="x", max_bytes=1_000, timeout=timeout, allow_private=True) as client:
            endpoint = Endpoint(Service("archive"), client, RateLimiter(300), RETRY_POLICY)

            async def one(number: int) -> None:
                with citation_budget():
                    results.append(await endpoint.get(f"{base}/{number}"))

            async with anyio.create_task_group() as tasks:
                for number in range(10):
                    tasks.start_soon(one, number)

    with serving(lambda _: reply(body=b"x")) as server:
        started = time.perf_counter()
        anyio.run(run, server.base)
        assert time.perf_counter() - started > TIMEOUTS * timeout
    assert not [result for result in results if isinstance(result, Failure)]
