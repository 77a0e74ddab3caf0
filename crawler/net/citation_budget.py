"""How long the network may be kept busy for one citation.

Only time in which a request of the citation's own is under way counts: not the waits at a limiter, which others cause,
nor those that an archive asks for, nor those for an answer that another citation has asked for as well.
"""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import anyio

TIMEOUTS = 6
"""The time of so many requests: a look-up and a list of captures, each asked three times in vain (see `RetryPolicy`).

Usual are one to five seconds. What it prevents are hours, since a citation may have several pages, an archive several
captures of each, a capture several redirects, and each of their answers may take as long as one request may.
"""


class _Spent:
    """Seconds so far."""

    def __init__(self) -> None:
        self.seconds = 0.0


_spent: ContextVar[_Spent | None] = ContextVar("spent", default=None)


@contextmanager
def citation_budget() -> Iterator[None]:
    """Requests within the block are for one citation."""
    token = _spent.set(_Spent())
    try:
        yield
    finally:
        _spent.reset(token)


def seconds_left(timeout: float) -> float:
    """Seconds that the citation at hand still has, where a request may take `timeout`; none is at hand: infinite."""
    spent = _spent.get()
    return math.inf if spent is None else TIMEOUTS * timeout - spent.seconds


@contextmanager
def timed_request(timeout: float) -> Iterator[anyio.CancelScope]:
    """A request is under way in the block; it is cut off where the citation's time is up."""
    started = anyio.current_time()
    try:
        with anyio.move_on_after(seconds_left(timeout)) as scope:
            yield scope
    finally:
        if (spent := _spent.get()) is not None:
            spent.seconds += anyio.current_time() - started
