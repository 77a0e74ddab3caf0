"""When the sources of a report were fetched, in words, if not all on the day of the report."""

from collections import Counter
from collections.abc import Iterable

from claims.records import JudgedDocument, Report
from reports.text.phrases import count, day, listed

# Sources of more days than these are summed up by the first and the last.
MOST_DAYS = 4


def fetch_dates(report: Report, documents: Iterable[JudgedDocument]) -> str:
    """Say in a sentence how many sources of `documents` were fetched on which day; empty if all on the report's."""
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
        first, last = day(min(days)), day(max(days))
        return f"{days.total():,} sources were fetched on {len(days)} different days, from {first} to {last}."
    counted = listed(f"{count(days[date], 'source', 'sources')} on {day(date)}" for date in sorted(days))
    return f"Sources were fetched from the archives on different days: {counted}."
