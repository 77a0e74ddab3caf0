"""When the responses that a result rests on were retrieved: in this run, or in an earlier one that stored them."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

from crawler.net.client import HttpResponse
from crawler.timestamps import iso

_Result = TypeVar("_Result")

_times: ContextVar[list[str] | None] = ContextVar("retrieval_times", default=None)


class RetrievalTimes:
    """The times at which the responses used within a `with` block were retrieved, 14 digits each."""

    def __init__(self, times: list[str]) -> None:
        self._times = times

    @property
    def latest(self) -> str | None:
        """The latest of them, 14 digits; None if there are none."""
        return max(self._times) if self._times else None

    @property
    def last(self) -> str | None:
        """The latest of them as ISO 8601, UTC; None if there are none."""
        return iso(self.latest) if self.latest else None


@contextmanager
def retrieval_times() -> Iterator[RetrievalTimes]:
    """Collect the times of all responses used within the block, from any archive and in any of its tasks."""
    times: list[str] = []
    token = _times.set(times)
    try:
        yield RetrievalTimes(times)
    finally:
        _times.reset(token)


def record_retrieval(result: _Result) -> _Result:
    """Return `result`; if it is a response with a time, add that to the enclosing `retrieval_times`."""
    if isinstance(result, HttpResponse):
        note_retrieval(result.time)
    return result


def note_retrieval(time: str | None) -> None:
    """Add a time, 14 digits, to the enclosing `retrieval_times`, if there are such and the time is known."""
    times = _times.get()
    if times is not None and time:
        times.append(time)
