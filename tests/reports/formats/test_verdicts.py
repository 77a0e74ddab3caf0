"""Every verdict of the contract in every format."""

import json

import pytest

from claims.records import ALARMS, Status, Verdict
from reports.formats.registry import FORMATS
from reports.policy.fail_on import parse_fail_on
from reports.severity import BEST_TO_WORST
from reports.text.labels import STATUSES, TONES, VERDICTS
from reports.text.remedies import REMEDIES
from tests.reports.examples import every_verdict


def rendered(name):
    return "".join("".join(text) for text in FORMATS[name].render(every_verdict()).values())


def test_the_report_holds_every_verdict():
    assert {claim.verdict for document in every_verdict().documents for claim in document.claims} == set(Verdict)


@pytest.mark.parametrize("verdict", Verdict)
def test_a_verdict_has_a_name_a_colour_a_rank_and_a_condition(verdict):
    assert VERDICTS[verdict]
    assert TONES[verdict]
    assert verdict in BEST_TO_WORST
    assert parse_fail_on([verdict.value]).verdicts == {verdict}
    assert verdict is Verdict.SUPPORTED or verdict is Verdict.SOURCE_UNAVAILABLE or REMEDIES[verdict.value]


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.CHECKED])
def test_a_status_has_a_name_and_a_remedy(status):
    assert STATUSES[status]
    assert status.unfinished or REMEDIES[status.value]


@pytest.mark.parametrize("name", ["html", "markdown", "wikitext"])
@pytest.mark.parametrize("verdict", [Verdict.CONTRADICTED, Verdict.NOT_SUPPORTED, Verdict.UNCLEAR])
def test_a_person_reads_the_name_of_the_verdict(name, verdict):
    assert VERDICTS[verdict][0] in rendered(name)


@pytest.mark.parametrize(("name", "start"), [("html", "<article"), ("markdown", "### "), ("wikitext", "* ")])
def test_findings_come_worst_first(name, start):
    findings = rendered(name)[rendered(name).index(start) :]
    places = [findings.index(VERDICTS[verdict][0]) for verdict in reversed(BEST_TO_WORST[3:])]

    assert places == sorted(places)


def test_sarif_has_errors_for_alarms_and_warnings_for_the_rest():
    (run,) = json.loads(rendered("sarif"))["runs"]
    levels = {result["ruleId"]: result["level"] for result in run["results"]}
    rules = {rule["id"]: rule["defaultConfiguration"]["level"] for rule in run["tool"]["driver"]["rules"]}

    assert {name for name, level in levels.items() if level == "error"} == {verdict.value for verdict in ALARMS}
    assert (levels["unclear"], levels["partially_supported"]) == ("warning", "warning")
    assert {name for name, level in rules.items() if level == "error"} == {verdict.value for verdict in ALARMS}


def test_junit_has_failures_for_alarms_alone():
    text = rendered("junit")

    assert text.count("<failure") == 2
    assert 'type="contradicted"' in text
    assert 'type="not_supported"' in text


def test_the_terminal_has_the_alarms():
    first, second, total = rendered("text").splitlines()

    assert ": contradicted: " in first
    assert ": not supported: " in second
    assert total == "2 findings in 9 cited claims."
