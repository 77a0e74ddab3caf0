"""crawler.storage.store: what was fetched is kept, whatever happens to the process."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import anyio
import pytest
from warcio.archiveiterator import ArchiveIterator

from claims.errors import ConfigurationError
from claims.records import Status
from crawler.net.client import Client, HttpResponse
from crawler.net.rate_limits import RateLimiter
from crawler.net.retrieval_times import retrieval_times
from crawler.net.retrying import Endpoint, RetryPolicy, Service
from crawler.outcome import Failure
from crawler.storage.caching_fetcher import CachingFetcher
from crawler.storage.store import Store, cited_by
from tests.crawler.responses import response
from tests.crawler.servers import reply, serving
from tests.shared import ROOT

pytestmark = pytest.mark.anyio

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
MEMENTO = ("Memento-Datetime", "Fri, 24 Nov 2017 15:13:15 GMT")


def answer(url: str = "http://a.example/1", body: bytes = b"words", *headers: tuple[str, str]) -> HttpResponse:
    return response(url, body, ("Content-Type", "text/html"), *headers)


def writing(folder: Path, wait: float = 0.1) -> Store:
    return Store(folder, writing=True, wait=wait)


def warcs(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.warc.gz"))


def test_what_is_kept_is_found_again_in_another_run(tmp_path: Path) -> None:
    with writing(tmp_path) as store:
        store.keep("k", answer())
    with writing(tmp_path) as store:
        found = store.find("k")
        assert found
        assert (found.status, found.body, found.header("content-type")) == (200, b"words", "text/html")
        assert store.find("other") is None
        assert not store.notes


async def test_an_answer_has_the_time_at_which_it_was_kept(tmp_path: Path) -> None:
    with writing(tmp_path) as store:
        assert store.keep("k", answer(), now=NOW).time == "20260102030405"
        assert store.find("k").time == "20260102030405"
        async with Client(user_agent="test", max_bytes=10, timeout=1) as client:
            with retrieval_times() as times:
                assert times.last is None
                await caching_fetcher(client, store, offline=True).get("k")
            assert times.last == "2026-01-02T03:04:05Z"


def test_an_exchange_is_written_whole_with_what_it_was_for(tmp_path: Path) -> None:
    with writing(tmp_path) as store, cited_by("article.txt", "7"):
        store.keep("k", answer())
        store.keep("l", answer("http://a.example/2"))
    with warcs(tmp_path)[0].open("rb") as file:
        records = [(r.rec_type, r.rec_headers.get_header("WARC-Target-URI"), r.content_stream().read())
                   for r in ArchiveIterator(file, check_digests="raise")]  # fmt: skip
    one, two = "http://a.example/1", "http://a.example/2"
    assert [(kind, url) for kind, url, _ in records] == [
        ("warcinfo", None), ("request", one), ("response", one), ("metadata", one),
        ("request", two), ("revisit", two), ("metadata", two),
    ]  # fmt: skip
    assert b"article.txt [7]" in records[3][2]


def test_a_body_seen_before_is_a_revisit_and_reads_the_same(tmp_path: Path) -> None:
    with writing(tmp_path) as store:
        store.keep("k", answer(body=b"x" * 9_999))
        store.keep("l", answer("http://a.example/2", b"x" * 9_999))
        found = store.find("l")
    assert found
    assert found.body == b"x" * 9_999


def test_hearsay_is_forgotten_and_captures_are_not(tmp_path: Path) -> None:
    with writing(tmp_path) as store:
        store.keep("hearsay", answer(), now=NOW)
        store.keep("capture", answer("http://a.example/2", b"other", MEMENTO), now=NOW)
        late = NOW + timedelta(days=31)
        assert store.find("hearsay", now=NOW + timedelta(days=29))
        assert store.find("hearsay", now=late) is None
        assert store.find("hearsay") is not None
        assert store.find("capture", now=late)


@pytest.mark.parametrize("cut", [1, 40, 200, 400])
def test_a_torn_record_is_cut_off_and_the_rest_kept(tmp_path: Path, cut: int) -> None:
    with writing(tmp_path) as store:
        store.keep("k", answer(body=os.urandom(2_000)))
        store.keep("l", answer("http://a.example/2", os.urandom(2_000)))
    path = warcs(tmp_path)[0]
    (tmp_path / "index.sqlite").unlink()
    path.write_bytes(path.read_bytes()[:-cut])
    with writing(tmp_path) as store:
        assert store.find("k")
        assert store.find("l") is None
        assert any("was cut off" in note for note in store.notes)
        store.keep("l", answer("http://a.example/2", b"again"))
        assert not store.damaged()
    with writing(tmp_path) as store:
        assert store.find("l")
        assert not store.notes


def test_a_lost_index_is_made_again_from_the_files(tmp_path: Path) -> None:
    with writing(tmp_path) as store:
        for n in range(5):
            store.keep(f"k{n}", answer(f"http://a.example/{n}", b"same" if n % 2 else b"%d" % n))
        before = store.entries()
    (tmp_path / "index.sqlite").unlink()
    with writing(tmp_path) as store:
        assert store.entries() == before
        assert [store.find(f"k{n}") is not None for n in range(5)] == [True] * 5


KEEPER = """
import sys
from pathlib import Path
from crawler.storage.store import Store
from tests.crawler.responses import response
with Store(Path(sys.argv[1]), writing=True) as store:
    n = len(store.entries())
    while True:
        store.keep(f"k{n}", response(f"http://a.example/{n}", b"%d" % n * 5000))
        print(n, flush=True)
        n += 1
"""


def test_a_run_killed_at_any_moment_loses_at_most_the_answer_in_flight(tmp_path: Path) -> None:
    told = -1
    for round_ in range(8):
        run = subprocess.Popen([sys.executable, "-c", KEEPER, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE)
        assert run.stdout
        for _ in range(round_ + 1):
            told = int(run.stdout.readline())
        time.sleep(0.003 * round_)
        run.send_signal(signal.SIGKILL)
        told = max([told, *(int(line) for line in run.stdout.read().split() if line.isdigit())])
        run.stdout.close()
        run.wait()
        with writing(tmp_path, wait=5) as store:
            assert not store.damaged()
            assert {e.url for e in store.entries()} >= {f"http://a.example/{n}" for n in range(told + 1)}
            assert len(store.entries()) <= told + 2


def test_two_runs_on_one_store_do_not_write_at_once(tmp_path: Path) -> None:
    with writing(tmp_path) as store:
        store.keep("k", answer())
        with pytest.raises(ConfigurationError, match="another run"):
            writing(tmp_path)
        with Store(tmp_path, writing=False) as reader:
            assert reader.find("k")
    writing(tmp_path).close()


def test_a_spoilt_body_is_found_by_its_digest(tmp_path: Path) -> None:
    with writing(tmp_path) as store:
        store.keep("k", answer(body=b"first"))
        start = warcs(tmp_path)[0].stat().st_size
        store.keep("l", answer("http://a.example/2", os.urandom(500)))
        path = warcs(tmp_path)[0]
        data = bytearray(path.read_bytes())
        data[start + 700 : start + 720] = bytes(20)
        path.write_bytes(data)
        assert [entry.url for entry in store.damaged()] == ["http://a.example/2"]


def test_pruning_deletes_the_oldest_files(tmp_path: Path) -> None:
    with writing(tmp_path) as store:
        for day in range(4):
            when = NOW + timedelta(days=2 * day)
            store.keep(f"k{day}", answer(f"http://a.example/{day}", os.urandom(3_000)), now=when)
        assert len(warcs(tmp_path)) == 4
        assert store.prune(before="20260104000000") > 3_000
        assert [store.find(f"k{n}") is not None for n in range(4)] == [False, True, True, True]
        store.prune(to_bytes=5_000)
        assert [entry.url for entry in store.entries()] == ["http://a.example/3"]
        store.prune(to_bytes=0)
        store.keep("new", answer())
        assert store.find("new")


@pytest.fixture
async def client() -> AsyncIterator[Client]:
    async with Client(user_agent="t", max_bytes=10_000, timeout=30, allow_private=True) as http:
        yield http


def caching_fetcher(client: Client, store: Store, *, offline: bool = False) -> CachingFetcher:
    retry_policy = RetryPolicy(attempts=1, pause=0.01)
    return CachingFetcher(
        Endpoint(Service("the archive"), client, RateLimiter(0), retry_policy), store, offline=offline
    )


async def test_an_answer_is_asked_for_once_ever(client: Client, tmp_path: Path) -> None:
    with serving(lambda _: reply("404 Not Found", b"no")) as server:
        with writing(tmp_path) as store:
            one = caching_fetcher(client, store)
            async with anyio.create_task_group() as tasks:
                for _ in range(10):
                    tasks.start_soon(one.get, server.base + "/page")
        with writing(tmp_path) as store:
            again = await caching_fetcher(client, store).get(server.base + "/page")
        assert isinstance(again, HttpResponse)
        assert (again.status, again.body) == (404, b"no")
        assert len(server.asked) == 1


@pytest.mark.parametrize("status", ["429 Slow", "503 Busy"])
async def test_trouble_is_not_remembered(client: Client, tmp_path: Path, status: str) -> None:
    with serving(lambda _: reply(status, headers={"Retry-After": "0"})) as server, writing(tmp_path) as store:
        await caching_fetcher(client, store).get(server.base)
        assert not store.entries()


async def test_offline_nothing_is_asked(client: Client, tmp_path: Path) -> None:
    with serving(lambda _: reply(body=b"words")) as server:
        with writing(tmp_path) as store:
            await caching_fetcher(client, store).get(server.base + "/kept")
        asked = len(server.asked)
        with Store(tmp_path, writing=False) as store:
            one = caching_fetcher(client, store, offline=True)
            assert isinstance(await one.get(server.base + "/kept"), HttpResponse)
            failure = await one.get(server.base + "/other")
        assert isinstance(failure, Failure)
        assert failure.status is Status.UNREACHABLE
        assert "--offline" in failure.reason
        assert len(server.asked) == asked
