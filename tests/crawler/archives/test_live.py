"""The live page: only where the user says so, only after the archives, and marked as such."""

import socket
from pathlib import Path
from typing import cast

import anyio
import pytest

from claims.records import Citation, Status
from crawler.app.open_archives import open_archives
from crawler.archives.interface import CaptureRow
from crawler.archives.live import LiveWeb
from crawler.lookup.capture_lookup import look_up
from crawler.lookup.lookup_result import LookupResult
from crawler.net.client import Client
from crawler.net.rate_limits import RateLimiter
from crawler.net.retrying import Endpoint, RetryPolicy, Service
from crawler.outcome import Failure
from crawler.settings import Settings
from tests.crawler.archive_files import Archived, write_warc
from tests.crawler.servers import Asked, Reply, Server, reply, serving

pytestmark = pytest.mark.anyio

TEXT = (
    "The tower is 31 metres high, and it is still in use. Ships have steered by it since it was built in 1871. Its "
    "first keeper came from the village below the cliff and carried the oil up every evening, until a ropeway did so. "
    "Today nobody lives there, and the lamp is lit from an office in the next town."
)
HTML = {"Content-Type": "text/html; charset=utf-8"}


def site(asked: Asked) -> Reply:
    if asked.path == "/moved":
        return reply("301 Moved Permanently", headers={"Location": "/tower"})
    if asked.path == "/tower":
        return reply(body=f"<html><body><p>{TEXT}</p></body></html>".encode(), headers=HTML)
    return reply("404 Not Found", b"<html><body>gone</body></html>", HTML)


async def obtained(
    server: Server, home: Path, path: str, *, live: bool = True, offline: bool = False, flags: tuple[str, ...] = ()
) -> LookupResult:
    warc = write_warc(home / "other.warc.gz", [Archived(url="http://e.example/", time="2007-08-20T12:00:00Z")])
    settings = Settings(archive=(str(warc),), live=live, allow_private=True, store=home / "store", offline=offline)
    url = server.base + path
    citation = Citation(id="1", text=url, url=url, urls=(url,), flags=flags, access_date="2010-01-01")
    async with open_archives(settings) as archives:
        return await look_up(citation, archives, None)


async def test_the_page_itself_is_read_where_no_archive_has_it_and_is_marked_as_live(tmp_path: Path) -> None:
    with serving(site) as server:
        found = await obtained(server, tmp_path, "/tower")
    assert found.capture is not None
    assert found.source is not None
    assert (found.status, found.capture.archive) == (Status.CHECKED, "live")
    assert "--live" in (found.capture.rule or "")
    assert TEXT in found.source.text
    assert [attempt.status for attempt in found.tried] == [Status.NEVER_ARCHIVED]


async def test_offline_the_page_is_that_of_the_day_it_was_fetched(tmp_path: Path) -> None:
    with serving(site) as server:
        found = await obtained(server, tmp_path, "/tower")
        await anyio.sleep(1.1)  # times are to the second
        again = await obtained(server, tmp_path, "/tower", offline=True)
    assert again == found
    assert found.fetched is not None


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("401 Unauthorized", Status.BLOCKED), ("403 Forbidden", Status.BLOCKED),
        ("451 Unavailable For Legal Reasons", Status.BLOCKED), ("999 Request denied", Status.BLOCKED),
        ("405 Method Not Allowed", Status.BLOCKED), ("418 I'm a teapot", Status.BLOCKED),
        ("404 Not Found", Status.ERROR_CAPTURE), ("410 Gone", Status.ERROR_CAPTURE),
    ],
)  # fmt: skip
async def test_a_site_that_refuses_us_says_nothing_about_the_page(tmp_path: Path, answer: str, status: Status) -> None:
    with serving(lambda _: reply(answer, b"<html><body>no</body></html>", HTML)) as server:
        found = await obtained(server, tmp_path, "/tower")
    assert (found.status, found.source) == (status, None)


async def test_without_leave_nothing_is_asked(tmp_path: Path) -> None:
    with serving(site) as server:
        found = await obtained(server, tmp_path, "/tower", live=False)
        assert server.asked == []
    assert found.status is Status.NEVER_ARCHIVED


async def test_its_redirects_are_followed(tmp_path: Path) -> None:
    with serving(site) as server:
        found = await obtained(server, tmp_path, "/moved")
        assert found.capture is not None
        assert found.capture.url == f"{server.base}/tower"


async def test_a_live_error_is_no_page(tmp_path: Path) -> None:
    with serving(site) as server:
        found = await obtained(server, tmp_path, "/gone")
    assert found.status is Status.ERROR_CAPTURE
    assert "404" in (found.reason or "")


@pytest.mark.parametrize(
    ("error", "status", "asked"),
    [(socket.EAI_NONAME, Status.ERROR_CAPTURE, 2), (socket.EAI_AGAIN, Status.UNREACHABLE, 3)],
)
async def test_a_name_that_no_longer_exists_is_asked_twice_before_the_page_is_gone(
    error: int, status: Status, asked: int
) -> None:
    names: list[str] = []

    async def resolve(host: str, port: int) -> list[str]:
        names.append(host)
        raise socket.gaierror(error, "no")

    async with Client(user_agent="t", max_bytes=1_000, timeout=5, resolve=resolve) as client:
        policy = RetryPolicy(backoff=0.01, max_backoff=0.02)
        live = LiveWeb(lambda host: Endpoint(Service(host), client, RateLimiter(0), policy))
        (row,) = cast(tuple[CaptureRow, ...], await live.captures("http://gone.example/a", None))
        failure = await live.fetch(row)
    assert isinstance(failure, Failure)
    assert (failure.status, names) == (status, ["gone.example"] * asked)


@pytest.mark.parametrize("flag", ["usurped", "unfit"])
async def test_a_page_that_the_document_calls_usurped_or_unfit_is_never_asked(tmp_path: Path, flag: str) -> None:
    with serving(site) as server:
        found = await obtained(server, tmp_path, "/tower", flags=(flag,))
        assert server.asked == []
    assert found.status is Status.NEVER_ARCHIVED
