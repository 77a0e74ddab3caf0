"""crawler.archives.memento: any archive that speaks RFC 7089, pywb first of all."""

import json
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest

from claims.records import Citation, Status
from crawler.app.open_archives import open_archives
from crawler.archives.interface import Archive, ArchivedResponse, FullListing
from crawler.lookup.capture_lookup import look_up
from crawler.net.retrying import RetryPolicy
from crawler.outcome import Failure
from crawler.settings import Settings
from tests.crawler.archive_files import Archived, article, write_warc
from tests.crawler.pywb import PORT, page_command, pywb
from tests.crawler.servers import reply, serving
from tests.process import citewatch
from tests.shared import shared

pytestmark = pytest.mark.anyio

URL = "http://example.org/page"
RETRY_POLICY = RetryPolicy(backoff=0.01, pause=0.05, min_pause=0.02, attempts=2)


def opening(base: str, store: Path) -> AbstractAsyncContextManager[tuple[Archive, ...]]:
    return open_archives(Settings(archive=(base,), store=store, allow_private=True), RETRY_POLICY)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("pywb")
    own = write_warc(
        folder / "own.warc.gz",
        [
            Archived(url=URL, time="2007-08-20T12:00:00Z", body=article("as it was in 2007")),
            Archived(url=URL, time="2009-08-20T12:00:00Z", body=article("as it was in 2009")),
            Archived(url="http://example.org/soft", time="2007-08-20T12:00:00Z", body=article("the page itself")),
            Archived(
                url="http://example.org/soft", time="2008-08-20T12:00:00Z", body=b"<title>Not found</title><p>Gone."
            ),
            Archived(url="http://example.org/gone", time="2007-08-20T12:00:00Z", status="404 Not Found"),
            Archived(
                url="http://example.org/old", time="2007-08-20T12:00:00Z", status="301 Moved", body=b"",
                headers={"Location": "https://www.example.org/new"},
            ),
            Archived(url="https://www.example.org/new", time="2007-08-20T12:00:05Z", body=article("moved here")),
        ],
    )  # fmt: skip
    iana = folder / "iana.warc.gz"
    iana.write_bytes(shared("data/archives/pywb__iana.warc.gz").read_bytes())
    with pywb(folder / "server", own, iana) as address:
        yield address


@pytest.fixture
async def archive(base: str, tmp_path: Path) -> AsyncIterator[Archive]:
    async with opening(base, tmp_path) as archives:
        yield archives[0]


def citing(url: str = URL, **dates: str) -> Citation:
    return Citation(id="1", text="", url=url, **dates)  # type: ignore[arg-type]


def test_the_command_of_the_page_about_local_archives_checks_against_pywb(base: str, tmp_path: Path) -> None:
    (tmp_path / "article.md").write_text(f"The page was as it was in 2009.[^1]\n\n[^1]: Page. <{URL}>.\n", "utf-8")
    _, *words = page_command("citewatch verify article.md --archive http://localhost")
    words = [word.replace(f"localhost:{PORT}", base.split("/")[2]) for word in words]
    done = citewatch(*words, "--format", "json", "--contact", "t@example.org", home=tmp_path)
    (check,) = json.loads((tmp_path / "citewatch-report/report.json").read_bytes())["documents"][0]["claims"][0][
        "checks"
    ]
    assert (done.returncode, check["status"]) == (0, "checked"), done.stderr
    assert check["capture"]["archive"] == base


async def test_pywb_gives_the_capture_nearest_to_the_access_date(archive: Archive, base: str) -> None:
    result = await look_up(citing(access_date="2008-01-01"), [archive], None)
    assert result.capture
    assert result.capture.timestamp == "20070820120000"
    assert result.capture.memento == f"{base}/20070820120000/{URL}"
    assert result.source
    assert "as it was in 2007" in result.source.text


async def test_pywb_follows_an_archived_redirect(archive: Archive) -> None:
    result = await look_up(citing("http://example.org/old"), [archive], None)
    assert result.capture
    assert result.capture.url == "https://www.example.org/new"
    assert result.source
    assert "moved here" in result.source.text


async def test_pywbs_list_is_asked_where_the_nearest_capture_is_no_page(archive: Archive) -> None:
    result = await look_up(citing("http://example.org/soft", access_date="2009-01-01"), [archive], None)
    assert result.capture
    assert result.capture.timestamp == "20070820120000"
    assert [attempt.status for attempt in result.tried] == [Status.SOFT_404]


async def test_pywb_says_what_it_lacks_and_what_is_an_error(archive: Archive) -> None:
    assert (await look_up(citing("http://nowhere.example/"), [archive], None)).status is Status.NEVER_ARCHIVED
    assert (await look_up(citing("http://example.org/gone"), [archive], None)).status is Status.ERROR_CAPTURE


async def test_pywb_plays_real_pages_and_revisits(archive: Archive) -> None:
    result = await look_up(citing("http://www.iana.org/about"), [archive], None)
    assert result.source
    assert "Introducing IANA" in result.source.text
    assert isinstance(archive, FullListing)
    rows = await archive.all_captures("http://www.iana.org/_img/2013.1/icann-logo.svg", "20140126200706")
    assert not isinstance(rows, Failure)
    bodies = {r.body for r in [await archive.fetch(row) for row in rows] if isinstance(r, ArchivedResponse)}
    assert len(rows) > 10
    assert len(bodies) == 1


async def test_a_timegate_without_a_timemap_is_enough(tmp_path: Path) -> None:
    memento = {
        "Memento-Datetime": "Mon, 20 Aug 2007 12:00:00 GMT", "Content-Type": "text/html",
        "Link": f'<{URL}>; rel="original", <http://a.example/20050101000000/{URL}>; rel="prev memento"; '
        'datetime="Sat, 01 Jan 2005 00:00:00 GMT"',
    }  # fmt: skip

    def answer(asked):  # type: ignore[no-untyped-def]
        if "timemap" in asked.path:
            return reply("501 Not Implemented")
        if asked.path.startswith("/20070823"):
            return reply("404 Not Found")
        if asked.path == f"/{URL}":
            assert asked.headers["accept-datetime"] == "Thu, 23 Aug 2007 11:59:59 GMT"
            return reply("302 Found", headers={"Location": f"/20070820120000/{URL}"})
        return reply("200 OK", article("negotiated"), memento)

    with serving(answer) as server:
        async with opening(server.base, tmp_path) as archives:
            result = await look_up(citing(access_date="2007-08-22"), archives, None)
    assert result.source
    assert "negotiated" in result.source.text
    assert server.asked[-1].path == f"/20070820120000id_/{URL}"


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (reply("404 Not Found"), Status.NEVER_ARCHIVED),
        (reply("451 Unavailable"), Status.EXCLUDED),
        (reply("403 Forbidden", b"This URL has been blocked"), Status.EXCLUDED),
        (reply("429 Slow", headers={"Retry-After": "0"}), Status.THROTTLED),
        (reply("500 Oops"), Status.UNREACHABLE),
        (reply("200 OK", b"<html>no TimeMap</html>"), Status.UNREACHABLE),
        (reply("302 Found", headers={"Location": "http://elsewhere.example/"}), Status.REFUSED),
    ],
)
async def test_what_an_archive_says_for_itself_is_told_apart(tmp_path: Path, answer: bytes, status: Status) -> None:
    with serving(lambda _: answer) as server:
        async with opening(server.base, tmp_path) as archives:
            assert (await look_up(citing(), archives, None)).status is status
