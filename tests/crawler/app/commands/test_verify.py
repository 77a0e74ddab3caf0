"""`citewatch verify`, as a process: what it writes, what it says, and how it ends."""

import json
import os
import shutil
import signal
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from claims.records import Verdict
from tests.process import EXAMPLE, citewatch, command, environment
from tests.shared import shared

ARTICLE, ARCHIVE, SOURCES = (str(EXAMPLE / name) for name in ("article.txt", "archive.warc.gz", "sources.csv"))
VERDICTS = [verdict.value for verdict in Verdict if verdict is not Verdict.UNCITED]
OFFLINE = ("--archive", ARCHIVE, "--offline")


def verified(home: Path, *arguments: str) -> dict[str, Any]:
    finished = citewatch("verify", *arguments, home=home)
    assert finished.returncode in (0, 1), finished.stderr.decode()
    return json.loads((home / "citewatch-report" / "report.json").read_bytes())


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return verified(tmp_path_factory.mktemp("verify"), ARTICLE, *OFFLINE, "--sources", SOURCES)


def test_findings_make_the_exit_status_1(tmp_path: Path) -> None:
    assert citewatch("verify", ARTICLE, *OFFLINE, "--sources", SOURCES, home=tmp_path).returncode == 1


def test_fail_on_nothing_makes_the_exit_status_0(tmp_path: Path) -> None:
    finished = citewatch("verify", ARTICLE, *OFFLINE, "--sources", SOURCES, "--fail-on", "none", home=tmp_path)
    assert finished.returncode == 0


def test_fail_on_counts_the_verdicts_that_it_names(tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text("Nobody cites anything here. Not even this.")
    assert citewatch("verify", "plain.txt", *OFFLINE, "--fail-on", "uncited", home=tmp_path).returncode == 1


DOWN = ("--archive", "http://127.0.0.1:9/web", "--allow-private", "--timeout", "1")


def test_quiet_leaves_the_findings_and_nothing_else(tmp_path: Path) -> None:
    finished = citewatch("verify", ARTICLE, *OFFLINE, "--sources", SOURCES, "--quiet", home=tmp_path)
    *findings, total = finished.stdout.decode().splitlines()
    assert findings
    assert all(line.startswith(f"{ARTICLE}:") for line in findings)
    assert total.startswith(f"{len(findings)} finding")
    assert finished.stderr == b""


def test_findings_make_the_exit_status_1_beside_an_outage(tmp_path: Path) -> None:
    arguments = (ARTICLE, "--archive", ARCHIVE, *DOWN, "--sources", SOURCES)
    finished = citewatch("verify", *arguments, home=tmp_path)
    report = json.loads((tmp_path / "citewatch-report" / "report.json").read_bytes())
    assert report["summary"]["unchecked"]
    assert finished.returncode == 1
    assert b"Not finished: " in finished.stderr


@pytest.mark.parametrize(("named", "status"), [("contradicted", 3), ("unfinished", 1), ("none", 3)])
def test_an_outage_is_3_unless_asked_for_and_is_said_even_with_quiet(tmp_path: Path, named: str, status: int) -> None:
    finished = citewatch("verify", ARTICLE, *DOWN, "--quiet", "--fail-on", named, home=tmp_path)
    assert finished.returncode == status
    assert b"Run it again: it goes on from here." in finished.stderr


def test_a_document_without_a_cited_claim_fails_where_asked_for(tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text("Nobody cites anything here. Not even this.")
    finished = citewatch("verify", "plain.txt", *OFFLINE, "--fail-on", "empty", "--quiet", home=tmp_path)
    assert finished.returncode == 1
    assert finished.stderr == b"plain.txt has no cited claim, and fail-on names empty.\n"


@pytest.mark.parametrize("value", ["", "none,uncited"])
def test_an_empty_or_contradictory_fail_on_is_refused(tmp_path: Path, value: str) -> None:
    finished = citewatch("verify", ARTICLE, *OFFLINE, "--fail-on", value, home=tmp_path)
    assert finished.returncode == 2
    assert b"fail-on: " in finished.stderr


def test_every_number_of_the_summary_can_be_recounted(report: dict[str, Any]) -> None:
    (document,) = report["documents"]
    direct = [claim for claim in document["claims"] if claim["link"] == "direct"]
    links = [claim["link"] for claim in document["claims"]]
    recounted = {
        "claims": len(direct),
        "uncited": links.count("none"),
        "trailing": links.count("trailing"),
        "citations": len(document["citations"]),
        "unchecked": 0,
    } | {verdict: sum(claim["verdict"] == verdict for claim in direct) for verdict in VERDICTS}
    assert report["summary"] == recounted


def test_offsets_of_claims_are_exact(report: dict[str, Any]) -> None:
    (document,) = report["documents"]
    for claim in document["claims"]:
        assert document["text"][claim["start"] : claim["end"]] == claim["text"]


def test_evidence_is_verbatim_in_the_text_that_fetch_prints(report: dict[str, Any], tmp_path: Path) -> None:
    @cache
    def fetched(url: str, day: str) -> str:
        return citewatch("fetch", url, "--at", day, "--text", *OFFLINE, home=tmp_path).stdout.decode()

    (document,) = report["documents"]
    citations = {citation["id"]: citation for citation in document["citations"]}
    quotes = 0
    for claim in document["claims"]:
        for check in claim["checks"]:
            if not check["evidence"]:
                continue
            cited = citations[check["citation"]]
            printed = fetched(cited["url"], cited["access_date"] or cited["date"])
            for evidence in check["evidence"]:
                assert printed[evidence["start"] : evidence["end"]] == evidence["quote"]
                quotes += 1
    assert quotes >= 8


def test_two_runs_differ_in_nothing_but_the_two_times(report: dict[str, Any], tmp_path: Path) -> None:
    again = verified(tmp_path, ARTICLE, *OFFLINE, "--sources", SOURCES)
    times = {"started": "", "finished": ""}
    assert json.dumps(report | times) == json.dumps(again | times)


def test_the_seed_is_verified_end_to_end(tmp_path: Path) -> None:
    seed = shared("seed/mongolia-north-korea-relations.txt")
    report = verified(tmp_path, str(seed), *OFFLINE, "--sources", SOURCES)
    summary = report["summary"]
    assert (summary["claims"], summary["citations"]) == (11, 8)
    assert sum(summary[verdict] for verdict in VERDICTS) == 11
    statuses = {check["status"] for claim in report["documents"][0]["claims"] for check in claim["checks"]}
    assert "checked" in statuses


def test_several_documents_share_one_report(tmp_path: Path) -> None:
    shutil.copy(ARTICLE, tmp_path / "a.txt")
    shutil.copy(ARTICLE, tmp_path / "b.txt")
    report = verified(tmp_path, "*.txt", *OFFLINE)
    assert [document["source"] for document in report["documents"]] == ["a.txt", "b.txt"]


@pytest.mark.parametrize(("sent", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_ended_run_leaves_no_report_and_says_how_it_ended(tmp_path: Path, sent: int, status: int) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(60):
        shutil.copy(ARTICLE, folder / f"{number}.txt")
    arguments = command("verify", "many", *OFFLINE, "--sources", SOURCES)
    with subprocess.Popen(
        arguments,
        cwd=tmp_path,
        env=environment(tmp_path),
        stderr=subprocess.PIPE,
        start_new_session=True,
        # Whoever runs the tests in the background has Ctrl-C ignored, and so would this process.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as run:
        assert run.stderr is not None
        assert b"sources" in run.stderr.readline()
        run.send_signal(sent)
        rest = run.stderr.read().decode()
    assert run.returncode == status, rest
    assert "Traceback" not in rest
    out = tmp_path / "citewatch-report"
    assert not out.exists() or not os.listdir(out)


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("missing.txt",), "missing.txt"),
        (("*.nothing",), "*.nothing"),
        (("empty.txt",), "empty.txt"),
        (("picture.txt",), "picture.txt"),
        (("good.txt", "--archive", "missing.warc"), "missing.warc"),
        (("good.txt", "--archive", "good.txt"), "good.txt"),
        (("good.txt", "--sources", "missing.csv"), "missing.csv"),
        (("good.txt", "--format", "docx"), "docx"),
        (("good.txt", "--out", "good.txt"), "good.txt"),
        (("good.txt", "--input-format", "latex"), "latex"),
    ],
)
def test_what_cannot_be_done_as_asked_is_named_and_ends_with_2(
    tmp_path: Path, arguments: tuple[str, ...], named: str
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 8)
    (tmp_path / "good.txt").write_text("A claim.[1]\n\n1. ^ An entry. https://a.example/\n")
    before = (tmp_path / "good.txt").read_bytes()
    finished = citewatch("verify", *arguments, "--offline", home=tmp_path)
    message = finished.stderr.decode()
    assert finished.returncode == 2, message
    assert named in message
    assert "Traceback" not in message
    assert (tmp_path / "good.txt").read_bytes() == before


def test_a_document_that_is_not_utf_8_is_read(tmp_path: Path) -> None:
    text = Path(ARTICLE).read_text(encoding="utf-8")
    (tmp_path / "old.txt").write_bytes(text.encode("windows-1252"))
    report = verified(tmp_path, "old.txt", *OFFLINE, "--sources", SOURCES)
    assert report["documents"][0]["title"] == "Mongolia–North Korea relations"


def test_a_marker_without_an_entry_is_kept_and_reported(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One thing is so.[1] Another is not.[7]\n\n1. ^ An entry. https://a.example/\n")
    report = verified(tmp_path, "a.txt", *OFFLINE)
    (document,) = report["documents"]
    broken = [citation for citation in document["citations"] if citation["broken"]]
    assert [citation["id"] for citation in broken] == ["7"]
    assert any("7" in note for note in document["notes"])
    assert document["claims"][1]["checks"][0]["status"] == "no_url"
