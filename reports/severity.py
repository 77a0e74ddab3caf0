"""The order of verdicts from good to bad, and which claims need attention first."""

from claims.records import JudgedClaim, Verdict

# A dead source hides a finding and does not worsen it, so it ranks below every finding.
BEST_TO_WORST = (
    Verdict.SUPPORTED,
    Verdict.UNCITED,
    Verdict.SOURCE_UNAVAILABLE,
    Verdict.UNCLEAR,
    Verdict.PARTIALLY_SUPPORTED,
    Verdict.NOT_SUPPORTED,
    Verdict.CONTRADICTED,
)

_NEED_ATTENTION = frozenset(Verdict) - {Verdict.SUPPORTED, Verdict.UNCITED}


def worse(before: Verdict, after: Verdict) -> bool:
    """Return whether a claim got worse from `before` to `after`."""
    return badness(after) > badness(before)


def badness(verdict: Verdict) -> int:
    """Return the rank of `verdict`: 0 for the best, higher for worse."""
    return BEST_TO_WORST.index(verdict)


def needs_attention(claim: JudgedClaim) -> bool:
    """Return whether a cited claim is anything but fully supported."""
    return claim.verdict in _NEED_ATTENTION


def pending(claim: JudgedClaim) -> bool:
    """Return whether another run may change the verdict: a source did not answer, and no other one supports it."""
    return claim.unfinished and claim.verdict is not Verdict.SUPPORTED


def urgency(claim: JudgedClaim) -> tuple[bool, int, float, int]:
    """Return a sort key: the most urgent claim first.

    An unfinished claim comes last whatever its verdict: it is no finding, only a reason to run again.
    """
    score = 0.0 if claim.score is None else claim.score
    return claim.unfinished, -badness(claim.verdict), score, claim.start
