"""The funnel: how many sentences reach each step from the text to a supported claim, and where the others stop."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.records import JudgedClaim, JudgedDocument, Link, Status, Verdict
from reports.severity import pending
from reports.view.summary import direct

# Statuses that mean that an archive holds something for the page, whether or not it could be read.
_COPY_STATUSES = frozenset(
    {
        Status.CHECKED,
        Status.MOVED,
        Status.ERROR_CAPTURE,
        Status.SOFT_404,
        Status.PAYWALL,
        Status.CHALLENGE,
        Status.NO_TEXT,
        Status.UNSUPPORTED_TYPE,
        Status.TOO_LARGE,
        Status.DAMAGED,
    }
)

_JUDGED = frozenset(Verdict) - {Verdict.SOURCE_UNAVAILABLE, Verdict.UNCITED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Funnel:
    """The number of sentences at each step; no step has more than the one before.

    Attributes:
        sentences: all sentences read as claims, cited or not.
        trailing: those with a later marker of their paragraph only; they stop here.
        cited: those with a marker of their own.
        with_url: those with a citation that has an address to look up.
        unanswered: those for which no archive has yet said whether it holds anything; they stop here.
        copy_found: those for which an archive holds something.
        readable: those with a readable copy.
        judged: those with a final verdict: no source that is still needed was out of reach.
        supported: those that are fully supported.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of the funnel: the sentences that reach it (`width` in per cent of all) and why others did not."""

    label: str
    count: int
    width: float
    lost: str


def funnel(documents: Iterable[JudgedDocument]) -> Funnel:
    """Count the funnel over all `documents` together."""
    claims = [claim for document in documents for claim in document.claims]
    cited = list(direct(claims))
    with_url = [claim for claim in cited if any(check.status is not Status.NO_URL for check in claim.checks)]
    found = [claim for claim in with_url if _found(claim)]
    readable = [claim for claim in found if any(check.status is Status.CHECKED for check in claim.checks)]
    judged = [claim for claim in readable if claim.verdict in _JUDGED and not pending(claim)]
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


def steps(documents: Sequence[JudgedDocument]) -> tuple[Step, ...]:
    """Return the funnel over `documents` as labelled steps."""
    counted = funnel(documents)
    uncited = counted.sentences - counted.cited - counted.trailing
    none = counted.with_url - counted.copy_found - counted.unanswered
    named = (
        ("Sentences", counted.sentences, ()),
        ("with a citation", counted.cited, ((uncited, "without one"), (counted.trailing, "sharing a later one"))),
        ("with an address to look up", counted.with_url, ((counted.cited - counted.with_url, "without one"),)),
        ("with an archived copy", counted.copy_found, ((none, "no copy"), (counted.unanswered, "no answer yet"))),
        ("with a readable copy", counted.readable, ((counted.copy_found - counted.readable, "unreadable"),)),
        ("checked", counted.judged, ((counted.readable - counted.judged, "depend on an unread source"),)),
        ("supported", counted.supported, ((counted.judged - counted.supported, "not, or not fully"),)),
    )
    most = max(1, counted.sentences)
    return tuple(
        Step(
            label=label,
            count=number,
            width=100 * number / most,
            lost=", ".join(f"{gone:,} {why}" for gone, why in lost if gone),
        )
        for label, number, lost in named
    )


def _found(claim: JudgedClaim) -> bool:
    return any(check.status in _COPY_STATUSES for check in claim.checks)
