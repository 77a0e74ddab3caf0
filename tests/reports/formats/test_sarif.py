"""SARIF, held against the classes that pydantic-sarif generates from the standard's own JSON Schema."""

import json
from dataclasses import replace

import pytest
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif

from claims.records import Change, ChangeKind, ExemptBy, Exemption, Verdict
from reports.formats.sarif import SarifFormat
from tests.process import citewatch
from tests.reports.examples import lighthouse, report, saying
from tests.reports.lighthouse import CLAIMS, LIGHTHOUSE


def run(made=None):
    text = "".join(SarifFormat().render(made or lighthouse())["report.sarif"])
    return json.loads(text)["runs"][0]


def results(made=None):
    return {result["partialFingerprints"]["citewatchClaim/v1"]: result for result in run(made)["results"]}


EXEMPT = replace(
    lighthouse(),
    exempt=(Exemption(source="skarvholm.txt", claim=CLAIMS[1].id, by=ExemptBy.COMMENT, reason="disputed"),),
)
CHANGED = replace(
    lighthouse(),
    changes=(Change(kind=ChangeKind.NEW, source="", claim=CLAIMS[1].id, text="", line=3, after=Verdict.NOT_SUPPORTED),),
)


@pytest.mark.parametrize(
    "made",
    [report(), lighthouse(), EXEMPT, CHANGED, report(LIGHTHOUSE, LIGHTHOUSE), report(saying("a [b](javascript:c) \0"))],
)
def test_it_is_valid_by_the_standards_schema(made):
    text = "".join(SarifFormat().render(made)["report.sarif"])

    Sarif.model_validate_json(text)


def test_every_cited_claim_that_is_not_supported_is_a_result_and_the_unfinished_is_none():
    assert [result["ruleId"] for result in run()["results"]] == [
        "not_supported", "partially_supported", "no_url", "soft_404", "no_url",
    ]  # fmt: skip
    assert [result["level"] for result in run()["results"]] == ["error", "warning", "note", "note", "note"]


def test_the_unfinished_is_a_notification_and_the_run_no_success():
    (invocation,) = run()["invocations"]

    assert invocation["executionSuccessful"] is False
    assert "automated in 1964" in invocation["toolExecutionNotifications"][0]["message"]["text"]


def test_a_result_stands_at_its_file_and_line():
    place = results()[CLAIMS[1].id]["locations"][0]["physicalLocation"]

    assert place["artifactLocation"]["uri"] == "skarvholm.txt"
    assert place["region"]["startLine"] == 3
    assert place["region"]["snippet"]["text"] == CLAIMS[1].text


def test_a_region_starts_at_the_claims_marker_in_characters_not_in_bytes_or_utf_16(tmp_path):
    text = "# 塔\n\n𝒜 – “Größe”: the tower is 31 metres high.[^1] It is old.\n\n[^1]: Towers. <https://t.example/>\n"
    (tmp_path / "tower.md").write_text(text, encoding="utf-8")
    home = tmp_path
    ran = citewatch("verify", "tower.md", "--offline", "--format", "sarif", "--store", "store", home=home)
    made = json.loads((home / "citewatch-report" / "report.sarif").read_bytes())["runs"][0]
    places = made["results"] + made["invocations"][0]["toolExecutionNotifications"]
    region = places[0]["locations"][0]["physicalLocation"]["region"]
    line = text.split("\n")[region["startLine"] - 1]

    assert ran.returncode in (0, 1, 3)
    assert made["columnKind"] == "unicodeCodePoints"
    assert line[region["startColumn"] - 1 :].startswith("[^1]")
    assert line[: region["startColumn"] - 1].endswith(region["snippet"]["text"][-20:])


def test_a_claim_whose_column_is_not_known_has_a_line_alone():
    claims = tuple(replace(claim, column=None) for claim in CLAIMS)
    place = results(report(replace(LIGHTHOUSE, claims=claims)))[CLAIMS[1].id]["locations"][0]["physicalLocation"]

    assert place["region"].keys() == {"startLine", "snippet"}


@pytest.mark.parametrize(
    ("source", "uri"),
    [
        ("docs/a b.md", "docs/a%20b.md"),
        ("https://en.wikipedia.org/wiki/Skarvholm?x=1", "https://en.wikipedia.org/wiki/Skarvholm?x=1"),
        ("-", "-"),
        ("größe#1.md", "gr%C3%B6%C3%9Fe%231.md"),
    ],
)
def test_sources_become_uris(source, uri):
    made = report(replace(LIGHTHOUSE, source=source))

    assert run(made)["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_the_rules_that_occur_are_told_with_help_and_indexed():
    made = run()
    rules = made["tool"]["driver"]["rules"]

    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in made["results"])
    assert all(rule["help"]["text"] and "**What to do.**" in rule["help"]["markdown"] for rule in rules)


def test_runs_have_a_category_and_an_id():
    assert run()["automationDetails"]["id"] == "citewatch/2026-01-01T00:00:00Z"


def test_fingerprints_do_not_move_with_the_line():
    moved = replace(LIGHTHOUSE, claims=tuple(replace(claim, line=claim.line + 40) for claim in CLAIMS))

    assert results().keys() == results(report(moved)).keys()


def test_what_is_exempt_is_suppressed_with_its_reason():
    assert results(EXEMPT)[CLAIMS[1].id]["suppressions"] == [{"kind": "inSource", "justification": "disputed"}]


def test_what_changed_since_the_last_report_is_told():
    assert results(CHANGED)[CLAIMS[1].id]["baselineState"] == "new"
    assert results(CHANGED)[CLAIMS[4].id]["baselineState"] == "unchanged"


def test_text_from_outside_makes_no_link():
    (result,) = run(report(saying("see [here](https://evil.example/)")))["results"]

    assert "see \\[here\\](https" in result["message"]["text"]
