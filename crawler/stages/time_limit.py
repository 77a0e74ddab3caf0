"""A limit of processor time for work in any thread of this process: what takes longer is interrupted.

CPython can raise an exception in another thread between two steps of its code; it interrupts no call of a library.
"""

import ctypes
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial


class OutOfTimeError(BaseException):
    """The work took longer than it may; no `except Exception` keeps it."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Interrupt the block after so many `seconds` of processor time of this thread; of a clock where none counts that.

    Raises:
        OutOfTimeError: the block took longer.
    """
    limit = _Limit(seconds)
    try:
        yield
    finally:
        limit.end()


class _Limit:
    """Watches the thread that makes it, from a thread of its own."""

    def __init__(self, seconds: float) -> None:
        self._watched, self._over = threading.get_ident(), threading.Event()
        self._clock = _clock_of(self._watched)
        self._end, self._lock = self._clock() + seconds, threading.Lock()
        threading.Thread(target=self._watch, daemon=True, name="time limit").start()

    def end(self) -> None:
        """Watch no longer."""
        with self._lock:
            self._over.set()

    def _watch(self) -> None:
        while (left := self._end - self._clock()) > 0:
            if self._over.wait(left):
                return
        with self._lock:
            if not self._over.is_set():
                raised = ctypes.py_object(OutOfTimeError)
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(self._watched), raised)


def _clock_of(thread: int) -> Callable[[], float]:
    if hasattr(time, "pthread_getcpuclockid"):  # Linux
        return partial(time.clock_gettime, time.pthread_getcpuclockid(thread))
    return time.monotonic
