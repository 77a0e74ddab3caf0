"""How long the network may be kept busy for one citation.

Only time in which a request of the citation's own is under way counts: not the waits at a rate limiter, which others
cause, nor those that an archive asks for, nor those for a response that another citation has requested as well.
"""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import anyio

TIMEOUTS = 6
"""The budget, in requests that take as long as one may: a look-up and a list of captures, each tried three times in
vain (see `RetryPolicy`).

A citation usually takes one to five seconds. The budget prevents hours, since a citation may have several pages, an
archive several captures of each, a capture several redirects, and each request may take as long as the timeout allows.
"""


class _Spent:
    """Seconds so far."""

    def __init__(self) -> None:
        self.seconds = 0.0


_spent: ContextVar[_Spent | None] = ContextVar("spent", default=None)


@contextmanager
def citation_budget() -> Iterator[None]:
    """Count the requests of the block as those of one citation."""
    token = _spent.set(_Spent())
    try:
        yield
    finally:
        _spent.reset(token)


def seconds_left(timeout: float) -> float:
    """Return what the current citation has left, in seconds, if a request may take `timeout`; infinite outside one."""
    spent = _spent.get()
    return math.inf if spent is None else TIMEOUTS * timeout - spent.seconds


@contextmanager
def timed_request(timeout: float) -> Iterator[anyio.CancelScope]:
    """Count the time of the block as a request's, and cancel it when the citation's time is over."""
    started = anyio.current_time()
    try:
        with anyio.move_on_after(seconds_left(timeout)) as scope:
            yield scope
    finally:
        if (spent := _spent.get()) is not None:
            spent.seconds += anyio.current_time() - started
