"""When the sources of a report were fetched, in words, where that was not all on the day of the report."""

from collections import Counter
from collections.abc import Iterable

from claims.records import JudgedDocument, Report
from reports.view.labels import count
from reports.view.sanitising import day, listed

# A run over more nights than these is told by its first and last.
MOST_DAYS = 4


def fetched_words(report: Report, documents: Iterable[JudgedDocument]) -> str:
    """A sentence on which sources of `documents` are of which day; empty where all are of the day of the report."""
    times = {
        (document.source, check.citation): check.fetched
        for document in documents
        for claim in document.claims
        for check in claim.checks
        if check.fetched
    }
    days = Counter(time[:10] for time in times.values())
    if not days.keys() - {report.finished[:10]}:
        return ""
    if len(days) > MOST_DAYS:
        return f"{days.total():,} sources were fetched on {len(days)} days from {day(min(days))} to {day(max(days))}."
    told = listed(f"{count(days[date], 'source', 'sources')} on {day(date)}" for date in sorted(days))
    return f"When the archives were asked: for {told}."
