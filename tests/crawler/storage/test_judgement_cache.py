"""crawler.storage.judgement_cache: what was judged before is not judged again, unless anything differs."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from claims.records import BlockKind, Passage, Source, Verdict
from claims.support import default_checker
from claims.support.interface import Checker, Judgement, Statement
from crawler.storage import judgement_cache as kept_judgements
from crawler.storage.judgement_cache import cached_judgements

TEXT = "The bridge at Ulvund was opened in 1986. It is 84 metres long and six metres wide."
PASSAGE = Passage(start=0, end=len(TEXT), kind=BlockKind.PARAGRAPH)
SOURCE = Source(url="http://a.example/", text=TEXT, passages=(PASSAGE,))
CLAIM = Statement(text="The bridge at Ulvund was opened in 1986.", context="The bridge at Ulvund was opened in 1986.")


class Counting:
    """The real checker, and how often it was asked."""

    def __init__(self) -> None:
        self._checker: Checker[Any] = default_checker()
        self.name = self._checker.name
        self.asked: list[str] = []

    def index(self, source: Source) -> Any:
        self.asked.append("index")
        return self._checker.index(source)

    def judge(self, statement: Statement, sources: Any) -> Judgement:
        self.asked.append("judge")
        return self._checker.judge(statement, sources)

    def supports(self, statement: Statement, sources: Any) -> Judgement | None:
        self.asked.append("supports")
        return self._checker.supports(statement, sources)


def judged(folder: Path, statement: Statement = CLAIM, source: Source = SOURCE, manner: str = "") -> Any:
    """The judgement, and what it took of the checker."""
    counting = Counting()
    with cached_judgements(counting, folder, manner) as checker:
        judgement = checker.judge(statement, [checker.index(source)])
    return judgement, counting.asked


def test_what_was_judged_before_is_the_same_again_and_costs_nothing(tmp_path: Path) -> None:
    first, asked = judged(tmp_path)
    assert asked == ["index", "judge"]
    assert first.verdict is Verdict.SUPPORTED
    assert first.evidence[0]
    assert judged(tmp_path) == (first, [])


@pytest.mark.parametrize(
    "other",
    [
        {"statement": replace(CLAIM, text="The bridge at Ulvund was opened in 1968.")},
        {"statement": replace(CLAIM, title="The bridge at Ulvund")},
        {"source": replace(SOURCE, text=TEXT.replace("1986", "1968"))},
        {"source": replace(SOURCE, published="2001-01-01")},
        {"manner": "strict"},
    ],
)
def test_whatever_differs_is_judged(tmp_path: Path, other: dict[str, Any]) -> None:
    judged(tmp_path)
    assert judged(tmp_path, **other)[1] == ["index", "judge"]


def supports(folder: Path, statement: Statement) -> Any:
    """The judgement if it is `supported`, and what it took of the checker."""
    counting = Counting()
    with cached_judgements(counting, folder, "") as checker:
        judgement = checker.supports(statement, [checker.index(SOURCE)])
    return judgement, counting.asked


def test_that_a_source_does_not_support_is_kept_apart_from_the_judgement(tmp_path: Path) -> None:
    wrong = replace(CLAIM, text="The bridge at Ulvund was opened in 1968.")
    assert judged(tmp_path, wrong)[1] == ["index", "judge"]
    assert supports(tmp_path, wrong) == (None, ["index", "supports"])
    assert supports(tmp_path, wrong) == (None, [])
    assert supports(tmp_path, CLAIM)[0].verdict is Verdict.SUPPORTED
    assert judged(tmp_path)[1] == ["index", "judge"]


def test_a_broken_file_is_begun_anew(tmp_path: Path) -> None:
    first, _ = judged(tmp_path)
    (file,) = tmp_path.glob("*.sqlite")
    file.write_bytes(b"no database, " * 1_000)
    assert judged(tmp_path) == (first, ["index", "judge"])
    assert judged(tmp_path) == (first, [])


def test_where_nothing_can_be_kept_everything_is_judged(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    first, asked = judged(tmp_path / "file")
    assert (first.verdict, asked) == (Verdict.SUPPORTED, ["index", "judge"])


def test_another_release_of_a_word_list_judges_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    judged(tmp_path)
    monkeypatch.setattr(kept_judgements, "version", lambda name: f"{name} of tomorrow")
    assert judged(tmp_path)[1] == ["index", "judge"]
