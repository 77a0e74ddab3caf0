"""Other addresses of a page, asked for where nothing is found at the one as printed, from exact to lenient. Pure.

Most archives index pages by keys that ignore scheme, `www`, a trailing slash and the order of parameters (see
`crawler.urls.surt_key`); the others and live sites are asked for these addresses as well.
"""

import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files

from crawler.urls import split_web_url

_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?|jsp)$", re.IGNORECASE)
_MOBILE = re.compile(r"^(?:www\.)?(?:m|mobile|amp)\.(?=[^.]+\.)", re.IGNORECASE)
_AMP = re.compile(r"(?:/amp|\.amp)(?=/?$)|(?<=/)amp/(?=.)", re.IGNORECASE)
_AMP_PARAMETER = re.compile(r"(?:amp(?:=1|=true)?|outputtype=amp)", re.IGNORECASE)
_PORT = re.compile(r"[^/?]*:\d")
_NAMED = re.compile(r"[^/?:]*\.[a-z][^/?:]*(?:[/?:]|$)", re.IGNORECASE)
_HOST = re.compile(r"([a-z][a-z0-9+.-]*://)([^/?#]*)(.*)", re.IGNORECASE | re.DOTALL)


def lenient_addresses(url: str, *, by_key: bool) -> tuple[tuple[str, str], ...]:
    """Return other addresses of the page at `url`, each with the rule that makes it, in words; at most nine.

    Args:
        url: the address as printed.
        by_key: whether they are for an archive that looks pages up by a key.
    """
    found: list[tuple[str, str]] = []
    last = url
    for rule, change in _RULES:  # each applies to the result of the one before
        changed = change(last)
        if changed != last:
            found.append((changed, rule))
            last = changed
    with_index = _with_index(last)
    if with_index not in (url, last):
        found.append((with_index, "looked up with the name of an index file"))
    if not by_key:
        for change in (_other_end, _other_host, _other_scheme):
            other = change(last)
            if other not in (url, last):
                found.append((other, difference(other, last)))
    for rule, change in _OTHER_VERSIONS:
        other = change(last)
        if other not in (url, last):
            found.append((other, rule))
    return tuple(found)


def difference(found: str, asked: str) -> str:
    """Return in words how an address differs from one with the same key that was asked for; empty if it does not."""
    one, other = split_web_url(found), split_web_url(asked)
    if one is None or other is None:
        return ""
    differences = []
    if one.scheme.lower() != other.scheme.lower():
        differences.append(f"by {one.scheme.lower()}")
    if _has_www(one.netloc) != _has_www(other.netloc):
        differences.append("with www" if _has_www(one.netloc) else "without www")
    if one.path.strip("/") and one.path.endswith("/") != other.path.endswith("/"):
        differences.append(f"{'with' if one.path.endswith('/') else 'without'} the trailing slash")
    return f"looked up {', '.join(differences)}" if differences else ""


def _without_tracking(url: str) -> str:
    return _without_parameters(url, lambda name, _: _is_tracking(name))


def _without_index(url: str) -> str:
    path, mark, query = url.partition("?")
    return _INDEX.sub("/", path) + mark + query


def _with_index(url: str) -> str:
    return f"{url}index.html" if url.endswith("/") and url.count("/") > 3 else url


def _other_scheme(url: str) -> str:
    scheme, mark, rest = url.partition("://")
    if _PORT.match(rest):
        return url
    return f"{'http' if scheme.lower() == 'https' else 'https'}{mark}{rest}"


def _other_host(url: str) -> str:
    scheme, mark, rest = url.partition("://")
    if not _NAMED.match(rest):
        return url
    return f"{scheme}{mark}{rest[4:] if _has_www(rest) else f'www.{rest}'}"


def _other_end(url: str) -> str:
    path, mark, query = url.partition("?")
    if path.count("/") <= 3 and path.endswith("/"):
        return url  # a front page has no other
    last = path.rpartition("/")[2]
    return (path[:-1] if path.endswith("/") else path if "." in last else f"{path}/") + mark + query


def _has_www(host: str) -> bool:
    return host.lower().startswith("www.")


def _not_mobile(url: str) -> str:
    url = _without_parameters(url, lambda _, parameter: _AMP_PARAMETER.fullmatch(parameter) is not None)
    if not (parts := _HOST.fullmatch(url)):
        return url
    path, mark, query = parts[3].partition("?")
    return parts[1] + _MOBILE.sub("", parts[2]) + _AMP.sub("", path) + mark + query


def _mobile(url: str) -> str:
    scheme, mark, rest = url.partition("://")
    if not _NAMED.match(rest) or _PORT.match(rest) or _MOBILE.match(rest):
        return url
    return f"{scheme}{mark}m.{rest[4:] if _has_www(rest) else rest}"


def _amp(url: str) -> str:
    path, _, query = url.partition("?")
    last = path.rstrip("/").rpartition("/")[2]
    return url if path.count("/") <= 3 or query or "." in last else f"{path.rstrip('/')}/amp"


def _without_parameters(url: str, dropped: Callable[[str, str], bool]) -> str:
    path, _, query = url.partition("?")
    kept = [each for each in query.split("&") if each and not dropped(each.partition("=")[0].lower(), each)]
    return f"{path}?{'&'.join(kept)}" if kept else path if query else url


@cache
def _tracking() -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the names of tracking parameters, and the beginnings of names (`utm_`)."""
    lines = files(__package__).joinpath("tracking_parameters.txt").read_text("utf-8").split("\n")
    names = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    begins = tuple(name.removesuffix("*") for name in names if name.endswith("*"))
    return frozenset(names), begins


def _is_tracking(name: str) -> bool:
    names, begins = _tracking()
    return name in names or name.startswith(begins)


_RULES: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("looked up without tracking parameters", _without_tracking),
    ("looked up without the name of an index file", _without_index),
    ("looked up at the address for large screens", _not_mobile),
)
_OTHER_VERSIONS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("looked up at the address for phones", _mobile),
    ("looked up at the address of its AMP version", _amp),
)
