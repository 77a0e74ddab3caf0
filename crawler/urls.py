"""Addresses of pages: the key under which archives index a page, and which addresses are the same page. Pure.

The rules are those of the Internet Archive's IAURLCanonicalizer (webarchive-commons). `surt` on PyPI makes the same
keys, but dates from 2019, is under the AGPL, downloads a list of public suffixes at its first use (by tldextract), and
removes session ids with expressions that backtrack over the whole query.
"""

import re
from functools import lru_cache
from urllib.parse import SplitResult, quote_from_bytes, unquote, unquote_to_bytes, urljoin, urlsplit

import idna

from claims.references.links.urls import without_credentials

OWN_HOSTS = ("localhost", "127.0.0.1", "::1")
"""Names of this computer: who asks it alone needs no pause between requests."""

_DEFAULT_PORTS = {"http": "80", "https": "443"}
# Nested escapes (%2525) are undone this often; the archives' canonicalisers do it without limit.
_UNESCAPE_ROUNDS = 8
_WWW = re.compile(r"www\d*\.(?=.)")
_SLASHES = re.compile(r"/{2,}")
# IAURLCanonicalizer.java, URLRegexTransformer.java: session ids of PHP, Java, ASP and ColdFusion.
_SESSION_PARAMETER = re.compile(
    r"(?:(?:jsessionid|phpsessid|sid)=[0-9a-z]{32}|aspsessionid[a-z]{8}=[a-z]{24}|(?:cfid|cftoken)=.+)", re.IGNORECASE
)
_SESSION_PATH = re.compile(r";jsessionid=[0-9a-z]{32}(?=[?/]|$)|/\((?:[a-z]\([0-9a-z]{24}\))+\)(?=/)", re.IGNORECASE)


@lru_cache(maxsize=65_536)
def surt_key(url: str) -> str:
    """Return the SURT key of an address: `https://WWW.Example.org:443/b/?y=2&x=1` gives `org,example)/b?x=1&y=2`.

    Scheme, `www`, case, default port, user, fragment, order of parameters, session ids, unneeded escapes and a
    trailing slash do not matter. Two pages with one key may differ: see `same_page`.
    """
    scheme, host, port, path, query = _parts(url)
    host = _WWW.sub("", host, count=1) if host.startswith("www") else host
    key = ",".join(reversed(host.split(".")))
    if port and port != _DEFAULT_PORTS.get(scheme):
        key += f":{port}"
    path = _SESSION_PATH.sub("", path).lower()
    if len(path) > 1:
        path = path.rstrip("/") or "/"
    kept = sorted(p for p in query.lower().split("&") if p and not _SESSION_PARAMETER.fullmatch(p))
    return f"{key}){path}" + (f"?{'&'.join(kept)}" if kept else "")


def same_page(one: str, other: str) -> bool:
    """Return whether two addresses have one key and also agree in the case of path and query."""

    def page(url: str) -> tuple[str, str]:
        _, _, _, path, query = _parts(url)
        return path.rstrip("/"), "&".join(sorted(query.split("&")))

    return surt_key(one) == surt_key(other) and page(one) == page(other)


def is_front_page(url: str) -> bool:
    """Return whether an address is a site's front page: no path but an index file, no query."""
    _, _, _, path, query = _parts(url)
    name = path.strip("/").lower()
    return not query and (not name or name.partition(".")[0] in ("index", "default", "home"))


def host_of(url: str) -> str:
    """Return the host of an address in lower-case ASCII, without `www`; empty if it has none."""
    host = _parts(url)[1]
    return _WWW.sub("", host, count=1) if host.startswith("www") else host


def split_web_url(url: str) -> SplitResult | None:
    """Return the parts of an http(s) address, or None if `url` is not one: another scheme, no host, broken brackets."""
    try:
        parts = urlsplit(url)
        usable = parts.scheme.lower() in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    return parts if usable else None


def resolve_link(base: str, location: str) -> str:
    """Return the address of `location`, relative to `base`; `location` itself if it cannot be parsed.

    User names and passwords in it are left out.
    """
    try:
        return without_credentials(urljoin(base, location))
    except ValueError:
        return location


def _parts(url: str) -> tuple[str, str, str, str, str]:
    """Return scheme, host, port, path and query, each normalised."""
    url = re.sub(r"[\t\r\n]", "", url.strip())
    if "://" not in url[:12]:
        url = "http://" + url.lstrip("/")
    try:
        split = urlsplit(url)
        host, port = split.hostname or "", str(split.port or "")
    except ValueError:  # an odd port or bracket: a key all the same, of that address alone
        return "", url.lower(), "", "/", ""
    return split.scheme.lower(), _host(host), port, _path(split.path), _escape(split.query)


def _host(host: str) -> str:
    host = unquote(host).strip(".").lower()
    if host.isascii():
        return host
    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except idna.IDNAError:
        return host


def _path(path: str) -> str:
    """Return the path with `.`, `..` and doubled slashes resolved and escapes normalised; never empty."""
    resolved: list[str] = []
    parts = _SLASHES.sub("/", path).split("/")[1:] or [""]
    for part in parts:
        if part == "..":
            resolved[-1:] = []
        elif part != ".":
            resolved.append(part)
    if parts[-1] in (".", ".."):
        resolved.append("")
    return _escape("/" + "/".join(resolved))


def _escape(text: str) -> str:
    """Undo all escapes, then escape only what an address must not hold."""
    octets = text.encode("utf-8", "surrogatepass")
    for _ in range(_UNESCAPE_ROUNDS):
        plain = unquote_to_bytes(octets)
        if plain == octets:
            break
        octets = plain
    return quote_from_bytes(octets, safe="!\"$&'()*+,-./:;<=>?@[\\]^_`{|}~")
