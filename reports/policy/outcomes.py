"""What each claim comes to in a report that a machine acts on: passed, a finding, exempt, unreadable, not finished."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from claims.records import Citation, Exemption, JudgedClaim, JudgedDocument, Link, Report, Verdict
from reports.policy.fail_on import counts, parse_fail_on
from reports.view.summary import pending


class Standing(StrEnum):
    """What a claim comes to. `NOTED` is amiss in a way that was not asked to fail."""

    FINDING = "finding"
    NOTED = "noted"
    UNREADABLE = "unreadable"
    UNFINISHED = "unfinished"
    EXEMPT = "exempt"
    PASSED = "passed"


ORDER = tuple(Standing)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimOutcome:
    """A claim with its document, what it comes to, and why it does not count where it is exempt."""

    document: JudgedDocument
    claim: JudgedClaim
    standing: Standing
    exemption: Exemption | None = None


def outcomes(report: Report, document: JudgedDocument) -> Iterator[ClaimOutcome]:
    """The outcome of each sentence of `document` but those that only the next marker reaches, in reading order.

    Raises:
        ValueError: the report's `fail_on` names what this version does not know.
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
            standing=Standing.EXEMPT if exemption else _standing(claim, counts(claim, fail_on)),
            exemption=exemption,
        )


def citations_of(document: JudgedDocument) -> dict[str, Citation]:
    """The citations of `document` by their ids."""
    return {citation.id: citation for citation in document.citations}


def _standing(claim: JudgedClaim, counting: bool) -> Standing:
    if pending(claim):
        return Standing.UNFINISHED
    if counting:
        return Standing.FINDING
    if claim.verdict is Verdict.SOURCE_UNAVAILABLE:
        return Standing.UNREADABLE
    return Standing.PASSED if claim.verdict is Verdict.SUPPORTED else Standing.NOTED
