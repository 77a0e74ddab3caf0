"""The results of checks: verdicts, evidence, facts, and documents with judged claims."""

from dataclasses import dataclass
from enum import StrEnum

from claims.records.document import Claim, Document
from claims.records.source import Attempt, Capture, Part, Status


class Verdict(StrEnum):
    """Whether the cited sources support a claim. `contradicted` and `not_supported` are alarms: a source was read.

    `unclear` means that the sources speak of the matter and the checker cannot tell; it never means "not found".
    """

    SUPPORTED = "supported"
    PARTIALLY_SUPPORTED = "partially_supported"
    UNCLEAR = "unclear"
    CONTRADICTED = "contradicted"
    NOT_SUPPORTED = "not_supported"
    SOURCE_UNAVAILABLE = "source_unavailable"
    UNCITED = "uncited"


ALARMS = frozenset({Verdict.NOT_SUPPORTED, Verdict.CONTRADICTED})
"""The verdicts of a claim that its sources, which were read, do not support."""


class Strictness(StrEnum):
    """How readily the checker calls a claim wrong, and how reluctantly supported; see the judge's MODEL_CARD.md."""

    LENIENT = "lenient"
    NORMAL = "normal"
    STRICT = "strict"


class FactKind(StrEnum):
    """The kinds of checkable detail in a claim."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    QUOTATION = "quotation"


class FactState(StrEnum):
    """Whether a source contains one detail of a claim."""

    FOUND = "found"
    CONTRADICTED = "contradicted"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A quote from a source that is relevant to a claim; always `source.text[start:end] == quote`.

    Attributes:
        score: how much of the claim the quote covers, 0 to 1.
        before: the source's words before the quote, as context.
        after: the source's words after the quote, as context.
        page: the page that it is on, from 1, in a paged source, or None.
        hidden: whether a reader of the page may not have seen it; see `Passage`.
    """

    quote: str
    start: int
    end: int
    score: float
    before: str = ""
    after: str = ""
    page: int | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A number, date, name or quotation in a claim, and whether the source contains it.

    Attributes:
        text: `claim.text[start:end]`.
        found: the words of the source that match or contradict the fact, or None.
    """

    kind: FactKind
    text: str
    start: int
    end: int
    state: FactState
    found: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherCopy:
    """A copy of the same page from the other side of the day of access, read before an alarm is raised.

    Attributes:
        capture: the copy.
        verdict: the verdict of the claim against it; milder verdicts count, so it is never milder than the check's.
    """

    capture: Capture
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One claim checked against one citation: the fate of the source and, if it was read, the verdict.

    Attributes:
        reason: an explanation of the status or the verdict; None if there is nothing to add.
        reason_code: a stable word for the reason of the verdict, such as `contradicted_number`, or None.
        verdict: `source_unavailable` unless the status is `checked`.
        score: calibrated probability that the source fully supports the claim; None unless checked.
        missing: details that the source lacks, as the claim writes them; not those that it contradicts.
        parts: the captures that the source was read from, in its order, the first of them or a later one being
            `capture`; empty if that is the only one.
        tried: captures and look-ups that failed.
        other: another copy that was judged as well, or None.
        fetched: ISO time (UTC) of the latest archive response that this check uses; earlier than the run if the
            response comes from the store; None for local archives, and while the check is unfinished.
    """

    citation: str
    status: Status
    verdict: Verdict
    reason: str | None = None
    reason_code: str | None = None
    score: float | None = None
    capture: Capture | None = None
    evidence: tuple[Evidence, ...] = ()
    missing: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    parts: tuple[Part, ...] = ()
    tried: tuple[Attempt, ...] = ()
    other: OtherCopy | None = None
    fetched: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedClaim(Claim):
    """A claim with its verdict over all citations together, and the check against each citation.

    Attributes:
        reason: an explanation of the verdict if the checks alone do not explain it; None otherwise. A claim is
            `not_supported` only if every cited source was read, since an unread one might support it.
        reason_code: as in `Check`, over all readable sources together.
        score: as in `Check`, over all readable sources together.
        missing: as in `Check`, over all readable sources together.
        facts: as in `Check`, over all readable sources together.
    """

    verdict: Verdict
    reason: str | None = None
    reason_code: str | None = None
    score: float | None = None
    missing: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    checks: tuple[Check, ...] = ()

    @property
    def unfinished(self) -> bool:
        """Whether a source of this claim could not be requested; such a claim is never a finding."""
        return any(check.status.unfinished for check in self.checks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A stretch of a source's text around the evidence of findings, which a report shows.

    Attributes:
        citation: id of the citation whose copy contains it.
        start: offset of its first character in the source's text.
        text: `source.text[start : start + len(text)]`.
        whole: whether it is the whole text of the source.
    """

    citation: str
    start: int
    text: str
    whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedDocument(Document):
    """A document with judged claims.

    Attributes:
        fail_on: what counts as a failure in this document, if it differs from the report's own setting.
        excerpts: the words of the sources around the evidence of findings; those of one citation in order.
    """

    claims: tuple[JudgedClaim, ...]
    fail_on: tuple[str, ...] | None = None
    excerpts: tuple[Excerpt, ...] = ()
