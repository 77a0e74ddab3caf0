"""The note on citations that markers name and no list of references has.

It depends on the citations alone, so that it can be written anew when a bibliography has completed some of them.
"""

from collections.abc import Sequence

from claims.records import Citation

_NAMED = 8  # references that the note lists


def broken_note(citations: Sequence[Citation]) -> str | None:
    """Name the broken ones of a document's `citations` in a sentence; None if all are whole."""
    broken = [citation.id for citation in citations if citation.broken]
    if not broken:
        return None
    markers = f"The markers of {len(broken)} reference{'s' * (len(broken) > 1)} lead to no entry"
    if len(broken) == len(citations):
        return f"{markers}: the document has no list of references."
    more = f" and {len(broken) - _NAMED} more" if len(broken) > _NAMED else ""
    return f"{markers} of the list of references: {', '.join(broken[:_NAMED])}{more}."


def with_broken_note(notes: Sequence[str], before: Sequence[Citation], now: Sequence[Citation]) -> tuple[str, ...]:
    """Write the note among a document's `notes` anew: the citations were those `before` and are those of `now`."""
    old, new = broken_note(before), broken_note(now)
    return tuple(note for note in (new if each == old else each for each in notes) if note is not None)
