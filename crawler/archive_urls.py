"""Archives' own addresses: which original page, captured when, an address of a web archive names. Pure."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

from crawler.urls import host_of

_MAX_NESTED = 3
_INNER = re.compile(r"/(https?|ftp)(?::|%3a)(?:/|%2f){1,2}", re.IGNORECASE)
_STAMP = re.compile(r"(\d{4,14})(?:[a-z]{2}_)?")
_DOTTED_STAMP = re.compile(r"(\d{4})\.(\d{2})\.(\d{2})-(\d{6})")  # archive.today: /2013.05.06-123456/http://…
_WAYBACK_HOSTS = frozenset({"web.archive.org", "wayback.archive.org", "liveweb.archive.org", "web-beta.archive.org"})
_ARCHIVE_HOSTS = _WAYBACK_HOSTS | {
    "archive.org", "arquivo.pt", "webarchive.org.uk", "webarchive.nationalarchives.gov.uk", "wayback.archive-it.org",
    "webarchive.loc.gov", "webarchive.parliament.uk", "vefsafn.is", "wayback.vefsafn.is", "veebiarhiiv.digar.ee",
    "archive.today", "archive.is", "archive.ph", "archive.li", "archive.fo", "archive.vn", "archive.md",
    "timetravel.mementoweb.org", "perma-archives.org", "swap.stanford.edu", "collectionscanada.gc.ca",
    "nukrobi2.nuk.uni-lj.si", "webarchive.bac-lac.gc.ca", "conifer.rhizome.org", "webcitation.org",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveUrl:
    """The original page that an archive's address names, and 4 to 14 digits of the capture's time, or None."""

    original: str
    timestamp: str | None


def parse_archive_url(url: str) -> ArchiveUrl | None:
    """Return what an archive's address names, or None if `url` is not such an address.

    Of a capture of a capture (archives archive each other), the inner one is returned, which shows the page itself.
    The common form `/…/<14 digits>[xx_]/<original>` is recognised on any host; shorter times, `*` and originals
    without a scheme only on hosts known to be archives.
    """
    found = None
    for _ in range(_MAX_NESTED):
        inner = _outer(found.original if found else url)
        if inner is None:
            break
        found = inner
    return found


def _outer(url: str) -> ArchiveUrl | None:
    """Return the capture that an address names, which may itself be of an archive's address."""
    host = host_of(url)
    if host == "webcitation.org" or host.endswith("webcache.googleusercontent.com"):
        return _from_query(url)
    known = host in _ARCHIVE_HOSTS or host.endswith(".archive.org")
    inner = _INNER.search(url, url.find("://") + 3)
    if inner is None:
        return _without_scheme(url) if host in _WAYBACK_HOSTS else None
    before = unquote(url[: inner.start()]).rpartition("/")[2]
    timestamp = _timestamp(before)
    if not known and (timestamp is None or len(timestamp) < 14):
        return None
    rest = url[inner.end() :]
    if "%3a" in inner.group().lower():
        rest = unquote(rest)
    return ArchiveUrl(original=f"{inner.group(1).lower()}://{rest}", timestamp=timestamp)


def _timestamp(segment: str) -> str | None:
    if dotted := _DOTTED_STAMP.fullmatch(segment):
        return "".join(dotted.groups())
    stamp = _STAMP.fullmatch(segment)
    return stamp.group(1) if stamp else None


def _without_scheme(url: str) -> ArchiveUrl | None:
    """`https://web.archive.org/web/2007/www.example.org/page`: an original without its scheme."""
    segments = urlsplit(url).path.split("/", 3)
    if len(segments) < 4 or segments[1] != "web" or "." not in segments[3].partition("/")[0]:
        return None
    query = urlsplit(url).query
    original = f"http://{segments[3]}" + (f"?{query}" if query else "")
    stamp = _timestamp(segments[2])
    return ArchiveUrl(original=original, timestamp=stamp) if stamp or segments[2] == "*" else None


def _from_query(url: str) -> ArchiveUrl | None:
    """WebCite (`?url=…&date=2008-01-05`) and Google's cache (`?q=cache:id:www.example.org/+words`)."""
    values = {name: value[0] for name, value in parse_qs(urlsplit(url).query).items()}
    if original := values.get("url"):
        digits = re.sub(r"\D", "", values.get("date", ""))[:14]
        return ArchiveUrl(original=original, timestamp=digits if len(digits) >= 4 else None)
    if (cached := values.get("q", "")).startswith("cache:"):
        address = cached.removeprefix("cache:").split(" ")[0]
        head, _, tail = address.partition(":")
        if tail and not tail.startswith("//") and "." not in head:
            address = tail
        return ArchiveUrl(original=address if "://" in address else f"http://{address}", timestamp=None)
    return None
