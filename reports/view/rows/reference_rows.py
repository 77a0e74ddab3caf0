"""The entries of a document's reference list as rows."""

from collections.abc import Mapping
from dataclasses import dataclass

from claims.records import Citation, JudgedDocument
from reports.text.labels import ADDRESSES
from reports.text.links import web_address
from reports.text.sanitising import shorten

LONGEST_REFERENCE = 600
LONGEST_LABEL = 24
LONGEST_ADDRESS = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceRow:
    """The reference list's entry at `number` (from 1; 0 for none). `marker` follows claims in the text."""

    number: int
    anchor: str
    marker: str
    text: str
    href: str | None
    shown: str
    archived: str | None
    address: str
    broken: bool


def reference_rows(document: JudgedDocument) -> dict[str, ReferenceRow]:
    """Return a row for each citation of `document`, by its id."""
    return {citation.id: _reference_row(citation, number) for number, citation in enumerate(document.citations, 1)}


def reference_row(name: str, references: Mapping[str, ReferenceRow]) -> ReferenceRow:
    """Return the row of the citation with the id `name`, or a broken one where the document has none."""
    return references.get(name) or _reference_row(Citation(id=name, text="", broken=True), 0)


def _reference_row(citation: Citation, number: int) -> ReferenceRow:
    return ReferenceRow(
        number=number,
        anchor=f"source-{number}",
        marker=citation.id if len(citation.id) <= LONGEST_LABEL else str(number),
        text=shorten(citation.text, LONGEST_REFERENCE),
        href=web_address(citation.url),
        shown=shorten((citation.url or "").partition("://")[2], LONGEST_ADDRESS),
        archived=web_address(citation.archive_url),
        address=ADDRESSES[citation.url_from],
        broken=citation.broken,
    )
