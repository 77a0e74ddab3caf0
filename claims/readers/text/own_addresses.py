"""The addresses that a plain text gives as its own: where it was copied from, above its title or in its last lines."""

import re
from urllib.parse import unquote

from claims.references.links.urls import find_urls

_BROKEN = re.compile(r"""(?<=["“„«<])(https?://[^\s"“”«»<>]{1,300})\n([^\s"“”«»<>]{3,300}["“”«»>])[ \t]?""")
# The permanent link that MediaWiki prints below a page: `Retrieved from "https://…&oldid=7"`.
_PERMANENT = re.compile(r"""["“„«](https?://[^\s"“”«»]{1,500}[?&]oldid=\d+)["“”«»]""")
_TITLE_OF_PAGE = re.compile(r"[?&]title=([^&#]+)")
_MARKS = "#=*_- \t"
_FIRST_LINES = 40  # of a text, which contain its title


def with_whole_addresses(text: str) -> str:
    """Join addresses in quotation marks or angle brackets that a line break cuts; the lines keep their numbers."""
    return _BROKEN.sub(r"\1\2\n", text) if "://" in text else text


def own_addresses(text: str) -> frozenset[str]:
    """Find the addresses of the text itself: the permanent link of a wiki page, and a page of its title above it."""
    own = set(_PERMANENT.findall(text))
    above: list[str] = []
    for line in text.split("\n", _FIRST_LINES)[:_FIRST_LINES]:
        words = line.strip(_MARKS).casefold()
        own.update(address for address in above if words and _name(address) == words)
        above += find_urls(line)
    return frozenset(own)


def _name(address: str) -> str:
    """Read the name of the page that an address ends with."""
    titled = _TITLE_OF_PAGE.search(address)
    last = titled[1] if titled else address.partition("#")[0].rstrip("/").rpartition("/")[2]
    return unquote(last).replace("_", " ").casefold()
