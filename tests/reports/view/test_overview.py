"""The sentence that a report opens with, and its numbers."""

from dataclasses import replace

from claims.records import Status, Verdict
from reports.text.labels import Tone
from reports.view.overview import overview, tally_of
from reports.view.summary import summarise
from tests.reports.lighthouse import LIGHTHOUSE

PENDING = replace(
    LIGHTHOUSE.claims[1],
    verdict=Verdict.PARTIALLY_SUPPORTED,
    checks=(LIGHTHOUSE.claims[1].checks[0], replace(LIGHTHOUSE.claims[1].checks[1], status=Status.UNREACHABLE)),
)


def shares(document):
    return {share.tone: share.count for share in overview([document]).shares}


def test_the_shares_add_up_to_the_cited_claims():
    assert sum(shares(LIGHTHOUSE).values()) == summarise([LIGHTHOUSE]).claims


def test_what_waits_for_an_archive_is_told_apart_from_what_could_not_be_checked():
    assert shares(LIGHTHOUSE)[Tone.WAIT] == 1
    assert overview([LIGHTHOUSE]).open == (
        "3 claims could not be checked, which says nothing about whether they are true.",
        "Not finished: 1 claim waits for 1 source, because an archive did not answer. Run the check again to continue.",
    )


def test_a_claim_that_another_source_may_yet_support_is_no_finding():
    document = replace(LIGHTHOUSE, claims=(PENDING,))

    assert tally_of([document]) == {Tone.WAIT: 1}
    assert overview([document]).headline == "The only cited claim could not be checked."


def test_contradicted_claims_come_first_and_other_alarms_are_counted_beside_them():
    alarms = (Verdict.CONTRADICTED, Verdict.NOT_SUPPORTED, Verdict.NOT_SUPPORTED, Verdict.UNCLEAR)
    document = replace(LIGHTHOUSE, claims=tuple(replace(LIGHTHOUSE.claims[1], verdict=verdict) for verdict in alarms))

    assert overview([document]).headline == (
        "1 of 4 cited claims is contradicted by the cited sources; 2 are not supported."
    )
    assert list(shares(document).values()) == [1, 2, 0, 1, 0, 0]
