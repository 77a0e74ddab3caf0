"""The outcome of each claim in the formats that CI acts on: passed, finding, exempt, unreadable or unfinished."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from claims.records import Exemption, JudgedClaim, JudgedDocument, Link, Report, Verdict
from reports.policy.fail_on import counts, parse_fail_on
from reports.severity import pending, urgency


class Outcome(StrEnum):
    """The outcome of a claim. `NOTED` is not fully supported, but not in the conditions of `fail_on`."""

    FINDING = "finding"
    NOTED = "noted"
    UNREADABLE = "unreadable"
    UNFINISHED = "unfinished"
    EXEMPT = "exempt"
    PASSED = "passed"


NEED_ATTENTION = (Outcome.FINDING, Outcome.NOTED, Outcome.UNREADABLE, Outcome.UNFINISHED)
"""Outcomes that someone should look at, the most urgent first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimOutcome:
    """A claim with its document, its outcome, and its exemption where it is exempt."""

    document: JudgedDocument
    claim: JudgedClaim
    outcome: Outcome
    exemption: Exemption | None = None


def claim_outcomes(report: Report, document: JudgedDocument) -> Iterator[ClaimOutcome]:
    """Yield the outcome of each sentence of `document`, except trailing ones, in reading order.

    Raises:
        ValueError: the report's `fail_on` has a condition that this version does not know.
    """
    fail_on = parse_fail_on(report.fail_on if document.fail_on is None else document.fail_on)
    exempt = {entry.claim: entry for entry in report.exempt if entry.source == document.source}
    for claim in document.claims:
        if claim.link is Link.TRAILING:
            continue
        exemption = exempt.get(claim.id)
        yield ClaimOutcome(
            document=document,
            claim=claim,
            outcome=Outcome.EXEMPT if exemption else _outcome(claim, counts(claim, fail_on)),
            exemption=exemption,
        )


def worst_first(each: ClaimOutcome) -> tuple[int, tuple[bool, int, float, int]]:
    """Return a sort key for outcomes of `NEED_ATTENTION`: the most urgent first."""
    return NEED_ATTENTION.index(each.outcome), urgency(each.claim)


def _outcome(claim: JudgedClaim, counting: bool) -> Outcome:
    if pending(claim):
        return Outcome.UNFINISHED
    if counting:
        return Outcome.FINDING
    if claim.verdict is Verdict.SOURCE_UNAVAILABLE:
        return Outcome.UNREADABLE
    return Outcome.PASSED if claim.verdict is Verdict.SUPPORTED else Outcome.NOTED
