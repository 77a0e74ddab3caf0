"""`report.claimreview.json`: each judged claim as a ClaimReview, the vocabulary of fact checks.

Format: https://schema.org/ClaimReview, in JSON-LD. A claim that could not be checked has no rating, and is left out.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from claims.records import Capture, JudgedClaim, JudgedDocument, Link, Report, Verdict
from reports.json_stream import Array, Object, pieces
from reports.severity import pending
from reports.text.labels import VERDICTS
from reports.text.links import web_address
from reports.text.sanitising import clean
from reports.view.explanation import why

FILE_NAME = "report.claimreview.json"

_RATINGS = {
    Verdict.CONTRADICTED: 1,
    Verdict.NOT_SUPPORTED: 2,
    Verdict.UNCLEAR: 3,
    Verdict.PARTIALLY_SUPPORTED: 4,
    Verdict.SUPPORTED: 5,
}


class ClaimReviewFormat:
    """A review for each claim that was judged, with the archived copies as what it is based on."""

    name = "claimreview"

    def render(self, report: Report) -> Mapping[str, Iterable[str]]:
        """Render `report.claimreview.json`, a graph of reviews."""
        graph = (("@context", "https://schema.org"), ("@graph", Array(_reviews(report))))
        return {FILE_NAME: chain(pieces(Object(graph)), "\n")}


def _reviews(report: Report) -> Iterator[dict[str, Any]]:
    for document in report.documents:
        for claim in document.claims:
            if claim.link is Link.DIRECT and claim.verdict in _RATINGS and not pending(claim):
                yield _review(report, document, claim)


def _review(report: Report, document: JudgedDocument, claim: JudgedClaim) -> dict[str, Any]:
    label, meaning = VERDICTS[claim.verdict]
    appearance = {"@type": "CreativeWork", "name": clean(document.title or document.source)}
    if address := web_address(document.source):
        appearance["url"] = address
    return {
        "@type": "ClaimReview",
        "identifier": clean(claim.id),
        "datePublished": clean(report.finished)[:10],
        "author": {"@type": "Organization", "name": f"{report.tool.name} {report.tool.version}"},
        "claimReviewed": clean(claim.statement),
        "itemReviewed": {"@type": "Claim", "text": clean(claim.statement), "appearance": appearance},
        "reviewBody": why(claim) or meaning,
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": _RATINGS[claim.verdict],
            "worstRating": min(_RATINGS.values()),
            "bestRating": max(_RATINGS.values()),
            "alternateName": label,
        },
        "isBasedOn": [address for check in claim.checks if (address := _copy(check.capture))],
    }


def _copy(capture: Capture | None) -> str | None:
    return web_address(capture.memento or capture.url) if capture else None
