"""A run: the verdicts of `verify` in tables, and going on after a stop."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from claims.errors import ArchiveFileError, ConfigurationError, InputError, ReportError
from claims.records import Check, JudgedDocument, Status, Verdict
from crawler.corpus import files
from crawler.corpus.engines.interface import Work
from crawler.corpus.engines.serial import SerialEngine
from crawler.corpus.inputs.selection import selection
from crawler.corpus.job import Job, Stage
from crawler.corpus.manifest import done_parts, read_manifest
from crawler.corpus.stages import look_up as look_up_stage
from crawler.corpus.tables import DOCUMENTS, SOURCES, TABLES
from tests.crawler.corpus.small_corpus import DOCUMENTS as SMALL
from tests.crawler.corpus.small_corpus import MILL, SmallCorpus, documents_of, made
from tests.crawler.servers import out_of_service
from tests.full_disk import full_disk


def rows(job: Job, table: str) -> list[tuple[object, ...]]:
    return duckdb.sql(f"SELECT * FROM '{job.out}/{table}/*.parquet' ORDER BY ALL").fetchall()


def equal_tables(one: Job, other: Job) -> bool:
    return all(rows(one, table.name) == rows(other, table.name) for table in TABLES)


class Stopping(SerialEngine):
    """An engine that is stopped after so many partitions."""

    def __init__(self, left: int) -> None:
        super().__init__()
        self._left = left

    def run(self, work: Work, parts: Sequence[int]) -> Iterator[tuple[int, Exception | None]]:
        for done in super().run(work, parts):
            yield done
            self._left -= 1
            if not self._left:
                raise KeyboardInterrupt


def test_the_verdicts_are_those_of_verify(undisturbed: Job, by_verify: dict[str, JudgedDocument]) -> None:
    assert documents_of(undisturbed) == by_verify


def test_the_small_corpus_has_what_is_hard(by_verify: dict[str, JudgedDocument]) -> None:
    claims = [claim for document in by_verify.values() for claim in document.claims]
    checks: list[Check] = [check for claim in claims for check in claim.checks]
    assert any(len(claim.checks) > 1 and claim.verdict is Verdict.SUPPORTED for claim in claims)
    assert any(claim.verdict in (Verdict.CONTRADICTED, Verdict.NOT_SUPPORTED) for claim in claims)
    assert any(check.other for check in checks)
    assert any(len(claim.checks) > 1 and any(check.other for check in claim.checks) for claim in claims)
    assert any(check.status is Status.NEVER_ARCHIVED for check in checks)


def test_duckdb_reads_the_tables(undisturbed: Job, by_verify: dict[str, JudgedDocument]) -> None:
    query = f"SELECT verdict, count(*) FROM '{undisturbed.out}/verdicts/*.parquet' GROUP BY verdict"
    expected = Counter(claim.verdict.value for document in by_verify.values() for claim in document.claims)
    assert dict(duckdb.sql(query).fetchall()) == expected


def test_a_page_of_many_documents_is_one_row_of_sources(undisturbed: Job) -> None:
    query = f"SELECT count(*) FROM '{undisturbed.out}/sources/*.parquet' WHERE url = '{MILL}'"
    assert duckdb.sql(query).fetchall() == [(1,)]


def test_the_manifest_says_what_was_done_and_nothing_else_is_left(undisturbed: Job) -> None:
    manifest = read_manifest(undisturbed.out)
    assert manifest.finished is not None
    assert manifest.counts["documents"] == SMALL
    done = done_parts(undisturbed.out, Stage.READ)
    assert len(done) > 1
    assert {each.code for each in done.values()} == {"test"}
    assert {each.input for each in done.values()} == set(undisturbed.inputs)
    assert not (Path(undisturbed.out) / "work").exists()


@pytest.mark.parametrize("left", [2, 6])
def test_a_stopped_run_goes_on(small: SmallCorpus, tmp_path: Path, undisturbed: Job, left: int) -> None:
    job = small.job(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        made(job, Stopping(left))
    made(job, SerialEngine())
    assert equal_tables(job, undisturbed)


def test_a_corpus_can_be_in_object_storage(
    small: SmallCorpus, tmp_path: Path, by_verify: dict[str, JudgedDocument]
) -> None:
    job = small.job(tmp_path, out="memory://results/corpus")
    made(job, SerialEngine())
    assert documents_of(job) == by_verify
    assert not files.exists(f"{job.out}/work")
    files.remove(job.out)


def test_another_job_is_refused_at_the_same_place(undisturbed: Job) -> None:
    with pytest.raises(ConfigurationError, match="its code is 'test', not 'newer'"):
        made(replace(undisturbed, code="newer"), SerialEngine())
    with pytest.raises(ConfigurationError, match="its sample is"):
        made(replace(undisturbed, selection=selection([], [], 0.5)), SerialEngine())


def test_an_input_that_is_not_there_is_refused_before_the_work_begins(small: SmallCorpus, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file or folder"):
        made(small.job(tmp_path, inputs=(str(tmp_path / "none"),)), SerialEngine())
    with pytest.raises(ConfigurationError, match="this address cannot be opened"):
        made(small.job(tmp_path, inputs=("nowhere://bucket/dump",)), SerialEngine())
    assert not (tmp_path / "corpus").exists()


def test_a_wrong_archive_is_refused_before_the_work_begins(small: SmallCorpus, tmp_path: Path) -> None:
    settings = replace(small.settings(tmp_path), archive=(str(tmp_path / "none.warc"),))
    job = small.job(tmp_path, settings=settings)
    with pytest.raises(ArchiveFileError):
        made(job, SerialEngine())
    assert not done_parts(job.out, Stage.SPLIT)


def test_a_document_that_cannot_be_read_is_a_row_with_its_error(small: SmallCorpus, tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "bad.txt").write_bytes(b"\0" * 40)
    (folder / "good.txt").write_text(
        "The mill burned down in 1904.[1]\n\nReferences\n\n1. A mill. http://valley.example/mill"
    )
    job = small.job(tmp_path, inputs=(str(folder),))
    assert made(job, SerialEngine()).counts["errors"] == 1
    bad, good = DOCUMENTS.read(job.out, 0)
    assert "not text" in bad["error"] or "no words" in bad["error"] or "empty" in bad["error"]
    assert good["error"] is None
    assert list(documents_of(job)) == [good["source"]]


def test_a_page_on_which_citewatch_fails_is_a_row_with_its_error(
    small: SmallCorpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, undisturbed: Job
) -> None:
    look_up = look_up_stage.look_up

    async def failing(citation, *others):  # type: ignore[no-untyped-def]
        if citation.url == MILL:
            raise ZeroDivisionError("a fault")
        return await look_up(citation, *others)

    monkeypatch.setattr(look_up_stage, "look_up", failing)
    job = small.job(tmp_path)
    assert made(job, SerialEngine()).counts["errors"]
    errors = {row["url"]: row["error"] for part in SOURCES.parts(job.out) for row in SOURCES.read(job.out, part)}
    assert errors[MILL] == "citewatch failed on this page: ZeroDivisionError('a fault')"
    assert sum(error is not None for error in errors.values()) == 1
    assert len(rows(job, "verdicts")) == len(rows(undisturbed, "verdicts"))


def test_what_an_archive_would_not_answer_is_asked_again(small: SmallCorpus, tmp_path: Path) -> None:
    settings = replace(small.settings(tmp_path), offline=False, allow_private=True)
    job = small.job(tmp_path, settings=settings, inputs=(str(small.documents / "valley-3.wikitext"),))
    with out_of_service() as base:
        asked = replace(settings, archive=(*settings.archive, base))
        outcome = made(replace(job, settings=asked), SerialEngine())
        assert outcome.unfinished
        assert read_manifest(job.out).finished is None
        again = made(replace(job, settings=asked), SerialEngine())
    assert again.unfinished == outcome.unfinished
    assert again.counts == outcome.counts


def test_a_full_disk_ends_the_run_and_the_next_one_goes_on(
    small: SmallCorpus, tmp_path: Path, undisturbed: Job
) -> None:
    job = small.job(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        made(job, Stopping(3))
    with full_disk(1_000), pytest.raises(ReportError, match="All others are kept"):
        made(job, SerialEngine())
    assert not list(Path(job.out).rglob("*.part"))
    made(job, SerialEngine())
    assert equal_tables(job, undisturbed)
