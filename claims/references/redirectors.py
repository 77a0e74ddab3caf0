"""Redirectors: addresses that only lead on to the page that they name, unwrapped to that page.

Shorteners such as t.co name no page and stay as they are.
"""

import re
from typing import NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

_MOST_NESTED = 3


class _Redirector(NamedTuple):
    """Where a redirector names the page.

    Attributes:
        host: the whole host, without `www.`.
        path: the beginning of the path.
        parameters: the query's parameters, one of which is the page.
    """

    host: re.Pattern[str]
    path: str
    parameters: tuple[str, ...]


# Host, beginning of the path, parameters, and the source of the rule: `ClearURLs` is the list `redirections` of
# ClearURLs/Rules (data.json), `links` that public repositories and mailing lists contain such links (read on 28
# November 2026), `pages` that only the operator's own pages were seen to have them.
_TABLE = (
    (r"google(?:\.\w{2,3}){1,2}", "/url", "q url", "ClearURLs"),  # search results, and exports of Google Docs
    (r"(?:l|lm)\.facebook\.com", "/", "u", "ClearURLs"),  # Link Shim
    (r"l\.(?:instagram|messenger|threads)\.(?:com|net)|l\.wl\.co", "/", "u", "pages"),  # Link Shim of other services
    (r"(?:\w{1,20}\.){0,2}safelinks\.protection\.(?:outlook\.com|office365\.us)", "/", "url", "links"),  # Safe Links
    (r"youtube\.com", "/redirect", "q", "pages"),
    (r"duckduckgo\.com", "/l/", "uddg", "links"),
    (r"translate\.google(?:\.\w{2,3}){1,2}", "/translate", "u", "pages"),
    (r"vk\.com", "/away", "to", "links"),
    (r"out\.reddit\.com", "/", "url", "ClearURLs"),
    (r"linkedin\.com", "/redir/", "url", "pages"),
    (r"linkedin\.com", "/safety/go", "url", "pages"),
    (r"steamcommunity\.com", "/linkfilter", "url u", "links"),
    (r"slack-redir\.net", "/link", "url", "links"),
    (r"getpocket\.com", "/redirect", "url", "pages"),
    (r"disq\.us", "/", "url", "pages"),
    (r"t\.umblr\.com", "/redirect", "z", "links"),
    (r"link\.zhihu\.com", "/", "target", "links"),
    (r"link\.jianshu\.com", "/", "t", "pages"),
    (r"link\.csdn\.net", "/", "target", "pages"),
    (r"exit\.sc", "/", "url", "pages"),
    (r"[\w.-]{3,80}", "/login", "url qurl", "pages"),  # EZproxy, the proxy of libraries, on any host
)
_REDIRECTORS = tuple(_Redirector(re.compile(host), path, tuple(names.split())) for host, path, names, _ in _TABLE)
_TRANSLATED = ".translate.goog"  # `www-example-com.translate.goog`: a hyphen for a dot, two for a hyphen
_AMP = re.compile(r"(?:[\w-]+\.cdn\.ampproject\.org/\w|(?:www\.)?google(?:\.\w{2,3}){1,2}/amp)/(s/)?(?=[\w-]+\.)")
_PREFIXED = re.compile(r"(?:href\.li|anonym\.to|anon\.to|nullrefer\.com|dereferer\.me)/\?(?=https?:|https?%3A)", re.I)
_URL_DEFENSE = re.compile(r"urldefense\.com/v3/__(?P<url>https?:/{1,2}.+?)__;")


def unwrapped(url: str) -> str:
    """Return the page that a redirector leads to, or `url` itself if it is none."""
    for _ in range(_MOST_NESTED):
        target = _target(url)
        if not target.lower().startswith(("http://", "https://")):
            break
        url = target
    return url


def _target(url: str) -> str:
    """Find the address that a redirector names; empty if `url` is no redirector."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    rest = url.partition("://")[2]
    if host.endswith(_TRANSLATED):
        original = host.removesuffix(_TRANSLATED).replace("--", "\0").replace("-", ".").replace("\0", "-")
        query = "&".join(part for part in parts.query.split("&") if part and not part.startswith("_x_tr_"))
        return f"{parts.scheme}://{original}{parts.path}{'?' if query else ''}{query}"
    if match := _AMP.match(rest):
        return f"http{'s' if match[1] else ''}://{rest[match.end() :]}"
    if match := _PREFIXED.match(rest):
        return unquote(rest[match.end() :]) if "%3A" in rest[match.end() :][:8].upper() else rest[match.end() :]
    if match := _URL_DEFENSE.match(rest):
        return re.sub(r"^(https?):/+", r"\1://", match["url"])
    if parts.query:
        for redirector in _REDIRECTORS:
            if parts.path.startswith(redirector.path) and redirector.host.fullmatch(host):
                fields = parse_qs(parts.query)
                return next((fields[name][0] for name in redirector.parameters if name in fields), "")
    return ""
