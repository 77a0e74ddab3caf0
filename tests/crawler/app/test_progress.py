"""A bar on a terminal, plain lines elsewhere, nothing when told to be quiet."""

import io
import os
import pty

from claims.records import Status
from crawler.app.progress import Bar, Lines, Silence, choose


def test_plain_lines_say_where_a_document_begins_and_ends() -> None:
    stream = io.StringIO()
    progress = choose(quiet=False, stream=stream)
    assert isinstance(progress, Lines)
    with progress.document("a.txt", 2):
        progress.advance(Status.CHECKED)
        progress.advance(Status.NO_URL)
    assert stream.getvalue() == "a.txt: 0 of 2 sources\na.txt: 2 of 2 sources\n"


def test_plain_lines_hold_no_control_characters() -> None:
    stream = io.StringIO()
    with choose(quiet=False, stream=stream).document("a.txt", 1):
        pass
    assert all(character.isprintable() or character == "\n" for character in stream.getvalue())


def test_a_terminal_gets_a_bar() -> None:
    outer, inner = pty.openpty()
    with os.fdopen(inner, "w") as stream:
        progress = choose(quiet=False, stream=stream)
        assert isinstance(progress, Bar)
        with progress.document("[red]a.txt", 1):
            progress.advance(Status.CHECKED)
        stream.flush()
        shown = os.read(outer, 10_000).decode()
    os.close(outer)
    assert "[red]a.txt" in shown
    assert "1/1" in shown


def test_quiet_says_nothing() -> None:
    stream = io.StringIO()
    progress = choose(quiet=True, stream=stream)
    assert isinstance(progress, Silence)
    with progress.document("a.txt", 1):
        progress.advance(Status.CHECKED)
    assert stream.getvalue() == ""
