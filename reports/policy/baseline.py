"""The baseline: known findings, taken from a report and kept in a small file, which later runs do not count.

An entry covers a claim by its id alone, a hash of its words and citations: it survives edits around the claim and a
renamed file, and ends when the claim or its citation is edited. It covers no verdict worse than its own, and nothing
after its last day.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

import msgspec

from claims.records import JudgedClaim, Link, Report, Status, Verdict
from reports.report_json import read_report
from reports.severity import badness, worse

BASELINE_VERSION = 1
# History of `baseline_version`:
#   1: the first, of citewatch 0.1.


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselineEntry:
    """A known finding.

    Attributes:
        id: the claim's id.
        verdict: the claim's verdict when it became known.
        source: the document's source, for people who read the file.
        text: the claim, for people who read the file.
        reason: why nobody fixes it.
        until: ISO date of the last day on which the entry applies, or None.
    """

    id: str
    verdict: Verdict
    source: str = ""
    text: str = ""
    reason: str = ""
    until: Annotated[str, msgspec.Meta(pattern=r"^[0-9]{4}(-[0-9]{2}){0,2}$")] | None = None

    def covers(self, claim: JudgedClaim) -> bool:
        """Return whether `claim` is this finding, and no worse than it was."""
        return claim.id == self.id and not worse(self.verdict, claim.verdict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """The file that `citewatch baseline` writes."""

    baseline_version: int
    entries: tuple[BaselineEntry, ...]


def baseline_of(report: Report, *, reason: str = "", until: str | None = None) -> Baseline:
    """Make a baseline of all findings of `report`, cited or uncited.

    A supported claim is included if one of its sources could not be read, because a policy may ask for every source. A
    claim that an archive did not answer for is not.

    Args:
        report: the report.
        reason: the reason of every entry.
        until: ISO date of the last day on which every entry applies, or None.
    """
    entries = tuple(
        BaselineEntry(
            id=claim.id, verdict=claim.verdict, source=document.source, text=claim.text, reason=reason, until=until
        )
        for document in report.documents
        for claim in document.claims
        if claim.link is not Link.TRAILING and not claim.unfinished and _imperfect(claim)
    )
    return Baseline(baseline_version=BASELINE_VERSION, entries=entries)


def write_baseline(baseline: Baseline) -> str:
    """Write a baseline as text; equal baselines give identical text, so that files can be compared."""
    return msgspec.json.format(msgspec.json.encode(baseline), indent=2).decode() + "\n"


def read_baseline(data: bytes | str) -> Baseline:
    """Read a file of `citewatch baseline`, or a `report.json`, whose findings then are the baseline.

    Raises:
        ValueError: `data` is neither; the message says where the error is and how to fix it.
    """
    try:
        version = msgspec.json.decode(data, type=dict[str, msgspec.Raw]).keys() & {"baseline_version"}
        if not version:
            return baseline_of(read_report(data))
        baseline = msgspec.json.decode(data, type=Baseline)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        advice = "Create one with citewatch baseline, or pass a report.json."
        raise ValueError(f"this is not a baseline: {error}. {advice}") from error
    if baseline.baseline_version != BASELINE_VERSION:
        raise ValueError(
            f"$.baseline_version is {baseline.baseline_version}, but this citewatch reads version {BASELINE_VERSION}."
            " Create the baseline again with citewatch baseline."
        )
    return baseline


def active_entries(entries: Iterable[BaselineEntry], today: str) -> dict[str, BaselineEntry]:
    """Return the entries that apply on `today` (an ISO date) by claim id; of several, the most lenient one."""
    ordered = sorted(entries, key=lambda entry: badness(entry.verdict))
    return {entry.id: entry for entry in ordered if not expired(entry.until, today)}


def expired(until: str | None, today: str) -> bool:
    """Return whether the last day `until` of an entry or rule is before `today`; a month ends with its last day."""
    return until is not None and today[: len(until)] > until


def _imperfect(claim: JudgedClaim) -> bool:
    return claim.verdict is not Verdict.SUPPORTED or any(check.status is not Status.CHECKED for check in claim.checks)
