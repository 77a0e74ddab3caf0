"""`citewatch store export`: the evidence of one report as a web archive (WACZ) that other tools open."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from claims.errors import ReportError, UsageError
from claims.records import Report
from crawler.app.report_files import load_report
from crawler.settings import Settings
from crawler.storage.evidence import CaptureKey, capture_key, stored_evidence
from crawler.storage.wacz import PageEntry, write_wacz

REPORT = "report/citewatch.json"
"""Where the web archive holds the report; other tools take a file called `report.json` for one of their own."""


def run(file: Path | None, target: Path | None, settings: Settings) -> int:
    """Write what the store holds of the pages that the report in `file` was checked against, and the report itself.

    Returns:
        the exit status 0.

    Raises:
        claims.errors.UsageError: a file is not named, or `file` is not a report; or the store holds none of its pages.
        claims.errors.ReportError: the web archive cannot be written.
    """
    if file is None or target is None:
        raise UsageError("store export needs a report.json and --wacz FILE.", mend="Give both.")
    report = load_report(file)
    pages = dict(_pages(report))
    try:
        records, found = stored_evidence(settings.store / "fetched", pages)
    except OSError as error:
        raise UsageError(f"the store cannot be read: {error.strerror}.", place=str(settings.store)) from error
    if not found:
        mend = "Pages from local archives are in those; name the folder that the report was made with by --store."
        raise UsageError("the store holds no page of this report.", place=str(settings.store), mend=mend)
    listed = [page for key, page in pages.items() if key in found]
    title = "Sources of " + ", ".join(document.title or document.source for document in report.documents)
    try:
        others = {REPORT: file.read_bytes()}
        write_wacz(target, records, listed, others, title=title, now=datetime.now(UTC))
    except OSError as error:
        raise ReportError(f"the web archive cannot be written: {error.strerror}.", place=str(target)) from error
    if not settings.quiet:
        print(f"{target}: {len(found)} of the report's {len(pages)} pages.", file=sys.stderr)
    if len(found) < len(pages):
        print(f"The store does not hold {len(pages) - len(found)} of them; local archives do.", file=sys.stderr)
    return 0


def _pages(report: Report) -> Iterator[tuple[CaptureKey, PageEntry]]:
    """Yield the copies that the report's claims were checked against, with the titles of their references."""
    for document in report.documents:
        titles = {citation.id: citation.title or citation.text for citation in document.citations}
        for claim in document.claims:
            for check in claim.checks:
                others = [part.capture for part in check.parts] + ([check.other.capture] if check.other else [])
                for capture in filter(None, (check.capture, *others)):
                    page = PageEntry(url=capture.url, timestamp=capture.timestamp, title=titles[check.citation])
                    yield capture_key(capture.url, capture.timestamp), page
