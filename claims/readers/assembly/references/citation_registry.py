"""The citations of a document in the making: each under a unique id, and the links that stand for them."""

from collections.abc import KeysView, Sequence

from claims.records import Citation
from claims.references.entry import read_reference


class UniqueIds:
    """Makes ids unique: the wanted id, or else the wanted id with a number behind it (`1`, `1 (2)`, `1 (3)`)."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._repeats: dict[str, int] = {}

    def take(self, wanted: str) -> str:
        """Take the id `wanted`, or the next free one like it."""
        unique = wanted
        repeat = self._repeats.get(wanted, 1)
        while unique in self._taken:
            repeat += 1
            unique = f"{wanted} ({repeat})"
        self._repeats[wanted] = repeat
        self._taken.add(unique)
        return unique


class CitationRegistry:
    """Registers references and the targets of links.

    Attributes:
        by_link: for the target of a link, the id of the citation that it stands for.
    """

    def __init__(self) -> None:
        self._citations: dict[str, Citation] = {}
        self._ids = UniqueIds()
        self.by_link: dict[str, str] = {}

    @property
    def ids(self) -> KeysView[str]:
        """The ids of all citations so far."""
        return self._citations.keys()

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All citations so far, in order."""
        return tuple(self._citations.values())

    def add(self, wanted: str, text: str, targets: Sequence[str]) -> str:
        """Register a reference and return its id.

        Args:
            wanted: the id to give it if that is free.
            text: the entry as printed.
            targets: the targets of the links in it.
        """
        unique = self._ids.take(wanted)
        last = next(reversed(self._citations.values()), None)
        self._citations[unique] = read_reference(unique, text, targets, last)
        return unique

    def add_link(self, target: str, number: str, text: str) -> str:
        """Register the target of a link that cites, unless it is known, and return its id.

        Args:
            target: the URL that the link leads to.
            number: the number that the link shows, or empty.
            text: the text of the link, if it describes the source, or empty.
        """
        known = self.by_link.get(target)
        if known is None or (number and not known.startswith(number)):
            known = self.add(number or f"link {len(self.by_link) + 1}", text or target, (target,))
            self.by_link[target] = known
        return known
