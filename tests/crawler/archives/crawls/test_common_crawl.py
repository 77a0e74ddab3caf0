"""crawler.archives.crawls.common_crawl, on a small crawl that is served with ranges."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import anyio
import pytest

from claims.errors import ConfigurationError
from claims.records import Citation, Status
from crawler.app.open_archives import open_archives
from crawler.archives.crawls.common_crawl import CommonCrawl
from crawler.archives.interface import ArchivedResponse, CaptureRow
from crawler.archives.ranges.http_files import MAX_CONNECTIONS
from crawler.lookup.capture_lookup import look_up
from crawler.net.retrying import RetryPolicy
from crawler.outcome import Failure
from crawler.settings import Settings
from tests.crawler.archive_files import Archived, article
from tests.crawler.crawl_files import asked_range, serving_files, write_crawl, write_crawl_list
from tests.crawler.servers import Asked, Crowd, Reply, Server, reply

pytestmark = pytest.mark.anyio

CRAWLS = {
    "CC-MAIN-2022-05": ("2022-01-16", "2022-01-29"),
    "CC-MAIN-2023-14": ("2023-03-20", "2023-04-02"),
    "CC-MAIN-2024-33": ("2024-08-02", "2024-08-16"),
}
URL = "https://ulvund.example/bridge"
LONG = "https://ulvund.example/long"
MOVED = "https://ulvund.example/moved"
Spoil = Callable[[Asked, bytes], Reply | None]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("crawls")
    write_crawl_list(folder, CRAWLS)
    for name, (_, end) in CRAWLS.items():
        time = f"{end}T12:00:00Z"
        pages = [Archived(url=f"https://site{number:03}.example/", time=time) for number in range(150)]
        if name != "CC-MAIN-2024-33":
            pages.append(Archived(url=URL, time=time, body=article(f"The bridge opened in 1904 ({name}).")))
        pages.append(Archived(url=LONG, time=time, body=article("The tunnel is 1,200 metres long.")))
        pages.append(Archived(url=MOVED, time=time, status="301 Moved", headers={"Location": URL}))
        write_crawl(folder, name, pages, cut=[LONG])
    return folder


@asynccontextmanager
async def opened(
    store: Path, tmp_path: Path, spoil: Spoil | None = None, **settings: object
) -> AsyncIterator[tuple[CommonCrawl, Server]]:
    with serving_files(store, spoil) as server:
        asked = Settings(archive=(f"cc:{server.base}",), store=tmp_path, allow_private=True, **settings)  # type: ignore[arg-type]
        async with open_archives(asked, RetryPolicy(attempts=1)) as (archive,):
            assert isinstance(archive, CommonCrawl)
            yield archive, server


async def rows_of(archive: CommonCrawl, url: str = URL, near: str | None = None) -> tuple[CaptureRow, ...]:
    rows = await archive.captures(url, near)
    assert not isinstance(rows, Failure), rows
    return rows


async def test_a_page_is_found_in_the_crawl_nearest_to_the_date(store: Path, tmp_path: Path) -> None:
    async with opened(store, tmp_path) as (archive, _):
        assert [row.timestamp[:8] for row in await rows_of(archive, near="20221201")] == ["20230402"]
        assert [row.timestamp[:8] for row in await rows_of(archive, near="2022-02")] == ["20220129"]
        row = (await rows_of(archive))[0]
        assert (row.url, row.status, row.timestamp[:8]) == (URL, 200, "20230402")
        response = await archive.fetch(row)
    assert isinstance(response, ArchivedResponse)
    assert b"opened in 1904 (CC-MAIN-2023-14)" in response.body
    assert (response.digest, response.truncated) == (row.digest, None)


async def test_all_captures_are_those_of_all_crawls_near_the_date(store: Path, tmp_path: Path) -> None:
    async with opened(store, tmp_path) as (archive, _):
        rows = await archive.all_captures(URL, "20220101")
    assert not isinstance(rows, Failure)
    assert [row.timestamp[:4] for row in rows] == ["2022", "2023"]


async def test_only_the_named_crawls_are_searched_and_no_list_is_asked_for(store: Path, tmp_path: Path) -> None:
    async with opened(store, tmp_path, crawl=("CC-MAIN-2024-33",)) as (archive, server):
        answer = await archive.captures(URL, "20220101")
        assert not any("collinfo" in asked.path for asked in server.asked)
    assert isinstance(answer, Failure)
    assert answer.status is Status.NEVER_ARCHIVED
    assert "in CC-MAIN-2024-33" in answer.reason


async def test_a_crawl_that_there_is_not_is_a_wrong_setting(store: Path, tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="it has no crawl CC-MAIN-2020-01"):
        async with opened(store, tmp_path, crawl=("CC-MAIN-2024-33", "CC-MAIN-2020-01")):
            pass


async def test_a_page_of_no_crawl_was_never_archived(store: Path, tmp_path: Path) -> None:
    async with opened(store, tmp_path) as (archive, _):
        for url in ("https://a.example/", "https://site9.example/", "https://zz.example/", "https://site010.example/x"):
            answer = await archive.captures(url, None)
            assert isinstance(answer, Failure)
            assert answer.status is Status.NEVER_ARCHIVED


async def test_every_page_of_a_crawl_is_found_wherever_its_block_is(store: Path, tmp_path: Path) -> None:
    async with opened(store, tmp_path, crawl=("CC-MAIN-2024-33",)) as (archive, _):
        for number in range(0, 150, 7):
            url = f"https://site{number:03}.example/"
            (row,) = await rows_of(archive, url)
            response = await archive.fetch(row)
            assert isinstance(response, ArchivedResponse)
            assert response.url == url


async def test_a_truncated_page_may_support_a_claim_and_never_alarms(store: Path, tmp_path: Path) -> None:
    async with opened(store, tmp_path) as (archive, _):
        response = await archive.fetch((await rows_of(archive, LONG))[0])
        found = await look_up(Citation(id="1", text=LONG, url=LONG, urls=(LONG,)), (archive,), None)
    assert isinstance(response, ArchivedResponse)
    assert response.truncated == "the crawler cut the capture off (length)"
    assert found.source is not None
    assert "1,200 metres" in found.source.text
    assert found.doubt is not None
    assert "not whole" in found.doubt.reason


async def test_a_redirect_is_followed_to_the_capture_of_its_target(store: Path, tmp_path: Path) -> None:
    citation = Citation(id="1", text=MOVED, url=MOVED, urls=(MOVED,), access_date="2023-04-01")
    async with opened(store, tmp_path) as (archive, _):
        found = await look_up(citation, (archive,), None)
    assert found.status is Status.CHECKED
    assert found.capture is not None
    assert found.capture.url == URL


async def test_a_second_run_offline_asks_for_nothing(store: Path, tmp_path: Path) -> None:
    async with opened(store, tmp_path) as (archive, server):
        await archive.fetch((await rows_of(archive))[0])
        base = server.base
    settings = Settings(archive=(f"cc:{base}",), store=tmp_path, allow_private=True, offline=True)
    async with open_archives(settings) as (again,):
        assert isinstance(again, CommonCrawl)
        response = await again.fetch((await rows_of(again))[0])
    assert isinstance(response, ArchivedResponse)


async def test_a_host_sees_at_most_four_connections_at_once(store: Path, tmp_path: Path) -> None:
    crowd = Crowd(MAX_CONNECTIONS)

    def count(asked: Asked, part: bytes) -> None:
        if "cdx-" in asked.path:
            crowd.enter()

    async with (
        opened(store, tmp_path, count, crawl=("CC-MAIN-2024-33",)) as (archive, _),
        anyio.create_task_group() as group,
    ):
        for number in range(20):
            group.start_soon(archive.captures, f"https://site{number * 7:03}.example/", None)
    assert crowd.most == MAX_CONNECTIONS == 4


def at(part_of_path: str, spoilt: Callable[[bytes], Reply | tuple[bytes, int]]) -> Spoil:
    """Spoil the answers about files with this in their paths; bytes are sent as the part that was asked for."""

    def spoil(asked: Asked, part: bytes) -> Reply | None:
        if part_of_path not in asked.path:
            return None
        answer = spoilt(part)
        if not isinstance(answer, tuple):
            return answer
        sent, length = answer
        start, _ = asked_range(asked)
        return reply("206 Partial Content", sent, {"Content-Range": f"bytes {start}-{start + length - 1}/99999999"})

    return spoil


@pytest.mark.parametrize(
    ("spoil", "status"),
    [
        (at("cluster.idx", lambda part: reply("503 Slow Down")), Status.UNREACHABLE),
        (at("cluster.idx", lambda part: reply("404 Not Found")), Status.DAMAGED),
        (at("collinfo.json", lambda part: reply(body=b"<html>Sorry")), Status.DAMAGED),
        (at("collinfo.json", lambda part: reply(body=b"[]")), Status.DAMAGED),
        (at("cdx-", lambda part: (b"\x1f\x8b" + part[2:40] + bytes(len(part) - 40), len(part))), Status.DAMAGED),
        (at("cdx-", lambda part: (part[:-9] + bytes(9), len(part))), Status.DAMAGED),
        (at("cdx-", lambda part: (b"no gzip".ljust(len(part)), len(part))), Status.DAMAGED),
        (at("cdx-", lambda part: (part[:20], len(part))), Status.UNREACHABLE),
    ],
    ids=["503", "no crawl", "no list", "empty list", "broken gzip", "cut gzip", "no gzip", "short read"],
)
async def test_a_broken_index_never_says_that_a_page_was_not_archived(
    store: Path, tmp_path: Path, spoil: Spoil, status: Status
) -> None:
    async with opened(store, tmp_path, spoil) as (archive, _):
        answer = await archive.captures(URL, None)
    assert isinstance(answer, Failure)
    assert answer.status is status


@pytest.mark.parametrize(
    ("spoil", "status"),
    [
        (at("warc.gz", lambda part: reply("503 Slow Down")), Status.UNREACHABLE),
        (at("warc.gz", lambda part: (part[:50], len(part))), Status.UNREACHABLE),
        (at("warc.gz", lambda part: (bytes(len(part)), len(part))), Status.DAMAGED),
        (at("warc.gz", lambda part: (part[1:] + b"\0", len(part))), Status.DAMAGED),
    ],
    ids=["503", "short read", "zeros", "another place"],
)
async def test_a_record_that_cannot_be_read_is_said(store: Path, tmp_path: Path, spoil: Spoil, status: Status) -> None:
    async with opened(store, tmp_path, spoil) as (archive, _):
        answer = await archive.fetch((await rows_of(archive))[0])
    assert isinstance(answer, Failure)
    assert answer.status is status


async def test_whole_files_in_place_of_parts_serve_as_well(store: Path, tmp_path: Path) -> None:
    def whole(asked: Asked, part: bytes) -> Reply:
        return reply(body=(store / asked.path.lstrip("/")).read_bytes())

    async with opened(store, tmp_path, whole) as (archive, _):
        response = await archive.fetch((await rows_of(archive))[0])
    assert isinstance(response, ArchivedResponse)
    assert b"opened in 1904" in response.body
