"""crawler.archives.save_page_now: pages that no archive holds are given to the Wayback Machine where asked for."""

import json
from collections.abc import AsyncIterator

import pytest

from claims.records import Status
from crawler.archives.save_page_now import ACCESS_KEY, SECRET_KEY, SavePageNow
from crawler.net.client import Client
from crawler.net.rate_limits import RateLimiter
from crawler.net.retrying import Endpoint, RetryPolicy, Service
from crawler.outcome import Failure
from tests.crawler.clock import VirtualClock
from tests.crawler.servers import Asked, Reply, reply, serving

pytestmark = pytest.mark.anyio

URL = "http://example.org/page?x=1"
SAVED = f"https://web.archive.org/web/20260102030405/{URL}"
JOB = "spn2-0123456789abcdef"
DONE = {"status": "success", "timestamp": "20260102030405", "original_url": URL}


@pytest.fixture
async def endpoint() -> AsyncIterator[Endpoint]:
    retry_policy = RetryPolicy(attempts=1, pause=0.01, min_pause=0.01)
    async with Client(user_agent="t", max_bytes=10_000, timeout=30, allow_private=True) as http:
        yield Endpoint(Service("wayback"), http, RateLimiter(0), retry_policy)


class Saver:
    """A stand-in for Save Page Now whose jobs are done after some seconds of the clock."""

    def __init__(self, clock: VirtualClock, seconds: float, accepted: bytes, ending: dict[str, str]) -> None:
        self._clock, self._seconds, self._accepted, self._ending = clock, seconds, accepted, ending

    def __call__(self, asked: Asked) -> Reply:
        if asked.path == "/save":
            return reply(body=self._accepted)
        assert asked.path == f"/save/status/{JOB}"
        said = self._ending if self._clock.now >= self._seconds else {"status": "pending"}
        return reply(body=json.dumps(said).encode())


async def saved(endpoint: Endpoint, home: str, keys: dict[str, str] | None = None) -> str | Failure:
    return await SavePageNow(endpoint, endpoint, keys or {}, home=home).save(URL)


@pytest.mark.parametrize("accepted", [f'{{"url": "x", "job_id": "{JOB}"}}', f'<script>spn.watchJob("{JOB}")</script>'])
async def test_a_page_is_submitted_once_and_its_job_asked_for_until_it_is_done(
    endpoint: Endpoint, clock: VirtualClock, accepted: str
) -> None:
    with serving(Saver(clock, 40, accepted.encode(), DONE)) as server:
        assert await saved(endpoint, server.base) == SAVED
        submitted = [asked for asked in server.asked if asked.path == "/save"]
        assert len(submitted) == 1
        assert len(server.asked) <= 10
        assert "authorization" not in submitted[0].headers
    assert 40 <= clock.now < 60


async def test_keys_of_the_environment_are_sent(endpoint: Endpoint, clock: VirtualClock) -> None:
    with serving(Saver(clock, 0, JOB.encode(), DONE)) as server:
        await saved(endpoint, server.base, {ACCESS_KEY: "a", SECRET_KEY: "b"})
        assert {asked.headers["authorization"] for asked in server.asked} == {"LOW a:b"}


async def test_a_job_that_fails_or_never_ends_says_so(endpoint: Endpoint, clock: VirtualClock) -> None:
    broken = {"status": "error", "message": "the host is down"}
    for seconds, words in ((0, "the host is down"), (10_000, "after 180 seconds")):
        with serving(Saver(clock, seconds, JOB.encode(), broken)) as server:
            failure = await saved(endpoint, server.base)
        assert isinstance(failure, Failure)
        assert words in failure.reason


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (reply("401 Unauthorized"), Status.REFUSED),
        (reply("200 OK", b"<html>Sorry</html>"), Status.UNREACHABLE),
        (reply("503 Busy"), Status.UNREACHABLE),
        (lambda connection: connection.close(), Status.UNREACHABLE),
        (reply("429 Slow", headers={"Retry-After": "0"}), Status.THROTTLED),
    ],
)
async def test_a_save_that_did_not_happen_says_why_and_is_not_submitted_again(
    endpoint: Endpoint, clock: VirtualClock, answer: Reply, status: Status
) -> None:
    with serving(lambda _: answer) as server:
        failure = await saved(endpoint, server.base)
        assert len(server.asked) == 1
    assert isinstance(failure, Failure)
    assert failure.status is status
