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


# Host, beginning of the path, parameters; each as its operator documents it, or as its pages show.
_TABLE = (
    (r"google(?:\.\w{2,3}){1,2}", "/url", "q url"),  # links in search results and in Google Docs' exports
    (r"(?:l|lm)\.facebook\.com|l\.(?:instagram|messenger|threads)\.(?:com|net)|l\.wl\.co", "/", "u"),  # Link Shim
    (r"(?:\w{1,20}\.){0,2}safelinks\.protection\.(?:outlook\.com|office365\.us)", "/", "url"),  # Safe Links
    (r"youtube\.com", "/redirect", "q"),
    (r"duckduckgo\.com", "/l/", "uddg"),
    (r"translate\.google(?:\.\w{2,3}){1,2}", "/translate", "u"),
    (r"vk\.com", "/away", "to"),
    (r"out\.reddit\.com", "/", "url"),
    (r"linkedin\.com", "/redir/", "url"),
    (r"linkedin\.com", "/safety/go", "url"),
    (r"steamcommunity\.com", "/linkfilter", "url u"),
    (r"slack-redir\.net", "/link", "url"),
    (r"getpocket\.com", "/redirect", "url"),
    (r"disq\.us", "/", "url"),
    (r"t\.umblr\.com", "/redirect", "z"),
    (r"link\.zhihu\.com", "/", "target"),
    (r"link\.jianshu\.com", "/", "t"),
    (r"link\.csdn\.net", "/", "target"),
    (r"exit\.sc", "/", "url"),
    (r"[\w.-]{3,80}", "/login", "url qurl"),  # EZproxy, the proxy of libraries, on any host
)
_REDIRECTORS = tuple(_Redirector(re.compile(host), path, tuple(names.split())) for host, path, names in _TABLE)
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
