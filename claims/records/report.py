"""The findings of a run, and the changes since an earlier run."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from claims.records.judgement import JudgedDocument, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class EntailmentModel:
    """A local entailment model that judged beside the checker.

    Attributes:
        name: the name under which it is installed, or that of its folder.
        revision: the commit that was installed; of a folder of the user's, the SHA-256 digest of its files.
        calibrated: whether its answers move the score; if not, it only turns `supported` into `unclear`.
    """

    name: str
    revision: str
    calibrated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """The program that made a report: its name, its version, and the checker with its model.

    Attributes:
        entailment: the local entailment model that was used; None if there was none.
    """

    name: str
    version: str
    checker: str
    entailment: EntailmentModel | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Totals over the documents of the same report.

    Attributes:
        claims: claims with a marker of their own (`link` is `direct`).
        supported: claims with this verdict.
        partially_supported: claims with this verdict.
        unclear: claims with this verdict.
        contradicted: claims with this verdict.
        not_supported: claims with this verdict.
        source_unavailable: claims with this verdict.
        uncited: sentences without a citation.
        trailing: sentences that only the next marker of their paragraph covers; not counted above.
        citations: entries of the reference lists, and broken citations.
        unchecked: cited entries for which every archive was throttled or unreachable.
    """

    claims: int
    supported: int
    partially_supported: int
    unclear: int
    contradicted: int
    not_supported: int
    source_unavailable: int
    uncited: int
    trailing: int
    citations: int
    unchecked: int


class ChangeKind(StrEnum):
    """The change of a claim between two reports."""

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
        kind: what changed.
        source: `Document.source` of the document that contains, or contained, the claim.
        claim: id of the claim.
        text: the claim.
        line: line of the claim, in the earlier document if the claim is gone.
        before: its earlier verdict; None if the claim did not exist or was not checked.
        after: its present verdict; None if the claim is gone or was not checked.
        was: the text of the claim before it was edited; None for any other kind of change.
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
    """The means by which a finding is exempt from counting."""

    BASELINE = "baseline"
    RULE = "rule"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """A finding that is shown but does not count.

    Attributes:
        source: `Document.source` of the document that contains the claim.
        claim: id of the claim.
        by: the means of the exemption.
        reason: the reason given for the exemption; empty if there is none.
        until: the last day of the exemption, or None.
    """

    source: str
    claim: str
    by: ExemptBy
    reason: str = ""
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The findings of one run; only `started` and `finished` depend on the clock.

    `Check.fetched` comes from the store, so another run over the same store repeats it.

    Attributes:
        fail_on: what counts as a failure, as configured (`not_supported`, `soft_404`, `unclear > 20 %`, `empty`).
        exempt: findings that do not count, because of the baseline, a rule or a comment in the document.
        changes: differences from an earlier report.
        notes: messages about the run, a sentence each: baseline entries that expired or match nothing, conditions of
            `fail_on` on whole documents that are met, limits reached.
    """

    schema_version: int
    tool: Tool
    started: str
    finished: str
    archives: tuple[str, ...]
    documents: Sequence[JudgedDocument]
    summary: Summary
    fail_on: tuple[str, ...] = (Verdict.NOT_SUPPORTED.value, Verdict.CONTRADICTED.value)
    exempt: tuple[Exemption, ...] = ()
    changes: tuple[Change, ...] = ()
    notes: tuple[str, ...] = ()
