"""What a corpus shows: an overview, and the ordinary report of any one document."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from claims.errors import InputError
from claims.records import JudgedDocument, Link
from crawler.corpus.engines.serial import SerialEngine
from crawler.corpus.job import Job
from crawler.corpus.judged_documents import find_document
from crawler.corpus.overview import overview
from reports.formats.html import corpus_pieces
from reports.text.labels import TONES
from tests.crawler.corpus.small_corpus import SmallCorpus, made


def test_the_totals_are_those_of_the_documents(undisturbed: Job, by_verify: dict[str, JudgedDocument]) -> None:
    claims = [claim for document in by_verify.values() for claim in document.claims if claim.link is Link.DIRECT]
    expected = Counter(TONES[claim.verdict] for claim in claims)
    page = overview(undisturbed.out)
    assert {share.tone: share.count for share in page.overview.shares if share.count} == expected
    assert sum(sum(row.counts.values()) for row in page.documents) == len(claims)
    assert [row.name for row in page.sections] == ["History"]
    assert [row.name for row in page.sites] == ["valley.example"]


def test_the_worst_documents_come_first(undisturbed: Job) -> None:
    contradicted = [row.counts.get("against", 0) for row in overview(undisturbed.out).documents]  # type: ignore[call-overload]
    assert contradicted == sorted(contradicted, reverse=True)
    assert contradicted[0] > 0


def test_the_page_shows_claims_with_their_evidence(undisturbed: Job) -> None:
    page = "".join(corpus_pieces(overview(undisturbed.out)))
    assert "finished in" in page
    assert "Per Olsen, an engineer, finished the bridge at Ulvund in 1891." in page


def test_a_document_is_found_by_its_name_and_by_its_key(undisturbed: Job, by_verify: dict[str, JudgedDocument]) -> None:
    name = next(iter(by_verify))
    assert find_document(undisturbed.out, name) == by_verify[name]
    assert find_document(undisturbed.out, "00000-00000").source in by_verify


def test_a_document_that_is_not_there_is_refused(undisturbed: Job) -> None:
    with pytest.raises(InputError, match="no document of this name"):
        find_document(undisturbed.out, "nobody.txt")


def test_what_is_no_corpus_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="this is no corpus"):
        overview(str(tmp_path))


def test_with_the_texts_of_sources_a_report_has_its_excerpts(small: SmallCorpus, tmp_path: Path) -> None:
    settings = replace(small.settings(tmp_path), with_sources=True)
    document = str(small.documents / "valley-3.wikitext")
    job = small.job(tmp_path, settings=settings, inputs=(document,))
    made(job, SerialEngine())
    excerpts = find_document(job.out, document).excerpts
    assert any("Per Olsen, an engineer" in excerpt.text for excerpt in excerpts)
