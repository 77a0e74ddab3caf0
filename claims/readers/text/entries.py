"""The entries of the reference lists of a plain text, and which of them each marker refers to.

Two things go wrong with such lists. Programs that turn pages into text number lines that are no entries, so that the
printed numbers run ahead of the markers; and reports that list their sources after each section begin again at 1.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from claims.readers.assembly.references.citation_registry import UniqueIds
from claims.readers.markers.author_years import AuthorYears
from claims.readers.markers.bare_markers import BareMarkers
from claims.readers.markers.printed_markers import bracketed_keys, find_bare_keys, find_markers, find_parens
from claims.readers.markers.site_labels import FEWEST_HOSTS, find_hosts, find_site_labels
from claims.readers.markers.superscripts import find_superscripts
from claims.readers.text.entry_runs import Entry, ReferenceList
from claims.readers.text.own_addresses import own_addresses
from claims.records import Citation
from claims.references.entry import read_reference


class Entries:
    """The entries of all lists of a document.

    Args:
        lists: the reference lists.
        occurrences: how often each number occurs in the markers of the document.
        text: the document.

    Attributes:
        own: the addresses of the document itself, which are never its sources.
    """

    def __init__(self, lists: Sequence[ReferenceList], occurrences: Mapping[str, int], text: str) -> None:
        self.lists = _joined(lists)
        self.notes: tuple[str, ...] = ()
        self.own = own_addresses(text)
        self._entered: dict[str, list[tuple[int, str]]] = {}  # by number: start of the list and id
        citations: list[Citation] = []
        self._names = UniqueIds()
        for found in self.lists:
            for position, entry in enumerate(self._numbered(found, occurrences), 1):
                number = entry.number or (
                    str(position) if self._is_counted(found, occurrences) else f"source {position}"
                )
                last = citations[-1] if citations else None
                citations.append(read_reference(self._names.take(number), entry.text, last=last))
                entered = self._entered.setdefault(number, [])
                if not entered or entered[-1][0] != found.start:
                    entered.append((found.start, citations[-1].id))
        self._by_address = {citation.url: citation for citation in reversed(citations) if citation.url}
        self._linked: list[Citation] = []  # those of addresses in the running text
        self._listed = tuple(citations)
        self._author_years = AuthorYears(citations)
        self._keys = bracketed_keys(text)
        self._known = self._entered.keys()
        body = self._body(text)
        self._bare = BareMarkers(body, () if self._known & occurrences.keys() else self._known)
        self._hosts = len(list(islice(find_hosts(body), FEWEST_HOSTS))) == FEWEST_HOSTS
        self._parens = self._known if not occurrences and all(each.shape == "paren" for each in self.lists) else ()

    def _body(self, text: str) -> str:
        """Cut the lists out of the document."""
        lines = text.split("\n")
        ends = [0, *(found.end for found in self.lists)]
        starts = [*(found.start for found in self.lists), len(lines)]
        return "\n".join(line for end, start in zip(ends, starts, strict=True) for line in lines[end:start])

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The entries, and behind them the addresses in the running text so far."""
        return (*self._listed, *self._linked)

    def linked(self, address: str, text: str) -> str:
        """Find the citation of an address in the running text: the entry with this address, or one with this text."""
        known = self._by_address.get(address)
        if known is None:
            known = read_reference(self._names.take(f"link {len(self._linked) + 1}"), text, (address,))
            self._by_address[address] = known
            self._linked.append(known)
        return known.id

    def _is_counted(self, found: ReferenceList, occurrences: Mapping[str, int]) -> bool:
        """Whether the entries of a list without numbers are counted: it is the only one, and the markers fit it."""
        if found.shape not in ("bullet", "plain"):
            return True
        numbers = [int(number) for number in occurrences if number.isdecimal()]
        return len(self.lists) == 1 and bool(numbers) and max(numbers) == len(found.entries)

    def markers(self, text: str, line: int) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Find the markers in `text`, the line of index `line`: start, end and citations of each."""
        if self._bare.used:
            found = self._bare.find(text)
        else:
            found = [*find_markers(text, self._known), *find_superscripts(text, self._known)]
            found += find_parens(text, self._parens) if self._parens else ()
        numbered = ((start, end, tuple(self._id(number, line) for number in numbers)) for start, end, numbers in found)
        others = [
            *self._author_years.markers(text),
            *find_bare_keys(text, self._keys),
            *find_site_labels(text),
            *(find_hosts(text) if self._hosts else ()),
        ]
        yield from sorted([*numbered, *others])

    def _id(self, number: str, line: int) -> str:
        """Find the entry `number` in the next list behind `line` that has one, or else in the last list before it."""
        entered = self._entered.get(number)
        if not entered:
            return number
        behind = bisect_right(entered, line, key=lambda place: place[0])
        return entered[min(behind, len(entered) - 1)][1]

    def _numbered(self, found: ReferenceList, occurrences: Mapping[str, int]) -> Sequence[Entry]:
        """Number the entries as the markers do: as printed, or counted by their back-links."""
        if found.shape != "backlink":
            return found.entries
        counted = _counted(found.entries)
        if _fit(counted, occurrences) <= _fit(found.entries, occurrences):
            return found.entries
        self.notes = (
            "The numbers that the list of references prints do not fit the markers; its entries are counted instead, "
            "those with a link back to their markers, so that [n] is the nth of them.",
        )
        return counted


def _joined(lists: Sequence[ReferenceList]) -> list[ReferenceList]:
    """Join lists that continue the numbers of the list before them."""
    joined: list[ReferenceList] = []
    for found in lists:
        before = joined[-1] if joined else None
        first, last = found.entries[0].number, before.entries[-1].number if before else None
        numbered = first and last and first.isdigit() and last.isdigit() and int(last) < int(first)
        if before and before.shape == found.shape and numbered:
            joined[-1] = replace(before, end=found.end, entries=before.entries + found.entries)
        else:
            joined.append(found)
    return joined


def _counted(entries: Sequence[Entry]) -> list[Entry]:
    """Number the entries with back-links by position; one without continues the entry before it."""
    counted: list[Entry] = []
    for entry in entries:
        if entry.backlinks or not counted:
            counted.append(replace(entry, number=str(len(counted) + 1)))
        else:
            counted[-1] = replace(counted[-1], text=f"{counted[-1].text} {entry.text}".strip())
    return counted


def _fit(entries: Sequence[Entry], occurrences: Mapping[str, int]) -> int:
    """Score how well numbers fit the markers: entries link back as often as they occur, and no marker is left over."""
    numbers = Counter(entry.number for entry in entries)
    several = sum(entry.backlinks == occurrences.get(entry.number or "", 0) for entry in entries if entry.backlinks > 1)
    unused = sum(number not in occurrences for number in numbers)
    missing = sum(number not in numbers for number in occurrences if len(number) <= len(str(len(entries))))
    return several - unused - missing
