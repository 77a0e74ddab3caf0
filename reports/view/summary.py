"""Totals over judged documents, and the days on which their sources were fetched."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from claims.records import JudgedClaim, JudgedDocument, Link, Report, Summary, Verdict
from reports.text.phrases import count, day, listed

# Sources of more days than these are summed up by the first and the last.
MOST_DAYS = 4


def summarise(documents: Sequence[JudgedDocument]) -> Summary:
    """Count the totals of `documents`, as `claims.records.Summary` defines them."""
    links, verdicts = Counter[Link](), Counter[Verdict]()
    citations = unchecked = 0
    for document in documents:
        links.update(claim.link for claim in document.claims)
        verdicts.update(claim.verdict for claim in direct(document.claims))
        citations += len(document.citations)
        unchecked += len(_unchecked(document))
    return Summary(
        claims=links[Link.DIRECT],
        supported=verdicts[Verdict.SUPPORTED],
        partially_supported=verdicts[Verdict.PARTIALLY_SUPPORTED],
        unclear=verdicts[Verdict.UNCLEAR],
        contradicted=verdicts[Verdict.CONTRADICTED],
        not_supported=verdicts[Verdict.NOT_SUPPORTED],
        source_unavailable=verdicts[Verdict.SOURCE_UNAVAILABLE],
        uncited=links[Link.NONE],
        trailing=links[Link.TRAILING],
        citations=citations,
        unchecked=unchecked,
    )


def direct(claims: Iterable[JudgedClaim]) -> Iterator[JudgedClaim]:
    """Yield the claims that have a marker of their own: those whose verdicts are counted."""
    return (claim for claim in claims if claim.link is Link.DIRECT)


def _unchecked(document: JudgedDocument) -> set[str]:
    return {check.citation for claim in document.claims for check in claim.checks if check.status.unfinished}


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
