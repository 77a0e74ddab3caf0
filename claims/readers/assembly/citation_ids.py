"""Ids of citations, unique within their document."""


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
