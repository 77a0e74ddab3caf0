"""One worker process: it is started when it is first asked, holds pages, and does one task after another."""

import contextlib
import multiprocessing
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from typing import Any

import anyio
import anyio.to_thread

from claims.support.interface import Checker
from crawler.stages.pages import Pages
from crawler.workers.memory import collect_seldom, limit_memory
from crawler.workers.tasks import Task

OpenChecker = Callable[[], AbstractContextManager[Checker[Any]]]
"""Opens the checker of a process, which must be a function that can be pickled."""

SECONDS_TO_END = 5.0
"""How long a process may take to write what it keeps, after it was asked to end; it has little to write."""

MOST_LOST = 2
"""Processes that one task may lose: the first may have been killed for another reason."""

MEMORY_BYTES = 3_000_000_000
"""How much memory a process may take beyond what it begins with; the largest page that is fetched takes a tenth."""

_READY = "ready"


class WorkerLostError(Exception):
    """The process ended in the middle of a task: it was killed, or had no more memory."""


class OverBudgetError(Exception):
    """The task took longer than it may, and its process was ended."""


class NoProcessError(Exception):
    """No process could be started."""


@dataclass(frozen=True, slots=True)
class _Raised:
    error: Exception


class WorkerProcess:
    """A process that does tasks, and is replaced if it is lost.

    Attributes:
        load: tasks that wait for it, or that it is at.
    """

    def __init__(self, open_checker: OpenChecker) -> None:
        self.load = 0
        self._open_checker = open_checker
        self._turn = anyio.Lock()
        self._process: multiprocessing.process.BaseProcess | None = None
        self._connection: Connection | None = None

    @property
    def pid(self) -> int | None:
        """The id of the process, if one is running."""
        return self._process.pid if self._process else None

    async def do(self, task: Task, seconds: float | None = None) -> Any:
        """Have a task done, after those before it, within so many `seconds` from its start, and return its answer.

        Raises:
            OverBudgetError: it took longer, so that the process was ended.
            WorkerLostError: the process ended; the next task gets another one.
            NoProcessError: no process could be started.
        """
        self.load += 1
        try:
            async with self._turn:
                try:
                    if self._connection is None:
                        self._connection = await anyio.to_thread.run_sync(self._started)
                    exchange = partial(_exchange, self._connection, task)
                    with anyio.fail_after(seconds):
                        answer = await anyio.to_thread.run_sync(exchange, abandon_on_cancel=True)
                except TimeoutError as error:
                    self.kill()
                    raise OverBudgetError from error
                except BaseException:  # an answer that nobody waits for must not be taken for the next one
                    self.kill()
                    raise
        finally:
            self.load -= 1
        if isinstance(answer, _Raised):
            raise answer.error
        return answer

    def _started(self) -> Connection:
        ours, theirs = multiprocessing.Pipe()
        # `spawn` also where `fork` is possible: this process has threads, whose locks a fork would copy
        process = multiprocessing.get_context("spawn").Process(
            target=_serve, args=(theirs, self._open_checker), daemon=True
        )
        self._process, self._connection = process, ours
        try:
            with _interrupts_held():
                process.start()
            theirs.close()
            ours.recv()
        except (EOFError, OSError) as error:
            raise NoProcessError from error
        return ours

    def kill(self) -> None:
        """End the process at once."""
        process, connection = self._process, self._connection
        self._process = self._connection = None
        if process is not None and process.pid is not None:
            process.kill()
            process.join()
        if connection is not None:
            connection.close()

    def end(self) -> None:
        """Let the process write what it keeps, and end it."""
        if self._process is not None and self._connection is not None:
            with contextlib.suppress(OSError):
                self._connection.send(None)
            self._process.join(SECONDS_TO_END)
        self.kill()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Let processes that start within the block hold Ctrl-C: it is for this process, which then ends them."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    from multiprocessing import resource_tracker  # absent on Windows

    resource_tracker.ensure_running()  # which otherwise starts with the first process, and lets Ctrl-C through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _exchange(connection: Connection, task: Task) -> Any:
    try:
        connection.send(task)
        return connection.recv()
    except (EOFError, OSError) as error:
        raise WorkerLostError from error


def _serve(connection: Connection, open_checker: OpenChecker) -> None:
    """Do tasks until there are no more. This runs in the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where it could not be held
    collect_seldom()
    with open_checker() as checker:
        limit_memory(MEMORY_BYTES)
        pages = Pages(checker)
        with contextlib.suppress(EOFError, OSError):  # the process that asks is gone
            connection.send(_READY)
            while (task := connection.recv()) is not None:
                connection.send(_answer(task, pages, checker))


def _answer(task: Task, pages: Pages, checker: Checker[Any]) -> Any:
    try:
        return task.run(pages, checker)
    except MemoryError:
        sys.exit(1)  # what this process holds may be damaged
    except Exception as error:  # noqa: BLE001 - it is raised again in the process that asks
        error.add_note(traceback.format_exc())
        return _Raised(error)
