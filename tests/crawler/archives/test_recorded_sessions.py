"""Recorded sessions with web.archive.org (VCR cassettes of other projects): each ends as its name says."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
import yaml

from claims.records import Citation, Status
from crawler.archive_urls import parse_archive_url
from crawler.archives.interface import ArchivedResponse, CaptureRow
from crawler.archives.wayback import HOME, WaybackArchive
from crawler.lookup.capture_lookup import look_up
from crawler.net.client import Client
from crawler.net.rate_limits import RateLimiter
from crawler.net.retrying import Endpoint, RetryPolicy, Service
from crawler.outcome import Failure
from crawler.timestamps import distance
from crawler.urls import surt_key
from tests.shared import shared

pytestmark = pytest.mark.anyio

BIRDS = "https://www.fws.gov/birds/"


class Session(httpx.AsyncBaseTransport):
    """Answers as the recording did. A time that it lacks is sent on to the nearest, as the archive does."""

    def __init__(self, path: Path) -> None:
        recorded = yaml.load(path.read_text(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        self._answers: dict[str, dict[str, Any]] = {}
        for exchange in recorded["interactions"]:
            parts = urlsplit(exchange["request"]["uri"])
            target = parts.path + (f"?{parts.query}" if parts.query and "/cdx/" not in parts.path else "")
            if parts.hostname == "web.archive.org":
                self._answers.setdefault(target, exchange["response"])
        self.asked: list[str] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        target = request.url.raw_path.decode()
        target = target.partition("?")[0] if "/cdx/" in target else target
        self.asked.append(target)
        recorded = self._answers.get(target)
        if recorded is None:
            return self._elsewhere(target)
        body = recorded["body"]["string"]
        content = body if isinstance(body, bytes) else body.encode()
        headers = [
            (name, value)
            for name, values in recorded["headers"].items()
            for value in (values if isinstance(values, list) else [values])
            if name.lower() not in ("transfer-encoding", "content-length")
        ]
        return httpx.Response(recorded["status"]["code"], headers=headers, stream=httpx.ByteStream(content))

    def _elsewhere(self, target: str) -> httpx.Response:
        wanted = parse_archive_url(HOME + target)
        assert wanted, target
        known = [(path, parse_archive_url(HOME + path)) for path in self._answers]
        same = [(p, a) for p, a in known if a and surt_key(a.original) == surt_key(wanted.original)]
        if not same:
            return httpx.Response(404, stream=httpx.ByteStream(b"not archived"))
        path = min(same, key=lambda pair: distance(pair[1].timestamp or "", wanted.timestamp or ""))[0]
        return httpx.Response(302, headers={"Location": HOME + path}, stream=httpx.ByteStream(b""))


class Replayed:
    """An archive in front of a recording."""

    def __init__(self, name: str) -> None:
        self.session = Session(shared(f"data/documents/pages/cassette__{name}"))
        self.client = Client(user_agent="t", max_bytes=5_000_000, timeout=30, transport=self.session)
        service = Service("wayback")
        endpoints = [Endpoint(service, self.client, RateLimiter(0), RetryPolicy(attempts=1)) for _ in range(2)]
        self.archive = WaybackArchive(*endpoints)


def row(timestamp: str, url: str = BIRDS) -> CaptureRow:
    key = f"{HOME}/web/{timestamp}id_/{url}"
    return CaptureRow(url=url, timestamp=timestamp, status=None, media_type=None, digest=None, key=key)


@pytest.mark.parametrize(
    "name",
    [
        "test_get_memento.yaml", "test_get_memento_with_mode_string.yaml", "test_get_memento_with_string_datetime.yaml",
        "test_get_memento_handles_non_utc_datetime.yaml", "test_format_memento",
    ],
)  # fmt: skip
async def test_a_memento_is_read(name: str) -> None:
    replayed = Replayed(name)
    rows = await replayed.archive.captures(BIRDS, "20171124151315")
    assert not isinstance(rows, Failure)
    response = await replayed.archive.fetch(rows[0])
    assert isinstance(response, ArchivedResponse)
    assert (response.url, response.timestamp, response.status) == (BIRDS, "20171124151315", 200)
    assert b"Migratory Bird" in response.body
    assert len(replayed.session.asked) == 1
    if len(rows) > 1:
        assert {"20170929002712", "20171228222143"} < {r.timestamp for r in rows}


async def test_a_memento_has_the_address_that_was_captured() -> None:
    replayed = Replayed("test_get_memento_returns_memento_with_accurate_url.yaml")
    rows = await replayed.archive.captures("http://fws.gov/", "20171124143728")
    assert not isinstance(rows, Failure)
    assert rows[0].url == "https://www.fws.gov/"


async def test_no_memento() -> None:
    replayed = Replayed("test_get_memento_raises_no_memento_error.yaml")
    answer = await replayed.archive.captures("https://this-is-not-real-url.whatever/", "20170929002712")
    assert isinstance(answer, Failure)
    assert answer.status is Status.NEVER_ARCHIVED


@pytest.mark.parametrize(
    ("name", "timestamp"),
    [
        ("test_get_memento_raises_when_memento_is_outside_target_window.yaml", "20171101000000"),
        ("test_get_memento_should_fail_for_non_playbackable_mementos.yaml", "20150509080314"),
    ],
)
async def test_another_capture_is_not_taken_for_the_one_asked_for(name: str, timestamp: str) -> None:
    replayed = Replayed(name)
    answer = await replayed.archive.fetch(row(timestamp))
    assert isinstance(answer, Failure)
    assert answer.status is Status.ERROR_CAPTURE
    assert len(replayed.session.asked) == 1


async def test_a_look_up_takes_the_nearest_capture_however_far() -> None:
    replayed = Replayed("test_get_memento_target_window.yaml")
    rows = await replayed.archive.captures(BIRDS, "20171101000000")
    assert not isinstance(rows, Failure)
    assert rows[0].timestamp == "20171124151315"


async def test_archived_redirects_are_not_followed_by_the_archive() -> None:
    replayed = Replayed("test_get_memento_follow_redirects_does_not_follow_historical_redirects.yaml")
    rows = await replayed.archive.captures("http://epa.gov/climatechange", "20200201020357")
    assert not isinstance(rows, Failure)
    response = await replayed.archive.fetch(rows[0])
    assert isinstance(response, ArchivedResponse)
    assert (response.status, response.timestamp) == (301, "20200201023757")
    assert response.headers["location"] == "https://www.epa.gov/sites/production/files/signpost/cc.html"


async def test_archived_redirects_are_followed_to_the_page() -> None:
    replayed = Replayed("test_get_memento_with_redirects.yaml")
    citation = Citation(
        id="1", text="", url="https://www.epa.gov/ghgreporting/san5779-factsheet",
        archive_url="https://web.archive.org/web/20180808094144/https://www.epa.gov/ghgreporting/san5779-factsheet",
    )  # fmt: skip
    result = await look_up(citation, [replayed.archive], None)
    assert result.status is Status.CHECKED
    assert result.capture
    assert result.capture.timestamp == "20180808104500"
    assert result.source
    assert "Greenhouse Gas Reporting" in result.source.text


async def test_a_blocked_site_is_excluded() -> None:
    replayed = Replayed("test_search_raises_for_blocked_urls.yaml")
    answer = await replayed.archive.all_captures("https://nationalpost.com/health", None)
    assert isinstance(answer, Failure)
    assert answer.status is Status.EXCLUDED


@pytest.mark.parametrize(
    ("name", "least"),
    [("test_search_with_date.yaml", 100), ("test_search_with_filter.yaml", 10), ("test_memento_rate_limits.yaml", 100)],
)
async def test_the_index_is_read_without_its_resumption_key(name: str, least: int) -> None:
    rows = await Replayed(name).archive.all_captures("http://example.org/", None)
    assert not isinstance(rows, Failure)
    assert len(rows) >= least
    assert all(len(r.timestamp) == 14 and r.url.startswith("http") for r in rows)


async def test_archived_refusals_are_skipped_for_the_page() -> None:
    replayed = Replayed("test_import_skips_bad_mementos")
    url = (
        "https://highways.dot.gov/safety/data-analysis-tools/rsdp/rsdp-tools/highway-performance-monitoring-system-hpms"
    )
    citation = Citation(id="1", text="", url=url, access_date="2026-04-16")
    result = await look_up(citation, [replayed.archive], None)
    assert result.status is Status.CHECKED
    assert result.capture
    assert result.capture.timestamp == "20260416012735"
    assert {attempt.status for attempt in result.tried} == {Status.ERROR_CAPTURE}


async def test_japanese_pages_keep_their_title() -> None:
    url = "https://www.cdc.gov/coronavirus/2019-ncov/travelers/after-travel-precautions-japanese.html"
    citation = Citation(id="1", text="", url=url, access_date="2020-11-23")
    result = await look_up(citation, [Replayed("test_html_title_parsing").archive], None)
    assert result.source
    assert "旅行" in (result.source.title or "")
