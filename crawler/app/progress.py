"""The progress of a run: a bar on a terminal, a line a minute elsewhere, nothing with `--quiet`."""

import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol, TextIO

from rich.console import Console
from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bars

from claims.records import Status
from crawler.app.forecast import REQUESTS_A_PAGE
from reports.text.phrases import count
from reports.text.sanitising import clean

SECONDS_BETWEEN_LINES = 60.0


class Progress(Protocol):
    """Shows how many citations and claims of a run are done."""

    @contextmanager
    def run(self, name: str, citations: int, claims: int) -> Iterator[None]:
        """Show a run over the document `name`, or several, with so many `citations` and cited `claims`."""
        ...

    def advance(self, status: Status) -> None:
        """Count one more citation, whose check has this `status`."""
        ...

    def judged(self) -> None:
        """Count one more judged claim."""
        ...


class NoProgress:
    """Shows nothing."""

    @contextmanager
    def run(self, name: str, citations: int, claims: int) -> Iterator[None]:
        """See `Progress`."""
        yield

    def advance(self, status: Status) -> None:
        """See `Progress`."""

    def judged(self) -> None:
        """See `Progress`."""


@dataclass(slots=True, kw_only=True)
class Tally:
    """What is done of a run, and what is left.

    Attributes:
        pace: requests a minute that the first archive gets, or None where no limit applies.
        started: seconds on the clock that `seconds_left` is asked with.
    """

    name: str
    sources: int
    claims: int
    pace: float | None
    started: float
    sources_done: int = 0
    claims_done: int = 0

    def counts(self) -> str:
        """Return `3 of 12 sources, 5 of 14 claims`."""
        return f"{self.sources_done:,} of {self.sources:,} sources, {self.claims_done:,} of {self.claims:,} claims"

    def requests(self) -> str:
        """Return `up to 18 requests left`, or an empty text where no archive limits them or none are left."""
        left = (self.sources - self.sources_done) * REQUESTS_A_PAGE
        return f"up to {count(left, 'request', 'requests')} left" if left and self.pace else ""

    def seconds_left(self, now: float) -> float | None:
        """Estimate the seconds left: as the work went so far, or at the archive's pace before a source is done."""
        passed, pairs = now - self.started, ((self.sources, self.sources_done), (self.claims, self.claims_done))
        slowest = [passed * (total - done) / done for total, done in pairs if done]
        if self.pace and not self.sources_done:
            slowest.append((self.sources - self.sources_done) * REQUESTS_A_PAGE * 60 / self.pace)
        return max(slowest, default=None)


class ProgressLines:
    """Prints a line when a run begins and ends, and every minute in between, which suits the logs of CI."""

    def __init__(self, stream: TextIO, pace: float | None, clock: Callable[[], float] = time.monotonic) -> None:
        self.stream, self.pace, self.clock = stream, pace, clock
        self.tally = Tally(name="", sources=0, claims=0, pace=pace, started=clock())
        self.last_line = 0.0

    @contextmanager
    def run(self, name: str, citations: int, claims: int) -> Iterator[None]:
        """See `Progress`."""
        self.tally = Tally(name=name, sources=citations, claims=claims, pace=self.pace, started=self.clock())
        self._print()
        yield
        if citations:
            self._print()

    def advance(self, status: Status) -> None:
        """See `Progress`."""
        self.tally.sources_done += 1
        self._print_each_minute()

    def judged(self) -> None:
        """See `Progress`."""
        self.tally.claims_done += 1
        self._print_each_minute()

    def _print_each_minute(self) -> None:
        if self.clock() - self.last_line >= SECONDS_BETWEEN_LINES:
            self._print()

    def _print(self) -> None:
        self.last_line = self.clock()
        seconds = self.tally.seconds_left(self.last_line)
        minutes = math.ceil((seconds or 0) / 60)
        time_left = f"about {count(minutes, 'minute', 'minutes')} left" if minutes else ""
        words = ", ".join(filter(None, (self.tally.counts(), self.tally.requests(), time_left)))
        print(clean(f"{self.tally.name}: {words}"), file=self.stream, flush=True)


class ProgressBar:
    """Shows a bar with the sources, the claims and the time left."""

    def __init__(self, stream: TextIO, pace: float | None) -> None:
        self.console, self.pace = Console(file=stream), pace
        self.bars: Bars | None = None
        self.tally = Tally(name="", sources=0, claims=0, pace=pace, started=0)

    @contextmanager
    def run(self, name: str, citations: int, claims: int) -> Iterator[None]:
        """See `Progress`."""
        self.tally = Tally(name=name, sources=citations, claims=claims, pace=self.pace, started=time.monotonic())
        named = TextColumn("{task.fields[name]}", markup=False)
        columns = (named, BarColumn(), TextColumn("{task.description}", markup=False), TimeRemainingColumn())
        with Bars(*columns, console=self.console, transient=True) as self.bars:
            self.bars.add_task(self._words(), total=citations + claims, name=name)
            yield

    def advance(self, status: Status) -> None:
        """See `Progress`."""
        self.tally.sources_done += 1
        self._update()

    def judged(self) -> None:
        """See `Progress`."""
        self.tally.claims_done += 1
        self._update()

    def _update(self) -> None:
        if self.bars is not None:
            self.bars.update(self.bars.task_ids[0], advance=1, description=self._words())

    def _words(self) -> str:
        return ", ".join(filter(None, (self.tally.counts(), self.tally.requests())))


def progress_for(stream: TextIO, *, quiet: bool, pace: float | None = None) -> Progress:
    """Return the progress that suits `stream`; `pace` is that of the first archive, in requests a minute."""
    if quiet:
        return NoProgress()
    return ProgressBar(stream, pace) if stream.isatty() else ProgressLines(stream, pace)
