"""Totals over judged documents, the order in which findings ask for attention, and the funnel from claim to verdict."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claims.records import JudgedClaim, JudgedDocument, Link, Status, Summary, Verdict

# Statuses that say an archive holds something for the page, whether or not it could be read.
COPY_STATUSES = frozenset(
    {
        Status.CHECKED,
        Status.ERROR_CAPTURE,
        Status.SOFT_404,
        Status.PAYWALL,
        Status.CHALLENGE,
        Status.NO_TEXT,
        Status.UNSUPPORTED_TYPE,
        Status.TOO_LARGE,
    }
)

JUDGED = frozenset({Verdict.SUPPORTED, Verdict.PARTIALLY_SUPPORTED, Verdict.NOT_SUPPORTED})

# Worst first. An unfinished claim comes last whatever its verdict: it is no finding, only a reason to run again.
SEVERITY = (Verdict.NOT_SUPPORTED, Verdict.PARTIALLY_SUPPORTED, Verdict.SOURCE_UNAVAILABLE)


def summarise(documents: Sequence[JudgedDocument]) -> Summary:
    """The totals of `documents`, as `claims.records.Summary` defines them."""
    claims = [claim for document in documents for claim in document.claims]
    links = Counter(claim.link for claim in claims)
    verdicts = Counter(claim.verdict for claim in direct(claims))
    return Summary(
        claims=links[Link.DIRECT],
        supported=verdicts[Verdict.SUPPORTED],
        partially_supported=verdicts[Verdict.PARTIALLY_SUPPORTED],
        not_supported=verdicts[Verdict.NOT_SUPPORTED],
        source_unavailable=verdicts[Verdict.SOURCE_UNAVAILABLE],
        uncited=links[Link.NONE],
        trailing=links[Link.TRAILING],
        citations=sum(len(document.citations) for document in documents),
        unchecked=sum(len(_unchecked(document)) for document in documents),
    )


def direct(claims: Iterable[JudgedClaim]) -> Iterator[JudgedClaim]:
    """The claims that have a marker of their own: those that verdicts are counted for."""
    return (claim for claim in claims if claim.link is Link.DIRECT)


def findings(document: JudgedDocument) -> tuple[JudgedClaim, ...]:
    """The cited claims of a document that need someone, worst first, then in reading order."""
    return tuple(sorted((claim for claim in direct(document.claims) if needs_someone(claim)), key=urgency))


def needs_someone(claim: JudgedClaim) -> bool:
    """Whether a claim is anything but plainly supported."""
    return claim.verdict in SEVERITY


def pending(claim: JudgedClaim) -> bool:
    """Whether another run may well end otherwise: a source could not be asked for, and no other one supports it."""
    return claim.unfinished and claim.verdict is not Verdict.SUPPORTED


def urgency(claim: JudgedClaim) -> tuple[bool, int, float, int]:
    """Sort key of a claim that needs someone: the smaller, the worse."""
    score = 0.0 if claim.score is None else claim.score
    return claim.unfinished, SEVERITY.index(claim.verdict), score, claim.start


@dataclass(frozen=True, slots=True, kw_only=True)
class Funnel:
    """How many sentences come through each step from the text to a supported claim; no step exceeds the one before.

    Attributes:
        sentences: all sentences that were read as claims, cited or not.
        trailing: those that only the next marker of their paragraph reaches; they go no further.
        cited: those with a marker of their own.
        with_url: those of which a citation names, or was given, a page to look up.
        unanswered: those of which no archive has said yet whether it holds anything; they go no further.
        copy_found: those of which an archive holds something for a cited page.
        readable: those of which a copy could be read.
        judged: those that have a final verdict: nothing that was still needed stayed out of reach.
        supported: those fully supported.
    """

    sentences: int
    trailing: int
    cited: int
    with_url: int
    unanswered: int
    copy_found: int
    readable: int
    judged: int
    supported: int


def funnel(documents: Iterable[JudgedDocument]) -> Funnel:
    """The funnel over all `documents` together."""
    claims = [claim for document in documents for claim in document.claims]
    cited = list(direct(claims))
    with_url = [claim for claim in cited if any(check.status is not Status.NO_URL for check in claim.checks)]
    found = [claim for claim in with_url if _found(claim)]
    readable = [claim for claim in found if any(check.status is Status.CHECKED for check in claim.checks)]
    judged = [claim for claim in readable if claim.verdict in JUDGED and not pending(claim)]
    return Funnel(
        sentences=len(claims),
        trailing=sum(claim.link is Link.TRAILING for claim in claims),
        cited=len(cited),
        with_url=len(with_url),
        unanswered=sum(claim.unfinished and not _found(claim) for claim in with_url),
        copy_found=len(found),
        readable=len(readable),
        judged=len(judged),
        supported=sum(claim.verdict is Verdict.SUPPORTED for claim in judged),
    )


def _found(claim: JudgedClaim) -> bool:
    return any(check.status in COPY_STATUSES for check in claim.checks)


def _unchecked(document: JudgedDocument) -> set[str]:
    return {check.citation for claim in document.claims for check in claim.checks if check.status.unfinished}
