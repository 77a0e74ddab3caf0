"""crawler.app.progress: a bar on a terminal, plain lines elsewhere, nothing with --quiet."""

import io
import os
import pty

from claims.records import Status
from crawler.app.progress import NoProgress, ProgressBar, ProgressLines, progress_for


def test_plain_lines_show_where_a_document_begins_and_ends() -> None:
    stream = io.StringIO()
    progress = progress_for(stream, quiet=False)
    assert isinstance(progress, ProgressLines)
    with progress.document("a.txt", 2):
        progress.advance(Status.CHECKED)
        progress.advance(Status.NO_URL)
    assert stream.getvalue() == "a.txt: 0 of 2 sources\na.txt: 2 of 2 sources\n"


def test_plain_lines_hold_no_control_characters() -> None:
    stream = io.StringIO()
    with progress_for(stream, quiet=False).document("a.txt", 1):
        pass
    assert all(character.isprintable() or character == "\n" for character in stream.getvalue())


def test_a_terminal_gets_a_bar() -> None:
    outer, inner = pty.openpty()
    with os.fdopen(inner, "w") as stream:
        progress = progress_for(stream, quiet=False)
        assert isinstance(progress, ProgressBar)
        with progress.document("[red]a.txt", 1):
            progress.advance(Status.CHECKED)
    shown = drained(outer)
    assert "[red]a.txt" in shown
    assert "1/1" in shown


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
    with progress.document("a.txt", 1):
        progress.advance(Status.CHECKED)
    assert stream.getvalue() == ""
