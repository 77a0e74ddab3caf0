"""The interface of all that answers GET requests: the network itself, or a cache in front of it."""

from typing import Protocol

from crawler.net.client import HttpResponse
from crawler.outcome import Failure


class Fetcher(Protocol):
    """Something that answers GET requests."""

    @property
    def max_bytes(self) -> int:
        """The largest body in bytes, as sent or decoded."""
        ...

    async def get(self, url: str, headers: dict[str, str] | None = None) -> HttpResponse | Failure:
        """Return the response to a request for `url`, of any status, or why there is none."""
        ...
