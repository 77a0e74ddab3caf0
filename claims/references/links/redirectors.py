"""Redirectors: addresses that only lead on to the page that they name, unwrapped to that page.

Shorteners such as t.co name no page and stay as they are.
"""

import re
from base64 import urlsafe_b64decode
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
# ClearURLs/Rules (data.json), `links` that ten or more public repositories or mailing lists contain such links, which
# were read (on 28 and 29 November 2026).
_TABLE = (
    (r"google(?:\.\w{2,3}){1,2}", "/url", "q url", "ClearURLs"),  # search results, and exports of Google Docs
    (r"scholar\.google(?:\.\w{2,3}){1,2}", "/scholar_url", "url", "links"),
    (r"translate\.google(?:\.\w{2,3}){1,2}", "/translate", "u", "links"),
    (r"(?:l|lm)\.facebook\.com", "/", "u", "ClearURLs"),  # Link Shim
    (r"l\.(?:instagram|messenger|threads)\.(?:com|net)|l\.wl\.co", "/", "u", "links"),  # Link Shim of other services
    (r"(?:\w{1,20}\.){0,2}safelinks\.protection\.(?:outlook\.com|office365\.us)", "/", "url", "links"),  # Safe Links
    (r"youtube\.com", "/redirect", "q", "links"),
    (r"duckduckgo\.com", "/l/", "uddg", "links"),
    (r"vk\.com", "/away", "to", "links"),
    (r"out\.reddit\.com", "/", "url", "ClearURLs"),
    (r"linkedin\.com", "/redir/", "url", "links"),
    (r"linkedin\.com", "/safety/go", "url", "links"),
    (r"go\.bsky\.app", "/redirect", "u", "links"),
    (r"medium\.com", "/r/", "url", "links"),
    (r"steamcommunity\.com", "/linkfilter", "url u", "links"),
    (r"slack-redir\.net", "/link", "url", "links"),
    (r"getpocket\.com", "/redirect", "url", "links"),
    (r"disq\.us", "/url", "url", "links"),
    (r"t\.umblr\.com", "/redirect", "z", "links"),
    (r"link\.zhihu\.com", "/", "target", "links"),
    (r"link\.jianshu\.com", "/", "t", "links"),
    (r"links\.jianshu\.com", "/go", "to", "links"),
    (r"link\.(?:csdn\.net|juejin\.cn)", "/", "target", "links"),
    (r"gitee\.com", "/link", "target", "links"),
    (r"exit\.sc", "/", "url", "links"),
    (r"bing\.com", "/ck/a", "u", "links"),  # search results
    (r"urldefense\.proofpoint\.com", "/v2/url", "u", "links"),
)
_REDIRECTORS = tuple(_Redirector(re.compile(host), path, tuple(names.split())) for host, path, names, _ in _TABLE)
_TRANSLATED = ".translate.goog"  # `www-example-com.translate.goog`: a hyphen for a dot, two for a hyphen
_AMP = re.compile(r"(?:[\w-]+\.cdn\.ampproject\.org/\w|(?:www\.)?google(?:\.\w{2,3}){1,2}/amp)/(s/)?(?=[\w-]+\.)")
# Services that hide where a reader comes from, and EZproxy, the proxy of libraries, on any host (`links`).
_PREFIXED = re.compile(
    r"(?:(?:href\.li|anonym\.to|anon\.to|(?:www\.)?nullrefer\.com|dereferer\.me)/\?|[\w.-]{3,80}(?::\d+)?/login\?q?url=)"
    r"(?=https?(?P<encoded>%3A)?)",
    re.IGNORECASE,
)
_YAHOO = re.compile(r"r\.search\.yahoo\.com/.{0,400}?/RU=([^/]+)/")
_URL_DEFENSE = re.compile(r"urldefense\.com/v3/__(?P<url>https?:/{1,2}.+?)__;(?P<replaced>[\w-]*)")
_SIGNATURE = re.compile(r":[\w-]{27}$")  # of Disqus, behind the page
_BASE64 = "a1"  # before a page that Bing names in base64


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
        return unquote(rest[match.end() :]) if match["encoded"] else rest[match.end() :]
    if match := _YAHOO.match(rest):
        return unquote(match[1])
    if match := _URL_DEFENSE.match(rest):
        return _restored(re.sub(r"^(https?):/+", r"\1://", match["url"]), match["replaced"])
    if parts.query:
        for redirector in _REDIRECTORS:
            if (parts.path or "/").startswith(redirector.path) and redirector.host.fullmatch(host):
                fields = parse_qs(parts.query)
                return _decoded(host, next((fields[name][0] for name in redirector.parameters if name in fields), ""))
    return ""


def _decoded(host: str, value: str) -> str:
    """Decode the page that a query names, as some hosts encode it."""
    if host == "disq.us":
        return _SIGNATURE.sub("", value)
    if host == "bing.com":
        return _from_base64(value.removeprefix(_BASE64))
    if host == "urldefense.proofpoint.com":
        return unquote(value.replace("-", "%").replace("_", "/"))
    return value


def _restored(url: str, replaced: str) -> str:
    """Put the characters that URL Defense replaced by asterisks back into `url`."""
    characters = iter(_from_base64(replaced))
    return re.sub(r"\*", lambda asterisk: next(characters, asterisk[0]), url)


def _from_base64(text: str) -> str:
    """Decode base64 in its alphabet for addresses; empty if it is none."""
    try:
        return urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode()
    except ValueError:
        return ""
