"""The result of a check: verdicts, evidence, facts, and documents whose claims are judged."""

from dataclasses import dataclass
from enum import StrEnum

from claims.records.document import Claim, Document
from claims.records.source import Attempt, Capture, Status


class Verdict(StrEnum):
    """How a claim stands to what it cites."""

    SUPPORTED = "supported"
    PARTIALLY_SUPPORTED = "partially_supported"
    NOT_SUPPORTED = "not_supported"
    SOURCE_UNAVAILABLE = "source_unavailable"
    UNCITED = "uncited"


class FactKind(StrEnum):
    """The kinds of checkable detail in a claim."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"


class FactState(StrEnum):
    """How a source stands to one detail of a claim."""

    FOUND = "found"
    CONTRADICTED = "contradicted"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Words of a source that bear on a claim: `source.text[start:end] == quote`, always.

    Attributes:
        score: how much of the claim this quote carries, 0 to 1.
        before, after: the source's words around the quote, for reading it in its passage.
    """

    quote: str
    start: int
    end: int
    score: float
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A number, date or name of a claim and whether the source has it.

    Attributes:
        text: `claim.text[start:end]`.
        found: the words of the source that match or contradict it, or None.
    """

    kind: FactKind
    text: str
    start: int
    end: int
    state: FactState
    found: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One claim against one citation: what happened to the source, and if it was read, how the claim fared.

    Attributes:
        reason: why the status is what it is, or why the verdict is not plain; None where there is nothing to add.
        verdict: `source_unavailable` unless the status is `checked`.
        score: calibrated probability that the source fully supports the claim; None unless checked.
        missing: numbers, dates and names of the claim, as it writes them, that the source lacks.
        tried: captures that were looked at before, or in vain.
        fetched: ISO time (UTC) of the last answer of an archive that this check rests on. Earlier than the run where
            it was kept from a run before; None for archives on this disk, and while the check is not finished.
    """

    citation: str
    status: Status
    verdict: Verdict
    reason: str | None = None
    score: float | None = None
    capture: Capture | None = None
    evidence: tuple[Evidence, ...] = ()
    missing: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    tried: tuple[Attempt, ...] = ()
    fetched: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedClaim(Claim):
    """A claim with its verdict over all its citations together, and the check against each.

    Attributes:
        reason: why the verdict is what it is, where the checks alone do not make that plain; None otherwise. A claim
            is `not_supported` only if every one of its citations was read: while one could not be, it might say so.
        score, missing, facts: over all readable sources together; see `Check`.
    """

    verdict: Verdict
    reason: str | None = None
    score: float | None = None
    missing: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    checks: tuple[Check, ...] = ()

    @property
    def unfinished(self) -> bool:
        """Whether a source of this claim could not be asked for: never a finding, whatever the verdict."""
        return any(check.status.unfinished for check in self.checks)


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedDocument(Document):
    """A document whose claims have been judged.

    Attributes:
        fail_on: what makes a finding count in this document, where that is not what holds for the whole report.
    """

    claims: tuple[JudgedClaim, ...]
    fail_on: tuple[str, ...] | None = None
