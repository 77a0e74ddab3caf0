"""The edge of the program: usage, bugs, and what a user sees of them."""

import shlex
import subprocess
from pathlib import Path

import pytest

from crawler.app import cli
from crawler.app.commands import check
from crawler.app.options.arguments import SHELLS
from crawler.app.options.groups import ARCHIVE_PRESETS
from crawler.app.options.parser import EXAMPLES, command_parser
from crawler.archives.memento import PRESETS
from docs import man_page
from tests.process import EXAMPLE, citewatch, command, environment
from tests.shared import ROOT


def test_without_a_command_the_help_is_named_and_the_status_is_2(tmp_path: Path) -> None:
    finished = citewatch(home=tmp_path)
    assert finished.returncode == 2
    assert b"COMMAND. `citewatch --help` lists what it takes." in finished.stderr


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


@pytest.mark.parametrize("shell", SHELLS)
def test_a_completion_script_knows_the_commands_and_their_options(tmp_path: Path, shell: str) -> None:
    script = citewatch("--print-completion", shell, home=tmp_path).stdout.decode()
    assert "baseline" in script
    assert "fail-on" in script


def test_the_manual_page_is_that_of_the_parser() -> None:
    assert (ROOT / "docs/citewatch.1").read_text(encoding="utf-8") == man_page.page()


@pytest.mark.parametrize("command", EXAMPLES)
def test_the_help_of_a_command_has_examples_that_parse(tmp_path: Path, command: str) -> None:
    shown = citewatch(command, "--help", home=tmp_path).stdout.decode()
    examples = [line.strip() for line in shown.split("examples:")[1].splitlines() if line.strip()]
    assert len(examples) == len(EXAMPLES[command])
    for example in examples:
        words = shlex.split(example.split(" < ")[0].split(" > ")[0] if "'" not in example else example)
        assert command_parser().parse_args(words[1:]).command == command


def test_the_presets_in_the_help_are_those_that_there_are() -> None:
    assert set(ARCHIVE_PRESETS) == set(PRESETS)


def test_findings_count_even_if_nobody_reads_them_to_the_end(tmp_path: Path) -> None:
    archive, article = (str(EXAMPLE / name) for name in ("archive.warc.gz", "article.txt"))
    words = command("verify", article, "--offline", "--archive", archive, "--sources", str(EXAMPLE / "sources.csv"))
    with subprocess.Popen(
        words, cwd=tmp_path, env=environment(tmp_path), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as run:
        run.stdout.close()
        messages = run.stderr.read().decode()
    assert run.returncode == 1
    assert "Report: " in messages
    assert "Broken" not in messages


def shell(line: str, home: Path) -> tuple[int, str]:
    """The status of a line of the shell, in which CITEWATCH is the program, and what it says on standard error."""
    line = line.replace("CITEWATCH", shlex.join(command()))
    done = subprocess.run(["bash", "-c", line], cwd=home, env=environment(home), stderr=subprocess.PIPE, check=False)
    return done.returncode, done.stderr.decode()


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_stream_that_the_caller_has_closed_is_no_bug(tmp_path: Path, closed: str) -> None:
    article = shlex.quote(str(EXAMPLE / "article.txt"))
    status, said = shell(f"CITEWATCH verify {article} --offline --fail-on none --store store {closed}", tmp_path)
    assert (status, "bug" in said) == (3, False), said
    assert (tmp_path / "citewatch-report" / "report.json").exists()


def test_where_standard_input_is_closed_there_is_no_document(tmp_path: Path) -> None:
    status, said = shell("CITEWATCH extract - <&-", tmp_path)
    assert (status, said) == (2, "citewatch: -: The file is empty. Give a document with text.\n")


def test_standard_output_on_a_full_disk_is_named_and_ends_with_4(tmp_path: Path) -> None:
    status, said = shell(f"CITEWATCH extract {shlex.quote(str(EXAMPLE / 'article.txt'))} > /dev/full", tmp_path)
    assert status == 4
    assert said.startswith("citewatch: standard output cannot be written: its disk is full. Free some space")


@pytest.mark.parametrize(
    "arguments",
    [
        ["verify", "LONG", "--offline"],
        ["verify", "article.md", "--offline", "--out", "LONG"],
        ["verify", "article.md", "--offline", "--archive", "LONG"],
        ["verify", "article.md", "--offline", "--store", "LONG"],
        ["verify", "article.md", "--offline", "--sources", "LONG"],
        ["verify", "article.md", "--offline", "--baseline", "LONG"],
        ["report", "LONG"],
        ["check", "LONG"],
    ],
    ids=" ".join,
)
def test_a_text_in_the_place_of_a_name_is_no_bug(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CITEWATCH_STORE", "store")
    (tmp_path / "article.md").write_text("The lamp was lit in 1871.[^1]\n\n[^1]: Lamps. <https://lamps.example/>\n")
    assert cli.main([word.replace("LONG", "The lamp was lit. " * 20) for word in arguments]) == 2
    assert "The lamp was lit." in (said := capsys.readouterr().err)
    assert "bug" not in said
