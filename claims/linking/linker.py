"""A reading to a document: links every claim with the references that it cites."""

from claims.linking.claim_ids import identified_claims
from claims.linking.mismatches import mismatch_notes, missing_references, unlinked_notes
from claims.readers.interface import Reading
from claims.records import Citation, Document


def link(reading: Reading, source: str) -> Document:
    """Turn `reading`, of the input that the user calls `source`, into a document with claims."""
    missing = missing_references(reading)
    citations = reading.citations + tuple(Citation(id=name, text="", broken=True) for name in missing)
    claims = tuple(identified_claims(reading, {citation.id: citation for citation in citations}))
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
        notes=(*reading.notes, *mismatch_notes(reading, missing), *unlinked_notes(reading, claims)),
        revision=reading.revision,
    )
