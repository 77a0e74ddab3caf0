"""A claim's result in plain words, a line each: for the formats that have no layout of their own."""

from collections.abc import Iterator, Mapping

from claims.records import Check, Citation, JudgedClaim, Status
from reports.view.check_rows import MOST_CHECKS
from reports.view.labels import STATUSES, UNFINISHED, VERDICTS, archive_words
from reports.view.sanitising import day, listed, one_line, percent, sentence, shorten
from reports.view.summary import pending

LONGEST_CLAIM = 300
LONGEST_TEXT = 400


def headline(claim: JudgedClaim) -> str:
    """The verdict, the claim and what is missing: one line."""
    label = UNFINISHED[0] if pending(claim) else VERDICTS[claim.verdict][0]
    lacking = f" (not there: {_named(claim.missing)})" if claim.missing else ""
    return f"{label}: {shorten(one_line(claim.text), LONGEST_CLAIM)}{lacking}"


def place(source: str, line: int, column: int | None) -> str:
    """Where a claim's marker stands, as editors and compilers write it: `article.md:3:14`."""
    return f"{source}:{line}" if column is None else f"{source}:{line}:{column}"


def explanation(claim: JudgedClaim, citations: Mapping[str, Citation]) -> Iterator[str]:
    """For each check a line on the reference, one on the copy, one for the best quote, one for what is missing."""
    for check in claim.checks[:MOST_CHECKS]:
        yield f"[{shorten(one_line(check.citation), 40)}] {_reference(citations.get(check.citation))}"
        yield from _check(check)
    if len(claim.checks) > MOST_CHECKS:
        yield f"and {len(claim.checks) - MOST_CHECKS} more sources"


def _check(check: Check) -> Iterator[str]:
    if check.status is Status.CHECKED:
        score = f", {percent(check.score)}" if check.score is not None else ""
        yield f"{VERDICTS[check.verdict][0]}{score}"
    else:
        yield ": ".join(STATUSES[check.status])
    if check.capture:
        address = f": {one_line(check.capture.memento)}" if check.capture.memento else ""
        archive = one_line(archive_words(check.capture.archive))
        yield f"Copy of {one_line(day(check.capture.timestamp))} in {archive}{address}"
    if check.evidence:
        yield f"It says: “{shorten(one_line(check.evidence[0].quote), LONGEST_TEXT)}”"
    if check.missing:
        yield f"Not there: {_named(check.missing)}"
    if check.reason:
        yield sentence(shorten(one_line(check.reason), LONGEST_TEXT))


def _reference(citation: Citation | None) -> str:
    if citation is None or citation.broken:
        return "The document has no entry for this marker."
    return shorten(one_line(citation.text), LONGEST_TEXT) or one_line(citation.url or "")


def _named(missing: tuple[str, ...]) -> str:
    return shorten(listed(one_line(text) for text in missing), LONGEST_TEXT)
