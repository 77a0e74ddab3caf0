"""crawler.app.progress: a bar on a terminal, plain lines elsewhere, nothing with --quiet."""

import io
import os
import pty

from claims.records import Status
from crawler.app.progress import NoProgress, ProgressBar, ProgressLines, progress_for


def test_plain_lines_show_where_a_run_begins_and_ends() -> None:
    stream = io.StringIO()
    progress = progress_for(stream, quiet=False)
    assert isinstance(progress, ProgressLines)
    with progress.run("a.txt", 2, 1):
        progress.advance(Status.CHECKED)
        progress.judged()
        progress.advance(Status.NO_URL)
    assert stream.getvalue() == "a.txt: 0 of 2 sources, 0 of 1 claims\na.txt: 2 of 2 sources, 1 of 1 claims\n"


def test_a_page_with_many_claims_gets_a_line_a_minute_with_the_time_left() -> None:
    stream, clock = io.StringIO(), SteppingClock(seconds=1.0)
    progress = ProgressLines(stream, None, clock)
    with progress.run("a.txt", 1, 200):
        progress.advance(Status.CHECKED)
        for _ in range(200):
            progress.judged()
    lines = stream.getvalue().splitlines()
    assert 4 <= len(lines) <= 8
    assert lines[1].startswith("a.txt: 1 of 1 sources, ")
    assert lines[1].endswith(" left")


def test_the_requests_left_and_their_time_come_from_the_pace_of_the_archive() -> None:
    stream = io.StringIO()
    with ProgressLines(stream, 24.0).run("a.txt", 60, 90):
        pass
    first = stream.getvalue().splitlines()[0]
    assert first == "a.txt: 0 of 60 sources, 0 of 90 claims, up to 120 requests left, about 5 minutes left"


def test_plain_lines_hold_no_control_characters() -> None:
    stream = io.StringIO()
    with progress_for(stream, quiet=False).run("a.txt", 1, 1):
        pass
    assert all(character.isprintable() or character == "\n" for character in stream.getvalue())


def test_a_terminal_gets_a_bar() -> None:
    outer, inner = pty.openpty()
    with os.fdopen(inner, "w") as stream:
        progress = progress_for(stream, quiet=False)
        assert isinstance(progress, ProgressBar)
        with progress.run("[red]a.txt", 1, 1):
            progress.advance(Status.CHECKED)
    shown = drained(outer)
    assert "[red]a.txt" in shown
    assert "1 of 1 sources" in shown


class SteppingClock:
    """A clock that is some seconds later whenever it is read."""

    def __init__(self, seconds: float) -> None:
        self.now, self.seconds = 0.0, seconds

    def __call__(self) -> float:
        self.now += self.seconds
        return self.now


def drained(terminal: int) -> str:
    """Everything that was written to the other end of a terminal, which is closed by now."""
    shown = b""
    try:
        while piece := os.read(terminal, 10_000):
            shown += piece
    except OSError:  # Linux reports the closed end as an error, once everything is read
        pass
    os.close(terminal)
    return shown.decode()


def test_quiet_shows_nothing() -> None:
    stream = io.StringIO()
    progress = progress_for(stream, quiet=True)
    assert isinstance(progress, NoProgress)
    with progress.run("a.txt", 1, 1):
        progress.advance(Status.CHECKED)
    assert stream.getvalue() == ""
