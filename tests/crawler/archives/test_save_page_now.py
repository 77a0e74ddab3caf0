"""crawler.archives.save_page_now: pages that no archive holds are given to the Wayback Machine where asked for."""

from collections.abc import AsyncIterator

import pytest

from claims.records import Status
from crawler.archives.save_page_now import ACCESS_KEY, SECRET_KEY, SavePageNow
from crawler.net.client import Client
from crawler.net.rate_limits import RateLimiter
from crawler.net.retrying import Endpoint, RetryPolicy, Service
from crawler.outcome import Failure
from tests.crawler.servers import reply, serving

pytestmark = pytest.mark.anyio

URL = "http://example.org/page?x=1"
SAVED = f"https://web.archive.org/web/20260102030405/{URL}"


@pytest.fixture
async def endpoint() -> AsyncIterator[Endpoint]:
    retry_policy = RetryPolicy(attempts=1, pause=0.01, min_pause=0.01)
    async with Client(user_agent="t", max_bytes=10_000, timeout=2, allow_private=True) as http:
        yield Endpoint(Service("wayback"), http, RateLimiter(0), retry_policy)


@pytest.mark.parametrize(
    "answer",
    [
        reply("200 OK", headers={"Content-Location": f"/web/20260102030405/{URL}"}),
        reply("302 Found", headers={"Location": SAVED}),
        reply("200 OK", headers={"Link": f'<{URL}>; rel="original", <x>; rel="memento"; <{SAVED}>; rel="last"'}),
    ],
)
async def test_the_new_captures_address_is_found_where_it_is_told(endpoint: Endpoint, answer: bytes) -> None:
    with serving(lambda _: answer) as server:
        assert await SavePageNow(endpoint, {}, home=server.base).save(URL) == SAVED
    assert server.asked[0].path == f"/save/{URL}"
    assert "authorization" not in server.asked[0].headers


async def test_keys_of_the_environment_are_sent(endpoint: Endpoint) -> None:
    with serving(lambda _: reply("302 Found", headers={"Location": SAVED})) as server:
        await SavePageNow(endpoint, {ACCESS_KEY: "a", SECRET_KEY: "b"}, home=server.base).save(URL)
    assert server.asked[0].headers["authorization"] == "LOW a:b"


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (reply("401 Unauthorized"), Status.REFUSED),
        (reply("200 OK", b"<html>Sorry</html>"), Status.UNREACHABLE),
        (reply("429 Slow", headers={"Retry-After": "0"}), Status.THROTTLED),
    ],
)
async def test_a_save_that_did_not_happen_says_why(endpoint: Endpoint, answer: bytes, status: Status) -> None:
    with serving(lambda _: answer) as server:
        failure = await SavePageNow(endpoint, {}, home=server.base).save(URL)
    assert isinstance(failure, Failure)
    assert failure.status is status
