"""Totals over judged documents."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from claims.records import JudgedClaim, JudgedDocument, Link, Summary, Verdict


def summarise(documents: Sequence[JudgedDocument]) -> Summary:
    """Count the totals of `documents`, as `claims.records.Summary` defines them."""
    claims = [claim for document in documents for claim in document.claims]
    links = Counter(claim.link for claim in claims)
    verdicts = Counter(claim.verdict for claim in direct(claims))
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
        citations=sum(len(document.citations) for document in documents),
        unchecked=sum(len(_unchecked(document)) for document in documents),
    )


def direct(claims: Iterable[JudgedClaim]) -> Iterator[JudgedClaim]:
    """Yield the claims that have a marker of their own: those whose verdicts are counted."""
    return (claim for claim in claims if claim.link is Link.DIRECT)


def _unchecked(document: JudgedDocument) -> set[str]:
    return {check.citation for claim in document.claims for check in claim.checks if check.status.unfinished}
