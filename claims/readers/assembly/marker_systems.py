"""The systems of printed markers that a document uses: `[1]`, superscripts, bare digits, `(1)`, keys, author, year."""

from collections.abc import Collection, Sequence
from itertools import islice

from claims.readers.assembly.pieces import PieceBlock
from claims.readers.assembly.references.citation_registry import CitationRegistry
from claims.readers.markers.author_years import AuthorYears
from claims.readers.markers.bare_markers import BareMarkers
from claims.readers.markers.printed_markers import (
    bracketed_keys,
    find_bare_keys,
    find_markers,
    find_parens,
    marker_numbers,
    paren_numbers,
)
from claims.readers.markers.site_labels import FEWEST_HOSTS, find_hosts, find_site_labels
from claims.readers.markers.superscripts import find_superscripts, superscript_numbers


def printed_numbers(blocks: Sequence[PieceBlock]) -> frozenset[str]:
    """Collect the numbers in the markers of blocks, of the first system that any of them has."""
    for numbers_of in (marker_numbers, superscript_numbers, paren_numbers):
        if numbers := frozenset[str]().union(*(numbers_of(block.text) for block in blocks)):
            return numbers
    return frozenset()


class MarkerSystems:
    """Finds the markers of one document.

    Args:
        body: its blocks without reference lists.
        registry: its references, to which the writing of the body adds links.
        parens: the numbers that a reference list prints as `(1)`.
        has_notes: whether it has notes, whose markers have a form of their own.

    Attributes:
        used: whether the document has markers of notes or of a list.
    """

    def __init__(
        self, body: Sequence[PieceBlock], registry: CitationRegistry, parens: frozenset[str], *, has_notes: bool
    ) -> None:
        self._registry = registry
        self._has_notes = has_notes
        text = "\n".join(block.text for block in body)
        self._keys = bracketed_keys(text)
        self._author_years = AuthorYears(registry.citations)
        self._numbered = any(not registry.ids.isdisjoint(marker_numbers(block.text)) for block in body)
        known: Collection[str] = registry.ids if not self._numbered else ()
        self._bare = BareMarkers(text, known, spaced=True, alone=not has_notes)
        self.used = has_notes or self._numbered or self._bare.used
        self._hosts = len(list(islice(find_hosts(text), FEWEST_HOSTS))) == FEWEST_HOSTS
        self._parens = parens if not self.used and not superscript_numbers(text) else frozenset()

    def find(self, text: str) -> list[tuple[int, int, tuple[str, ...]]]:
        """Find the markers in `text`, in order: start, end and numbers of each."""
        known = self._registry.ids
        found = [
            *self._author_years.markers(text),
            *find_bare_keys(text, self._keys, known),
            *find_site_labels(text),
        ]
        if self._bare.used:
            found += self._bare.find(text)
        else:
            found += (each for each in find_markers(text, known) if self._is_marker(text, *each))
            found += find_superscripts(text, known) if self._numbered else ()
        found += find_hosts(text) if self._hosts else ()
        return sorted([*found, *find_parens(text, self._parens)] if self._parens else found)

    def _is_marker(self, text: str, start: int, end: int, numbers: Sequence[str]) -> bool:
        """Whether `[0]` is a marker: only with an entry if notes have a form of their own."""
        return not self._has_notes or text[start] == "【" or self._registry.ids >= set(numbers)
