"""A reading to a document: links every claim with the references that it cites."""

from claims.linking.claim_ids import identified_claims
from claims.linking.mismatches import missing_references, unlinked_notes, unused_notes
from claims.readers.interface import Reading
from claims.records import Citation, Document
from claims.references.broken_citations import broken_note


def link(reading: Reading, source: str) -> Document:
    """Turn `reading`, of the input that the user calls `source`, into a document with claims."""
    missing = tuple(Citation(id=name, text="", broken=True) for name in missing_references(reading))
    citations = reading.citations + missing
    claims = tuple(identified_claims(reading, {citation.id: citation for citation in citations}))
    broken = broken_note(citations)
    notes = (*reading.notes, *([broken] if broken else ()), *unused_notes(reading), *unlinked_notes(reading, claims))
    return Document(
        source=source,
        format=reading.format,
        title=reading.title,
        language=reading.language,
        as_of=reading.as_of,
        text=reading.text,
        blocks=reading.blocks,
        citations=citations,
        claims=claims,
        notes=notes,
        revision=reading.revision,
    )
