"""The progress of a run: a bar on a terminal, plain lines elsewhere, nothing with `--quiet`."""

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
    """Shows how many citations of a document are done."""

    @contextmanager
    def document(self, source: str, citations: int) -> Iterator[None]:
        """Show the document `source`, which has so many `citations`, until the context ends."""
        ...

    def advance(self, status: Status) -> None:
        """Count one more citation of the open document, whose check has this `status`."""
        ...


class NoProgress:
    """Shows nothing."""

    @contextmanager
    def document(self, source: str, citations: int) -> Iterator[None]:
        """See `Progress`."""
        yield

    def advance(self, status: Status) -> None:
        """See `Progress`."""


class ProgressLines:
    """Prints a line when a document begins and ends, and every few seconds in between, which suits the logs of CI."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.source = ""
        self.total = self.done = 0
        self.last_line = 0.0

    @contextmanager
    def document(self, source: str, citations: int) -> Iterator[None]:
        """See `Progress`."""
        self.source, self.total, self.done = source, citations, 0
        self._print()
        yield
        if self.total:
            self._print()

    def advance(self, status: Status) -> None:
        """See `Progress`."""
        self.done += 1
        if time.monotonic() - self.last_line >= SECONDS_BETWEEN_LINES:
            self._print()

    def _print(self) -> None:
        self.last_line = time.monotonic()
        print(f"{self.source}: {self.done} of {self.total} sources", file=self.stream, flush=True)


class ProgressBar:
    """Shows a bar with the time left."""

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


def progress_for(stream: TextIO, *, quiet: bool) -> Progress:
    """Return the progress that suits `stream`."""
    if quiet:
        return NoProgress()
    return ProgressBar(stream) if stream.isatty() else ProgressLines(stream)
