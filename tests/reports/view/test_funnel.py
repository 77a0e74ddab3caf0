"""The funnel from sentences to supported claims."""

from dataclasses import replace

from claims.records import Link, Status, Verdict
from reports.view.funnel import funnel, steps
from tests.reports.lighthouse import LIGHTHOUSE


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


def lost(document):
    return {step.label: step.lost for step in steps([document])}


def test_the_funnel_says_what_was_lost_to_what():
    assert lost(LIGHTHOUSE)["with a citation"] == "2 without one, 1 sharing a later one"
    assert lost(LIGHTHOUSE)["with an archived copy"] == "1 no answer yet"


def test_a_page_that_no_archive_holds_is_no_unanswered_one():
    claim = LIGHTHOUSE.claims[1]
    check = replace(claim.checks[0], status=Status.NEVER_ARCHIVED)
    never = replace(claim, verdict=Verdict.SOURCE_UNAVAILABLE, checks=(check,))

    assert lost(replace(LIGHTHOUSE, claims=(never,)))["with an archived copy"] == "1 no copy"


def test_sentences_under_a_later_citation_are_counted_apart():
    claims = tuple(replace(claim, link=Link.TRAILING) for claim in LIGHTHOUSE.claims[:3])

    assert lost(replace(LIGHTHOUSE, claims=claims))["with a citation"] == "3 sharing a later one"
