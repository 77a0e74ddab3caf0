"""A claim's result as lines of plain text, for the formats that have no layout of their own."""

from collections.abc import Iterator, Mapping

from claims.records import Check, Citation, JudgedClaim, JudgedDocument, Status
from reports.severity import pending
from reports.text.labels import STATUSES, UNFINISHED, VERDICTS, archive_name
from reports.text.phrases import day, listed, percent, sentence
from reports.text.sanitising import one_line, shorten
from reports.view.check_rows import MOST_CHECKS

LONGEST_CLAIM = 300
LONGEST_TEXT = 400


def headline(claim: JudgedClaim) -> str:
    """Return one line with the verdict, the claim and its missing details."""
    label = UNFINISHED[0] if pending(claim) else VERDICTS[claim.verdict][0]
    missing = f" (not found: {_named(claim.missing)})" if claim.missing else ""
    return f"{label}: {shorten(one_line(claim.text), LONGEST_CLAIM)}{missing}"


def place(source: str, line: int, column: int | None) -> str:
    """Return the place of a claim's marker, as editors and compilers write it: `article.md:3:14`."""
    return f"{source}:{line}" if column is None else f"{source}:{line}:{column}"


def citations_by_id(document: JudgedDocument) -> dict[str, Citation]:
    """Return the citations of `document` by their ids."""
    return {citation.id: citation for citation in document.citations}


def explanation(claim: JudgedClaim, citations: Mapping[str, Citation]) -> Iterator[str]:
    """Yield lines for each check: the reference, the result, the copy, the best quote, the missing details."""
    for check in claim.checks[:MOST_CHECKS]:
        yield f"[{shorten(one_line(check.citation), 40)}] {_reference(citations.get(check.citation))}"
        yield from _check(check)
    if len(claim.checks) > MOST_CHECKS:
        yield f"… and {len(claim.checks) - MOST_CHECKS} more sources"


def _check(check: Check) -> Iterator[str]:
    if check.status is Status.CHECKED:
        score = f", {percent(check.score)}" if check.score is not None else ""
        yield f"{VERDICTS[check.verdict][0]}{score}"
    else:
        yield ": ".join(STATUSES[check.status])
    if check.capture:
        address = f": {one_line(check.capture.memento)}" if check.capture.memento else ""
        archive = one_line(archive_name(check.capture.archive))
        yield f"Copy from {one_line(day(check.capture.timestamp))} in {archive}{address}"
    if check.evidence:
        yield f"Quote: “{shorten(one_line(check.evidence[0].quote), LONGEST_TEXT)}”"
    if check.missing:
        yield f"Not found: {_named(check.missing)}"
    if check.reason:
        yield sentence(shorten(one_line(check.reason), LONGEST_TEXT))


def _reference(citation: Citation | None) -> str:
    if citation is None or citation.broken:
        return "The reference list has no entry for this marker."
    return shorten(one_line(citation.text), LONGEST_TEXT) or one_line(citation.url or "")


def _named(missing: tuple[str, ...]) -> str:
    return shorten(listed(one_line(text) for text in missing), LONGEST_TEXT)
