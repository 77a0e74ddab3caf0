"""`citewatch corpus`: what it refuses, makes and says."""

import json
import os
from pathlib import Path

import pytest

from claims.errors import UsageError
from crawler.app.dispatch import dispatch
from crawler.app.options.parser import command_parser
from tests.process import EXAMPLE, citewatch

ARTICLE, ARCHIVE = str(EXAMPLE / "article.txt"), str(EXAMPLE / "archive.warc.gz")


def called(*arguments: str) -> int:
    return dispatch(command_parser().parse_args(arguments))


def test_a_corpus_is_made_and_reported_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = ("corpus", "run", ARTICLE, "--to", "made", "--archive", ARCHIVE, "--offline", "--workers", "1")
    finished = citewatch(*run, "--sources", str(EXAMPLE / "sources.csv"), home=tmp_path)
    assert finished.returncode == 0, finished.stderr.decode()
    assert b"made: 1 documents, " in finished.stderr
    assert b" claims, 12 citations, 12 sources; " in finished.stderr
    monkeypatch.chdir(tmp_path)
    assert called("corpus", "report", "made", "--out", "shown") == 0
    assert "Citation check of a corpus" in Path("shown/overview.html").read_text(encoding="utf-8")
    assert called("corpus", "report", "made", "--document", ARTICLE, "--format", "json", "--out", "shown") == 0
    assert json.loads(Path("shown/report.json").read_bytes())["summary"]["citations"] == 12


def test_a_judge_has_no_effect_on_a_corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "CITEWATCH_JUDGE", "http://127.0.0.1:9/v1")
    with pytest.raises(UsageError, match="judge has no effect on a corpus"):
        called("corpus", "run", ARTICLE, "--to", str(tmp_path / "made"), "--archive", ARCHIVE, "--offline")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("", "--to", "made"), "the name of an input or of the corpus is empty"),
        ((ARTICLE, "--to", ""), "the name of an input or of the corpus is empty"),
        (("nothing", "--to", "made"), "nothing: the folder holds no file"),
        ((ARTICLE, "--to", "file"), "file: nothing can be written there: File exists. Give another folder with --to."),
        ((ARTICLE, "--to", "made", "--scheduler", "here"), "here: this is no address of a scheduler"),
    ],
)
def test_an_input_a_place_or_a_scheduler_that_cannot_be_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "nothing").mkdir()
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(UsageError) as raised:
        called("corpus", "run", *arguments, "--archive", ARCHIVE, "--offline", *workers(arguments))
    assert said in str(raised.value)


def workers(arguments: tuple[str, ...]) -> tuple[str, ...]:
    return () if "--scheduler" in arguments else ("--workers", "1")


def test_a_share_of_more_than_all_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--sample 2 is no share"):
        called("corpus", "run", ARTICLE, "--to", str(tmp_path / "made"), "--sample", "2")


def test_a_columnar_index_needs_the_names_of_crawls(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--columnar-index needs the names of the crawls"):
        called("corpus", "run", ARTICLE, "--to", str(tmp_path / "made"), "--archive", "cc", "--columnar-index")
