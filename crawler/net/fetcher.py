"""What answers GET requests: the network, or a cache in front of it."""

from typing import Protocol

from crawler.net.client import HttpResponse
from crawler.outcome import Failure


class Fetcher(Protocol):
    """Something that answers GET requests."""

    @property
    def max_bytes(self) -> int:
        """The most bytes of one answer, sent or decoded."""
        ...

    async def get(self, url: str, headers: dict[str, str] | None = None) -> HttpResponse | Failure:
        """The answer of `url`, of any status, or why there is none."""
        ...
