"""Other addresses of a page, asked for where no archive holds the address as printed, from exact to lenient. Pure.

Scheme, `www`, a trailing slash and the order of parameters need none of this: archives' keys ignore them (see
`crawler.urls.surt_key`).
"""

import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files

_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?|jsp)$", re.IGNORECASE)
_MOBILE = re.compile(r"^(?:www\.)?(?:m|mobile|amp)\.(?=[^.]+\.)", re.IGNORECASE)
_AMP = re.compile(r"(?:/amp|\.amp)(?=/?$)|(?<=/)amp/(?=.)", re.IGNORECASE)
_AMP_PARAMETER = re.compile(r"(?:amp(?:=1|=true)?|outputtype=amp)", re.IGNORECASE)
_HOST = re.compile(r"([a-z][a-z0-9+.-]*://)([^/?#]*)(.*)", re.IGNORECASE | re.DOTALL)


def lenient_addresses(url: str) -> tuple[tuple[str, str], ...]:
    """Return other addresses of the page at `url`, each with the rule that makes it, in words; at most three.

    Each rule applies to the result of the one before.
    """
    found: list[tuple[str, str]] = []
    for rule, change in _RULES:
        changed = change(found[-1][0] if found else url)
        if changed != (found[-1][0] if found else url):
            found.append((changed, rule))
    return tuple(found)


def _without_tracking(url: str) -> str:
    return _without_parameters(url, lambda name, _: _is_tracking(name))


def _without_index(url: str) -> str:
    path, mark, query = url.partition("?")
    return _INDEX.sub("/", path) + mark + query


def _not_mobile(url: str) -> str:
    url = _without_parameters(url, lambda _, parameter: _AMP_PARAMETER.fullmatch(parameter) is not None)
    if not (parts := _HOST.fullmatch(url)):
        return url
    path, mark, query = parts[3].partition("?")
    return parts[1] + _MOBILE.sub("", parts[2]) + _AMP.sub("", path) + mark + query


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
