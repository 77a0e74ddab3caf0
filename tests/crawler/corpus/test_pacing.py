"""The pace that workers keep together."""

import pytest

from crawler.corpus.engines.pacing import OwnPaces, shared_limiters
from crawler.net.retrying import Service
from tests.crawler.clock import VirtualClock

pytestmark = pytest.mark.anyio


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_moments_are_evenly_spaced_whoever_takes_them() -> None:
    paces = OwnPaces(Clock())
    assert [paces.reserve("a", "a 1", 30)[0] for _ in range(3)] == [0, 2, 4]


def test_endpoints_have_paces_of_their_own() -> None:
    paces = OwnPaces(Clock())
    paces.reserve("a", "a 1", 30)
    assert paces.reserve("a", "a 2", 30)[0] == 0


def test_a_pause_holds_for_all() -> None:
    clock = Clock()
    paces = OwnPaces(clock)
    paces.pause("a 1", 60)
    assert paces.held("a", "a 1") == (60, None)
    assert paces.reserve("a", "a 1", 60)[0] == 60
    clock.now += 61
    assert paces.held("a", "a 1") == (0, None)


def test_a_closed_service_is_closed_for_all_its_endpoints() -> None:
    paces = OwnPaces(Clock())
    paces.close("a", "a ban")
    assert paces.reserve("a", "a 2", 60)[1] == "a ban"
    assert paces.held("a", "a 1")[1] == "a ban"


async def test_two_processes_wait_for_each_other(clock: VirtualClock) -> None:
    paces = OwnPaces(lambda: clock.current_time())
    one, other = (shared_limiters(paces)(Service("archive"), 60) for _ in range(2))
    began = clock.current_time()
    await one.wait()
    await other.wait()
    await one.wait()
    assert clock.current_time() - began == pytest.approx(2)


async def test_what_closes_a_service_here_closes_it_there(clock: VirtualClock) -> None:
    paces = OwnPaces(lambda: clock.current_time())
    here, there = Service("archive"), Service("archive")
    shared_limiters(paces)(here, 60).close("it answered 429 three times")
    await shared_limiters(paces)(there, 60).wait()
    assert there.closed == "it answered 429 three times"


async def test_the_endpoints_of_a_service_are_told_apart_by_their_order(clock: VirtualClock) -> None:
    limiter, service = shared_limiters(OwnPaces(lambda: clock.current_time())), Service("archive")
    playback, index = limiter(service, 60), limiter(service, 60)
    began = clock.current_time()
    await playback.wait()
    await index.wait()
    assert clock.current_time() == began
