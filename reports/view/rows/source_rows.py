"""The sources view: each reference with its result, its copies, and the claims that cite it."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.records import JudgedDocument, Status
from reports.text.labels import STATUSES, Tone, archive_name
from reports.text.phrases import day
from reports.view.rows.claim_rows import ClaimRow
from reports.view.rows.passages import LONGEST_INLINE, SourceText, whole_texts
from reports.view.rows.reference_rows import ReferenceRow, reference_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A reference with its result, its archived copies and the claims that cite it.

    Attributes:
        text: the whole text of its copy, if the report has it.
        text_file: the file that `text` has for itself if it is long, or an empty text.
    """

    reference: ReferenceRow
    tone: Tone
    label: str
    copies: tuple[str, ...]
    claims: tuple[ClaimRow, ...]
    text: SourceText | None
    text_file: str


def source_rows(document: JudgedDocument, claims: Sequence[ClaimRow], stem: str = "report") -> tuple[SourceRow, ...]:
    """Return a row for each reference of `document`, in printed order.

    Args:
        document: the document.
        claims: the rows of its claims.
        stem: the name of its page without `.html`.
    """
    texts = whole_texts(document)
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
            text=texts.get(name),
            text_file=text_file(texts[name], stem) if name in texts else "",
        )
        for name, reference in references.items()
    )


def text_file(text: SourceText, stem: str) -> str:
    """Return the file of a text that is too long for the page `stem`.html, or an empty text if it is not."""
    return f"{stem}-source-{text.number}.html" if text.length > LONGEST_INLINE else ""


_UNUSED = (Tone.BARE, "Not cited by a claim")


def _result(status: Status) -> tuple[Tone, str]:
    label = STATUSES[status][0]
    if status is Status.CHECKED:
        return Tone.YES, "Read"
    return (Tone.WAIT if status.unfinished else Tone.BLANK), label
