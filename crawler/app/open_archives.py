"""From the names that a user gives with `--archive` to open archives."""

import logging
import sqlite3
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import anyio.to_thread

from crawler.app.archive_names import ArchiveName, read_name
from crawler.app.open_crawls import open_ranged
from crawler.archives.interface import Archive
from crawler.archives.live import LiveWeb
from crawler.archives.local.archive import LocalArchive, open_local
from crawler.archives.memento import MementoArchive
from crawler.archives.wayback import WaybackArchive
from crawler.net.rate_limits import UNLIMITED, UNSTATED_PER_MINUTE
from crawler.net.retrying import RetryPolicy, Service
from crawler.settings import Settings
from crawler.storage.caching_fetcher import RefreshingFetcher
from crawler.storage.disk_errors import opening_error
from crawler.storage.network import Network, Share, open_network
from crawler.urls import OWN_HOSTS, host_of

_log = logging.getLogger(__name__)

_MAX_NOTES = 10
NO_CONTACT = "archives ask who runs this: set --contact, an e-mail or web address (or CITEWATCH_CONTACT)."


@asynccontextmanager
async def open_archives(
    settings: Settings,
    retry_policy: RetryPolicy | None = None,
    share: Share | None = None,
    notes: list[str] | None = None,
) -> AsyncIterator[tuple[Archive, ...]]:
    """Open the archives that `settings` names, in that order, and close them with the context.

    Args:
        settings: the settings of the run.
        retry_policy: how often and how long to retry; None for the usual.
        share: what this process shares of the network with others; None if it is alone.
        notes: is given what was repaired in the store and what is wrong with local archives, a sentence each.

    Yields:
        the archives; the live web comes last, where the settings ask for it.

    Raises:
        ConfigurationError: a name is not that of an archive, or what reads it is not installed.
        ArchiveFileError: a local archive is missing or cannot be read as one.
        StoreError: the disk of the store is full, or became full; that is raised at the end.
    """
    notes = [] if notes is None else notes
    async with AsyncExitStack() as stack:
        opened: list[Archive] = []
        names = [read_name(name) for name in settings.archive]
        remote = settings.live or any(name.remote and not name.stored for name in names)
        network = await stack.enter_async_context(open_network(settings, retry_policy, share)) if remote else None
        notes += network.store.notes if network else ()
        asks = network is not None and not settings.offline
        if asks and settings.contact is None and (settings.live or any(map(_public, names))):
            _log.warning("%s", NO_CONTACT)
        for name in names:
            if name.kind in ("crawls", "collection"):
                opened.append(await open_ranged(name, settings, network))
                continue
            if network and name.remote:
                opened.append(_asked(name, network))
                continue
            local = await anyio.to_thread.run_sync(_local, name.name, settings)
            stack.callback(local.close)
            for problem in local.problems:
                _log.warning("%s", problem)
            notes += _damage(local)
            opened.append(local)
        if network and settings.live:
            opened.append(_live(network, settings))
        yield tuple(opened)


def _damage(archive: LocalArchive) -> list[str]:
    """Return what is wrong with a local archive, a sentence each, at most ten."""
    notes = list(archive.problems[:_MAX_NOTES])
    if (more := len(archive.problems) - _MAX_NOTES) > 0:
        notes.append(f"{archive.name} has {more} more damaged records or files.")
    return notes


def _public(name: ArchiveName) -> bool:
    """Return whether requests to an archive go to other machines."""
    place = name.base or (name.site.timegate if name.site else "")
    return name.remote and not name.stored and host_of(place) not in OWN_HOSTS


def _pace(host: str) -> float:
    """Return the most requests a minute to a live host, which states no limit."""
    return UNLIMITED if host in OWN_HOSTS else UNSTATED_PER_MINUTE


def _local(name: str, settings: Settings) -> LocalArchive:
    indexes = settings.store / "indexes"
    try:
        return open_local(Path(name), indexes, max_bytes=settings.max_bytes)
    except (OSError, sqlite3.Error) as error:
        if not settings.offline:
            raise opening_error(indexes, error) from error
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:  # an open file outlives its folder
        return open_local(Path(name), Path(folder), max_bytes=settings.max_bytes)


def _live(network: Network, settings: Settings) -> LiveWeb:
    def fetcher_of(host: str) -> RefreshingFetcher:
        return network.refreshing_fetcher(Service(host), _pace(host))

    return LiveWeb(fetcher_of, obey_robots=settings.obey_robots)


def _asked(name: ArchiveName, network: Network) -> Archive:
    """Open an archive that is asked for captures by their dates."""
    site, service = name.site, Service(name.name)
    assert site is not None
    playback = network.caching_fetcher(service, site.playback_per_minute)
    index = network.caching_fetcher(service, site.index_per_minute)
    if name.kind == "wayback":
        return WaybackArchive(playback, index)
    return MementoArchive(name.name, site, playback, index)
