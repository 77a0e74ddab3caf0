"""Opens Common Crawl, stores laid out like it, and collections of WARC files, which are read by ranges of bytes."""

from claims.errors import ConfigurationError
from crawler.app.archive_names import ArchiveName
from crawler.archives.crawls.collection import WACZ, Collection
from crawler.archives.crawls.common_crawl import CRAWL_LIST, LISTS, CommonCrawl, CrawlStore
from crawler.archives.interface import Archive
from crawler.archives.ranges.http_files import HttpFiles
from crawler.archives.ranges.interface import RangedFiles
from crawler.archives.ranges.object_storage import StoredFiles
from crawler.net.rate_limits import COMMON_CRAWL_INDEX_PER_MINUTE
from crawler.net.retrying import RetryPolicy, Service
from crawler.settings import Settings
from crawler.storage.network import Network

RANGES = RetryPolicy(attempts=5, backoff=2.0, max_backoff=30.0, slow_down=1.0)
"""status.commoncrawl.org: a 503 means that all clients together ask too often, retry at most once a second; cdx_toolkit
waits 1 second after the first and twice as long after each other one, up to 30 (`myrequests.py`)."""


async def open_ranged(name: ArchiveName, settings: Settings, network: Network | None) -> Archive:
    """Open the archive of a name of the kind `crawls` or `collection`; `network` is None if nothing needs it.

    Raises:
        ConfigurationError: what reads it is not installed, it needs the network and the run is offline, or it has no
            crawl of a name that the user gives.
    """
    if name.stored and name.remote and settings.offline:
        mend = "Leave --offline out, or name a copy on this machine."
        raise ConfigurationError("object storage cannot be read with --offline.", place=name.name, mend=mend)
    if name.kind == "crawls":
        data, tables = _files(name.name, name.base, name.per_minute, network)
        lists = data
        if name.lists != name.base:
            lists, _ = _files(LISTS, name.lists, COMMON_CRAWL_INDEX_PER_MINUTE, network)
        store = CrawlStore(name=name.name, data=data, tables=tables, lists=lists, crawls=settings.crawl)
        archive = CommonCrawl(store, max_bytes=settings.max_bytes)
        if unknown := await archive.unknown_crawls():
            mend = f"{name.lists}/{CRAWL_LIST} lists the crawls."
            raise ConfigurationError(f"it has no crawl {', '.join(unknown)}.", place=name.name, mend=mend)
        return archive
    if name.stored:
        stored = StoredFiles(name.name, name.base)
        return Collection(stored, stored.paths, max_bytes=settings.max_bytes)
    folder, _, file = name.base.rpartition("/")
    path = "" if file.endswith(WACZ) else file
    files, _ = _files(name.name, name.base if not path else folder, name.per_minute, network)

    async def paths() -> tuple[str, ...]:
        return (path,)

    return Collection(files, paths, max_bytes=settings.max_bytes)


def _files(name: str, base: str, per_minute: float, network: Network | None) -> tuple[RangedFiles, RangedFiles]:
    """Return files, and the same for reading what is not to be stored."""
    if not base.startswith(("http://", "https://")):
        stored = StoredFiles(name, base)
        return stored, stored
    assert network is not None
    fetcher = network.caching_fetcher(Service(name), per_minute, RANGES)
    unstored = fetcher if network.settings.offline else fetcher.endpoint
    return HttpFiles(name, base, fetcher), HttpFiles(name, base, unstored)
