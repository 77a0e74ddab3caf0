"""Claims that could not be checked, grouped by the reason and by the host of the source."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from claims.records import Check, Citation, JudgedClaim, JudgedDocument, Status
from reports.text.labels import STATUSES, Tone
from reports.text.links import web_address
from reports.text.remedies import REMEDIES
from reports.text.sanitising import shorten
from reports.view.explanation import citations_by_id
from reports.view.rows.claim_rows import ClaimRow

LONGEST_CLAIM = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class UncheckedClaim:
    """A claim of a group: its place, and its first words."""

    anchor: str
    line: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UncheckedGroup:
    """Claims whose sources, all of one host, are unreadable for one reason.

    Attributes:
        tone: whether the check is final or waits for an archive.
        label: the reason.
        host: the host, empty if the references give no address.
        remedy: what would help.
        claims: the claims, in reading order.
    """

    tone: Tone
    label: str
    host: str
    remedy: str
    claims: tuple[UncheckedClaim, ...]


def unchecked_groups(document: JudgedDocument, rows: Sequence[ClaimRow]) -> tuple[UncheckedGroup, ...]:
    """Return the groups of the claims that `rows` mark as unchecked, the largest first."""
    citations = citations_by_id(document)
    groups: dict[tuple[Status, str], list[UncheckedClaim]] = defaultdict(list)
    for claim, row in zip(document.claims, rows, strict=True):
        if row.unchecked:
            found = UncheckedClaim(anchor=row.anchor, line=row.line, text=shorten(claim.statement, LONGEST_CLAIM))
            groups[cause(claim, citations)].append(found)
    return tuple(
        _group(status, host, claims)
        for (status, host), claims in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    )


def causes(claims: Iterable[JudgedClaim], document: JudgedDocument) -> Counter[tuple[Status, str]]:
    """Count `claims` of `document`, which could not be checked, by the reason and the host of the source."""
    citations = citations_by_id(document)
    return Counter(cause(claim, citations) for claim in claims if claim.checks)


def cause(claim: JudgedClaim, citations: Mapping[str, Citation]) -> tuple[Status, str]:
    """Return why a claim could not be checked, and the host of that source, empty where it has no address."""
    check = _decisive(claim)
    cited = citations.get(check.citation)
    return check.status, _host(cited.url if cited else None)


def remedy(status: Status) -> str:
    """Return what would help where a source could not be checked."""
    return STATUSES[status][1] if status.unfinished else REMEDIES[status.value]


def _decisive(claim: JudgedClaim) -> Check:
    """Return the check that another run may finish, or else the first."""
    return next((check for check in claim.checks if check.status.unfinished), claim.checks[0])


def _group(status: Status, host: str, claims: Sequence[UncheckedClaim]) -> UncheckedGroup:
    return UncheckedGroup(
        tone=Tone.WAIT if status.unfinished else Tone.BLANK,
        label=STATUSES[status][0],
        host=host,
        remedy=remedy(status),
        claims=tuple(claims),
    )


def _host(url: str | None) -> str:
    address = web_address(url)
    return (urlsplit(address).hostname or "").removeprefix("www.") if address else ""
