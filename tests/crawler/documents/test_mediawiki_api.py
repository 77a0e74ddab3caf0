"""Pages of a wiki, asked of a wiki on loopback."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import anyio
import pytest

from claims.records import Status
from crawler.documents.mediawiki_api import AT_ONCE, Wiki, WikiPage
from crawler.documents.wiki_address import parse_address
from crawler.net.retrying import RetryPolicy
from crawler.outcome import Failure
from crawler.settings import Settings
from crawler.storage.network import open_network
from tests.crawler.servers import Asked, Crowd, Reply, Server, reply
from tests.crawler.wiki_server import wiki

pytestmark = pytest.mark.anyio

PAGES = {
    "Ulan Bator": [
        (11, "2006-01-01T10:00:00Z", "<p>old"),
        (12, "2008-06-30T23:59:59Z", "<p>middle"),
        (13, "2024-01-01T10:00:00Z", "<p>new"),
    ]
}
HASTE = RetryPolicy(attempts=2, backoff=0.01, max_backoff=0.01, pause=0.01, min_pause=0.02)


@asynccontextmanager
async def asking(server: Server, store: Path, *, offline: bool = False) -> AsyncIterator[Wiki]:
    settings = Settings(store=store, allow_private=True, offline=offline, contact="me@e.example")
    async with open_network(settings, HASTE) as network:
        yield Wiki(server.base, network)


async def page(wiki: Wiki, path: str) -> WikiPage | Failure:
    address = parse_address(wiki.base + path, wiki.base)
    assert address is not None
    return await wiki.page(address)


async def test_a_title_is_read_at_its_latest_revision(tmp_path: Path) -> None:
    with wiki(PAGES) as server:
        async with asking(server, tmp_path) as asked:
            found = await page(asked, "/wiki/Ulan_Bator")
    assert isinstance(found, WikiPage)
    assert (found.title, found.revision, found.html) == ("Ulan Bator", 13, b"<p>new")
    assert found.permalink == f"{server.base}/w/index.php?oldid=13"


@pytest.mark.parametrize("path", ["/wiki/Ulan_Bator?oldid=12", "/w/index.php?oldid=12", "/wiki/Special:Permalink/12"])
async def test_a_pinned_revision_is_the_one_that_is_read(tmp_path: Path, path: str) -> None:
    with wiki(PAGES) as server:
        async with asking(server, tmp_path) as asked:
            found = await page(asked, path)
    assert isinstance(found, WikiPage)
    assert (found.revision, found.time) == (12, "2008-06-30T23:59:59Z")


@pytest.mark.parametrize(
    ("day", "revision"), [("2007-05-01", 11), ("2008-06-30", 12), ("2030-01-01", 13), ("2001-01-01", 11)]
)
async def test_the_revision_of_a_day_is_the_last_one_of_it_or_the_first_of_all(
    tmp_path: Path, day: str, revision: int
) -> None:
    with wiki(PAGES) as server:
        async with asking(server, tmp_path) as asked:
            found = await asked.page_on("Ulan Bator", day)
    assert isinstance(found, WikiPage)
    assert found.revision == revision


async def test_a_redirect_page_is_followed_within_the_wiki_only(tmp_path: Path) -> None:
    def redirect(asked: Asked) -> Reply | None:
        if asked.path == "/w/rest.php/v1/page/Urga/bare":
            return reply("307 Temporary Redirect", headers={"Location": "/w/rest.php/v1/page/Ulan%20Bator/bare"})
        if asked.path == "/w/rest.php/v1/page/Away/bare":
            return reply("307 Temporary Redirect", headers={"Location": "http://elsewhere.example/bare"})
        return None

    with wiki(PAGES, redirect) as server:
        async with asking(server, tmp_path) as asked:
            near, far = await page(asked, "/wiki/Urga"), await page(asked, "/wiki/Away")
    assert isinstance(near, WikiPage)
    assert near.title == "Ulan Bator"
    assert isinstance(far, Failure)
    assert far.status is Status.REFUSED


async def test_a_page_that_is_not_there_is_said_to_be_not_there(tmp_path: Path) -> None:
    with wiki(PAGES) as server:
        async with asking(server, tmp_path) as asked:
            found, on_a_day = await page(asked, "/wiki/Nowhere"), await asked.page_on("Nowhere", "2010-01-01")
    assert isinstance(found, Failure)
    assert isinstance(on_a_day, Failure)
    assert found.status is on_a_day.status is Status.NEVER_ARCHIVED


async def test_a_wiki_that_lags_is_asked_again_and_told_how_much_lag_we_bear(tmp_path: Path) -> None:
    lagging = iter([reply(body=b'{"error": {"code": "maxlag"}}', headers={"Retry-After": "0.01"})])
    with wiki(PAGES, lambda asked: next(lagging, None) if "api.php" in asked.path else None) as server:
        async with asking(server, tmp_path) as asked:
            found = await asked.page_on("Ulan Bator", "2010-01-01")
        queries = [asked.path for asked in server.asked if "api.php" in asked.path]
    assert isinstance(found, WikiPage)
    assert len(queries) == 2
    assert all("maxlag=5" in path for path in queries)


async def test_a_wiki_that_throttles_is_no_missing_page(tmp_path: Path) -> None:
    with wiki(PAGES, lambda asked: reply("429 Too Many Requests", headers={"Retry-After": "0"})) as server:
        async with asking(server, tmp_path) as asked:
            found = await page(asked, "/wiki/Ulan_Bator")
    assert isinstance(found, Failure)
    assert found.status is Status.THROTTLED


async def test_the_operators_contact_is_in_every_request(tmp_path: Path) -> None:
    with wiki(PAGES) as server:
        async with asking(server, tmp_path) as asked:
            await page(asked, "/wiki/Ulan_Bator")
        agents = {asked.headers["user-agent"] for asked in server.asked}
    assert all("(me@e.example)" in agent for agent in agents)


async def test_no_more_than_three_requests_are_under_way_at_once(tmp_path: Path) -> None:
    crowd = Crowd(AT_ONCE)
    pages = {f"Page {number}": [(number, "2020-01-01T00:00:00Z", "<p>x")] for number in range(1, 13)}
    with wiki(pages, lambda asked: crowd.enter()) as server:
        async with asking(server, tmp_path) as asked, anyio.create_task_group() as group:
            for title in pages:
                group.start_soon(page, asked, f"/wiki/{title.replace(' ', '_')}")
    assert crowd.most == AT_ONCE


async def test_a_revision_is_asked_for_once_and_can_be_read_again_offline(tmp_path: Path) -> None:
    with wiki(PAGES) as server:
        async with asking(server, tmp_path) as asked:
            first = await page(asked, "/wiki/Ulan_Bator?oldid=12")
            count = len(server.asked)
            await page(asked, "/wiki/Ulan_Bator?oldid=12")
            assert len(server.asked) == count
        async with asking(server, tmp_path, offline=True) as asked:
            assert await page(asked, "/wiki/Ulan_Bator?oldid=12") == first
        assert len(server.asked) == count


async def test_the_latest_revision_is_asked_for_each_time(tmp_path: Path) -> None:
    pages = {"A": [(1, "2020-01-01T00:00:00Z", "<p>one")]}
    with wiki(pages) as server:
        async with asking(server, tmp_path) as asked:
            await page(asked, "/wiki/A")
            pages["A"].append((2, "2021-01-01T00:00:00Z", "<p>two"))
            found = await page(asked, "/wiki/A")
    assert isinstance(found, WikiPage)
    assert found.revision == 2


@pytest.mark.parametrize("body", [b"{}", b"[]", b"5", b"<html>", b'{"latest": 5, "title": 3}'])
async def test_a_wiki_that_answers_something_else_is_unreachable(tmp_path: Path, body: bytes) -> None:
    with wiki(PAGES, lambda asked: reply(body=body)) as server:
        async with asking(server, tmp_path) as asked:
            found = await page(asked, "/wiki/Ulan_Bator")
    assert isinstance(found, Failure)
    assert found.status is Status.UNREACHABLE
