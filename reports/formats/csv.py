"""`report.csv`: a row for each check, for spreadsheets and data frames."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping

from claims.records import Check, Citation, JudgedClaim, JudgedDocument, Report
from reports.text.phrases import listed
from reports.text.sanitising import one_line
from reports.view.explanation import citations_by_id
from reports.view.rows.quotes import best_quote

FILE_NAME = "report.csv"

COLUMNS = (
    "document", "line", "column", "section", "claim_id", "key", "claim", "lead", "link",
    "verdict", "score", "reason_code", "missing",
    "citation", "reference", "url", "status", "check_verdict", "check_score",
    "capture", "archive", "memento", "days_from_access", "quote", "reason", "fetched",
)  # fmt: skip

# A spreadsheet runs a cell that starts with one of these as a formula (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)


class CsvFormat:
    """One row for each check; a claim without checks has one row, with those columns empty."""

    name = "csv"

    def render(self, report: Report) -> Mapping[str, Iterable[str]]:
        """Render `report.csv`: comma-separated, UTF-8, line ends as in RFC 4180."""
        return {FILE_NAME: _lines(report)}


def guarded(text: str) -> str:
    """Put `text` on one line, with an apostrophe first where a spreadsheet would run it as a formula."""
    plain = one_line(text)
    return f"'{plain}" if plain.startswith(_FORMULA) and not _NUMBER.fullmatch(plain) else plain


def _lines(report: Report) -> Iterator[str]:
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(COLUMNS)
    for row in _rows(report):
        writer.writerow([guarded(cell) for cell in row])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def _rows(report: Report) -> Iterator[tuple[str, ...]]:
    for document in report.documents:
        citations = citations_by_id(document)
        for claim in document.claims:
            start = _claim(document, claim)
            for check in claim.checks:
                yield start + _check(check, citations.get(check.citation))
            if not claim.checks:
                yield start + ("",) * (len(COLUMNS) - len(start))


def _claim(document: JudgedDocument, claim: JudgedClaim) -> tuple[str, ...]:
    return (
        document.source,
        str(claim.line),
        "" if claim.column is None else str(claim.column),
        claim.section or "",
        claim.id,
        claim.key or "",
        claim.text,
        claim.lead,
        claim.link.value,
        claim.verdict.value,
        _number(claim.score),
        claim.reason_code or "",
        listed(claim.missing),
    )


def _check(check: Check, citation: Citation | None) -> tuple[str, ...]:
    capture, quote = check.capture, best_quote(check)
    return (
        check.citation,
        citation.text if citation else "",
        (citation.url or "") if citation else "",
        check.status.value,
        check.verdict.value,
        _number(check.score),
        capture.timestamp if capture else "",
        capture.archive if capture else "",
        (capture.memento or "") if capture else "",
        "" if capture is None or capture.days_from_access is None else f"{capture.days_from_access:d}",
        quote.quote if quote else "",
        check.reason or "",
        check.fetched or "",
    )


def _number(score: float | None) -> str:
    return "" if score is None else f"{score:.3f}"
