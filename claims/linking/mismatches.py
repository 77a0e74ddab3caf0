"""Markers without a reference, references without a marker, and the notes about both."""

from collections.abc import Iterator, Sequence

from claims.readers.interface import Reading
from claims.records import Claim, Link
from claims.references.links.urls import find_urls

_NAMED = 8  # references that a note lists


def missing_references(reading: Reading) -> list[str]:
    """Find the references that markers refer to and the document does not have."""
    known = {citation.id for citation in reading.citations}
    return [name for name in dict.fromkeys(marker.citation for marker in reading.markers) if name not in known]


def unused_notes(reading: Reading) -> Iterator[str]:
    """Name the references of a reading to which no marker points."""
    used = {marker.citation for marker in reading.markers}
    unused = [citation.id for citation in reading.citations if citation.id not in used]
    if reading.citations and not reading.markers:
        yield f"The document has {_count(reading.citations)}, but no marker points to any of them."
    elif unused:
        yield f"No marker points to {_plural('the reference', unused)} {_listed(unused)}."


def unlinked_notes(reading: Reading, claims: Sequence[Claim]) -> Iterator[str]:
    """Say that a document has markers or addresses, if none of its claims is linked to any."""
    if any(claim.link is Link.DIRECT for claim in claims):
        return
    if count := len(reading.markers):
        are = "marker or link is" if count == 1 else "markers and links are"
        yield f"{count} {are} in the text, but no claim has any."
    elif count := len(find_urls(reading.text)):
        yield f"{count} {'address is' if count == 1 else 'addresses are'} in the text, but no claim cites any."


def _count(references: Sequence[object]) -> str:
    return f"{len(references)} {_plural('reference', references)}"


def _plural(word: str, things: Sequence[object]) -> str:
    return word if len(things) == 1 else f"{word}s"


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
