"""From the names that a user gives archives by to the archives themselves.

A name is `wayback`, a preset (`arquivo.pt`), the base address of any Memento archive, or a file or folder.
"""

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit

import anyio.to_thread

import claims
from claims.errors import ConfigurationError
from crawler.archives.interface import Archive
from crawler.archives.memento import PRESETS, MementoArchive, Place, at
from crawler.archives.warc import LocalArchive, open_local
from crawler.archives.wayback import HOME, WaybackArchive
from crawler.client import Client
from crawler.limits import UNLIMITED, WAYBACK_INDEX_PER_MINUTE, WAYBACK_PLAYBACK_PER_MINUTE, Limiter
from crawler.remembering import Remembering
from crawler.retrying import Endpoint, Patience, Service
from crawler.settings import Settings
from crawler.store import Store

_log = logging.getLogger(__name__)

WAYBACK = "wayback"
_WAYBACK_PLACE = Place(
    timegate=HOME, raw="", view="", index_per_minute=WAYBACK_INDEX_PER_MINUTE,
    playback_per_minute=WAYBACK_PLAYBACK_PER_MINUTE,
)  # fmt: skip
_OWN_HOSTS = ("localhost", "127.0.0.1", "::1")


@asynccontextmanager
async def open_archives(settings: Settings, patience: Patience | None = None) -> AsyncIterator[tuple[Archive, ...]]:
    """The archives that `settings` names, in that order, open for as long as the context is.

    Raises:
        ConfigurationError: a name is no archive that citewatch knows.
        ArchiveFileError: a local archive is missing or cannot be read as one.
    """
    async with AsyncExitStack() as stack:
        opened: list[Archive] = []
        connect = await _connecting(stack, settings, patience) if any(map(is_remote, settings.archive)) else None
        for name in settings.archive:
            if connect and is_remote(name):
                opened.append(connect(name))
                continue
            local = await anyio.to_thread.run_sync(_local, name, settings)
            stack.callback(local.close)
            for problem in local.problems:
                _log.warning("%s", problem)
            opened.append(local)
        yield tuple(opened)


def is_remote(name: str) -> bool:
    """Whether an archive of this name is asked over the network; else it is a file or folder."""
    return name == WAYBACK or name in PRESETS or "://" in name


def place_of(name: str) -> Place:
    """Where the remote archive of this name is, and how often it may be asked.

    Raises:
        ConfigurationError: a name is no archive that citewatch knows.
    """
    if name == WAYBACK:
        return _WAYBACK_PLACE
    if name in PRESETS:
        return PRESETS[name]
    parts = urlsplit(name)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        known = ", ".join([WAYBACK, *PRESETS])
        mend = f"Name one of {known}, the http(s) address of a Memento archive, or a file, with --archive."
        raise ConfigurationError("no archive is known by this name.", place=name, mend=mend)
    return at(name, per_minute=UNLIMITED) if parts.hostname in _OWN_HOSTS else at(name)


def _local(name: str, settings: Settings) -> LocalArchive:
    return open_local(Path(name), settings.store / "indexes", max_bytes=settings.max_bytes)


async def _connecting(stack: AsyncExitStack, settings: Settings, patience: Patience | None) -> Callable[[str], Archive]:
    """What makes the remote archives, which share one client and one store."""
    store = await anyio.to_thread.run_sync(lambda: Store(settings.store / "fetched", writing=not settings.offline))
    stack.callback(store.close)
    for note in store.notes:
        _log.warning("%s", note)
    client = await stack.enter_async_context(_client(settings))

    def connect(name: str) -> Archive:
        return _remote(name, client, store, settings, patience)

    return connect


def _client(settings: Settings) -> Client:
    contact = f" ({settings.contact})" if settings.contact else ""
    return Client(
        user_agent=f"citewatch/{claims.__version__}{contact}",
        max_bytes=settings.max_bytes,
        timeout=settings.timeout,
        allow_private=settings.allow_private,
    )


def _remote(name: str, client: Client, store: Store, settings: Settings, patience: Patience | None) -> Archive:
    place = place_of(name)
    service = Service(name)

    def fetcher(per_minute: float) -> Remembering:
        limiter = Limiter(settings.rate * 60 if settings.rate else per_minute)
        return Remembering(Endpoint(service, client, limiter, patience), store, offline=settings.offline)

    playback, index = fetcher(place.playback_per_minute), fetcher(place.index_per_minute)
    if name == WAYBACK:
        return WaybackArchive(playback, index)
    return MementoArchive(name, place, playback, index)
