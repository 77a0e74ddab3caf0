"""From the names that a user gives with `--archive` to open archives.

A name is `wayback`, a preset (`arquivo.pt`), the base URL of any Memento archive, or a file or folder.
"""

import logging
import sqlite3
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import anyio.to_thread

from claims.errors import ConfigurationError
from claims.references.urls import without_credentials
from crawler.archives.interface import Archive
from crawler.archives.live import LiveWeb
from crawler.archives.local.archive import LocalArchive, open_local
from crawler.archives.memento import PRESETS, MementoArchive, MementoSite, site_at
from crawler.archives.wayback import HOME, WaybackArchive
from crawler.net.rate_limits import (
    UNLIMITED,
    UNSTATED_PER_MINUTE,
    WAYBACK_INDEX_PER_MINUTE,
    WAYBACK_PLAYBACK_PER_MINUTE,
)
from crawler.net.retrying import RetryPolicy, Service
from crawler.settings import Settings
from crawler.storage.disk_errors import opening_error
from crawler.storage.network import Network, Share, open_network
from crawler.urls import host_of, split_web_url

_log = logging.getLogger(__name__)

WAYBACK = "wayback"
_WAYBACK_PLACE = MementoSite(
    timegate=HOME, raw="", view="", index_per_minute=WAYBACK_INDEX_PER_MINUTE,
    playback_per_minute=WAYBACK_PLAYBACK_PER_MINUTE,
)  # fmt: skip
_MAX_NOTES = 10
NO_CONTACT = "archives ask who runs this: set --contact, an e-mail or web address (or CITEWATCH_CONTACT)."
_OWN_HOSTS = ("localhost", "127.0.0.1", "::1")


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
        ConfigurationError: a name is not that of an archive.
        ArchiveFileError: a local archive is missing or cannot be read as one.
        StoreError: the disk of the store is full, or became full; that is raised at the end.
    """
    notes = [] if notes is None else notes
    async with AsyncExitStack() as stack:
        opened: list[Archive] = []
        remote = settings.live or any(map(is_remote, settings.archive))
        network = await stack.enter_async_context(open_network(settings, retry_policy, share)) if remote else None
        notes += network.store.notes if network else ()
        if network and settings.contact is None and _public(settings):
            _log.warning("%s", NO_CONTACT)
        for name in settings.archive:
            if network and is_remote(name):
                opened.append(_remote(name, network))
                continue
            local = await anyio.to_thread.run_sync(_local, name, settings)
            stack.callback(local.close)
            for problem in local.problems:
                _log.warning("%s", problem)
            notes += _damage(local)
            opened.append(local)
        if network and settings.live:
            opened.append(LiveWeb(lambda host: network.refreshing_fetcher(Service(host), _pace(host))))
        yield tuple(opened)


def _damage(archive: LocalArchive) -> list[str]:
    """Return what is wrong with a local archive, a sentence each, at most ten."""
    notes = list(archive.problems[:_MAX_NOTES])
    if (more := len(archive.problems) - _MAX_NOTES) > 0:
        notes.append(f"{archive.name} has {more} more damaged records or files.")
    return notes


def is_remote(name: str) -> bool:
    """Return whether this name is that of an archive on the network; else it is a file or folder."""
    return name == WAYBACK or name in PRESETS or "://" in name


def place_of(name: str) -> MementoSite:
    """Return the URLs of the remote archive of this name, and its rate limits.

    Raises:
        ConfigurationError: the name is not that of an archive.
    """
    if name == WAYBACK:
        return _WAYBACK_PLACE
    if name in PRESETS:
        return PRESETS[name]
    parts = split_web_url(name)
    if parts is None:
        known = ", ".join([WAYBACK, *PRESETS])
        mend = f"Give {known}, the http(s) URL of a Memento archive, or a file."
        raise ConfigurationError("this is not the name of an archive.", place=name, mend=mend)
    if parts.username or parts.password:
        place = without_credentials(name)
        mend = "Use an archive that needs none: its address is in every report."
        raise ConfigurationError("the address of an archive must not hold a password.", place=place, mend=mend)
    return site_at(name, per_minute=_pace(host_of(name)))


def _public(settings: Settings) -> bool:
    """Return whether requests go to other machines."""
    remote = (name for name in settings.archive if is_remote(name))
    return settings.live or any(host_of(name) not in _OWN_HOSTS for name in remote)


def _pace(host: str) -> float:
    """Requests a minute to a host that states no limit."""
    return UNLIMITED if host in _OWN_HOSTS else UNSTATED_PER_MINUTE


def _local(name: str, settings: Settings) -> LocalArchive:
    indexes = settings.store / "indexes"
    try:
        return open_local(Path(name), indexes, max_bytes=settings.max_bytes)
    except (OSError, sqlite3.Error) as error:
        raise opening_error(indexes, error) from error


def _remote(name: str, network: Network) -> Archive:
    place, service = place_of(name), Service(name)
    playback = network.caching_fetcher(service, place.playback_per_minute)
    index = network.caching_fetcher(service, place.index_per_minute)
    if name == WAYBACK:
        return WaybackArchive(playback, index)
    return MementoArchive(name, place, playback, index)
