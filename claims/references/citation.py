"""The one constructor of `Citation`: orders URLs, splits those of archives, resolves identifiers; merges citations."""

from collections.abc import Iterable
from dataclasses import dataclass

from claims.records import Citation, UrlFrom
from claims.references.links.archive_urls import capture_date, is_archive_url, split_archive_url
from claims.references.links.identifiers import KINDS, Identifier
from claims.references.links.redirectors import unwrapped
from claims.references.links.urls import (
    clean_url,
    is_wiki,
    resolver_kind,
    split_text_fragment,
    url_flags,
    whole_url,
    without_credentials,
)

_PRINTED = frozenset(("url", "archive_url", "chapter_url"))
# The order in which to try the URLs of a reference: pages before what identifiers resolve to.
_RANK = dict.fromkeys(_PRINTED, 0) | {kind: rank for rank, kind in enumerate(KINDS, 1)}


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedUrl:
    """A URL in a reference.

    Attributes:
        url: the URL itself.
        source: its origin: `url`, `archive_url`, `chapter_url`, `doi` …
    """

    url: str
    source: str


def build_citation(
    citation_id: str,
    text: str,
    printed_urls: Iterable[PrintedUrl],
    identifiers: Iterable[Identifier] = (),
    *,
    title: str | None = None,
    authors: tuple[str, ...] = (),
    publisher: str | None = None,
    date: str | None = None,
    access_date: str | None = None,
    archive_date: str | None = None,
    page: str | None = None,
    quote: str | None = None,
    flags: tuple[str, ...] = (),
) -> Citation:
    """Build a `Citation`.

    Args:
        citation_id: its id, unique within the document.
        text: the entry as printed.
        printed_urls: the URLs in the entry, in printed order.
        identifiers: the identifiers in the entry.
        title: the title of the work.
        authors: the authors of the work.
        publisher: the publisher, site or journal.
        date: the date of publication, ISO 8601.
        access_date: the date of access, ISO 8601.
        archive_date: the date of archiving, ISO 8601; taken from the archive's URL if None.
        page: the page in the work.
        quote: a quotation from the work; taken from a text fragment if None.
        flags: what the document says about the link.
    """
    identifiers = tuple(identifiers)
    pages, captures, fragment = _split(printed_urls)
    candidates = pages + [PrintedUrl(url=identifier.url, source=identifier.kind) for identifier in identifiers]
    candidates.sort(key=_rank)
    sources = {printed.url: printed.source for printed in reversed(candidates)}
    ordered = list(dict.fromkeys(printed.url for printed in candidates))
    capture = captures[0] if captures else None
    split = split_archive_url(capture) if capture else None
    return Citation(
        id=citation_id,
        text=without_credentials(text),
        title=title,
        authors=authors,
        publisher=publisher,
        date=date,
        access_date=access_date,
        archive_date=archive_date or (capture_date(split.timestamp) if split else None),
        url=ordered[0] if ordered else None,
        archive_url=capture,
        doi=next((identifier.value for identifier in identifiers if identifier.kind == "doi"), None),
        url_from=_url_from(sources[ordered[0]]) if ordered else UrlFrom.NONE,
        urls=(*ordered, *captures),
        urls_from=(*(sources[url] for url in ordered), *("capture" for _ in captures)),
        page=page,
        quote=quote or fragment,
        flags=tuple(dict.fromkeys((*flags, *(url_flags(ordered[0]) if ordered else ())))),
    )


def merge_citations(base: Citation, better: Citation) -> Citation:
    """Merge two citations of one entry; the fields of `better` win, and its URLs come first."""
    known = dict(zip(better.urls, better.urls_from, strict=True))
    more = {url: source for url, source in zip(base.urls, base.urls_from, strict=True) if url not in known}
    printed = better.url_from is UrlFrom.REFERENCE or base.url_from is not UrlFrom.REFERENCE
    first = better if better.url and printed else base
    urls = {**({first.url: first.urls_from[0]} if first.url else {}), **known, **more}
    return Citation(
        id=base.id,
        text=base.text,
        title=better.title or base.title,
        authors=better.authors or base.authors,
        publisher=better.publisher or base.publisher,
        date=better.date or base.date,
        access_date=better.access_date or base.access_date,
        archive_date=better.archive_date or base.archive_date,
        url=first.url,
        archive_url=better.archive_url or base.archive_url,
        doi=better.doi or base.doi,
        url_from=first.url_from,
        urls=tuple(urls),
        urls_from=tuple(urls.values()),
        page=better.page or base.page,
        quote=better.quote or base.quote,
        flags=tuple(dict.fromkeys((*better.flags, *base.flags))),
    )


def _split(printed_urls: Iterable[PrintedUrl]) -> tuple[list[PrintedUrl], list[str], str | None]:
    """Split URLs into those of pages, those of captures, and the words that a text fragment quotes."""
    pages, captures, quote = [], [], None
    for printed in printed_urls:
        url, fragment = split_text_fragment(unwrapped(whole_url(printed.url)))
        quote = quote or fragment
        split = split_archive_url(url)
        if split is not None or is_archive_url(url):
            captures.append(url)
        if split is not None and clean_url(split.original):
            pages.append(PrintedUrl(url=clean_url(split.original), source="archive_url"))
        elif url and not is_archive_url(url):
            kind = resolver_kind(url) if printed.source == "url" else printed.source
            pages.append(PrintedUrl(url=url, source=kind))
    named = {_folded(page.url) for page in pages if page.source != "archive_url"}
    kept = [page for page in pages if page.source != "archive_url" or _folded(page.url) not in named]
    return kept, list(dict.fromkeys(captures)), quote


def _rank(printed: PrintedUrl) -> int:
    """Rank an address: a wiki's page on a publisher or an author comes last."""
    return len(_RANK) + 1 if is_wiki(printed.url) else _RANK.get(printed.source, len(_RANK))


def _folded(url: str) -> str:
    return url.lower().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


def _url_from(source: str) -> UrlFrom:
    return UrlFrom.REFERENCE if source in _PRINTED else UrlFrom.IDENTIFIER
