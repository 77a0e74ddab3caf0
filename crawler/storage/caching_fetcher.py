"""What was asked before is answered from the store; the network is for the rest."""

from datetime import UTC, datetime

import anyio
import anyio.to_thread

from claims.records import Status
from crawler.net.client import HttpResponse
from crawler.net.retrieval_times import record_retrieval
from crawler.net.retrying import Endpoint
from crawler.outcome import Failure
from crawler.storage.store import Store, cache_key


class CachingFetcher:
    """An endpoint whose answers are kept, and asked for once."""

    def __init__(self, endpoint: Endpoint, store: Store, *, offline: bool) -> None:
        """`offline`: nothing is asked that the store does not hold."""
        self.max_bytes = endpoint.max_bytes
        self._endpoint, self._store, self._offline = endpoint, store, offline
        self._asking: dict[str, anyio.Event] = {}

    async def get(self, url: str, headers: dict[str, str] | None = None) -> HttpResponse | Failure:
        """See `Fetcher`. Requests for the same thing at the same time become one."""
        asked = headers or {}
        key = cache_key(url, asked)
        while under_way := self._asking.get(key):
            await under_way.wait()
        self._asking[key] = anyio.Event()
        try:
            return record_retrieval(await self._get(key, url, asked))
        finally:
            self._asking.pop(key).set()

    async def _get(self, key: str, url: str, asked: dict[str, str]) -> HttpResponse | Failure:
        now = None if self._offline else datetime.now(UTC)
        if held := await anyio.to_thread.run_sync(lambda: self._store.find(key, now=now)):
            return held
        if self._offline:
            reason = f"{self._endpoint.service.name} was not asked: --offline, and the store does not hold its answer"
            return Failure(status=Status.UNREACHABLE, reason=reason)
        return await _kept(self._endpoint, self._store, key, url, asked)


class RefreshingFetcher:
    """An endpoint that is asked each time; its last answer stands in for it offline."""

    def __init__(self, endpoint: Endpoint, store: Store, *, offline: bool) -> None:
        """`offline`: the store alone is asked."""
        self.max_bytes = endpoint.max_bytes
        self._endpoint, self._store = endpoint, store
        self._last = CachingFetcher(endpoint, store, offline=True) if offline else None

    async def get(self, url: str, headers: dict[str, str] | None = None) -> HttpResponse | Failure:
        """See `Fetcher`."""
        if self._last is not None:
            return await self._last.get(url, headers)
        asked = headers or {}
        return record_retrieval(await _kept(self._endpoint, self._store, cache_key(url, asked), url, asked))


async def _kept(endpoint: Endpoint, store: Store, key: str, url: str, asked: dict[str, str]) -> HttpResponse | Failure:
    """The endpoint's answer, written down before it is used."""
    answer = await endpoint.get(url, asked)
    if isinstance(answer, HttpResponse) and (answer.status < 500 or answer.header("memento-datetime")):
        with anyio.CancelScope(shield=True):  # an answer that came is kept, even while the run is being stopped
            return await anyio.to_thread.run_sync(store.keep, key, answer, asked)
    return answer
