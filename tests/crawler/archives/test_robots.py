"""crawler.archives.robots: what a site's robots.txt forbids is not fetched, where the user asks for that."""

from pathlib import Path

import pytest

from claims.records import Citation, Status
from crawler.app.open_archives import open_archives
from crawler.lookup.capture_lookup import look_up
from crawler.lookup.lookup_result import LookupResult
from crawler.settings import Settings
from tests.crawler.archive_files import Archived, article, write_warc
from tests.crawler.servers import Asked, Reply, Server, reply, serving

pytestmark = pytest.mark.anyio

HTML = {"Content-Type": "text/html"}


def site(robots: Reply):  # type: ignore[no-untyped-def]
    def answer(asked: Asked) -> Reply:
        return robots if asked.path == "/robots.txt" else reply(body=article("as it is"), headers=HTML)

    return answer


async def obtained(server: Server, home: Path, *paths: str, obey: bool = True) -> list[LookupResult]:
    warc = write_warc(home / "other.warc.gz", [Archived(url="http://e.example/", time="2007-08-20T12:00:00Z")])
    settings = Settings(archive=(str(warc),), live=True, obey_robots=obey, allow_private=True, store=home / "store")
    async with open_archives(settings) as archives:
        return [await look_up(Citation(id="1", text="", url=server.base + path), archives, None) for path in paths]


@pytest.mark.parametrize(
    "rules",
    [
        "User-agent: *\nDisallow: /press/",
        "User-agent: citewatch\nDisallow: /*/2019/\n\nUser-agent: *\nAllow: /",
        "User-agent: *\nAllow: /\nDisallow: /press/*.html$",
    ],
)
async def test_a_page_that_it_forbids_is_not_fetched(tmp_path: Path, rules: str) -> None:
    with serving(site(reply(body=rules.encode()))) as server:
        forbidden, allowed = await obtained(server, tmp_path, "/press/2019/a.html", "/about")
        asked = [each.path for each in server.asked]
    assert (forbidden.status, allowed.status) == (Status.BLOCKED, Status.CHECKED)
    assert "robots.txt" in (forbidden.reason or "")
    assert asked == ["/robots.txt", "/about"]


async def test_a_site_without_one_forbids_nothing(tmp_path: Path) -> None:
    with serving(site(reply("404 Not Found"))) as server:
        (found,) = await obtained(server, tmp_path, "/press")
    assert found.status is Status.CHECKED


async def test_of_a_site_that_cannot_answer_nothing_is_fetched(tmp_path: Path) -> None:
    with serving(site(reply("503 Busy", headers={"Retry-After": "0"}))) as server:
        (found,) = await obtained(server, tmp_path, "/press")
        assert {each.path for each in server.asked} == {"/robots.txt"}
    assert found.status is Status.UNREACHABLE


async def test_it_is_not_asked_for_unless_the_user_wants_that(tmp_path: Path) -> None:
    with serving(site(reply(body=b"User-agent: *\nDisallow: /"))) as server:
        (found,) = await obtained(server, tmp_path, "/press", obey=False)
        assert [each.path for each in server.asked] == ["/press"]
    assert found.status is Status.CHECKED
