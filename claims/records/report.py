"""Everything that one run found, and what changed since an earlier run."""

from dataclasses import dataclass
from enum import StrEnum

from claims.records.judgement import JudgedDocument, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """What made a report: name, version, and the checker (with its model) that judged."""

    name: str
    version: str
    checker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Totals that can each be recounted from the documents of the same report.

    Attributes:
        claims: claims with a marker of their own (`link` is `direct`); the four verdicts count these.
        uncited: sentences that no citation reaches.
        trailing: sentences that only the next marker of their paragraph reaches; counted in none of the above.
        citations: entries of the reference lists, and broken citations.
        unchecked: citations that some claim asked for and no archive would or could answer for.
    """

    claims: int
    supported: int
    partially_supported: int
    not_supported: int
    source_unavailable: int
    uncited: int
    trailing: int
    citations: int
    unchecked: int


class ChangeKind(StrEnum):
    """What became of a claim between two reports."""

    NEW = "new"
    WORSE = "worse"
    SOURCE_DIED = "source_died"
    EDITED = "edited"
    SOURCE_CHANGED = "source_changed"
    MENDED = "mended"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A difference between an earlier report and this one.

    Attributes:
        source: `Document.source` of the document that the claim is, or was, in.
        claim: id of the claim.
        text: the claim.
        line: where it stands now, or stood (`gone`).
        before, after: its verdicts; None where the claim was not there, or not yet checked.
        was: what the claim said before it was edited; None for any other kind of change.
    """

    kind: ChangeKind
    source: str
    claim: str
    text: str
    line: int
    before: Verdict | None = None
    after: Verdict | None = None
    was: str | None = None


class ExemptBy(StrEnum):
    """What keeps a finding from counting."""

    BASELINE = "baseline"
    RULE = "rule"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """A finding that is shown and does not count.

    Attributes:
        source: `Document.source` of the document that the claim is in.
        claim: id of the claim.
        reason: as whoever exempted it gave it; empty where they gave none.
        until: the last day that it holds, or None.
    """

    source: str
    claim: str
    by: ExemptBy
    reason: str = ""
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything that one run found. `started` and `finished` are the only fields that the clock decides.

    `Check.fetched` comes from the store: another run over the same store gives the same.

    Attributes:
        fail_on: what makes a finding count, as it was asked for (`not_supported`, `soft_404`, `not_supported > 2 %`).
        exempt: findings that do not count, by the baseline, by a rule or by a comment in the document.
        changes: differences from the earlier report that this one was compared with.
        notes: what the user should know about the run: entries of the baseline that expired or fit nothing, shares
            exceeded, limits reached; a sentence each.
    """

    schema_version: int
    tool: Tool
    started: str
    finished: str
    archives: tuple[str, ...]
    documents: tuple[JudgedDocument, ...]
    summary: Summary
    fail_on: tuple[str, ...] = (Verdict.NOT_SUPPORTED.value,)
    exempt: tuple[Exemption, ...] = ()
    changes: tuple[Change, ...] = ()
    notes: tuple[str, ...] = ()
