"""Where else a page is: the addresses of its frames, of its other parts, and of its versions for print. Pure.

Addresses are compared by what they share with the page's own, since links named "next" or "print" lead everywhere.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape

from claims.records import Source
from crawler.archive_urls import parse_archive_url
from crawler.archives.interface import ArchivedResponse
from crawler.extraction.charset import to_utf8
from crawler.lookup.page_notices import notice
from crawler.urls import host_of, resolve_link, split_web_url, surt_key

FRAME, NEXT, BEFORE, REST = "a frame of the page", "its next part", "the part before it", "the rest of the page"
PRINT, AMP = "its version for print or on one page", "its AMP version"

_READ = 1_000_000  # bytes in which parts are sought
_TAG = re.compile(rb"<(a|link|i?frame|base)\b([^<>]{1,2000})>", re.IGNORECASE)
_SCRIPT = re.compile(rb"<(?:no)?script\b[^<]*(?:<(?!/(?:no)?script)[^<]*)*|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_ADDRESS = re.compile(
    rb"""\b(?:href|src)\s*=\s*(?:"([^"]{1,1500})|'([^']{1,1500})|([^"'\s>]{1,1500}))""", re.IGNORECASE
)
_REL = rb"""\brel\s*=\s*(?:["'][^"'>]{0,40})?\b%b\b"""
_IS_NEXT, _IS_BEFORE, _IS_AMP = (
    re.compile(_REL % name, re.IGNORECASE) for name in (rb"next", rb"prev(?:ious)?", rb"amphtml")
)
_IS_PRINT = re.compile(rb"""\bmedia\s*=\s*["']?print\b""", re.IGNORECASE)
_IS_ALTERNATE = re.compile(_REL % rb"alternate", re.IGNORECASE)
_UNSEEN = re.compile(rb"""(?:width|height)\s*=\s*["']?[01]["'\s>p]|display\s*:\s*none|\bhidden\b""", re.IGNORECASE)
_LINK = re.compile(rb"<a\b([^<>]{1,2000})>((?:[^<]|<(?!/a\b)){1,300})</a", re.IGNORECASE)
_MARKUP = re.compile(r"<[^<>]{0,300}>")
_RUNNING = 60  # characters; a shorter passage is a heading, a label or a link
_MOST_IN_LABEL = 40  # characters of a link that says no more than "continue reading"
# The number of a part in an address: `/2`, `/page/2`, `-2.html`, `_2`, `?page=2`.
_PART = re.compile(
    r"(?:[/_?&=;.-](?:page|seite|pagina|part|teil|pg|p|s)?[/=_-]?)+(?P<number>\d{1,3})(?:/|\.\w{2,5})?$", re.IGNORECASE
)
_ENDING = re.compile(r"(?:/|\.\w{2,5}|[?&](?:page|p)=1)$", re.IGNORECASE)
_ONE_OF_SEVERAL = re.compile(r"\W*(?:[^\W\d]{1,12}\s{0,2})?(\d{1,2})\s{0,2}(?:/|[^\W\d]{1,4})\s{0,2}(\d{1,2})\W*")
# What publishers add to an address for print or for all parts at once: `/print/a`, `?print=1`, `a-druck.html`,
# `?pagewanted=all`, `/komplettansicht`, `?singlePage=true`. Such a link counts if nothing else differs.
_WHOLE = re.compile(
    r"[/?&._=-](?:print(?:able|er|view|version|friendly|er[-_]?friendly)?|single[-_]?page|full[-_]?(?:page|text|story|view)|"
    r"view[-_]?all|show[-_]?all|page(?:wanted)?=all|all|druck(?:en|version|ansicht)?|komplett(?:ansicht)?|"
    r"impr(?:imir|imer|imable|ession)|stamp[ae]|tulosta|skriv-?ut|utskrift|drukuj|tisk|afdrukken)(?:=(?:1|true|yes|y|all))?"
    r"(?![a-z0-9])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPart:
    """A part that a page names: its address, and which part it is, in words."""

    url: str
    what: str


def frames(response: ArchivedResponse) -> tuple[NamedPart, ...]:
    """Return the frames of a set of frames, of any site."""
    found = (url for name, _, url in _tags(response) if name == b"frame")
    return _parts(response, found, FRAME)


def inline_frames(response: ArchivedResponse) -> tuple[NamedPart, ...]:
    """Return the iframes of the same site that a reader sees."""
    found = (
        url
        for name, attributes, url in _tags(response)
        if name == b"iframe" and not _UNSEEN.search(attributes) and same_site(url, response.url)
    )
    return _parts(response, found, FRAME)


def neighbours(response: ArchivedResponse, *, labelled: bool) -> tuple[NamedPart, ...]:
    """Return the next part and the one before, by `rel` and the numbers in the addresses.

    If the page is `labelled` as one of several, links without `rel` count as well.
    """
    after, before = [], []
    for name, attributes, url in _tags(response):
        if name not in (b"a", b"link"):
            continue
        if (labelled or _IS_NEXT.search(attributes)) and _follows(url, response.url):
            after.append(url)
        elif (labelled or _IS_BEFORE.search(attributes)) and _follows(response.url, url):
            before.append(url)
    return _parts(response, before[:1], BEFORE) + _parts(response, after[:1], NEXT)


def rest(response: ArchivedResponse) -> tuple[NamedPart, ...]:
    """Return where the one link of a page leads that says "continue reading"; lists of articles have several."""
    found: dict[str, str] = {}
    markup = to_utf8(_markup(response), response.headers.get("content-type", ""))
    base = _base(response, markup)
    for attributes, label in _LINK.findall(markup):
        words = unescape(_MARKUP.sub("", label.decode("utf-8", "replace"))).strip()
        if len(words) > _MOST_IN_LABEL or not notice("continues").search(words):
            continue
        if (url := _address(base, attributes)) and same_site(url, response.url):
            found.setdefault(surt_key(url), url)
    return _parts(response, found.values(), REST) if len(found) == 1 else ()


def versions(response: ArchivedResponse) -> tuple[NamedPart, ...]:
    """Return the page's versions for print, on one page and for phones, which often hold more than the page shows."""
    printed, amp = [], []
    for name, attributes, url in _tags(response):
        if not same_site(url, response.url):
            continue
        if name == b"link" and _IS_AMP.search(attributes):
            amp.append(url)
        elif (_IS_ALTERNATE.search(attributes) and _IS_PRINT.search(attributes)) or (
            name in (b"a", b"link") and _is_whole_version(url, response.url)
        ):
            printed.append(url)
    return _parts(response, printed[:1], PRINT) + _parts(response, amp[:1], AMP)


def one_of_several(texts: list[str]) -> tuple[str, int] | None:
    """Return the label "1 of 3" among the texts at a page's end, and the number of parts, or None."""
    for text in texts:
        label = _ONE_OF_SEVERAL.fullmatch(text)
        if label and 1 <= int(label[1]) <= int(label[2]) and int(label[2]) > 1:
            return text, int(label[2])
    return None


def same_site(one: str, other: str) -> bool:
    """Return whether two addresses have one host, or one host is below the other."""
    host, own = host_of(one), host_of(other)
    return host == own or host.endswith(f".{own}") or own.endswith(f".{host}")


def last_texts(source: Source) -> list[str]:
    """Return the last passage of running text and the two that follow it."""
    texts = [source.text[passage.start : passage.end] for passage in source.passages]
    running = [i for i, passage in enumerate(source.passages) if passage.main and len(texts[i]) > _RUNNING]
    return texts[running[-1] : running[-1] + 3] if running else []


def _tags(response: ArchivedResponse) -> Iterator[tuple[bytes, bytes, str]]:
    """Yield the name, attributes and web address of each link and frame outside scripts and comments."""
    markup = _markup(response)
    base = _base(response, markup)
    for name, attributes in _TAG.findall(markup):
        if name.lower() != b"base" and (url := _address(base, attributes)):
            yield name.lower(), attributes, url


def _markup(response: ArchivedResponse) -> bytes:
    return _SCRIPT.sub(b"", response.body[:_READ])


def _base(response: ArchivedResponse, markup: bytes) -> str:
    """Return the address to which the page's links are relative."""
    bases = (attributes for name, attributes in _TAG.findall(markup) if name.lower() == b"base")
    return _address(response.url, next(bases, b"")) or response.url


def _address(base: str, attributes: bytes) -> str | None:
    """Return the address of a link or frame as its site wrote it, without fragment; None if it is no web page's."""
    if not (found := _ADDRESS.search(attributes)):
        return None
    written = next(filter(None, found.groups())).decode("utf-8", "replace").strip()
    url = resolve_link(base, unescape(written)).partition("#")[0]
    archived = parse_archive_url(url)
    url = archived.original if archived else url
    return url if split_web_url(url) else None


def _follows(address: str, own: str) -> bool:
    """Return whether an address is that of the part after `own`: the same but for its number."""
    part, this = _PART.search(address), _PART.search(own)
    if part is None:
        return False
    if this is None or _stem(address) != _stem(own):
        return int(part["number"]) == 2 and _stem(address) == _bare(own)
    return int(part["number"]) == int(this["number"]) + 1


def _is_whole_version(address: str, own: str) -> bool:
    """Return whether an address is the page's own, or that of all its parts, but for a word such as "print"."""
    if not _WHOLE.search(address) or _WHOLE.search(own):
        return False
    without = _bare(_WHOLE.sub("", address))
    return without in (_bare(own), _stem(own))


def _stem(address: str) -> str:
    """Return an address without scheme, ending and the number of its part."""
    return _bare(_PART.sub("", address))


def _bare(address: str) -> str:
    bare = _ENDING.sub("", address.partition("://")[2].partition("#")[0])
    return bare.removeprefix("www.").rstrip("/?&")


def _parts(response: ArchivedResponse, urls: Iterable[str], what: str) -> tuple[NamedPart, ...]:
    """Return parts at other addresses than the page's own, each once."""
    own = surt_key(response.url)
    others = {surt_key(url): url for url in urls}
    return tuple(NamedPart(url=url, what=what) for key, url in others.items() if key != own)
