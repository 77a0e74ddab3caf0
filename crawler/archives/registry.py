"""From the names that a user gives archives by to the archives themselves."""

import logging
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager
from pathlib import Path

import anyio.to_thread

from claims.errors import ConfigurationError
from crawler.archives.interface import Archive
from crawler.archives.warc import LocalArchive, open_local
from crawler.settings import Settings

_log = logging.getLogger(__name__)


@asynccontextmanager
async def open_archives(settings: Settings) -> AsyncIterator[tuple[Archive, ...]]:
    """The archives that `settings` names, in that order, open for as long as the context is.

    Raises:
        ConfigurationError: a name is no archive that citewatch knows.
        ArchiveFileError: a local archive is missing or cannot be read as one.
    """
    with ExitStack() as stack:
        opened = []
        for name in settings.archive:
            archive = await anyio.to_thread.run_sync(_open, name, settings)
            stack.callback(archive.close)
            for problem in archive.problems:
                _log.warning("%s", problem)
            opened.append(archive)
        yield tuple(opened)


def _open(name: str, settings: Settings) -> LocalArchive:
    if name == "wayback" or name.startswith(("http://", "https://")):
        mend = "Name a .warc, .warc.gz, .wacz or .arc file, or a folder of them, with --archive."
        raise ConfigurationError("this version reads local archives only.", place=name, mend=mend)
    return open_local(Path(name), settings.store / "indexes", max_bytes=settings.max_bytes)
