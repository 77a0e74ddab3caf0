"""The conditions of `--fail-on`: verdicts, statuses and shares that make the exit status 1."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.records import JudgedClaim, Status, Verdict

_SHARE = re.compile(r"(\w+)\s*>\s*(\d+(?:\.\d+)?)\s*%", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A limit: at most `percent` of the cited claims may have `verdict`."""

    verdict: Verdict
    percent: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FailOn:
    """What makes a run fail.

    Attributes:
        words: the conditions as the user wrote them.
        verdicts: a claim counts if it has one of these verdicts.
        statuses: a claim counts if one of its checks has one of these statuses.
        shares: limits; a verdict that is named only here does not count claim by claim.
    """

    words: tuple[str, ...]
    verdicts: frozenset[Verdict]
    statuses: frozenset[Status] = frozenset()
    shares: tuple[Share, ...] = ()


def parse_fail_on(words: Sequence[str]) -> FailOn:
    """Parse conditions such as `not_supported`, `soft_404`, `partially_supported > 2 %`; `never` means nothing.

    Raises:
        ValueError: a word is not a verdict, status or share, or names a status that is never a finding.
    """
    verdicts, statuses, shares = set(), set(), []
    for word in words:
        share = _SHARE.fullmatch(word.strip())
        if share and share[1] in list(Verdict):
            shares.append(Share(verdict=Verdict(share[1]), percent=float(share[2])))
        elif word in list(Verdict):
            verdicts.add(Verdict(word))
        elif word in list(Status) and not Status(word).unfinished:
            statuses.add(Status(word))
        elif word != "never":
            raise ValueError(_refusal(word))
    return FailOn(words=tuple(words), verdicts=frozenset(verdicts), statuses=frozenset(statuses), shares=tuple(shares))


def counts(claim: JudgedClaim, fail_on: FailOn) -> bool:
    """Return whether `claim` counts, by its verdict or the status of one of its sources."""
    return claim.verdict in fail_on.verdicts or any(check.status in fail_on.statuses for check in claim.checks)


def _refusal(word: str) -> str:
    if word in list(Status):
        return f"{word} is never a finding: it means that an archive did not answer, and the exit status is 3."
    return f"{word!r} is not a verdict, a status or a share such as 'not_supported > 2 %'."
