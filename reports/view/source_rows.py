"""The sources view: each reference with its result, its copies, and the claims that cite it."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.records import JudgedDocument, Status
from reports.text.labels import STATUSES, Tone, archive_name
from reports.text.phrases import day
from reports.view.check_rows import ReferenceRow, reference_rows
from reports.view.claim_rows import ClaimRow


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A reference with its result, its archived copies and the claims that cite it."""

    reference: ReferenceRow
    tone: Tone
    label: str
    copies: tuple[str, ...]
    claims: tuple[ClaimRow, ...]


def source_rows(document: JudgedDocument, claims: Sequence[ClaimRow]) -> tuple[SourceRow, ...]:
    """Return a row for each reference of `document`, in printed order; `claims` are the rows of its claims."""
    references = reference_rows(document)
    citing: dict[str, list[ClaimRow]] = {name: [] for name in references}
    results: dict[str, tuple[Tone, str]] = {}
    copies: dict[str, dict[str, None]] = {name: {} for name in references}
    for claim, row in zip(document.claims, claims, strict=True):
        for name in claim.citations:
            if name in citing and not row.trailing:
                citing[name].append(row)
        for check in claim.checks:
            if check.citation in copies:
                results[check.citation] = _result(check.status)
                if check.capture:
                    found = f"{day(check.capture.timestamp)}, {archive_name(check.capture.archive)}"
                    copies[check.citation][found] = None
    return tuple(
        SourceRow(
            reference=reference,
            tone=results.get(name, _UNUSED)[0],
            label=results.get(name, _UNUSED)[1],
            copies=tuple(copies[name]),
            claims=tuple(citing[name]),
        )
        for name, reference in references.items()
    )


_UNUSED = (Tone.BARE, "Not cited by a claim")


def _result(status: Status) -> tuple[Tone, str]:
    label = STATUSES[status][0]
    if status is Status.CHECKED:
        return Tone.YES, "Read"
    return (Tone.WAIT if status.unfinished else Tone.BLANK), label
