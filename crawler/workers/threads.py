"""Workers that are threads of this process: all that a checker needs that sends requests, or holds a large model.

A thread can be interrupted only between two steps of its own code, so a large page is read in a process, within its
budget of time and memory; judging has hundreds of steps for each sentence, and is interrupted in its thread.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import anyio.to_thread

from claims.records import Citation, JudgedClaim, Status
from claims.support.interface import Checker
from crawler.archives.interface import ArchivedResponse
from crawler.extraction.extract import is_pdf
from crawler.lookup.page_copies import Reading
from crawler.outcome import Failure
from crawler.stages.judging import Batch, judge_batch
from crawler.stages.pages import OVER_TIME, PAGE_SECONDS, Pages
from crawler.workers.process import MOST_LOST, NoProcessError, OverBudgetError, WorkerLostError, WorkerProcess
from crawler.workers.tasks import ReadPage

LARGE = 1_000_000
"""Bytes from which a page is read in a process, which takes a second to start; so many are read in 50 ms."""

OVER_MEMORY = "reading or judging the page ended the process that did it twice: it may take more memory than there is"


@contextmanager
def _no_checker() -> Iterator[Any]:
    """Open nothing, for a process that reads and does not judge."""
    yield None


class Threads:
    """Threads that share the pages that they read.

    Attributes:
        reader: the process for large pages, which starts with the first one.
    """

    def __init__(
        self, checker: Checker[Any], page_seconds: float = PAGE_SECONDS, claim_seconds: float | None = None
    ) -> None:
        """Judge by `checker`.

        Args:
            checker: judges.
            page_seconds: how long a large page may take to read.
            claim_seconds: how long judging a claim may take; None for a checker that waits or holds a large model.
        """
        self._checker, self._pages, self._page_seconds = checker, Pages(checker), page_seconds
        self._claim_seconds = claim_seconds
        self.reader = WorkerProcess(_no_checker)

    async def read(self, response: ArchivedResponse, asked: str, citation: Citation) -> Reading:
        """See `Workers`."""
        if len(response.body) >= LARGE and not is_pdf(response.body):
            try:
                return await read_in_process(self.reader, ReadPage(response, asked, citation), self._page_seconds)
            except NoProcessError:
                pass
        return await anyio.to_thread.run_sync(self._pages.read, response, asked, citation)

    def kill(self) -> None:
        """End the process."""
        self.reader.kill()

    async def judge(self, batch: Batch) -> tuple[JudgedClaim, ...]:
        """See `Workers`."""
        return await anyio.to_thread.run_sync(judge_batch, batch, self._pages, self._checker, self._claim_seconds)


async def read_in_process(process: WorkerProcess, task: ReadPage, seconds: float) -> Reading:
    """Have a page read within its budget; the failure `too_large` if that is not enough. PDFs have one of their own.

    Raises:
        NoProcessError: no process could be started.
    """
    most = None if is_pdf(task.response.body) else seconds
    for _ in range(MOST_LOST):
        try:
            reading: Reading = await process.do(task, most)
        except OverBudgetError:
            return Failure(status=Status.TOO_LARGE, reason=OVER_TIME)
        except WorkerLostError:
            continue
        return reading
    return Failure(status=Status.TOO_LARGE, reason=OVER_MEMORY)
