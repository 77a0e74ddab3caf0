"""What could not be checked, by reason and host."""

from dataclasses import replace

from claims.records import Status
from reports.text.labels import Tone
from reports.view.rows.claim_rows import claim_rows
from reports.view.unchecked import unchecked_groups
from tests.reports.lighthouse import CLAIMS, LIGHTHOUSE
from tests.reports.lighthouse_text import STORM

LOST = next(claim for claim in CLAIMS if claim.text == STORM)


def groups(document):
    return unchecked_groups(document, claim_rows(document))


def test_claims_are_grouped_by_the_reason_and_the_host_of_their_source():
    found = {(group.label, group.host): len(group.claims) for group in groups(LIGHTHOUSE)}

    assert found == {
        ("No address", ""): 2,
        ("Not-found page", "weather.example"): 1,
        ("Rate-limited", "doi.org"): 1,
    }


def test_the_largest_group_comes_first_and_600_claims_of_one_site_are_one_group():
    many = replace(LIGHTHOUSE, claims=(*CLAIMS, *(replace(LOST, id=f"lost{number}") for number in range(600))))

    assert [len(group.claims) for group in groups(many)] == [601, 2, 1]


def test_a_group_says_what_would_help():
    remedies = {group.label: group.remedy for group in groups(LIGHTHOUSE)}

    assert "--sources" in remedies["No address"]
    assert "run the check again" in remedies["Rate-limited"]


def test_an_outage_is_kept_apart_from_what_is_final():
    assert {group.label: group.tone for group in groups(LIGHTHOUSE)}["Rate-limited"] is Tone.WAIT


def test_a_claim_with_one_readable_source_is_a_finding_and_in_no_group():
    half = replace(CLAIMS[1].checks[1], status=Status.UNREACHABLE)
    claim = replace(CLAIMS[1], checks=(CLAIMS[1].checks[0], half))
    (row,) = claim_rows(replace(LIGHTHOUSE, claims=(claim,)))

    assert (row.finding, row.unchecked) == (True, False)
