"""The headers by which an archive describes its response (Memento, RFC 7089). Pure.

With `Memento-Datetime`, the response is an archived one, even a 429 or a 404; without it, it is the archive's own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import anyio.to_thread

from claims.records import Status
from crawler.archive_urls import parse_archive_url
from crawler.archives.interface import ArchivedResponse, CaptureRow
from crawler.net.client import HttpResponse
from crawler.net.decoding import TooLarge, decode
from crawler.outcome import Failure
from crawler.timestamps import from_http_date

# One link of a Link header or of a TimeMap: an address in angle brackets, then parameters up to the next one.
_LINK = re.compile(r"<([^<>]{1,4000})>([^<]{0,1000})")
_PARAMETER = re.compile(r';\s{0,9}([\w*-]{1,40})\s{0,9}=\s{0,9}(?:"([^"]{0,400})"|([^\s;,"]{1,400}))')
# Prefixes that archives give to the archived response's own headers.
_ORIGINALS = ("x-archive-orig-", "x-orig-")
# Headers that describe how the original was sent, not how the archive sends it.
_OF_THE_TRANSFER = ("connection", "content-encoding", "content-length", "transfer-encoding")
_GZIP = b"\x1f\x8b"
_RAW = re.compile(r"/(\d{14})(?:[a-z]{2}_)?/")
# How archives say that they do not show a page that they hold.
_EXCLUDED = (
    "AdministrativeAccessControlException", "RobotAccessControlException", "Blocked Site Error",
    "URL has been excluded", "blocked by robots", "This URL has been blocked", "URL Blocked",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One link: its address, the words of its `rel`, and its `datetime` as 14 digits, or None."""

    url: str
    rel: frozenset[str]
    timestamp: str | None


def links(text: str) -> Iterator[Link]:
    """Yield the links of a `Link` header or a TimeMap in link format."""
    for url, rest in _LINK.findall(text):
        parameters = {name.lower(): quoted or bare for name, quoted, bare in _PARAMETER.findall(rest)}
        rel = frozenset(parameters.get("rel", "").lower().split())
        yield Link(url=url, rel=rel, timestamp=from_http_date(parameters.get("datetime", "")))


def is_memento(answer: HttpResponse) -> bool:
    """Return whether a response is an archived one."""
    return from_http_date(answer.header("memento-datetime")) is not None


def original_of(answer: HttpResponse, asked: str) -> str:
    """Return the original address of an archived response: from its headers, else from its own address."""
    named = next((link.url for link in links(answer.header("link")) if "original" in link.rel), None)
    archived = parse_archive_url(answer.url)
    return named or (archived.original if archived else asked)


async def to_response(answer: HttpResponse, asked: str, view: str, limit: int) -> ArchivedResponse | Failure:
    """Return an archived response as its page's server sent it: with its own headers and redirect target.

    The body is decoded in a thread.

    Args:
        answer: what the archive sent.
        asked: the original address that was asked for.
        view: the address at which a browser shows the capture, with `{timestamp}` and `{url}`.
        limit: the most bytes of the decoded body.
    """
    return await anyio.to_thread.run_sync(_to_response, answer, asked, view, limit)


def _to_response(answer: HttpResponse, asked: str, view: str, limit: int) -> ArchivedResponse | Failure:
    timestamp = from_http_date(answer.header("memento-datetime")) or ""
    url = original_of(answer, asked)
    headers = _own_headers(answer)
    try:
        body = answer.plain(limit)
        if not answer.header("content-encoding") and headers.get("content-encoding", "").strip().lower() == "br":
            body = decode(body, "br", limit)  # only the archived headers say so; other codings have a signature
    except TooLarge:
        return Failure(status=Status.TOO_LARGE, reason=f"the copy of {url} has more than {limit / 1e6:g} million bytes")
    return ArchivedResponse(
        url=url, timestamp=timestamp, status=answer.status, headers=headers, body=body,
        memento=view.replace("{timestamp}", timestamp).replace("{url}", url),
    )  # fmt: skip


def _own_headers(answer: HttpResponse) -> dict[str, str]:
    """Return the archived response's own headers, its redirect's target not rewritten by the archive."""
    headers: dict[str, str] = {}
    for name, value in answer.headers:
        headers.setdefault(name.lower(), value)
    for prefix in _ORIGINALS:
        for name, value in list(headers.items()):
            if name.startswith(prefix):
                headers[name.removeprefix(prefix)] = value
    if archived := parse_archive_url(headers.get("location", "")):
        headers["location"] = archived.original
    return headers


def preserved_headers(answer: HttpResponse) -> tuple[tuple[str, str], ...]:
    """Return the headers of an archived response that the archive preserved, and those that describe the body as sent.

    The names are in lower case.
    """
    own = _own_headers(answer)
    names = [name.lower() for name, _ in answer.headers]
    kept = [name.removeprefix(prefix) for name in names for prefix in _ORIGINALS if name.startswith(prefix)]
    kept += [name for name in ("content-type", "location") if name in own]
    declared = own.get("content-encoding", "").strip().lower()
    is_coded = declared == "br" or answer.body.startswith(_GZIP)
    coding = answer.header("content-encoding") or (declared if is_coded else "")
    described = (("content-encoding", coding),) if coding else ()
    return tuple((name, own[name]) for name in dict.fromkeys(kept) if name not in _OF_THE_TRANSFER) + described


def neighbours(answer: HttpResponse) -> Iterator[CaptureRow]:
    """Yield the captures before and after an archived response that its `Link` header names."""
    for link in links(answer.header("link")):
        named = link.rel & {"prev", "next", "first", "last", "memento"}
        archived = parse_archive_url(link.url)
        if "memento" in named and len(named) > 1 and link.timestamp and archived:
            yield CaptureRow(
                url=archived.original, timestamp=link.timestamp, status=None, media_type=None, digest=None,
                key=raw_url(link.url),
            )  # fmt: skip


def raw_url(memento: str) -> str:
    """Return the address of a capture as archived, without the archive's banner and rewriting."""
    return _RAW.sub(r"/\1id_/", memento, count=1)


def is_exclusion(answer: HttpResponse) -> bool:
    """Return whether the archive says that it does not show a page that it holds."""
    message = answer.header("x-archive-wayback-runtime-error")
    if not message and (answer.status in (403, 451) or answer.status >= 500):
        try:
            message = answer.plain(200_000).decode("utf-8", "replace")
        except TooLarge:
            return False
    return any(sign in message for sign in _EXCLUDED)
