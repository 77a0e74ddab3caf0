"""Every format of a report tells the same numbers, and so does the terminal: over real documents and the example."""

import csv
import io
import json
import re
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from junitparser import JUnitXml

from claims.records import Link, Report
from reports.formats.registry import FORMATS
from reports.report_json import read_report
from reports.view.summary import summarise
from tests.process import EXAMPLE, citewatch
from tests.shared import SHARED, shared

EXAMPLE_RUN = (
    str(EXAMPLE / "article.txt"), "--sources", str(EXAMPLE / "sources.csv"),
    "--archive", str(EXAMPLE / "archive.warc.gz"),
)  # fmt: skip
# Against an archive that holds none of their pages, and one that offline does not answer.
REAL_RUN = (
    *(
        str(SHARED / name)
        for name in (
            "seed/mongolia-north-korea-relations.txt",
            "data/documents/wikitext/wtf__Bazooka.txt",
            "data/documents/plaintext/chinapedia__Macau.txt",
            "data/documents/markdown/sguzman__1inventing-socialism.md",
        )
    ),
    "--archive", str(EXAMPLE / "archive.warc.gz"),
)  # fmt: skip
UNANSWERED_RUN = (*REAL_RUN[:2], "--archive", "https://memento.example/web")
RUNS = {"example": EXAMPLE_RUN, "real": REAL_RUN, "unanswered": UNANSWERED_RUN}
LABELS = (
    "Contradicted", "Not supported", "Partly supported", "Unclear", "Could not be checked", "Not checked yet",
    "Supported",
)  # fmt: skip


@pytest.fixture(scope="module", params=RUNS)
def ran(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Report, str]:
    """A report, and what the terminal said of it."""
    if request.param != "example":
        shared("data/documents")
    home = tmp_path_factory.mktemp("numbers")
    finished = citewatch("verify", *RUNS[request.param], "--offline", "--format", "json", home=home)
    return read_report((home / "citewatch-report" / "report.json").read_bytes()), finished.stderr.decode()


@pytest.fixture(scope="module")
def made(ran: tuple[Report, str]) -> Report:
    return ran[0]


def rendered(report: Report, name: str) -> dict[str, str]:
    return {file: "".join(pieces) for file, pieces in FORMATS[name].render(report).items()}


def text(report: Report, name: str) -> str:
    return next(iter(rendered(report, name).values()))


def expected(report: Report) -> Counter[str]:
    """The cited claims by their outcome, counted from the records alone."""
    words = {"source_unavailable": "Could not be checked"}
    claims = [claim for document in report.documents for claim in document.claims if claim.link is Link.DIRECT]
    return Counter(
        "Not checked yet"
        if claim.unfinished and claim.verdict.value != "supported"
        else words.get(claim.verdict.value, claim.verdict.value.replace("_", " ").replace("ially", "ly").capitalize())
        for claim in claims
    )


def tiles(page: str) -> Counter[str]:
    found = re.findall(r"<b>(\d+)</b> <span>([^<]+)</span>", page)
    return +Counter({label: int(number) for number, label in found})


def steps(page: str) -> dict[str, int]:
    found = re.findall(r'<li><span>([^<]+?)(?: <small>.*?)?</span> <span class="number">(\d+)</span>', page)
    return {label: int(number) for label, number in found}


def sarif(report: Report) -> dict[str, Any]:
    run: dict[str, Any] = json.loads(text(report, "sarif"))["runs"][0]
    return run


def test_the_records_hold_something_to_count(made: Report) -> None:
    assert made.summary.claims > 0
    assert made.summary.uncited > 0


def test_the_summary_is_the_recount_of_the_documents(made: Report) -> None:
    assert made.summary == summarise(made.documents)
    assert expected(made).total() == made.summary.claims
    assert expected(made)["Supported"] == made.summary.supported


def test_the_page_and_its_index_tell_them(made: Report) -> None:
    files = rendered(made, "html")
    alone = [page for name, page in files.items() if len(files) == 1 or name != "report.html"]

    assert tiles(files["report.html"]) == +expected(made)
    for document, page in zip(made.documents, alone, strict=True):
        one = replace(made, documents=(document,), summary=summarise((document,)))
        outcomes, funnel = expected(one), steps(page)
        assert tiles(page) == +outcomes
        listed = page.count('<article class="finding') + page.count('<li><a href="#claim-')
        assert listed == outcomes.total() - outcomes["Supported"]
        assert funnel["with a citation"] == one.summary.claims
        assert funnel["Sentences"] == one.summary.claims + one.summary.uncited + one.summary.trailing
        assert funnel["checked"] == outcomes.total() - outcomes["Could not be checked"] - outcomes["Not checked yet"]
        assert funnel["supported"] == outcomes["Supported"]
        if one.summary.uncited:
            assert f"{one.summary.uncited:,} without one" in page
        if one.summary.trailing:
            assert f"{one.summary.trailing:,} sharing a later one" in page


def test_markdown_tells_them(made: Report) -> None:
    rows = dict(re.findall(r"^\| \S+ ([^|]+?) \| ([\d,]+) \|$", text(made, "markdown"), re.MULTILINE))

    assert +Counter({label: int(number.replace(",", "")) for label, number in rows.items() if label in LABELS}) == (
        expected(made)
    )
    assert f"{made.summary.uncited:,} sentences without a citation" in text(made, "markdown")


def test_junit_tells_them(made: Report) -> None:
    suites, outcomes = JUnitXml.fromstring(text(made, "junit").encode()), expected(made)

    assert suites.tests == outcomes.total()
    assert suites.failures == outcomes["Not supported"] + outcomes["Contradicted"]
    assert suites.errors == outcomes["Not checked yet"]
    assert suites.skipped == outcomes["Could not be checked"]


def test_sarif_tells_them(made: Report) -> None:
    run, outcomes = sarif(made), expected(made)
    levels = Counter(result["level"] for result in run["results"])

    assert levels["error"] == outcomes["Not supported"] + outcomes["Contradicted"]
    assert levels["warning"] == outcomes["Partly supported"] + outcomes["Unclear"]
    assert levels["note"] == outcomes["Could not be checked"]
    assert len(run["invocations"][0]["toolExecutionNotifications"]) == outcomes["Not checked yet"]


def test_wikitext_tells_them(made: Report) -> None:
    wanted = [int(number) for number in re.findall(r": (\d+) claims? needs? attention", text(made, "wikitext"))]

    assert sum(wanted) == expected(made).total() - expected(made)["Supported"]


def test_csv_tells_them(made: Report) -> None:
    rows = csv.DictReader(io.StringIO(text(made, "csv")))
    places = Counter(claim.id for document in made.documents for claim in document.claims if claim.link is Link.DIRECT)
    direct = {(row["document"], row["claim_id"]): row["verdict"] for row in rows if row["link"] == "direct"}
    verdicts = Counter(
        dict.fromkeys(("supported", "not_supported", "contradicted", "unclear", "partially_supported"), 0)
    )
    for (_, claim), verdict in direct.items():
        verdicts[verdict] += places[claim]

    assert verdicts["supported"] == made.summary.supported
    assert verdicts["not_supported"] == made.summary.not_supported
    assert verdicts["contradicted"] == made.summary.contradicted
    assert verdicts["unclear"] == made.summary.unclear
    assert verdicts["partially_supported"] == made.summary.partially_supported


def test_the_terminal_tells_them(ran: tuple[Report, str]) -> None:
    made, said = ran
    line = next(line for line in said.splitlines() if "cited claim" in line and ": " in line)
    numbers = {label.strip(): int(number) for number, label in re.findall(r"(\d+) ([a-z ]+?)(?:[,;]|$)", line)}

    assert line.startswith(f"{made.summary.claims:,} cited claim")
    for label in LABELS:
        assert numbers.get(label.lower(), 0) == expected(made)[label], label
    assert numbers["sentences without a citation"] == made.summary.uncited
    assert numbers.get("sharing a later one", 0) == made.summary.trailing
