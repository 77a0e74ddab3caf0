"""The conditions of `--fail-on`: verdicts, statuses, shares and endings that make the exit status 1."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.records import JudgedClaim, Status, Verdict

NONE, EMPTY, UNFINISHED = "none", "empty", "unfinished"

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
        empty: whether a document without a cited claim counts.
        unfinished: whether a document with a source that an archive did not answer for counts.
    """

    words: tuple[str, ...]
    verdicts: frozenset[Verdict] = frozenset()
    statuses: frozenset[Status] = frozenset()
    shares: tuple[Share, ...] = ()
    empty: bool = False
    unfinished: bool = False


def parse_fail_on(words: Sequence[str]) -> FailOn:
    """Parse conditions such as `not_supported`, `soft_404`, `unclear > 20 %`, `empty`, `unfinished`; or `none` alone.

    Raises:
        ValueError: there is no word, `none` is not alone, or a word is no condition.
    """
    words = tuple(word.strip() for word in words)
    if not words:
        raise ValueError("it is empty; none means that nothing makes the run fail.")
    if NONE in words and len(words) > 1:
        raise ValueError(f"none excludes every other condition, but {', '.join(words)} was given.")
    verdicts, statuses, shares = set(), set(), []
    for word in words:
        share = _SHARE.fullmatch(word)
        if share and share[1] in list(Verdict):
            if float(share[2]) >= 100:
                raise ValueError(f"{word!r} never happens: a share is at most 100 %.")
            shares.append(Share(verdict=Verdict(share[1]), percent=float(share[2])))
        elif word in list(Verdict):
            verdicts.add(Verdict(word))
        elif word in list(Status) and not Status(word).unfinished:
            statuses.add(Status(word))
        elif word not in (NONE, EMPTY, UNFINISHED):
            raise ValueError(_refusal(word))
    return FailOn(
        words=words,
        verdicts=frozenset(verdicts),
        statuses=frozenset(statuses),
        shares=tuple(shares),
        empty=EMPTY in words,
        unfinished=UNFINISHED in words,
    )


def counts(claim: JudgedClaim, fail_on: FailOn) -> bool:
    """Return whether `claim` counts, by its verdict or the status of one of its sources."""
    return claim.verdict in fail_on.verdicts or any(check.status in fail_on.statuses for check in claim.checks)


def _refusal(word: str) -> str:
    if word in list(Status):
        return f"{word} is never a finding: an archive did not answer, and the exit status is 3. Use {UNFINISHED}."
    return f"{word!r} is not a verdict, a status, a share such as 'unclear > 20 %', {EMPTY}, {UNFINISHED} or {NONE}."
