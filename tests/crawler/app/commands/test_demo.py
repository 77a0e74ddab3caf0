"""The bundled example shows everything that a report can say, without a network."""

import json
from collections import Counter
from pathlib import Path

import pytest

from crawler.example.make import FOLDER, archive
from tests.process import citewatch


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> dict:
    home = tmp_path_factory.mktemp("demo")
    finished = citewatch("demo", home=home)
    assert finished.returncode == 0, finished.stderr.decode()
    assert (home / "citewatch-report" / "report.html").stat().st_size > 10_000
    return json.loads((home / "citewatch-report" / "report.json").read_bytes())


def claims_about(report: dict, words: str) -> list[dict]:
    return [claim for claim in report["documents"][0]["claims"] if words in claim["text"]]


def test_the_example_has_at_least_twelve_cited_claims_and_eight_references(report: dict) -> None:
    assert report["summary"]["claims"] >= 12
    assert report["summary"]["citations"] >= 8


def test_every_verdict_occurs(report: dict) -> None:
    verdicts = Counter(claim["verdict"] for claim in report["documents"][0]["claims"])
    assert set(verdicts) == {
        "supported",
        "partially_supported",
        "contradicted",
        "not_supported",
        "unclear",
        "source_unavailable",
        "uncited",
    }


def test_the_statuses_that_it_promises_occur(report: dict) -> None:
    statuses = {check["status"] for claim in report["documents"][0]["claims"] for check in claim["checks"]}
    assert statuses >= {"checked", "no_url", "never_archived", "soft_404", "error_capture"}


def test_the_capture_nearest_before_the_access_date_is_used_where_two_differ(report: dict) -> None:
    (claim,) = claims_about(report, "Paek Nam-sun")
    (check,) = claim["checks"]
    assert check["capture"]["timestamp"] == "20070820093144"
    assert check["capture"]["days_from_access"] == -2
    assert claim["verdict"] == "supported"


def test_one_claim_is_supported_by_two_sources_together_and_by_neither_alone(report: dict) -> None:
    (claim,) = claims_about(report, "closed its embassy")
    assert claim["verdict"] == "supported"
    assert claim["citations"] == ["3", "4"]
    assert all(check["verdict"] != "supported" for check in claim["checks"])


def test_a_source_in_a_legacy_encoding_is_read(report: dict) -> None:
    (claim,) = claims_about(report, "sewed clothes")
    assert claim["verdict"] == "supported"
    assert "windows-1251" in (FOLDER / "pages" / "seamstresses.html").read_text(encoding="utf-8")


def test_a_redirect_in_the_archive_is_followed(report: dict) -> None:
    (claim,) = claims_about(report, "closed its embassy")
    assert claim["checks"][1]["capture"]["url"] == "https://inner-asian-affairs.example/12/2/careful-friendship"


def test_a_changed_number_is_contradicted(report: dict) -> None:
    (claim,) = claims_about(report, "four North Korean diplomats")
    assert (claim["verdict"], claim["reason_code"]) == ("contradicted", "contradicted_number")
    assert claim["missing"] == []


def test_a_source_about_something_else_does_not_support(report: dict) -> None:
    (claim,) = claims_about(report, "Sungri refinery")
    assert claim["verdict"] == "not_supported"


def test_the_archive_in_the_repository_is_the_one_that_its_pages_make() -> None:
    assert (FOLDER / "archive.warc.gz").read_bytes() == archive()


def test_the_example_says_that_its_sources_are_written_for_it() -> None:
    assert "were written for it" in " ".join((FOLDER / "article.txt").read_text(encoding="utf-8").split())
    assert "A page written for the example" in (FOLDER / "pages" / "embassy.html").read_text(encoding="utf-8")


def test_the_demo_works_from_any_folder_and_writes_where_it_is_told(tmp_path: Path) -> None:
    assert citewatch("demo", "--quiet", "--out", "here/it is", home=tmp_path).returncode == 0
    assert (tmp_path / "here" / "it is" / "report.json").is_file()
