"""Notes on baseline entries and rules that expired, match no claim any more or are no longer needed."""

from collections.abc import Container, Iterator, Sequence

from claims.records import ExemptBy, Exemption, Link, Report, Verdict
from reports.changes.similarity import closest
from reports.policy.baseline import BaselineEntry, expired
from reports.policy.ignore_rules import IgnoreRule
from reports.text.sanitising import one_line, shorten

LONGEST_TEXT = 160


def stale_notes(
    report: Report,
    entries: Sequence[BaselineEntry],
    rules: Sequence[IgnoreRule],
    exempt: Sequence[Exemption],
    today: str,
) -> Iterator[str]:
    """Yield a sentence for each stale entry or rule.

    Args:
        report: the report that they were applied to.
        entries: all entries of the baseline.
        rules: all rules of the policy.
        exempt: the findings that the entries and rules exempted.
        today: an ISO date.
    """
    covered = {exemption.claim for exemption in exempt if exemption.by is ExemptBy.BASELINE}
    known = {entry.id for entry in entries}
    claims = {
        claim.id: claim for document in report.documents if known for claim in document.claims if claim.id in known
    }
    for entry in entries:
        claim = claims.get(entry.id)
        if expired(entry.until, today):
            yield f"Baseline entry {entry.id} expired on {entry.until}{_reason(entry.reason)}."
        elif claim is None:
            yield f"Baseline entry {entry.id} no longer matches a claim: {_fate(entry, report, known)}."
        elif claim.verdict is Verdict.SUPPORTED is not entry.verdict and entry.id not in covered:
            yield f"Baseline entry {entry.id} is no longer needed: the claim is now supported."
    for rule in rules:
        if expired(rule.until, today):
            pattern = rule.url or rule.claim or rule.path
            yield f"The ignore rule for {pattern} expired on {rule.until}{_reason(rule.reason)}."


def _fate(entry: BaselineEntry, report: Report, known: Container[str]) -> str:
    """Say what happened to an entry's claim; an edited claim is a new one, which nobody has accepted yet."""
    unaccepted = (
        claim.text
        for document in report.documents
        if document.source == entry.source
        for claim in document.claims
        if claim.link is Link.DIRECT and claim.verdict is not Verdict.SUPPORTED and claim.id not in known
    )
    text = closest(entry.text, unaccepted)
    if text is None:
        return "it was edited or removed"
    return f"it was edited to “{shorten(one_line(text), LONGEST_TEXT)}”, which the entry does not cover"


def _reason(reason: str) -> str:
    return f" ({reason})" if reason else ""
