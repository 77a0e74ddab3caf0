"""Totals, the order of findings and the funnel, on the lighthouse report."""

from dataclasses import replace

from claims.records import Link, Status, Verdict
from reports.view.summary import findings, funnel, summarise
from tests.reports.lighthouse import LIGHTHOUSE
from tests.reports.lighthouse_text import AUTOMATED, FALK, LIT, LOGBOOKS, STOOD, STORM


def test_verdicts_are_counted_over_directly_cited_claims_only():
    summary = summarise([LIGHTHOUSE])

    assert summary.claims == 9
    assert (summary.supported, summary.partially_supported) == (3, 1)
    assert (summary.not_supported, summary.source_unavailable) == (1, 4)
    assert (summary.uncited, summary.trailing) == (2, 1)


def test_broken_citations_count_as_citations():
    assert summarise([LIGHTHOUSE]).citations == 6


def test_unchecked_counts_each_citation_that_no_archive_answered_for_once():
    throttled = [claim for claim in LIGHTHOUSE.claims if claim.unfinished]
    twice = replace(LIGHTHOUSE, claims=LIGHTHOUSE.claims + tuple(throttled))

    assert summarise([LIGHTHOUSE]).unchecked == 1
    assert summarise([twice]).unchecked == 1
    assert summarise([LIGHTHOUSE, LIGHTHOUSE]).unchecked == 2


def test_nothing_sums_to_nothing():
    summary = summarise([])

    assert {getattr(summary, name) for name in summary.__slots__} == {0}


def test_findings_come_worst_first_and_the_unfinished_last():
    assert [claim.text for claim in findings(LIGHTHOUSE)] == [LIT, FALK, LOGBOOKS, STORM, STOOD, AUTOMATED]


def test_among_equals_the_least_probable_comes_first():
    claims = tuple(replace(claim, verdict=Verdict.NOT_SUPPORTED, link=Link.DIRECT) for claim in LIGHTHOUSE.claims[:3])
    claims = tuple(replace(claim, score=score) for claim, score in zip(claims, (0.3, 0.1, 0.2), strict=True))

    assert [claim.score for claim in findings(replace(LIGHTHOUSE, claims=claims))] == [0.1, 0.2, 0.3]


def test_a_trailing_sentence_is_no_finding():
    claims = tuple(replace(claim, link=Link.TRAILING, verdict=Verdict.NOT_SUPPORTED) for claim in LIGHTHOUSE.claims)

    assert findings(replace(LIGHTHOUSE, claims=claims)) == ()


def test_the_funnel_narrows_from_sentences_to_supported_claims():
    steps = funnel([LIGHTHOUSE])

    assert (steps.sentences, steps.cited, steps.with_url, steps.copy_found) == (12, 9, 7, 6)
    assert (steps.readable, steps.judged, steps.supported) == (5, 5, 3)


def test_a_claim_with_one_source_read_and_one_unreachable_is_readable_but_not_judged():
    claim = LIGHTHOUSE.claims[1]
    checks = (claim.checks[0], replace(claim.checks[1], status=Status.UNREACHABLE))
    pending = replace(claim, verdict=Verdict.SOURCE_UNAVAILABLE, checks=checks)
    steps = funnel([replace(LIGHTHOUSE, claims=(pending,))])

    assert (steps.readable, steps.judged) == (1, 0)
