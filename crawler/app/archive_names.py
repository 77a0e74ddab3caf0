"""What the names mean that a user gives with `--archive`.

A name is `wayback`, a preset (`arquivo.pt`), or the base URL of any Memento archive; `cc` for Common Crawl, or
`cc:BASE` for a store with the same layout; the URL of a WACZ or of an index of captures, or a folder in object storage
(`s3://…`); or a local file or folder.
"""

from dataclasses import dataclass
from typing import Literal

from claims.errors import ConfigurationError
from claims.references.links.urls import without_credentials
from crawler.archives.crawls.collection import INDEXES, WACZ
from crawler.archives.crawls.common_crawl import DATA, LISTS
from crawler.archives.memento import PRESETS, MementoSite, site_at
from crawler.archives.ranges.object_storage import LOCAL, PACKAGES
from crawler.archives.wayback import HOME
from crawler.net.rate_limits import (
    COMMON_CRAWL_DATA_PER_MINUTE,
    UNLIMITED,
    UNSTATED_PER_MINUTE,
    WAYBACK_INDEX_PER_MINUTE,
    WAYBACK_PLAYBACK_PER_MINUTE,
)
from crawler.urls import OWN_HOSTS, host_of, split_web_url

WAYBACK, COMMON_CRAWL = "wayback", "cc"
_CRAWL_STORE = "cc:"
_WAYBACK_SITE = MementoSite(
    timegate=HOME, raw="", view="", index_per_minute=WAYBACK_INDEX_PER_MINUTE,
    playback_per_minute=WAYBACK_PLAYBACK_PER_MINUTE,
)  # fmt: skip

Kind = Literal["wayback", "memento", "crawls", "collection", "file"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveName:
    """What a name means.

    Attributes:
        name: as the user wrote it.
        kind: which kind of archive it is.
        base: address of its files, for crawls and collections; path of a file.
        lists: address of the list of crawls.
        site: addresses and rates of an archive that is asked for captures, or None.
        per_minute: the most requests a minute for captures; 0 is unlimited.
    """

    name: str
    kind: Kind
    base: str = ""
    lists: str = ""
    site: MementoSite | None = None
    per_minute: float = UNLIMITED

    @property
    def remote(self) -> bool:
        """Whether it is on the network."""
        return self.kind in ("wayback", "memento") or (bool(self.base) and scheme(self.base) not in ("", *LOCAL))

    @property
    def stored(self) -> bool:
        """Whether fsspec reads its files, rather than HTTP requests."""
        return self.kind in ("crawls", "collection") and scheme(self.base) not in ("http", "https")


def read_name(name: str) -> ArchiveName:
    """Return what a name means.

    Raises:
        ConfigurationError: the name is not that of an archive.
    """
    if name == WAYBACK:
        return ArchiveName(name=name, kind="wayback", site=_WAYBACK_SITE, per_minute=WAYBACK_PLAYBACK_PER_MINUTE)
    if name in PRESETS:
        site = PRESETS[name]
        return ArchiveName(name=name, kind="memento", site=site, per_minute=site.playback_per_minute)
    if name == COMMON_CRAWL:
        return _crawls(name, DATA, LISTS)
    if name.startswith(_CRAWL_STORE):
        base = name.removeprefix(_CRAWL_STORE)
        base = base if "://" in base else f"file://{base}"
        _refuse_unknown(name, base)
        return _crawls(name, base, base)
    if "://" not in name:
        return ArchiveName(name=name, kind="file", base=name)
    _refuse_unknown(name, name)
    if scheme(name) not in ("http", "https") or name.endswith((*INDEXES, WACZ)):
        return ArchiveName(name=name, kind="collection", base=name, per_minute=_pace(name))
    site = site_at(name, per_minute=_pace(name))
    return ArchiveName(name=name, kind="memento", site=site, per_minute=site.playback_per_minute)


def scheme(url: str) -> str:
    """Return the scheme of a URL, empty if there is none."""
    before, separator, _ = url.partition("://")
    return before.lower() if separator else ""


def _crawls(name: str, base: str, lists: str) -> ArchiveName:
    pace = COMMON_CRAWL_DATA_PER_MINUTE if base == DATA else _pace(base)
    return ArchiveName(name=name, kind="crawls", base=base, lists=lists, per_minute=pace)


def _refuse_unknown(name: str, base: str) -> None:
    """Refuse what is no address of an archive, or holds a password."""
    if scheme(base) in PACKAGES and len(base) > len(f"{scheme(base)}://"):
        return
    parts = split_web_url(base)
    if parts is None:
        known = ", ".join([WAYBACK, COMMON_CRAWL, *PRESETS])
        mend = f"Give {known}, the http(s) URL of a Memento archive, or a file."
        raise ConfigurationError("this is not the name of an archive.", place=name, mend=mend)
    if parts.username or parts.password:
        place = without_credentials(base)
        mend = "Use an archive that needs none: its address is in every report."
        raise ConfigurationError("the address of an archive must not hold a password.", place=place, mend=mend)


def _pace(base: str) -> float:
    """Return the most requests a minute to a host that states no limit."""
    return UNSTATED_PER_MINUTE if scheme(base) in ("http", "https") and host_of(base) not in OWN_HOSTS else UNLIMITED
