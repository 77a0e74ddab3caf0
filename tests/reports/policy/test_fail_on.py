"""Which findings count."""

from dataclasses import replace

import pytest

from claims.records import ExemptBy, Status, Verdict
from reports.formats.json import JsonFormat, read_report
from reports.policy.baseline import Known, baseline_of
from reports.policy.fail_on import Ignore, PathRule, Policy, annotated, judge, parse_fail_on
from tests.reports.examples import lighthouse, report
from tests.reports.lighthouse import CLAIMS, LIGHTHOUSE
from tests.reports.lighthouse_text import FALK, LIT, STORM

TODAY = "2026-01-01"


def policy(*words, **more):
    return Policy(fail_on=parse_fail_on(words or ("not_supported",)), **more)


def counting(*words, made=None, baseline=None, **more):
    outcome = judge(made or lighthouse(), policy(*words, **more), TODAY, baseline)
    return [claim.text for _, claim in outcome.counting]


def test_by_default_what_is_not_supported_counts():
    assert counting() == [LIT]


def test_verdicts_and_statuses_can_be_asked_for():
    assert counting("partially_supported", "soft_404") == [FALK, STORM]
    assert counting("never") == []


def test_what_an_archive_did_not_answer_for_never_counts():
    assert all("automated" not in text for text in counting("source_unavailable"))


def test_uncited_sentences_count_where_asked_for_and_trailing_ones_never():
    trailing = replace(CLAIMS[0], verdict=Verdict.NOT_SUPPORTED)
    made = report(replace(LIGHTHOUSE, claims=(trailing, *CLAIMS[1:])))

    assert counting(made=made) == [LIT]
    assert len(counting("uncited")) == 2


@pytest.mark.parametrize("word", ["throttled", "unreachable", "bad", "bad > 2 %", "not_supported > x %", "> 2 %", ""])
def test_other_words_are_refused(word):
    with pytest.raises(ValueError, match=r"never a finding|no verdict"):
        parse_fail_on([word])


def test_a_share_fails_the_run_only_when_it_is_exceeded():
    over = judge(lighthouse(), policy("not_supported > 10 %"), TODAY)
    under = judge(lighthouse(), policy("not_supported>12%"), TODAY)

    assert over.failed
    assert not over.counting
    assert over.exceeded == ("1 of 9 cited claims (11.1 %) are not_supported, and the limit is 10 %.",)
    assert not under.failed


def test_a_share_leaves_out_what_is_exempt():
    rule = Ignore(claim=CLAIMS[1].id)

    assert not judge(lighthouse(), policy("not_supported > 0 %", ignore=(rule,)), TODAY).failed


@pytest.mark.parametrize(
    ("rule", "fits"),
    [
        (Ignore(url="https://courier.example/*"), True),
        (Ignore(url="https://weather.example/*"), False),
        (Ignore(claim=CLAIMS[1].id), True),
        (Ignore(claim=CLAIMS[1].id, path="other/*"), False),
        (Ignore(path="*.txt", lines=(3,)), True),
        (Ignore(path="*.txt", lines=(4,)), False),
        (Ignore(url="https://lights.example/*", until="2026-01-01"), True),
        (Ignore(url="https://lights.example/*", until="2025-12-31"), False),
    ],
)
def test_a_rule_ignores_what_fits_everything_it_says(rule, fits):
    assert counting(ignore=(rule,)) == ([] if fits else [LIT])


def test_what_is_ignored_is_listed_with_its_reason():
    rule = Ignore(claim=CLAIMS[1].id, reason="height disputed", until="2026-03")
    (exemption,) = judge(lighthouse(), policy(ignore=(rule,)), TODAY).exempt

    assert (exemption.claim, exemption.source, exemption.by) == (CLAIMS[1].id, "skarvholm.txt", ExemptBy.RULE)
    assert (exemption.reason, exemption.until) == ("height disputed", "2026-03")


def test_a_rule_that_ignores_nothing_that_would_count_exempts_nothing():
    assert judge(lighthouse(), policy(ignore=(Ignore(path="*"),)), TODAY).exempt[0].claim == CLAIMS[1].id
    assert len(judge(lighthouse(), policy(ignore=(Ignore(path="*"),)), TODAY).exempt) == 1


def test_with_a_baseline_only_new_and_worse_findings_count():
    known = baseline_of(lighthouse())
    was_better = replace(known, entries=(Known(id=CLAIMS[1].id, verdict=Verdict.PARTIALLY_SUPPORTED),))

    assert counting(baseline=known) == []
    assert counting(baseline=was_better) == [LIT]


def test_an_expired_entry_no_longer_holds_and_is_reported():
    baseline = baseline_of(lighthouse(), reason="till the reprint", until="2025-12-31")
    outcome = judge(lighthouse(), policy(), TODAY, baseline)

    assert outcome.failed
    assert f"The baseline's entry {CLAIMS[1].id} expired on 2025-12-31 (till the reprint)." in outcome.notes


def test_an_entry_that_fits_nothing_or_is_needed_no_longer_is_reported():
    baseline = replace(
        baseline_of(report()),
        entries=(
            Known(id="edited", verdict=Verdict.NOT_SUPPORTED),
            Known(id=CLAIMS[2].id, verdict=Verdict.NOT_SUPPORTED),
        ),
    )

    assert judge(lighthouse(), policy(), TODAY, baseline).notes == (
        "The baseline's entry edited fits no claim any more: it was edited or taken out.",
        f"The baseline's entry {CLAIMS[2].id} is no longer needed: the claim is supported now.",
    )


def test_an_expired_rule_is_reported():
    outcome = judge(lighthouse(), policy(ignore=(Ignore(url="https://a.example/*", until="2025"),)), TODAY)

    assert outcome.notes == ("A rule to ignore https://a.example/* expired on 2025.",)


def test_a_path_has_a_policy_of_its_own():
    rules = (PathRule(path="skarv*", fail_on=parse_fail_on(["partially_supported"])),)
    other = replace(LIGHTHOUSE, source="other.txt")

    assert counting(made=report(LIGHTHOUSE, other), paths=rules) == [FALK, LIT]


def test_the_report_says_what_it_was_judged_by():
    rules = (PathRule(path="skarv*", fail_on=parse_fail_on(["soft_404"])),)
    used = policy("not_supported", paths=rules, ignore=(Ignore(path="*", reason="draft"),))
    made = report(LIGHTHOUSE, replace(LIGHTHOUSE, source="other.txt"))
    told = annotated(made, used, judge(made, used, TODAY))

    assert told.fail_on == ("not_supported",)
    assert [document.fail_on for document in told.documents] == [("soft_404",), None]
    assert {exemption.reason for exemption in told.exempt} == {"draft"}
    assert read_report("".join(JsonFormat().render(told)["report.json"])) == told


def test_every_finished_status_can_be_asked_for():
    words = [status.value for status in Status if not status.unfinished]

    assert parse_fail_on(words).statuses == {status for status in Status if not status.unfinished}
