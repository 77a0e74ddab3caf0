"""crawler.archives.wayback: what the Wayback Machine answers, and what it means."""

import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from urllib.parse import parse_qs, urlsplit

import brotli
import pytest

from claims.records import Citation, Status
from crawler.archives.wayback import WaybackArchive
from crawler.archives.wayback_cdx import query, rows
from crawler.lookup.capture_lookup import look_up
from crawler.lookup.lookup_result import LookupResult
from crawler.net.client import Client, HttpResponse
from crawler.net.rate_limits import RateLimiter
from crawler.net.retrying import Endpoint, RetryPolicy, Service
from crawler.outcome import Failure
from tests.crawler.archive_files import article
from tests.crawler.archives.fake_wayback import FakeCapture, FakeWayback
from tests.crawler.servers import Server, reply, serving
from tests.shared import ROOT

pytestmark = pytest.mark.anyio

URL = "http://example.org/page"
RETRY_POLICY = RetryPolicy(backoff=0.01, max_backoff=0.02, pause=0.05, min_pause=0.02)


@pytest.fixture
async def client() -> AsyncIterator[Client]:
    async with Client(user_agent="t", max_bytes=1_000_000, timeout=30, allow_private=True) as http:
        yield http


def archive_at(base: str, client: Client) -> WaybackArchive:
    service = Service("wayback")
    playback, index = (Endpoint(service, client, RateLimiter(0), RETRY_POLICY) for _ in range(2))
    return WaybackArchive(playback, index, home=base)


@contextmanager
def standing_in(*captures: FakeCapture, excluded: tuple[str, ...] = ()) -> Iterator[Server]:
    fake_wayback = FakeWayback(captures, excluded=excluded)
    with serving(fake_wayback) as server:
        fake_wayback.base = server.base
        yield server


def kept(timestamp: str, words: str = "", **other: object) -> FakeCapture:
    return FakeCapture(**{"url": URL, "timestamp": timestamp, "body": article(words or timestamp), **other})  # type: ignore[arg-type]


async def found(server: Server, client: Client, access: str | None = "2007-08-22", **other: object) -> LookupResult:
    citation = Citation(id="1", text="An entry.", url=URL, access_date=access, **other)  # type: ignore[arg-type]
    return await look_up(citation, [archive_at(server.base, client)], None)


def index_requests(server: Server) -> list[str]:
    return [asked.path for asked in server.asked if asked.path.startswith("/cdx/")]


async def test_playback_finds_the_capture_before_the_access_date_without_the_index(client: Client) -> None:
    with standing_in(kept("20070801000000"), kept("20070824000000"), kept("20100101000000")) as server:
        result = await found(server, client)
    assert result.status is Status.CHECKED
    assert result.capture
    assert result.capture.timestamp == "20070801000000"
    assert result.capture.memento == f"{server.base}/web/20070801000000/{URL}"
    assert result.capture.url == URL
    assert not index_requests(server)


async def test_without_a_date_the_latest_capture_is_taken(client: Client) -> None:
    with standing_in(kept("20070101000000"), kept("20100101000000")) as server:
        result = await found(server, client, access=None)
    assert result.capture
    assert result.capture.timestamp == "20100101000000"


async def test_a_page_without_captures_was_never_archived(client: Client) -> None:
    with standing_in(kept("20070101000000", url="http://example.org/other")) as server:
        assert (await found(server, client)).status is Status.NEVER_ARCHIVED


async def test_a_page_that_is_held_back_is_excluded(client: Client) -> None:
    with standing_in(kept("20070101000000"), excluded=(URL,)) as server:
        assert (await found(server, client)).status is Status.EXCLUDED


async def test_an_archived_error_sends_to_the_index_for_candidates(client: Client) -> None:
    errors = [kept(f"2007082{n}000000", status=429 if n % 2 else 404) for n in range(6)]
    with standing_in(kept("20030101000000"), *errors, kept("20150101000000")) as server:
        result = await found(server, client)
    assert result.capture
    assert result.capture.timestamp == "20030101000000"
    assert result.tried[0].status is Status.ERROR_CAPTURE
    assert len(index_requests(server)) == 1


async def test_a_revisit_without_a_status_in_the_index_is_tried(client: Client) -> None:
    revisit = kept("20070801000000", listed_status="-")
    with standing_in(revisit, kept("20070820000000", status=404)) as server:
        result = await found(server, client)
    assert result.capture
    assert result.capture.timestamp == "20070801000000"


async def test_only_archived_errors_are_error_captures(client: Client) -> None:
    with standing_in(kept("20070801000000", status=404), kept("20080801000000", status=503)) as server:
        assert (await found(server, client)).status is Status.ERROR_CAPTURE


async def test_archived_redirects_lead_to_the_pages_own_target(client: Client) -> None:
    moved = "https://www.example.org/moved"
    with standing_in(
        kept("20070820000000", status=302, location="/moved", body=b""), kept("20070820000103", url=moved)
    ) as server:
        result = await found(server, client)
    assert result.capture
    assert (result.capture.url, result.capture.timestamp) == (moved, "20070820000103")


async def test_a_redirect_whose_target_was_captured_months_later_gives_a_doubtful_copy(client: Client) -> None:
    with standing_in(
        kept("20070820000000", status=301, location="/moved", body=b""),
        kept("20080120000000", url="http://example.org/moved"),
    ) as server:
        result = await found(server, client)
    assert (result.status, result.source is None) == (Status.MOVED, False)


async def test_a_capture_that_is_listed_but_cannot_be_shown_is_passed_over(client: Client) -> None:
    with standing_in(kept("20070820000000", lost=True), kept("20070824000000")) as server:
        result = await found(server, client)
    assert result.capture
    assert result.capture.timestamp == "20070824000000"
    assert [a.timestamp for a in result.tried] == ["20070820000000"]


async def test_a_capture_of_another_page_of_the_same_key_is_noticed(client: Client) -> None:
    with standing_in(kept("20070820000000", url="http://example.org/PAGE"), kept("20010101000000")) as server:
        result = await found(server, client)
    assert result.capture
    assert (result.capture.url, result.capture.timestamp) == (URL, "20010101000000")


CDX_ROW = f"org,example)/page 20070820000000 {URL} text/html 200 {'A' * 32} 512"


@pytest.mark.parametrize(
    ("index", "status"),
    [
        (reply("429 Slow down", b"<html>429</html>", {"Retry-After": "0"}), Status.THROTTLED),
        (reply("429 Slow down", b"", {"Retry-After": "0"}), Status.THROTTLED),
        (reply("504 Late"), Status.UNREACHABLE),
        (reply(body=b"<html><body>We are sorry, something went wrong</body></html>"), Status.UNREACHABLE),
        (reply(body=b""), Status.ERROR_CAPTURE),
    ],
)
async def test_an_index_that_gives_no_list_never_means_not_archived(
    client: Client, index: bytes, status: Status
) -> None:
    fake_wayback = FakeWayback([kept("20070820000000", status=404)])
    with serving(lambda asked: index if asked.path.startswith("/cdx/") else fake_wayback(asked)) as server:
        fake_wayback.base = server.base
        result = await found(server, client)
    assert result.status is status


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (CDX_ROW, "20070820000000"),
        (CDX_ROW.replace("20070820000000", "20070800000000"), "20070801000000"),
        (CDX_ROW.replace(" 200 ", " - ").replace("512", "-"), "20070820000000"),
        (CDX_ROW + " extra columns here", "20070820000000"),
        ("org%2Cexample%29%2Fpage+20070820000001", None),
        ("a b c d e f g", None),
        ("", None),
    ],
)
def test_odd_rows_of_the_index_are_read_or_passed_over(line: str, expected: str | None) -> None:
    found = [row.timestamp for row in rows(line, lambda time, url: f"{time}/{url}")]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (reply("429 Slow down", headers={"Retry-After": "0"}), Status.THROTTLED),
        (reply("503 Busy"), Status.UNREACHABLE),
        (reply("403 Forbidden", b"no"), Status.UNREACHABLE),
        (reply("200 OK", b"<html>A page of the archive itself</html>"), Status.UNREACHABLE),
        (reply("302 Found", headers={"Location": "http://elsewhere.example/"}), Status.REFUSED),
        (reply("302 Found", headers={"Location": "/web/20070101000000id_/http://example.org/page"}), Status.REFUSED),
    ],
)
async def test_an_archive_that_speaks_for_itself_is_not_taken_for_the_page(
    client: Client, answer: bytes, status: Status
) -> None:
    with serving(lambda _: answer) as server:
        result = await found(server, client)
    assert result.status is status


def test_the_query_is_what_the_index_wants() -> None:
    asked = parse_qs(urlsplit(query("https://a.example/cdx", "http://e.org/a?b=c&d", "20070101000000")).query)
    assert asked["url"] == ["http://e.org/a?b=c&d"]
    assert (asked["closest"], asked["sort"], asked["gzip"]) == (["20070101000000"], ["closest"], ["false"])


async def test_failures_name_the_archive(client: Client) -> None:
    with serving(lambda _: reply("404 NOT FOUND")) as server:
        answer = await archive_at(server.base, client).captures(URL, None)
    assert isinstance(answer, Failure)
    assert "wayback" in answer.reason


def test_what_only_a_list_of_captures_needs_is_not_loaded_at_the_start() -> None:
    code = "import sys, crawler.app.commands.fetch; print(sorted({'waybackpy', 'requests'} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True, timeout=60, cwd=ROOT)
    assert run.stdout == "[]\n"


async def test_brotli_that_only_the_archived_headers_announce_is_undone(client: Client) -> None:
    packed = brotli.compress(article("The bridge at Ulvund was opened in 1986."))
    capture = kept("20070820120000", body=packed, headers={"X-Archive-Orig-Content-Encoding": "br"})
    with standing_in(capture) as server:
        result = await found(server, client)
    assert result.source is not None
    assert "opened in 1986" in result.source.text


async def test_no_body_is_decoded_on_the_event_loop(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    threads: list[threading.Thread] = []

    def plain(answer: HttpResponse, limit: int) -> bytes:
        threads.append(threading.current_thread())
        return answer.body

    monkeypatch.setattr(HttpResponse, "plain", plain)
    with standing_in(kept("20070801000000")) as server:
        await archive_at(server.base, client).all_captures(URL, None)
        assert (await found(server, client)).status is Status.CHECKED
    assert threads
    assert threading.current_thread() not in threads
