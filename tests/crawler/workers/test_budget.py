"""crawler.workers: the time and memory that reading a page may take, in a process that is ended by its id."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import anyio
import pytest

from claims.records import Citation, Status
from claims.support import default_checker
from crawler.archives.interface import ArchivedResponse
from crawler.lookup.page_copies import read_page
from crawler.outcome import Failure
from crawler.stages.pages import OVER_TIME
from crawler.workers import process as processes
from crawler.workers.process import WorkerLostError, WorkerProcess
from crawler.workers.threads import LARGE, Threads
from tests.crawler.archive_files import article

pytestmark = pytest.mark.anyio

CITATION = Citation(id="1", text="A page.", url="http://a.example/")
PAGE = article("The harbour of Skarvik was dredged by Dutch engineers in 1934." * (LARGE // 60))


def response(body: bytes) -> ArchivedResponse:
    headers = {"content-type": "text/html"}
    return ArchivedResponse(url="http://a.example/", timestamp="2020", status=200, headers=headers, body=body)


async def test_a_large_page_is_read_in_a_process_as_it_is_in_a_thread() -> None:
    workers = Threads(default_checker())
    try:
        assert await workers.read(response(PAGE), "http://a.example/", CITATION) == read_page(
            response(PAGE), "http://a.example/", CITATION
        )
        pid = workers.reader.pid
        assert pid
    finally:
        workers.kill()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


async def test_a_page_that_takes_too_long_ends_its_process_and_the_next_is_read() -> None:
    workers = Threads(default_checker(), page_seconds=0.001)
    try:
        failure = await workers.read(response(PAGE * 4), "http://a.example/", CITATION)
        assert failure == Failure(status=Status.TOO_LARGE, reason=OVER_TIME)
        assert workers.reader.pid is None
        assert not isinstance(await workers.read(response(article("Short.")), "http://a.example/", CITATION), Failure)
    finally:
        workers.kill()


@dataclass(frozen=True)
class Hungry:
    """A task that takes so many bytes of memory."""

    size: int

    def run(self, pages: Any, checker: Any) -> int:
        return len(bytearray(self.size))


@contextmanager
def nothing() -> Iterator[None]:
    yield None


async def test_memory_beyond_the_budget_ends_the_process() -> None:
    worker = WorkerProcess(nothing)
    try:
        with anyio.fail_after(60), pytest.raises(WorkerLostError):
            await worker.do(Hungry(2 * processes.MEMORY_BYTES))
        assert await worker.do(Hungry(1_000)) == 1_000
    finally:
        worker.kill()
