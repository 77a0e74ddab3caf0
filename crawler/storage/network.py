"""One run's way to the network: one client, one store of what was answered, and the fetchers made of them."""

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

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


def own_limiter(service: Service, per_minute: float) -> RateLimiter:
    """Return a limiter of this process's own."""
    return RateLimiter(per_minute)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What a process shares of the network with the others of its run.

    Attributes:
        fetched: the folder of the store that this process writes to; None for that of the settings.
        limiter: makes the limiter of an endpoint of a service, by its requests a minute.
    """

    fetched: Path | None = None
    limiter: Callable[[Service, float], RateLimiter] = own_limiter


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The client, the store and the limits of a run, from which fetchers are made."""

    client: Client
    store: Store
    settings: Settings
    retry_policy: RetryPolicy | None
    budget: RunBudget
    share: Share = field(default_factory=Share)

    def caching_fetcher(
        self, service: Service, per_minute: float, retry_policy: RetryPolicy | None = None
    ) -> CachingFetcher:
        """Return a fetcher of what does not change, at the user's rate if there is one.

        Args:
            service: the host.
            per_minute: the most requests a minute; 0 is unlimited.
            retry_policy: how often and how long to retry, unless the run has a policy; None for the usual.
        """
        endpoint = self._endpoint(service, per_minute, retry_policy)
        return CachingFetcher(endpoint, self.store, offline=self.settings.offline)

    def refreshing_fetcher(self, service: Service, per_minute: float) -> RefreshingFetcher:
        """Return a fetcher of what may have changed since it was last asked for."""
        return RefreshingFetcher(self._endpoint(service, per_minute), self.store, offline=self.settings.offline)

    def endpoint(self, name: str, per_minute: float) -> Endpoint:
        """Return an endpoint whose responses are not stored."""
        return self._endpoint(Service(name), per_minute)

    def _endpoint(self, service: Service, per_minute: float, retry_policy: RetryPolicy | None = None) -> Endpoint:
        rate = self.settings.rate
        limiter = self.share.limiter(service, rate * 60 if rate else per_minute)
        return Endpoint(service, self.client, limiter, self.retry_policy or retry_policy, self.budget)


@asynccontextmanager
async def open_network(
    settings: Settings, retry_policy: RetryPolicy | None = None, share: Share | None = None
) -> AsyncIterator[Network]:
    """Open the network for as long as the context lasts. Nothing is sent before a fetcher is asked.

    Raises:
        ConfigurationError: the store cannot be opened, or another run is using it.
        StoreError: at the end, if the disk became full: nothing was kept or asked for after that.
    """
    share = share or Share()
    fetched = share.fetched or settings.store / "fetched"
    store = await anyio.to_thread.run_sync(lambda: Store(fetched, writing=not settings.offline))
    try:
        for note in store.notes:
            _log.warning("%s", note)
        async with _client(settings) as client:
            budget = RunBudget(settings.max_requests, settings.max_time)
            yield Network(
                client=client, store=store, settings=settings, retry_policy=retry_policy, budget=budget, share=share
            )
        if store.trouble:
            raise store.trouble
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
