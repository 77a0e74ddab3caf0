"""Files on a web server, read by `Range` requests (RFC 9110, section 14)."""

import logging

import anyio

from claims.records import Status
from crawler.net.byte_ranges import part_of
from crawler.net.client import HttpResponse
from crawler.net.fetcher import Fetcher
from crawler.outcome import Failure

_log = logging.getLogger(__name__)

# commoncrawl/cc-downloader, its README: ten connections at once are polite, more lead to a ban (403). citewatch stays
# well below that, since its requests are small.
MAX_CONNECTIONS = 4


class HttpFiles:
    """The files below an address.

    Attributes:
        name: what reports call the server.
    """

    def __init__(self, name: str, base: str, fetcher: Fetcher) -> None:
        """Make them of the address `base`, to which paths are appended, and what sends the requests."""
        self.name = name
        self._base, self._fetcher = base.rstrip("/"), fetcher
        self._sizes: dict[str, int] = {}
        self._connections = anyio.CapacityLimiter(MAX_CONNECTIONS)
        self._warned = False

    async def size(self, path: str) -> int | Failure:
        """See `RangedFiles`. Costs a request, unless a part of the file was read before."""
        if path not in self._sizes:
            first = await self.read(path, 0, 1)
            if isinstance(first, Failure):
                return first
        return self._sizes[path]

    async def read(self, path: str, start: int, length: int) -> bytes | Failure:
        """See `RangedFiles`.

        Fails with `damaged` if there is no such file or range, `throttled` if the server bans its client, and
        `unreachable` if it sends another range, or whole files that are too large.
        """
        url = f"{self._base}/{path}"
        async with self._connections:
            answer = await self._fetcher.get(url, {"Range": f"bytes={start}-{start + length - 1}"})
        if isinstance(answer, Failure):
            if answer.status is Status.TOO_LARGE and length <= self._fetcher.max_bytes:
                return self._unreachable(f"sends all of {url} in place of {length} bytes")
            return answer
        if answer.status == 206:
            return self._part(path, answer, start, length)
        if answer.status == 200:
            return self._whole(path, answer, start, length)
        return self._refusal(url, answer)

    def _part(self, path: str, answer: HttpResponse, start: int, length: int) -> bytes | Failure:
        part = part_of(answer)
        if part is None or part.total is None:
            return self._unreachable(f"does not say which part of {path} it sent")
        wanted = min(length, max(part.total - start, 0))
        if part.start != start or part.length != len(answer.body) or len(answer.body) != wanted:
            return self._unreachable(
                f"sent {len(answer.body)} bytes of {path} from {part.start} on, not those asked for"
            )
        self._sizes[path] = part.total
        return answer.body

    def _whole(self, path: str, answer: HttpResponse, start: int, length: int) -> bytes:
        """Return the part of a whole file, which a server that knows no ranges sends (RFC 9110, section 14.2)."""
        if not self._warned:
            self._warned = True
            _log.warning("%s sends whole files where parts of them are asked for.", self.name)
        self._sizes[path] = len(answer.body)
        return answer.body[start : start + length]

    def _refusal(self, url: str, answer: HttpResponse) -> Failure:
        if answer.status in (404, 410, 416):
            what = "is shorter than the index says" if answer.status == 416 else "is missing"
            return Failure(status=Status.DAMAGED, reason=f"{self.name} is damaged: {url} {what}")
        if answer.status == 403:  # commoncrawl/cc-downloader, its README: the answer to too many requests
            return Failure(status=Status.THROTTLED, reason=f"{self.name} refuses {url} (HTTP status 403)")
        if 300 <= answer.status < 400:
            return self._unreachable(f"has moved: it leads from {url} to {answer.header('location')}")
        return self._unreachable(f"answered for {url} with HTTP status {answer.status}")

    def _unreachable(self, what: str) -> Failure:
        return Failure(status=Status.UNREACHABLE, reason=f"{self.name} {what}")
