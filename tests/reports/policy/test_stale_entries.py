"""Notes on entries and rules that expired or no longer do anything."""

from dataclasses import replace

from claims.records import Verdict
from reports.policy.baseline import BaselineEntry, baseline_of
from reports.policy.evaluation import Policy, evaluate
from reports.policy.fail_on import parse_fail_on
from reports.policy.ignore_rules import IgnoreRule
from tests.reports.examples import lighthouse, report
from tests.reports.lighthouse import CLAIMS

TODAY = "2026-01-01"


def policy(*words, **more):
    return Policy(fail_on=parse_fail_on(words or ("not_supported",)), **more)


def test_an_expired_entry_no_longer_holds_and_is_reported():
    baseline = baseline_of(lighthouse(), reason="till the reprint", until="2025-12-31")
    outcome = evaluate(lighthouse(), policy(), TODAY, baseline)

    assert outcome.failed
    assert f"Baseline entry {CLAIMS[1].id} expired on 2025-12-31 (till the reprint)." in outcome.notes


def test_an_entry_that_fits_nothing_or_is_needed_no_longer_is_reported():
    baseline = replace(
        baseline_of(report()),
        entries=(
            BaselineEntry(id="edited", verdict=Verdict.NOT_SUPPORTED),
            BaselineEntry(id=CLAIMS[2].id, verdict=Verdict.NOT_SUPPORTED),
        ),
    )

    assert evaluate(lighthouse(), policy(), TODAY, baseline).notes == (
        "Baseline entry edited no longer matches a claim: it was edited or removed.",
        f"Baseline entry {CLAIMS[2].id} is no longer needed: the claim is now supported.",
    )


def test_an_expired_rule_is_reported():
    outcome = evaluate(lighthouse(), policy(ignore=(IgnoreRule(url="https://a.example/*", until="2025"),)), TODAY)

    assert outcome.notes == ("The ignore rule for https://a.example/* expired on 2025.",)
