"""Whether a page says of itself that it is not whole: a teaser, one part of several, the frame around a page. Pure.

The signs are those by which pages address search engines and browsers (schema.org's `isAccessibleForFree`, content
tiers, `rel=next`, frames), and an end that breaks off. Pages that hold their whole article carry most of these signs as
well, so they count only beside little text; the limits are measured on the articles of the extraction benchmark.
"""

import re
from html import unescape

from claims.records import Source, Status
from crawler.archives.interface import ArchivedResponse
from crawler.lookup.page_notices import notice
from crawler.outcome import Failure
from crawler.urls import host_of, resolve_link

TEASER = 400
"""Words of running text below which a page that declares itself not free is a teaser. Of 23 real pages that declare it,
the one teaser has 97, and the shortest whole article 451."""

_FRAMED = 150  # words; a page with fewer may be the frame of the page in its iframe
_READ = 1_000_000  # bytes in which signs are sought
_NOT_FREE = re.compile(
    rb"isAccessibleForFree[\\\"'\s]*(?:[:=]|content\s*=)[\\\"'\s]*(?:https?:\\?/\\?/schema\.org\\?/)?(?:false|no|0)\b"
    rb"|content_tier[\"'][^>]{0,60}content\s*=\s*[\"']?(?:locked|metered|premium|paid|subscri)"
    rb"|content\s*=\s*[\"'](?:locked|metered|premium|paid)[\"'][^>]{0,60}content_tier",
    re.IGNORECASE,
)
# Names of the barrier itself; pages name links to a login by such words as well.
_BARRIER = re.compile(
    rb"""<(?:div|section|aside|p|form|article)\b[^>]{0,300}?\b(?:class|id)\s*=\s*["'](?:[^"'<>]{0,200}[\s_-])?"""
    rb"""(?:pay|reg|subscription|subscriber|login)-?wall(?:[_-]{1,2}(?:overlay|prompt|barrier|box|container|message|gate|offer|fade|teaser))?["'\s]""",
    re.IGNORECASE,
)
_TAG = re.compile(rb"<(a|link|iframe)\b([^<>]{1,2000})>", re.IGNORECASE)
_SCRIPT = re.compile(rb"<(?:no)?script\b[^<]*(?:<(?!/(?:no)?script)[^<]*)*", re.IGNORECASE)
_ADDRESS = re.compile(rb"""\b(?:href|src)\s*=\s*["']?([^"'\s>]{1,1500})""", re.IGNORECASE)
_NEXT = re.compile(rb"""\brel\s*=\s*["']?[^"'>]{0,40}\bnext\b""", re.IGNORECASE)
_UNSEEN = re.compile(rb"""(?:width|height)\s*=\s*["']?[01]["'\s>p]|display\s*:\s*none|\bhidden\b""", re.IGNORECASE)
_FRAMESET = re.compile(rb"<frameset\b", re.IGNORECASE)
# The number of a part in an address: `/2`, `/page/2`, `-2.html`, `_2`, `?page=2`.
_PART = re.compile(
    r"(?:[/_?&=;.-](?:page|seite|pagina|part|teil|pg|p|s)?[/=_-]?)+(?P<number>\d{1,3})(?:/|\.\w{2,5})?$", re.IGNORECASE
)
_ENDING = re.compile(r"(?:/|\.\w{2,5}|[?&](?:page|p)=1)$", re.IGNORECASE)
_ONE_OF_SEVERAL = re.compile(r"\W*(?:[^\W\d]{1,12}\s{0,2})?(\d{1,2})\s{0,2}(?:/|[^\W\d]{1,4})\s{0,2}(\d{1,2})\W*")
_BROKEN_OFF = re.compile(r"[^\W\d]['’”\"»)]?\s?(?:…|\.\.\.|\[…\]|\[\.\.\.\])\W{0,3}$")
_LAST = 200  # characters of a passage in which it may ask for a subscription to read on
_RUNNING = 60  # characters; a shorter passage is a heading, a label or a link
_MOST_IN_LABEL = 40  # characters of a passage that says no more than "continue reading"


def not_whole(response: ArchivedResponse, source: Source, words: int) -> Failure | None:
    """Return why a copy with so many words of running text says that it is not the whole page, or None."""
    if response.truncated:
        return _partial(f"the copy is not whole: {response.truncated}")
    if words >= TEASER:
        return _other_part(response, source)
    body = response.body[:_READ]
    if _NOT_FREE.search(body):
        return _teaser("the page declares that it is not free, and the copy holds little text")
    if _BARRIER.search(body):
        return _teaser("the copy holds little text beside a paywall")
    if reason := _ends_early(source):
        return _teaser(reason)
    if _FRAMESET.search(body):
        return _partial("the copy is a set of frames, which hold the page")
    if words < _FRAMED and (frame := _frame(response)):
        return _partial(f"the copy is a frame around {frame}")
    return _other_part(response, source)


def _ends_early(source: Source) -> str | None:
    """Return why the main text seems to break off, or None."""
    end = _end(source)
    if end and _BROKEN_OFF.search(end[0]):
        return "the text of the copy breaks off"
    if any(notice("paywall").search(text[-_LAST:]) for text in end):
        return "the text of the copy ends at a paywall"
    if any(len(text) <= _MOST_IN_LABEL and notice("continues").search(text) for text in end[1:]):
        return "the text of the copy goes on elsewhere"
    return None


def _end(source: Source) -> list[str]:
    """Return the last passage of running text and the two that follow it."""
    texts = [source.text[passage.start : passage.end] for passage in source.passages]
    running = [i for i, passage in enumerate(source.passages) if passage.main and len(texts[i]) > _RUNNING]
    return texts[running[-1] : running[-1] + 3] if running else []


def _frame(response: ArchivedResponse) -> str | None:
    """Return the address of an iframe of the same site that a reader sees, or None."""
    for name, attributes in _tags(response):
        if name.lower() == b"iframe" and not _UNSEEN.search(attributes) and (address := _address(response, attributes)):
            host, own = host_of(address), host_of(response.url)
            if host == own or host.endswith(f".{own}") or own.endswith(f".{host}"):
                return address
    return None


def _other_part(response: ArchivedResponse, source: Source) -> Failure | None:
    """Return that the page goes on in another part, by `rel=next` to its own address with a number, or "1 of 3"."""
    for name, attributes in _tags(response):
        address = _address(response, attributes) if name.lower() != b"iframe" and _NEXT.search(attributes) else None
        if address and _follows(address, response.url):
            return _partial(f"the copy is one part of the page, which goes on at {address}")
    for text in _end(source)[1:]:
        label = _ONE_OF_SEVERAL.fullmatch(text)
        if label and int(label[1]) < int(label[2]):
            return _partial(f"the copy is one part of several: “{text}”")
    return None


def _follows(address: str, own: str) -> bool:
    """Return whether an address is that of the part after `own`: the same but for its number."""
    part, this = _PART.search(address), _PART.search(own)
    if part is None:
        return False
    if this is None or _stem(address) != _stem(own):
        return int(part["number"]) == 2 and _stem(address) == _bare(own)
    return int(part["number"]) == int(this["number"]) + 1


def _tags(response: ArchivedResponse) -> list[tuple[bytes, bytes]]:
    """Return the names and attributes of links and frames outside scripts."""
    return _TAG.findall(_SCRIPT.sub(b"", response.body[:_READ]))


def _address(response: ArchivedResponse, attributes: bytes) -> str | None:
    found = _ADDRESS.search(attributes)
    return resolve_link(response.url, unescape(found.group(1).decode("utf-8", "replace"))) if found else None


def _stem(address: str) -> str:
    """Return an address without scheme, ending and the number of its part."""
    return _bare(_PART.sub("", address))


def _bare(address: str) -> str:
    bare = _ENDING.sub("", address.partition("://")[2].partition("#")[0])
    return bare.removeprefix("www.").rstrip("/?&")


def _teaser(reason: str) -> Failure:
    return Failure(status=Status.PAYWALL, reason=reason)


def _partial(reason: str) -> Failure:
    return Failure(status=Status.NO_TEXT, reason=reason)
