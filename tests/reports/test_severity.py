"""The order of verdicts and of findings."""

from dataclasses import replace
from itertools import pairwise

import pytest

from claims.records import Status, Verdict
from reports.severity import badness, needs_attention, pending, urgency, worse
from tests.reports.lighthouse import CLAIMS
from tests.reports.lighthouse_text import AUTOMATED, FALK, LIT, LOGBOOKS, STOOD, STORM


def test_verdicts_worsen_from_supported_to_contradicted():
    order = [
        Verdict.SUPPORTED, Verdict.UNCITED, Verdict.SOURCE_UNAVAILABLE, Verdict.UNCLEAR,
        Verdict.PARTIALLY_SUPPORTED, Verdict.NOT_SUPPORTED, Verdict.CONTRADICTED,
    ]  # fmt: skip

    assert sorted(Verdict, key=badness) == order
    assert all(worse(better, after) for better, after in pairwise(order))
    assert not worse(Verdict.NOT_SUPPORTED, Verdict.NOT_SUPPORTED)


def test_findings_come_worst_first_and_unfinished_claims_last():
    findings = sorted((claim for claim in CLAIMS if claim.checks and needs_attention(claim)), key=urgency)

    assert [claim.text for claim in findings] == [LIT, FALK, LOGBOOKS, STORM, STOOD, AUTOMATED]


def test_among_equal_verdicts_the_least_probable_comes_first():
    claims = [replace(CLAIMS[1], score=score) for score in (0.3, 0.1, 0.2)]

    assert [claim.score for claim in sorted(claims, key=urgency)] == [0.1, 0.2, 0.3]


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_has_an_urgency(verdict):
    least = replace(CLAIMS[1], verdict=Verdict.SUPPORTED)

    assert urgency(replace(CLAIMS[1], verdict=verdict)) <= urgency(least)


def test_a_claim_is_pending_until_its_sources_answer_or_one_supports_it():
    unreachable = replace(CLAIMS[1].checks[0], status=Status.UNREACHABLE)

    assert pending(replace(CLAIMS[1], checks=(unreachable,)))
    assert not pending(replace(CLAIMS[1], verdict=Verdict.SUPPORTED, checks=(unreachable,)))
    assert not pending(CLAIMS[1])
