"""The findings that are known already: taken from a report, kept in a small file, held against a later report.

An entry covers a claim by the claim's id alone, a hash of its words and of what it cites: it survives edits around the
claim and a renamed file, and ends when the claim or its citation is edited. It covers no verdict worse than its own.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from claims.records import JudgedClaim, Link, Report, Status, Verdict
from reports.formats.json import read_report

BASELINE_VERSION = 1
# History of `baseline_version`:
#   1: the first, of citewatch 0.1.

# From good to bad. A source that died hides a finding and does not worsen it, so it stands below both kinds of them.
BADNESS = (
    Verdict.SUPPORTED,
    Verdict.UNCITED,
    Verdict.SOURCE_UNAVAILABLE,
    Verdict.PARTIALLY_SUPPORTED,
    Verdict.NOT_SUPPORTED,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A finding that is known.

    Attributes:
        id: the claim's.
        verdict: how it stood when it became known.
        source, text: where it stood and what it says, for people who read the file.
        reason: why it is left as it is.
        until: ISO date of the last day that the entry holds, or None.
    """

    id: str
    verdict: Verdict
    source: str = ""
    text: str = ""
    reason: str = ""
    until: str | None = None

    def covers(self, claim: JudgedClaim) -> bool:
        """Whether `claim` is this finding, no worse than it was."""
        return claim.id == self.id and not worse(self.verdict, claim.verdict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """The file that `citewatch baseline` writes."""

    baseline_version: int
    entries: tuple[Known, ...]


def worse(before: Verdict, after: Verdict) -> bool:
    """Whether a claim got worse from `before` to `after`."""
    return BADNESS.index(after) > BADNESS.index(before)


def baseline_of(report: Report, *, reason: str = "", until: str | None = None) -> Baseline:
    """All findings of `report`, cited or uncited; what an archive could not answer for is not known and left out.

    A supported claim is in it too if one of its sources could not be read: a policy may ask for every source.
    """
    entries = tuple(
        Known(id=claim.id, verdict=claim.verdict, source=document.source, text=claim.text, reason=reason, until=until)
        for document in report.documents
        for claim in document.claims
        if claim.link is not Link.TRAILING and not claim.unfinished and _amiss(claim)
    )
    return Baseline(baseline_version=BASELINE_VERSION, entries=entries)


def write_baseline(baseline: Baseline) -> str:
    """The text of a baseline file; equal baselines give identical text, so that a diff of two files says something."""
    return msgspec.json.format(msgspec.json.encode(baseline), indent=2).decode() + "\n"


def read_baseline(data: bytes | str) -> Baseline:
    """The baseline that `data` holds: a file of `citewatch baseline`, or a `report.json`, whose findings it then is.

    Raises:
        ValueError: it is neither; the message says where in it and what to do.
    """
    try:
        version = msgspec.json.decode(data, type=dict[str, msgspec.Raw]).keys() & {"baseline_version"}
        if not version:
            return baseline_of(read_report(data))
        baseline = msgspec.json.decode(data, type=Baseline)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        mend = "Make one with citewatch baseline, or give a report.json."
        raise ValueError(f"this is no baseline: {error}. {mend}") from error
    if baseline.baseline_version != BASELINE_VERSION:
        raise ValueError(
            f"$.baseline_version is {baseline.baseline_version}, and this citewatch reads {BASELINE_VERSION}."
            " Make the baseline again with citewatch baseline."
        )
    return baseline


def in_force(entries: Iterable[Known], today: str) -> dict[str, Known]:
    """The entries that hold on `today` (an ISO date), by the id of their claim; of several the most lenient."""
    ordered = sorted(entries, key=lambda entry: BADNESS.index(entry.verdict))
    return {entry.id: entry for entry in ordered if holds(entry.until, today)}


def holds(until: str | None, today: str) -> bool:
    """Whether something that ends with the day `until` still holds on `today`; a month ends with its last day."""
    return until is None or today[: len(until)] <= until


def _amiss(claim: JudgedClaim) -> bool:
    return claim.verdict is not Verdict.SUPPORTED or any(check.status is not Status.CHECKED for check in claim.checks)
