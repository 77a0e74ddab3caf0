"""Every wrong usage ends with status 2, before anything is checked, and a message with the place and the mend."""

import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest

from crawler.app import cli
from tests.process import EXAMPLE
from tests.shared import ROOT

USAGES = tomllib.loads(Path(__file__).with_name("wrong_usages.toml").read_text(encoding="utf-8"))["usage"]
RIGHT = {
    "article.md": "The lamp was lit in 1871.[^1]\n\n[^1]: Lamps. <https://lamps.example/>\n",
    "pairs.jsonl": '{"id": 1, "claim": "The lamp is high.", "text": "The lamp is very high."}\n',
}


def test_there_are_sixty_of_them() -> None:
    assert len(USAGES) >= 60


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with what is right, which is the working directory and the home."""
    for name, text in RIGHT.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "pages.warc.gz").write_bytes((EXAMPLE / "archive.warc.gz").read_bytes())
    (tmp_path / "report.json").write_bytes((ROOT / "tests/reports/gold/report.json").read_bytes())
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CITEWATCH_STORE", str(tmp_path / "store"))
    return tmp_path


@pytest.mark.parametrize("usage", USAGES, ids=lambda usage: f"{usage['run']} {usage.get('env', '')}".strip())
def test_a_wrong_usage_is_refused_with_its_place_and_its_mend(
    usage: dict[str, Any], folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in usage.get("files", {}).items():
        (folder / name).write_text(text, encoding="utf-8")
    for name, value in usage.get("env", {}).items():
        monkeypatch.setenv(name, value)
    try:
        status = cli.main(shlex.split(usage["run"]))
    except SystemExit as ended:  # argparse's own
        status = ended.code
    printed = capsys.readouterr()

    assert status == usage.get("status", 2), printed.err
    assert [words for words in usage["says"] if words not in printed.err] == [], printed.err
    assert "Traceback" not in printed.err
    assert not (folder / "citewatch-report").exists()
