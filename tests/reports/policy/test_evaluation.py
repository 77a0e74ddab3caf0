"""Which findings count."""

from dataclasses import replace

import pytest

from claims.records import ExemptBy, Verdict
from reports.formats.json import JsonFormat
from reports.policy.baseline import BaselineEntry, baseline_of
from reports.policy.evaluation import PathRule, Policy, annotate, evaluate, with_conditions
from reports.policy.fail_on import parse_fail_on
from reports.policy.ignore_rules import IgnoreRule
from reports.report_json import read_report
from tests.reports.examples import lighthouse, report
from tests.reports.lighthouse import CLAIMS, LIGHTHOUSE
from tests.reports.lighthouse_text import FALK, LIT, STORM

TODAY = "2026-01-01"


def policy(*words, **more):
    return Policy(fail_on=parse_fail_on(words or ("not_supported",)), **more)


def counting(*words, made=None, baseline=None, **more):
    outcome = evaluate(made or lighthouse(), policy(*words, **more), TODAY, baseline)
    return [text for _, text in outcome.counting]


def test_by_default_what_is_not_supported_counts():
    assert counting() == [LIT]


def test_verdicts_and_statuses_can_be_asked_for():
    assert counting("partially_supported", "soft_404") == [FALK, STORM]
    assert counting("none") == []


def test_what_an_archive_did_not_answer_for_never_counts():
    assert all("automated" not in text for text in counting("source_unavailable"))


def test_uncited_sentences_count_where_asked_for_and_trailing_ones_never():
    trailing = replace(CLAIMS[0], verdict=Verdict.NOT_SUPPORTED)
    made = report(replace(LIGHTHOUSE, claims=(trailing, *CLAIMS[1:])))

    assert counting(made=made) == [LIT]
    assert len(counting("uncited")) == 2


def test_a_share_fails_the_run_only_when_it_is_exceeded():
    over = evaluate(lighthouse(), policy("not_supported > 10 %"), TODAY)
    under = evaluate(lighthouse(), policy("not_supported>12%"), TODAY)

    assert over.failed
    assert not over.counting
    assert over.met == ("1 of 9 cited claims (11.1 %) are not_supported; the limit is 10 %.",)
    assert not under.failed


def test_a_document_without_a_cited_claim_fails_the_run_where_asked_for():
    uncited = replace(LIGHTHOUSE, source="bare.txt", claims=(CLAIMS[0],))
    outcome = evaluate(report(LIGHTHOUSE, uncited), policy("empty"), TODAY)

    assert outcome.failed
    assert outcome.met == ("bare.txt has no cited claim, and fail-on names empty.",)


def test_an_archive_that_did_not_answer_fails_the_run_where_asked_for():
    outcome = evaluate(lighthouse(), policy("unfinished"), TODAY)

    assert outcome.failed
    assert outcome.met == (
        "skarvholm.txt is not finished: 1 claim waits for an archive, and fail-on names unfinished.",
    )


def test_a_share_leaves_out_what_is_exempt():
    rule = IgnoreRule(claim=CLAIMS[1].id)

    assert not evaluate(lighthouse(), policy("not_supported > 0 %", ignore=(rule,)), TODAY).failed


@pytest.mark.parametrize(
    ("rule", "fits"),
    [
        (IgnoreRule(url="https://courier.example/*"), True),
        (IgnoreRule(url="https://weather.example/*"), False),
        (IgnoreRule(claim=CLAIMS[1].id), True),
        (IgnoreRule(claim=CLAIMS[1].id, path="other/*"), False),
        (IgnoreRule(path="*.txt", lines=(3,)), True),
        (IgnoreRule(path="*.txt", lines=(4,)), False),
        (IgnoreRule(url="https://lights.example/*", until="2026-01-01"), True),
        (IgnoreRule(url="https://lights.example/*", until="2025-12-31"), False),
    ],
)
def test_a_rule_ignores_what_fits_everything_it_says(rule, fits):
    assert counting(ignore=(rule,)) == ([] if fits else [LIT])


def test_what_is_ignored_is_listed_with_its_reason():
    rule = IgnoreRule(claim=CLAIMS[1].id, reason="height disputed", until="2026-03")
    (exemption,) = evaluate(lighthouse(), policy(ignore=(rule,)), TODAY).exempt

    assert (exemption.claim, exemption.source, exemption.by) == (CLAIMS[1].id, "skarvholm.txt", ExemptBy.RULE)
    assert (exemption.reason, exemption.until) == ("height disputed", "2026-03")


def test_a_rule_that_ignores_nothing_that_would_count_exempts_nothing():
    assert evaluate(lighthouse(), policy(ignore=(IgnoreRule(path="*"),)), TODAY).exempt[0].claim == CLAIMS[1].id
    assert len(evaluate(lighthouse(), policy(ignore=(IgnoreRule(path="*"),)), TODAY).exempt) == 1


def test_with_a_baseline_only_new_and_worse_findings_count():
    known = baseline_of(lighthouse())
    was_better = replace(known, entries=(BaselineEntry(id=CLAIMS[1].id, verdict=Verdict.PARTIALLY_SUPPORTED),))

    assert counting(baseline=known) == []
    assert counting(baseline=was_better) == [LIT]


def test_a_path_has_a_policy_of_its_own():
    rules = (PathRule(path="skarv*", fail_on=parse_fail_on(["partially_supported"])),)
    other = replace(LIGHTHOUSE, source="other.txt")

    assert counting(made=report(LIGHTHOUSE, other), paths=rules) == [FALK, LIT]


def test_the_report_says_what_it_was_judged_by():
    rules = (PathRule(path="skarv*", fail_on=parse_fail_on(["soft_404"])),)
    used = policy("not_supported", paths=rules, ignore=(IgnoreRule(path="*", reason="draft"),))
    made = report(*(with_conditions(each, used) for each in (LIGHTHOUSE, replace(LIGHTHOUSE, source="other.txt"))))
    told = annotate(made, used, evaluate(made, used, TODAY))

    assert told.fail_on == ("not_supported",)
    assert [document.fail_on for document in told.documents] == [("soft_404",), None]
    assert {exemption.reason for exemption in told.exempt} == {"draft"}
    assert read_report("".join(JsonFormat().render(told)["report.json"])) == told
