"""Names and URLs of wiki pages, parsed into the wiki, the title and the revision. Pure."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote

from crawler.urls import host_of, split_web_url

# Hosts of the Wikimedia projects. Pages of any other wiki are recognised only with `--wiki`.
_PROJECTS = re.compile(
    r"(?:[a-z0-9-]+\.)?(?:m\.)?"
    r"(wikipedia|wikivoyage|wikinews|wikibooks|wikiversity|wiktionary|wikiquote|wikisource)\.org"
)
_PERMALINK = re.compile(r"special:(?:permalink|permanentlink)/(\d+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class WikiAddress:
    """A page of a MediaWiki.

    Attributes:
        base: scheme and host of the wiki, without a trailing slash.
        title: with spaces, not underscores; None if the URL has the revision alone.
        revision: the revision that the URL pins; None for the latest.
    """

    base: str
    title: str | None
    revision: int | None


def parse_address(text: str, wiki: str) -> WikiAddress | None:
    """Parse a name or URL of a wiki page; return None if `text` is neither.

    The forms are `wiki:Title`, `https://de.wikipedia.org/wiki/Title`, mobile hosts, language variants
    (`/zh-hans/Title`), `?oldid=123` on any of these, `/w/index.php?title=Title&oldid=123` and
    `Special:Permalink/123`, each on Wikimedia's projects and on `wiki`.

    Args:
        text: what the user names.
        wiki: scheme and host of the MediaWiki that holds `wiki:Title`.
    """
    base = wiki.rstrip("/")
    if text.startswith("wiki:"):
        return WikiAddress(base=base, title=_title(text.removeprefix("wiki:")), revision=None)
    parts = split_web_url(text)
    host = (parts.hostname or "").lower() if parts else ""
    if parts is None or not (_PROJECTS.fullmatch(host) or host_of(text) == host_of(base)):
        return None
    if _PROJECTS.fullmatch(host):
        base = "https://" + host.replace(".m.", ".")
    query = parse_qs(parts.query)
    title = query["title"][0] if "title" in query else _path_title(parts.path)
    permalink = _PERMALINK.fullmatch(title.replace(" ", "_")) if title else None
    if permalink:
        return WikiAddress(base=base, title=None, revision=int(permalink[1]))
    oldid = query.get("oldid", [""])[0]
    revision = int(oldid) if oldid.isascii() and oldid.isdigit() else None
    if title is None and revision is None:
        return None
    return WikiAddress(base=base, title=_title(title) if title else None, revision=revision)


def _path_title(path: str) -> str | None:
    """The title in `/wiki/Title` or `/zh-hans/Title`; a title may contain slashes."""
    _, first, *rest = path.split("/", 2) if path.count("/") >= 2 else ("", "", "")
    if first == "w" or not rest or not rest[0]:
        return None
    return unquote(rest[0])


def _title(title: str) -> str:
    return unquote(title).replace("_", " ").strip()
