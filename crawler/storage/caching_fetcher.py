"""Fetchers in front of the network that answer from the store what was asked before."""

from datetime import UTC, datetime

import anyio
import anyio.to_thread

from claims.errors import StoreError
from claims.records import Status
from crawler.net.byte_ranges import is_as_asked
from crawler.net.client import HttpResponse
from crawler.net.retrieval_times import record_retrieval
from crawler.net.retrying import Endpoint
from crawler.outcome import Failure
from crawler.storage.store import Store, cache_key


class CachingFetcher:
    """An endpoint whose responses are stored, and requested once.

    Attributes:
        endpoint: asked for what is not to be stored, at the same pace.
    """

    def __init__(self, endpoint: Endpoint, store: Store, *, offline: bool) -> None:
        """Make a fetcher; `offline`: use the store only."""
        self.max_bytes = endpoint.max_bytes
        self.endpoint, self._store, self._offline = endpoint, store, offline
        self._pending: dict[str, anyio.Event] = {}

    async def get(self, url: str, headers: dict[str, str] | None = None) -> HttpResponse | Failure:
        """Answer as `Fetcher` specifies. Equal requests at the same time become one."""
        request_headers = headers or {}
        key = cache_key(url, request_headers)
        while pending := self._pending.get(key):
            await pending.wait()
        self._pending[key] = anyio.Event()
        try:
            return record_retrieval(await self._get(key, url, request_headers))
        finally:
            self._pending.pop(key).set()

    async def _get(self, key: str, url: str, request_headers: dict[str, str]) -> HttpResponse | Failure:
        now = None if self._offline else datetime.now(UTC)
        try:
            stored = await anyio.to_thread.run_sync(lambda: self._store.find(key, now=now))
        except StoreError as error:
            return _not_kept(error)
        if stored:
            return stored
        if self._offline:
            reason = f"{self.endpoint.service.name} was not asked: --offline, and the store does not hold its answer"
            return Failure(status=Status.UNREACHABLE, reason=reason)
        return await _fetch(self.endpoint, self._store, key, url, request_headers)


class RefreshingFetcher:
    """An endpoint that is asked every time; offline, its last response is answered from the store."""

    def __init__(self, endpoint: Endpoint, store: Store, *, offline: bool) -> None:
        """Make a fetcher; `offline`: use the store only."""
        self.max_bytes = endpoint.max_bytes
        self._endpoint, self._store = endpoint, store
        self._stored = CachingFetcher(endpoint, store, offline=True) if offline else None

    async def get(self, url: str, headers: dict[str, str] | None = None) -> HttpResponse | Failure:
        """Answer as `Fetcher` specifies."""
        if self._stored is not None:
            return await self._stored.get(url, headers)
        request_headers = headers or {}
        key = cache_key(url, request_headers)
        return record_retrieval(await _fetch(self._endpoint, self._store, key, url, request_headers))


async def _fetch(
    endpoint: Endpoint, store: Store, key: str, url: str, request_headers: dict[str, str]
) -> HttpResponse | Failure:
    """Return the endpoint's response, stored before it is used; what cannot be stored is not asked for."""
    if store.trouble:
        return _not_kept(store.trouble)
    answer = await endpoint.get(url, request_headers)
    if isinstance(answer, HttpResponse) and _is_lasting(answer, request_headers):
        with anyio.CancelScope(shield=True):  # a response that arrived is stored even while the run is being stopped
            try:
                return await anyio.to_thread.run_sync(store.keep, key, answer)
            except StoreError as error:
                return _not_kept(error)
    return answer


def _not_kept(error: StoreError) -> Failure:
    return Failure(status=Status.UNREACHABLE, reason=f"nothing more was asked for: {error.message.rstrip('.')}")


def _is_lasting(answer: HttpResponse, request_headers: dict[str, str]) -> bool:
    """Return whether a response is worth storing: no passing trouble, and the part of a file that was asked for."""
    passing = answer.status >= 500 and not answer.header("memento-datetime")
    return not passing and is_as_asked(answer, request_headers)
