"""crawler.archives.ranges.http_files: parts of files from good and bad servers."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from claims.records import Status
from crawler.archives.ranges.http_files import HttpFiles
from crawler.net.retrying import RetryPolicy, Service
from crawler.outcome import Failure
from crawler.settings import Settings
from crawler.storage.network import open_network
from tests.crawler.crawl_files import asked_range, serving_files
from tests.crawler.servers import Asked, Reply, Server, reply

pytestmark = pytest.mark.anyio

BODY = bytes(range(200))
CUT = b"HTTP/1.1 206 Partial Content\r\nContent-Length: 20\r\n\r\nshort"
ONCE = RetryPolicy(attempts=1)
Spoil = Callable[[Asked, bytes], Reply | None]


@asynccontextmanager
async def served(
    tmp_path: Path, spoil: Spoil | None = None, policy: RetryPolicy = ONCE, max_bytes: int = 1_000
) -> AsyncIterator[tuple[HttpFiles, Server]]:
    (tmp_path / "files").mkdir(exist_ok=True)
    (tmp_path / "files" / "data").write_bytes(BODY)
    settings = Settings(store=tmp_path / "store", allow_private=True, max_bytes=max_bytes)
    with serving_files(tmp_path / "files", spoil) as server:
        async with open_network(settings, policy) as network:
            yield HttpFiles("store", server.base, network.caching_fetcher(Service("store"), 0)), server


async def failure(tmp_path: Path, spoil: Spoil, max_bytes: int = 1_000) -> Failure:
    async with served(tmp_path, spoil, max_bytes=max_bytes) as (files, _):
        answer = await files.read("data", 10, 20)
    assert isinstance(answer, Failure)
    return answer


async def test_a_part_is_asked_for_and_the_size_comes_with_it(tmp_path: Path) -> None:
    async with served(tmp_path) as (files, server):
        assert await files.read("data", 10, 20) == BODY[10:30]
        assert await files.size("data") == len(BODY)
        assert [asked.headers["range"] for asked in server.asked] == ["bytes=10-29"]


async def test_a_part_is_shorter_where_the_file_ends(tmp_path: Path) -> None:
    async with served(tmp_path) as (files, _):
        assert await files.read("data", 190, 50) == BODY[190:]


async def test_a_part_is_asked_for_once_and_another_apart(tmp_path: Path) -> None:
    async with served(tmp_path) as (files, server):
        assert await files.read("data", 10, 20) == await files.read("data", 10, 20)
        assert await files.read("data", 11, 20) == BODY[11:31]
        assert len(server.asked) == 2


async def test_a_whole_file_in_place_of_a_part_is_cut_and_not_stored(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with served(tmp_path, lambda asked, part: reply(body=BODY)) as (files, server):
        assert await files.read("data", 10, 20) == BODY[10:30]
        assert await files.read("data", 10, 20) == BODY[10:30]
        assert len(server.asked) == 2
    assert caplog.messages == ["store sends whole files where parts of them are asked for."]


async def test_a_short_whole_file_is_stored(tmp_path: Path) -> None:
    async with served(tmp_path, lambda asked, part: reply(body=BODY)) as (files, server):
        for _ in range(2):
            assert await files.read("data", 0, 900) == BODY
        assert len(server.asked) == 1


async def test_a_whole_file_that_is_too_large_is_no_answer(tmp_path: Path) -> None:
    answer = await failure(tmp_path, lambda asked, part: reply(body=BODY * 10))
    assert answer.status is Status.UNREACHABLE
    assert "sends all of" in answer.reason


@pytest.mark.parametrize(
    ("spoil", "status"),
    [
        (lambda asked, part: reply("503 Slow Down"), Status.UNREACHABLE),
        (lambda asked, part: reply("403 Forbidden"), Status.THROTTLED),
        (lambda asked, part: reply("404 Not Found"), Status.DAMAGED),
        (lambda asked, part: reply("416 Range Not Satisfiable"), Status.DAMAGED),
        (lambda asked, part: reply("301 Moved", headers={"Location": "/other"}), Status.UNREACHABLE),
        (lambda asked, part: reply("206 Partial Content", part), Status.UNREACHABLE),
        (
            lambda asked, part: reply("206 Partial Content", part[:9], {"Content-Range": "bytes 10-29/200"}),
            Status.UNREACHABLE,
        ),
        (
            lambda asked, part: reply("206 Partial Content", part[:9], {"Content-Range": "bytes 10-18/200"}),
            Status.UNREACHABLE,
        ),
        (
            lambda asked, part: reply("206 Partial Content", part, {"Content-Range": "bytes 0-19/200"}),
            Status.UNREACHABLE,
        ),
        (lambda asked, part: lambda connection: connection.sendall(CUT), Status.UNREACHABLE),
    ],
    ids=["503", "403", "404", "416", "moved", "no range", "short", "another range", "another start", "cut"],
)
async def test_what_is_not_the_part_is_said_and_never_stored(tmp_path: Path, spoil: Spoil, status: Status) -> None:
    answer = await failure(tmp_path, spoil)
    assert answer.status is status
    async with served(tmp_path) as (files, _):
        assert await files.read("data", 10, 20) == BODY[10:30]


async def test_a_server_that_says_slow_down_is_asked_again_later_and_later(
    tmp_path: Path, clock: pytest.FixtureRequest
) -> None:
    times: list[float] = []

    def spoil(asked: Asked, part: bytes) -> Reply | None:
        times.append(clock.now)  # type: ignore[attr-defined]
        return reply("503 Slow Down") if len(times) < 4 else None

    policy = RetryPolicy(attempts=5, backoff=0.0, slow_down=1.0)
    async with served(tmp_path, spoil, policy) as (files, server):
        assert await files.read("data", 10, 20) == BODY[10:30]
        assert asked_range(server.asked[0]) == (10, 20)
    assert times == [0.0, 1.0, 3.0, 7.0]
