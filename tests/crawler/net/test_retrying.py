"""crawler.net.retrying: what is tried again, when, and when an endpoint is left alone."""

from collections.abc import AsyncIterator, Iterator

import anyio
import pytest

from claims.records import Status
from crawler.net.client import Client, HttpResponse
from crawler.net.rate_limits import RateLimiter
from crawler.net.retrying import Endpoint, RetryPolicy, Service
from crawler.outcome import Failure
from tests.crawler.clock import VirtualClock
from tests.crawler.servers import Reply, closed_port, reply, serving

pytestmark = pytest.mark.anyio

FAST = RetryPolicy(backoff=0.01, max_backoff=0.02, pause=0.2, min_pause=0.02, recovery=0.3, max_failures=2)


@pytest.fixture
async def client() -> AsyncIterator[Client]:
    async with Client(user_agent="t", max_bytes=10_000, timeout=30, allow_private=True) as http:
        yield http


def in_turn(*replies: Reply):  # type: ignore[no-untyped-def]
    """Each request gets the next reply, and the last for ever."""
    waiting: Iterator[Reply] = iter(replies)
    last = replies[-1]
    return lambda _: next(waiting, last)


def endpoint(client: Client, retry_policy: RetryPolicy = FAST, per_minute: float = 0) -> Endpoint:
    return Endpoint(Service("the archive"), client, RateLimiter(per_minute), retry_policy)


def status_of(result: HttpResponse | Failure) -> Status:
    assert isinstance(result, Failure)
    assert "the archive" in result.reason
    return result.status


@pytest.mark.parametrize("status", ["500 Oops", "503 Busy", "504 Late"])
async def test_passing_trouble_is_tried_again(client: Client, status: str) -> None:
    with serving(in_turn(reply(status), reply(status), reply(body=b"words"))) as server:
        answer = await endpoint(client).get(server.base)
    assert isinstance(answer, HttpResponse)
    assert answer.body == b"words"


async def test_lasting_trouble_is_told_after_three_attempts(client: Client) -> None:
    with serving(in_turn(reply("503 Busy"))) as server:
        assert status_of(await endpoint(client).get(server.base)) is Status.UNREACHABLE
    assert len(server.asked) == 3


@pytest.mark.parametrize("status", ["404 No", "403 No", "302 Found", "501 Never"])
async def test_answers_are_answers_whatever_their_status(client: Client, status: str) -> None:
    with serving(in_turn(reply(status))) as server:
        assert isinstance(await endpoint(client).get(server.base), HttpResponse)
    assert len(server.asked) == 1


async def test_an_archived_error_is_no_trouble_of_the_archive(client: Client) -> None:
    archived = {"Memento-Datetime": "Fri, 24 Nov 2017 15:13:15 GMT"}
    with serving(in_turn(reply("503 Busy", headers=archived))) as server:
        assert isinstance(await endpoint(client).get(server.base), HttpResponse)
    assert len(server.asked) == 1


@pytest.mark.parametrize(("headers", "pause"), [({"Retry-After": "1"}, 1.0), ({}, 0.2), ({"Retry-After": "soon"}, 0.2)])
async def test_a_429_holds_the_whole_endpoint_back(
    client: Client, clock: VirtualClock, headers: dict[str, str], pause: float
) -> None:
    with serving(in_turn(reply("429 Slow down", headers=headers), reply(body=b"words"))) as server:
        first = await endpoint(client).get(server.base)
        assert isinstance(first, HttpResponse)
    assert clock.now == pause


async def test_a_service_that_says_429_for_ever_is_left_alone(client: Client) -> None:
    with serving(in_turn(reply("429 Slow down", headers={"Retry-After": "0"}))) as server:
        one = endpoint(client)
        assert status_of(await one.get(server.base)) is Status.THROTTLED
        asked = len(server.asked)
        assert status_of(await one.get(server.base)) is Status.THROTTLED
        assert len(server.asked) == asked <= 3


async def test_a_service_that_asks_for_hours_is_left_alone_at_once(client: Client, clock: VirtualClock) -> None:
    with serving(in_turn(reply("429 Slow down", headers={"Retry-After": "7200"}))) as server:
        assert status_of(await endpoint(client).get(server.base)) is Status.THROTTLED
        assert len(server.asked) == 1
    assert clock.now == 0


async def test_a_refused_connection_after_a_429_is_a_ban_for_all_endpoints(client: Client) -> None:
    service = Service("the archive")
    one, two = (Endpoint(service, client, RateLimiter(0), FAST) for _ in range(2))
    with serving(in_turn(reply("429 Slow down", headers={"Retry-After": "0"}), reply())) as server:
        assert isinstance(await one.get(server.base), HttpResponse)
    dead = f"http://127.0.0.1:{closed_port()}/"
    assert status_of(await one.get(dead)) is Status.THROTTLED
    with serving(in_turn(reply())) as server:
        assert status_of(await two.get(server.base)) is Status.THROTTLED
        assert not server.asked


async def test_a_dead_service_is_not_waited_for_by_each_citation(client: Client, clock: VirtualClock) -> None:
    one = endpoint(client)
    dead = f"http://127.0.0.1:{closed_port()}/"
    for _ in range(2):
        assert status_of(await one.get(dead)) is Status.UNREACHABLE
    with serving(in_turn(reply(body=b"back"))) as server:
        assert status_of(await one.get(server.base)) is Status.UNREACHABLE
        assert not server.asked
        clock.now += FAST.recovery
        assert isinstance(await one.get(server.base), HttpResponse)


async def test_requests_are_spaced_evenly_and_shared(client: Client, clock: VirtualClock) -> None:
    with serving(in_turn(reply())) as server:
        one = endpoint(client, per_minute=30)
        async with anyio.create_task_group() as tasks:
            for _ in range(6):
                tasks.start_soon(one.get, server.base)
    assert clock.now == 5 * 60 / 30


async def test_forbidden_and_oversized_answers_have_their_own_status(client: Client) -> None:
    assert isinstance(refused := await endpoint(client).get("ftp://e.org/"), Failure)
    assert refused.status is Status.REFUSED
    with serving(in_turn(reply(body=bytes(20_000)))) as server:
        assert status_of(await endpoint(client).get(server.base)) is Status.TOO_LARGE


async def test_a_503_is_asked_again_when_it_says(client: Client, clock: VirtualClock) -> None:
    with serving(in_turn(reply("503 Busy", headers={"Retry-After": "40"}), reply(body=b"words"))) as server:
        started = clock.now
        assert isinstance(await endpoint(client).get(server.base), HttpResponse)
        assert clock.now - started >= 40


async def test_a_503_that_asks_for_hours_is_left_alone_at_once(client: Client, clock: VirtualClock) -> None:
    with serving(in_turn(reply("503 Busy", headers={"Retry-After": "7200"}))) as server:
        assert status_of(await endpoint(client).get(server.base)) is Status.THROTTLED
        assert len(server.asked) == 1


async def test_a_handful_of_resets_in_a_row_ends_the_questions(client: Client, clock: VirtualClock) -> None:
    with serving(in_turn(lambda connection: connection.close())) as server:
        one = endpoint(client, RetryPolicy(backoff=0.01, max_backoff=0.01))
        for _ in range(30):
            assert status_of(await one.get(server.base)) is Status.UNREACHABLE
        assert len(server.asked) <= 6
