"""What all files do that are read by ranges of bytes."""

from typing import Protocol

from crawler.outcome import Failure


class RangedFiles(Protocol):
    """Files below one base, each known by its path relative to it.

    Attributes:
        name: what reports call them.
    """

    name: str

    async def size(self, path: str) -> int | Failure:
        """Return the size of a file in bytes."""
        ...

    async def read(self, path: str, start: int, length: int) -> bytes | Failure:
        """Return `length` bytes of a file from `start` on; fewer only if the file ends there."""
        ...
