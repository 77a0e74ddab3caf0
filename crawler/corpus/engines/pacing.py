"""One limiter an endpoint for all workers of a run, so that no number of workers asks an archive too often.

`OwnPaces` keeps when each endpoint may be asked next: in this process, or in the scheduler of a cluster, which the
workers ask. A request reserves its moment and waits for it where it is sent.
"""

import math
import threading
import time
from collections.abc import Callable
from typing import Protocol
from weakref import WeakKeyDictionary

import anyio
import anyio.to_thread

from crawler.net.rate_limits import RateLimiter
from crawler.net.retrying import Service

_AT_ONCE = 0.05
"""Seconds of waiting up to which nobody looks again whether the service asked for a pause meanwhile."""

Held = tuple[float, str | None]
"""Seconds to wait, and why the service is asked no more, or None."""


class Paces(Protocol):
    """When endpoints may be asked next. Threads may share it."""

    def reserve(self, service: str, endpoint: str, per_minute: float) -> Held:
        """Take the next moment of an endpoint that may be asked so often a minute; return the seconds until then."""
        ...

    def held(self, service: str, endpoint: str) -> Held:
        """Return the seconds for which an endpoint still asks to be left alone."""
        ...

    def pause(self, endpoint: str, seconds: float) -> None:
        """Let nobody ask an endpoint for so many seconds."""
        ...

    def close(self, service: str, reason: str) -> None:
        """Let nobody ask a service again in this run."""
        ...


class OwnPaces:
    """See `Paces`."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with nothing asked; `clock` gives seconds."""
        self._clock = clock
        self._lock = threading.Lock()
        self._next: dict[str, float] = {}
        self._paused_until: dict[str, float] = {}
        self._closed: dict[str, str] = {}

    def reserve(self, service: str, endpoint: str, per_minute: float) -> Held:
        """See `Paces`."""
        with self._lock:
            now = self._clock()
            at = max(now, self._next.get(endpoint, 0.0), self._paused_until.get(endpoint, 0.0))
            self._next[endpoint] = at + 60 / per_minute
            return at - now, self._closed.get(service)

    def held(self, service: str, endpoint: str) -> Held:
        """See `Paces`."""
        with self._lock:
            left = self._paused_until.get(endpoint, -math.inf) - self._clock()
            return max(0.0, left), self._closed.get(service)

    def pause(self, endpoint: str, seconds: float) -> None:
        """See `Paces`."""
        with self._lock:
            until = self._clock() + seconds
            self._paused_until[endpoint] = max(self._paused_until.get(endpoint, 0.0), until)

    def close(self, service: str, reason: str) -> None:
        """See `Paces`."""
        with self._lock:
            self._closed[service] = reason


class SharedLimiter(RateLimiter):
    """The limiter of an endpoint, shared with all who have the same `paces`."""

    def __init__(self, paces: Paces, service: Service, endpoint: str, per_minute: float) -> None:
        super().__init__(per_minute)
        self._paces, self._service, self._endpoint = paces, service, endpoint

    async def wait(self) -> None:
        """Wait until the next request may be sent, or the service is closed."""
        if not self.per_minute:
            await super().wait()
            return
        while True:
            seconds, closed = await anyio.to_thread.run_sync(
                self._paces.reserve, self._service.name, self._endpoint, self.per_minute
            )
            if closed is None:
                await anyio.sleep(seconds)
                if seconds <= _AT_ONCE:
                    return
                seconds, closed = await anyio.to_thread.run_sync(self._paces.held, self._service.name, self._endpoint)
            if closed is not None:
                self._service.closed = closed
                return
            if not seconds:
                return

    def pause(self, seconds: float) -> None:
        """Hold back the requests of all, since the service asked for it."""
        super().pause(seconds)
        self._paces.pause(self._endpoint, seconds)

    def close(self, reason: str) -> None:
        """Let nobody ask the service again."""
        self._paces.close(self._service.name, reason)


def shared_limiters(paces: Paces) -> Callable[[Service, float], RateLimiter]:
    """Return what makes the limiters of a worker: equal endpoints of all workers have the same pace.

    The endpoints of a service are told apart by their order, which is that in which an archive is opened.
    """
    made: WeakKeyDictionary[Service, int] = WeakKeyDictionary()

    def limiter(service: Service, per_minute: float) -> RateLimiter:
        made[service] = number = made.get(service, 0) + 1
        return SharedLimiter(paces, service, f"{service.name} {number}", per_minute)

    return limiter
