"""How a run tells that it goes on: a bar on a terminal, plain lines elsewhere, nothing with `--quiet`."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol, TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bars

from claims.records import Status

SECONDS_BETWEEN_LINES = 10.0


class Progress(Protocol):
    """Told of every citation that is settled."""

    @contextmanager
    def document(self, source: str, citations: int) -> Iterator[None]:
        """Open for as long as the document `source`, with so many citations to settle, is under way."""
        ...

    def advance(self, status: Status) -> None:
        """One more citation of the open document is settled."""
        ...


class Silence:
    """Says nothing."""

    @contextmanager
    def document(self, source: str, citations: int) -> Iterator[None]:
        """See `Progress`."""
        yield

    def advance(self, status: Status) -> None:
        """See `Progress`."""


class Lines:
    """A plain line when a document begins and ends, and every few seconds in between, as CI logs want it."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.source = ""
        self.total = self.done = 0
        self.last_line = 0.0

    @contextmanager
    def document(self, source: str, citations: int) -> Iterator[None]:
        """See `Progress`."""
        self.source, self.total, self.done = source, citations, 0
        self._say()
        yield
        if self.total:
            self._say()

    def advance(self, status: Status) -> None:
        """See `Progress`."""
        self.done += 1
        if time.monotonic() - self.last_line >= SECONDS_BETWEEN_LINES:
            self._say()

    def _say(self) -> None:
        self.last_line = time.monotonic()
        print(f"{self.source}: {self.done} of {self.total} sources", file=self.stream, flush=True)


class Bar:
    """A bar with the time left."""

    def __init__(self, stream: TextIO) -> None:
        self.console = Console(file=stream)
        self.bars: Bars | None = None

    @contextmanager
    def document(self, source: str, citations: int) -> Iterator[None]:
        """See `Progress`."""
        columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
        with Bars(*columns, TimeRemainingColumn(), console=self.console, transient=True) as self.bars:
            self.bars.add_task(source, total=citations)
            yield

    def advance(self, status: Status) -> None:
        """See `Progress`."""
        if self.bars is not None:
            self.bars.advance(self.bars.task_ids[0])


def choose(quiet: bool, stream: TextIO = sys.stderr) -> Progress:
    """The progress that suits `stream`."""
    if quiet:
        return Silence()
    return Bar(stream) if stream.isatty() else Lines(stream)
