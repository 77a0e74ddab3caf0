"""The sentence that a report opens with, and its numbers."""

from dataclasses import replace

from claims.records import Link, Status, Verdict
from reports.view.glance import glance, steps, tally_of
from reports.view.labels import Tone
from reports.view.summary import summarise
from tests.reports.lighthouse import LIGHTHOUSE

PENDING = replace(
    LIGHTHOUSE.claims[1],
    verdict=Verdict.PARTIALLY_SUPPORTED,
    checks=(LIGHTHOUSE.claims[1].checks[0], replace(LIGHTHOUSE.claims[1].checks[1], status=Status.UNREACHABLE)),
)


def shares(document):
    return {share.tone: share.count for share in glance([document]).shares}


def lost(document):
    return {step.label: step.lost for step in steps([document])}


def test_the_shares_add_up_to_the_cited_claims():
    assert sum(shares(LIGHTHOUSE).values()) == summarise([LIGHTHOUSE]).claims


def test_what_waits_for_an_archive_is_told_apart_from_what_could_not_be_checked():
    assert shares(LIGHTHOUSE)[Tone.WAIT] == 1
    assert glance([LIGHTHOUSE]).open == (
        "3 claims could not be checked: that says nothing about them.",
        "Not finished: 1 claim waits for 1 source that could not be asked for."
        " Run the check again, and it goes on from here.",
    )


def test_a_claim_that_another_source_may_yet_support_is_no_finding():
    document = replace(LIGHTHOUSE, claims=(PENDING,))

    assert tally_of([document]) == {Tone.WAIT: 1}
    assert glance([document]).headline == "The one cited claim could not be checked."


def test_the_funnel_says_what_was_lost_to_what():
    assert lost(LIGHTHOUSE)["with a citation"] == "2 without one, 1 under a later one"
    assert lost(LIGHTHOUSE)["with an archived copy"] == "1 unanswered"


def test_a_page_that_no_archive_holds_is_no_unanswered_one():
    claim = LIGHTHOUSE.claims[1]
    check = replace(claim.checks[0], status=Status.NEVER_ARCHIVED)
    never = replace(claim, verdict=Verdict.SOURCE_UNAVAILABLE, checks=(check,))

    assert lost(replace(LIGHTHOUSE, claims=(never,)))["with an archived copy"] == "1 no copy found"


def test_sentences_under_a_later_citation_are_counted_apart():
    claims = tuple(replace(claim, link=Link.TRAILING) for claim in LIGHTHOUSE.claims[:3])

    assert lost(replace(LIGHTHOUSE, claims=claims))["with a citation"] == "3 under a later one"
