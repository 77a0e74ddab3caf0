"""When the answers were sent that a result rests on: of tonight, or kept from a run that stopped some nights ago."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

from crawler.net.client import HttpResponse
from crawler.timestamps import iso

Given = TypeVar("Given")

_times: ContextVar[list[str] | None] = ContextVar("retrieval_times", default=None)


class RetrievalTimes:
    """The times of the answers that were handed out within a `with` block: 14 digits each."""

    def __init__(self, times: list[str]) -> None:
        self._times = times

    @property
    def last(self) -> str | None:
        """The last of them as ISO 8601, UTC: before it the result was not known. None without any."""
        return iso(max(self._times)) if self._times else None


@contextmanager
def retrieval_times() -> Iterator[RetrievalTimes]:
    """Collects the times of all answers handed out within the block, by whatever archive and in whatever task of it."""
    times: list[str] = []
    token = _times.set(times)
    try:
        yield RetrievalTimes(times)
    finally:
        _times.reset(token)


def record_retrieval(given: Given) -> Given:
    """`given`, its time written down for the block around if it is an answer with one."""
    times = _times.get()
    if times is not None and isinstance(given, HttpResponse) and given.time:
        times.append(given.time)
    return given
