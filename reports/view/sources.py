"""The sources view: each reference with what became of it, its copies, and the claims that hang on it."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.records import JudgedDocument, Status
from reports.view.check_rows import ReferenceRow, reference_rows
from reports.view.labels import STATUSES, Tone, archive_words
from reports.view.rows import ClaimRow
from reports.view.sanitising import day


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A reference with what became of it and the claims that hang on it."""

    reference: ReferenceRow
    tone: Tone
    label: str
    copies: tuple[str, ...]
    claims: tuple[ClaimRow, ...]


def source_rows(document: JudgedDocument, claims: Sequence[ClaimRow]) -> tuple[SourceRow, ...]:
    """A row for each reference of `document`, in printed order; `claims` are the rows of its claims."""
    references = reference_rows(document)
    hanging: dict[str, list[ClaimRow]] = {name: [] for name in references}
    outcomes: dict[str, tuple[Tone, str]] = {}
    copies: dict[str, dict[str, None]] = {name: {} for name in references}
    for claim, row in zip(document.claims, claims, strict=True):
        for name in claim.citations:
            if name in hanging and not row.trailing:
                hanging[name].append(row)
        for check in claim.checks:
            if check.citation in copies:
                outcomes[check.citation] = _outcome(check.status)
                if check.capture:
                    found = f"{day(check.capture.timestamp)}, {archive_words(check.capture.archive)}"
                    copies[check.citation][found] = None
    return tuple(
        SourceRow(
            reference=reference,
            tone=outcomes.get(name, _NOT_ASKED)[0],
            label=outcomes.get(name, _NOT_ASKED)[1],
            copies=tuple(copies[name]),
            claims=tuple(hanging[name]),
        )
        for name, reference in references.items()
    )


_NOT_ASKED = (Tone.BARE, "No claim asks for it")


def _outcome(status: Status) -> tuple[Tone, str]:
    label = STATUSES[status][0]
    if status is Status.CHECKED:
        return Tone.YES, "Read"
    return (Tone.WAIT if status.unfinished else Tone.BLANK), label
