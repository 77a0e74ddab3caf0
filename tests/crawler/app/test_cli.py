"""The edge of the program: usage, bugs, and what a user sees of them."""

from pathlib import Path

import pytest

from crawler.app import cli
from crawler.app.commands import check
from tests.process import citewatch


def test_without_a_command_the_usage_is_shown_and_the_status_is_2(tmp_path: Path) -> None:
    finished = citewatch(home=tmp_path)
    assert finished.returncode == 2
    assert b"usage: citewatch" in finished.stderr


@pytest.mark.parametrize("command", ["verify", "extract", "fetch", "check", "demo"])
def test_every_command_explains_itself(tmp_path: Path, command: str) -> None:
    finished = citewatch(command, "--help", home=tmp_path)
    assert finished.returncode == 0
    assert b"usage: citewatch " + command.encode() in finished.stdout


def test_the_version_is_printed(tmp_path: Path) -> None:
    assert citewatch("--version", home=tmp_path).stdout.startswith(b"citewatch 0.")


def test_a_bug_ends_with_4_a_message_and_a_log_and_shows_no_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stumble(file: str, strictness: str) -> int:
        raise RuntimeError("stumbled over " + file)

    monkeypatch.setattr(check, "run", stumble)
    monkeypatch.setattr(cli.platformdirs, "user_log_dir", lambda name: str(tmp_path / name))
    assert cli.main(["check", "x.jsonl"]) == 4
    shown = capsys.readouterr().err
    (log,) = (tmp_path / "citewatch").iterdir()
    assert "Traceback" not in shown
    assert str(log) in shown
    assert "stumbled over x.jsonl" in log.read_text()
    assert "Traceback" in log.read_text()


def test_an_interrupt_ends_with_130(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt(file: str, strictness: str) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "run", interrupt)
    assert cli.main(["check", "x.jsonl"]) == 130
    assert "interrupted" in capsys.readouterr().err


def test_a_bug_ends_with_4_even_where_no_log_can_be_written(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stumble(file: str, strictness: str) -> int:
        raise RuntimeError("stumbled")

    monkeypatch.setattr(check, "run", stumble)
    monkeypatch.setattr(cli.platformdirs, "user_log_dir", lambda name: "/dev/null/logs")
    monkeypatch.setattr(cli.tempfile, "gettempdir", lambda: "/dev/null/tmp")
    assert cli.main(["check", "x.jsonl"]) == 4
    assert "nowhere" in capsys.readouterr().err
