"""One run's way to the network: one client, one store of what was answered, and the fetchers made of them."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import anyio.to_thread

import claims
from crawler.net.client import Client
from crawler.net.rate_limits import RateLimiter
from crawler.net.retrying import Endpoint, RetryPolicy, Service
from crawler.net.run_budget import RunBudget
from crawler.settings import Settings
from crawler.storage.caching_fetcher import CachingFetcher, RefreshingFetcher
from crawler.storage.store import Store

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The client, the store and the limits of a run, from which fetchers are made."""

    client: Client
    store: Store
    settings: Settings
    retry_policy: RetryPolicy | None
    budget: RunBudget

    def caching_fetcher(self, service: Service, per_minute: float) -> CachingFetcher:
        """Return a fetcher of what does not change, at the user's rate if there is one."""
        return CachingFetcher(self._endpoint(service, per_minute), self.store, offline=self.settings.offline)

    def refreshing_fetcher(self, service: Service, per_minute: float) -> RefreshingFetcher:
        """Return a fetcher of what may have changed since it was last asked for."""
        return RefreshingFetcher(self._endpoint(service, per_minute), self.store, offline=self.settings.offline)

    def endpoint(self, name: str, per_minute: float) -> Endpoint:
        """Return an endpoint whose responses are not stored."""
        return self._endpoint(Service(name), per_minute)

    def _endpoint(self, service: Service, per_minute: float) -> Endpoint:
        rate = self.settings.rate
        return Endpoint(
            service, self.client, RateLimiter(rate * 60 if rate else per_minute), self.retry_policy, self.budget
        )


@asynccontextmanager
async def open_network(settings: Settings, retry_policy: RetryPolicy | None = None) -> AsyncIterator[Network]:
    """Open the network for as long as the context lasts. Nothing is sent before a fetcher is asked.

    Raises:
        ConfigurationError: the store cannot be opened, or another run is using it.
    """
    store = await anyio.to_thread.run_sync(lambda: Store(settings.store / "fetched", writing=not settings.offline))
    try:
        for note in store.notes:
            _log.warning("%s", note)
        async with _client(settings) as client:
            budget = RunBudget(settings.max_requests, settings.max_time)
            yield Network(client=client, store=store, settings=settings, retry_policy=retry_policy, budget=budget)
    finally:
        store.close()


def _client(settings: Settings) -> Client:
    contact = f" ({settings.contact})" if settings.contact else ""
    return Client(
        user_agent=f"citewatch/{claims.__version__}{contact}",
        max_bytes=settings.max_bytes,
        timeout=settings.timeout,
        allow_private=settings.allow_private,
    )
