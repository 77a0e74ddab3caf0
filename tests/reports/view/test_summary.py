"""Totals of the lighthouse report."""

from dataclasses import replace

from reports.view.summary import summarise
from tests.reports.lighthouse import LIGHTHOUSE


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
