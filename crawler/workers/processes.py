"""Workers that are processes, one for each core: they start when there is enough work for them, and hold pages.

A page is read by the process that has least to do, and the claims that cite it are judged where it is held. A task
whose process is lost, or ended because it takes too long, is done again; one that loses two is given up, and what it
was for counts as not checked.
"""

import logging
import os
import time
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import anyio

from claims.records import Citation, JudgedClaim
from claims.support.interface import Checker
from crawler.archives.interface import ArchivedResponse
from crawler.lookup.page_copies import Reading
from crawler.stages.judging import CLAIM_SECONDS, OVER_CLAIM_TIME, Batch, unread
from crawler.stages.pages import PAGE_SECONDS, PageKey, keys
from crawler.workers.interface import Workers
from crawler.workers.memory import collect_seldom
from crawler.workers.process import (
    MOST_LOST,
    NoProcessError,
    OpenChecker,
    OverBudgetError,
    WorkerLostError,
    WorkerProcess,
)
from crawler.workers.tasks import Forgotten, JudgeBatch, ReadPage, without_texts
from crawler.workers.threads import OVER_MEMORY, Threads, read_in_process

_log = logging.getLogger(__name__)

START_AFTER = 2.0
"""Seconds of processor time that threads must have spent, while there was work for two, before processes start: each
start costs about one."""

MOST_PLACES = 20_000
"""Pages of which it is known which process holds them."""


def cores() -> int:
    """Return how many cores this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1


@asynccontextmanager
async def open_workers(
    checker: Checker[Any], open_checker: OpenChecker | None, count: int, start_after: float = START_AFTER
) -> AsyncIterator[Workers]:
    """Open workers for as long as the context lasts.

    Args:
        checker: judges in this process.
        open_checker: opens one that judges alike in another process; None where that is impossible.
        count: the most processes to start; with one, there are only threads.
        start_after: seconds of work for more than one core after which processes start.
    """
    collect_seldom()
    threads = Threads(checker, claim_seconds=CLAIM_SECONDS if open_checker else None)
    if open_checker is None or count < 2:
        try:
            yield threads
        finally:
            threads.kill()
        return
    workers = Processes(threads, open_checker, count, start_after)
    try:
        yield workers
    except BaseException:
        workers.kill()
        raise
    await anyio.to_thread.run_sync(workers.end)


class Processes:
    """Processes behind threads of this one, which do the work until there is enough of it, or if none can start.

    Attributes:
        members: the processes, which start when they are first asked.
    """

    def __init__(
        self,
        threads: Threads,
        open_checker: OpenChecker,
        count: int,
        start_after: float,
        claim_seconds: float = CLAIM_SECONDS,
    ) -> None:
        self.members = [WorkerProcess(open_checker) for _ in range(count)]
        self._threads, self._meter = threads, _Meter(start_after)
        self._places: OrderedDict[tuple[PageKey, ...], WorkerProcess] = OrderedDict()
        self._possible, self._claim_seconds = True, claim_seconds

    async def read(self, response: ArchivedResponse, asked: str, citation: Citation) -> Reading:
        """See `Workers`."""
        key = keys((response,))
        if self._in_processes:
            try:
                return await self._read(key, ReadPage(response, asked, citation))
            except NoProcessError:
                self._give_up()
        with self._meter:
            return await self._threads.read(response, asked, citation)

    async def judge(self, batch: Batch) -> tuple[JudgedClaim, ...]:
        """See `Workers`."""
        if self._in_processes:
            try:
                return await self._judge(batch)
            except NoProcessError:
                self._give_up()
        with self._meter:
            return await self._threads.judge(batch)

    def kill(self) -> None:
        """End all processes at once."""
        for member in self.members:
            member.kill()
        self._threads.kill()

    def end(self) -> None:
        """Let all processes write what they keep, and end them."""
        for member in self.members:
            member.end()
        self._threads.kill()

    @property
    def _in_processes(self) -> bool:
        return self._possible and self._meter.enough

    def _give_up(self) -> None:
        if self._possible:
            _log.info("No process could be started: one core does the work.")
        self._possible = False

    async def _read(self, key: tuple[PageKey, ...], task: ReadPage) -> Reading:
        return await read_in_process(self._place(key), task, PAGE_SECONDS)

    async def _judge(self, batch: Batch, lost: tuple[str, ...] = ()) -> tuple[JudgedClaim, ...]:
        """Judge a batch; if its process is lost, each claim by itself, so that only the cause of it is given up.

        Args:
            batch: the claims and their pages.
            lost: why it lost each process so far.
        """
        if len(lost) == MOST_LOST:
            return await self._threads.judge(_unread(batch, lost[-1]))
        try:
            return await self._judged(batch)
        except (WorkerLostError, OverBudgetError) as error:
            why = OVER_CLAIM_TIME if isinstance(error, OverBudgetError) else OVER_MEMORY
            parts = [await self._judge(replace(batch, claims=(claim,)), (*lost, why)) for claim in batch.claims]
            return tuple(judged for part in parts for judged in part)

    async def _judged(self, batch: Batch) -> tuple[JudgedClaim, ...]:
        """Have a batch judged where most of its pages are held, and hand over the others."""
        keyed = {name: keys(obtained.responses) for name, (_, obtained) in batch.cited.items() if obtained.source}
        placed = [place for key in keyed.values() if (place := self._places.get(key))]
        member = max(placed, key=placed.count) if placed else self._idlest()
        held = {name: key for name, key in keyed.items() if self._places.get(key) is member}
        seconds = self._claim_seconds * len(batch.claims)
        answer: tuple[JudgedClaim, ...] | Forgotten = await member.do(without_texts(batch, held), seconds)
        if isinstance(answer, Forgotten):
            answer = await member.do(JudgeBatch(batch, {}), seconds)
        for key in keyed.values():
            self._note(key, member)
        assert not isinstance(answer, Forgotten)
        return answer

    def _place(self, key: tuple[PageKey, ...]) -> WorkerProcess:
        """Return the process that holds a page, or is to hold it."""
        return self._note(key, self._places.get(key) or self._idlest())

    def _note(self, key: tuple[PageKey, ...], member: WorkerProcess) -> WorkerProcess:
        member = self._places.setdefault(key, member)
        self._places.move_to_end(key)
        if len(self._places) > MOST_PLACES:
            self._places.popitem(last=False)
        return member

    def _idlest(self) -> WorkerProcess:
        return min(self.members, key=lambda member: member.load)


def _unread(batch: Batch, why: str) -> Batch:
    """Return a batch whose pages could not be used."""
    cited = {name: (citation, unread(obtained, why)) for name, (citation, obtained) in batch.cited.items()}
    return replace(batch, cited=cited)


class _Meter:
    """Measures the processor time spent while there was work for more than one core.

    Attributes:
        enough: whether that is enough to start processes.
    """

    def __init__(self, enough_after: float) -> None:
        self._left, self._running, self._since = enough_after, 0, 0.0

    @property
    def enough(self) -> bool:
        return self._left <= 0

    def __enter__(self) -> None:
        self._count(1)

    def __exit__(self, *_: object) -> None:
        self._count(-1)

    def _count(self, more: int) -> None:
        now = time.process_time()
        if self._running > 1:
            self._left -= now - self._since
        self._running, self._since = self._running + more, now
