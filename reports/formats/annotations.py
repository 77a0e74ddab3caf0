"""`report.annotations.jsonld`: each judged claim as an annotation of the document, for annotation tools.

Format: the W3C's Web Annotation Data Model, https://www.w3.org/TR/annotation-model/ (section numbers below).
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from claims.records import JudgedClaim, JudgedDocument, Link, Report
from reports.json_stream import Array, Object, pieces
from reports.text.links import web_address
from reports.text.sanitising import clean
from reports.text.source_parts import quoted_capture
from reports.view.explanation import label, why
from reports.view.rows.quotes import best_quote

FILE_NAME = "report.annotations.jsonld"
CONTEXT = "http://www.w3.org/ns/anno.jsonld"

AROUND = 32
"""Characters of the prefix and the suffix that tell equal sentences apart (4.2.4)."""


class AnnotationsFormat:
    """An annotation for each claim that has a citation, with the quoted sources as bodies that link to their copies."""

    name = "annotations"

    def render(self, report: Report) -> Mapping[str, Iterable[str]]:
        """Render `report.annotations.jsonld`, one page of annotations (5.2)."""
        page = (
            ("@context", CONTEXT),
            ("id", f"urn:citewatch:annotations:{clean(report.started)}"),
            ("type", "AnnotationPage"),
            ("items", Array(_annotations(report))),
        )
        return {FILE_NAME: chain(pieces(Object(page)), "\n")}


def _annotations(report: Report) -> Iterator[dict[str, Any]]:
    for number, document in enumerate(report.documents, 1):
        for claim in document.claims:
            if claim.link is Link.DIRECT:
                yield {
                    "id": f"urn:citewatch:claim:{number}:{clean(claim.id)}",
                    "type": "Annotation",
                    "motivation": "assessing",
                    "created": clean(report.finished),
                    "creator": {"type": "Software", "name": f"{report.tool.name} {report.tool.version}"},
                    "body": [_said(claim), *_quoted(claim)],
                    "target": _target(document, claim),
                }


def _said(claim: JudgedClaim) -> dict[str, str]:
    reason = why(claim)
    value = f"{label(claim)}: {reason}" if reason else label(claim)
    return {"type": "TextualBody", "purpose": "assessing", "format": "text/plain", "language": "en", "value": value}


def _quoted(claim: JudgedClaim) -> Iterator[dict[str, Any]]:
    for check in claim.checks:
        evidence = best_quote(check)
        capture = quoted_capture(check, evidence) if evidence else None
        address = web_address(capture.memento or capture.url) if capture else None
        if evidence and address:
            selector = {"type": "TextQuoteSelector", "exact": clean(evidence.quote)}
            yield {"type": "SpecificResource", "purpose": "linking", "source": address, "selector": selector}


def _target(document: JudgedDocument, claim: JudgedClaim) -> dict[str, Any]:
    """Return the claim in the document's text, by its words and by its place (4.2.4, 4.2.5)."""
    before, after = document.text[max(0, claim.start - AROUND) : claim.start], document.text[claim.end :][:AROUND]
    words = {"exact": clean(claim.text), "prefix": clean(before), "suffix": clean(after)}
    return {
        "source": clean(document.source),
        "selector": [
            {"type": "TextQuoteSelector", **words},
            {"type": "TextPositionSelector", "start": claim.start, "end": claim.end},
        ],
    }
