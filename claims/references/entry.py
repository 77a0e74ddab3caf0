"""A reference entry to the fields of a `Citation`: title, authors, publisher, dates, identifiers and addresses."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from claims.language.phrases import ACCESS, ACCESS_BEHIND, ARCHIVED
from claims.language.reference_dates import FoundDate, find_dates
from claims.language.segmentation import sentences
from claims.records import Citation, UrlFrom
from claims.references.addresses import (
    address_flags,
    capture_date,
    clean_url,
    find_urls,
    is_archive_url,
    resolver_kind,
    spans_of_urls,
    split_archive_url,
    text_fragment,
)
from claims.references.identifiers import KINDS, Identifier, find_identifiers, spans_of_identifiers

_QUOTED = re.compile(r"[\"“„«『「《‹]\s?([^\"”“»』」》›]{2,400})[\"”“»』」》›]")
_LONGEST = 5_000  # characters; what stands further behind in an entry names no title and no date
# The order in which a reference's addresses are worth trying: pages before what identifiers resolve to.
_RANK = dict.fromkeys(("url", "archive_url", "chapter_url"), 0) | {kind: rank for rank, kind in enumerate(KINDS, 1)}
_PRINTED = frozenset(("url", "archive_url", "chapter_url"))
_REACH = 60  # characters before a date in which `Archived from the original on` may stand
_BEHIND = 24
_VOLUME = re.compile(r"\s*(?:,|\bvol\b|\bno\b|\bpp?\b|\bbd\b)?\.?\s*\d.*$", re.IGNORECASE | re.DOTALL)
_PERSON = re.compile(r"^[^\W\d_][\w'’.-]*(?:\s[\w'’.-]+)?,\s*[^\W\d_]|^[^\W\d_][\w'’-]+\s[A-Z]{1,3}(?:,|$)")
_AND = re.compile(r"\s*(?:;|&|\band\b|\bund\b|\bet\b(?!\s+al)|\by\b)\s*")
_PAGES = re.compile(r"\b(?:pp?|S|s|str|с|pág|págs)\.\s?(\d{1,5}(?:\s?[-–]\s?\d{1,5})?)\b")
_PUNCTUATION = " \t\n.,;:·•-–—()[]/|^*_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A web address that a reference holds, and what gave it: `url`, `archive_url`, `chapter_url`, `doi` …"""

    url: str
    source: str


def read_reference(citation: str, text: str, links: Iterable[str] = ()) -> Citation:
    """The entry `text`, of a citation called `citation`, taken apart.

    Args:
        links: targets of links in the entry that its text does not print.
    """
    text = " ".join(text.split())
    addresses = [Address(url=url, source="url") for url in (*links, *find_urls(text))]
    identifiers = find_identifiers(text)
    head = text[:_LONGEST]
    masked = _masked(head, [*spans_of_urls(head), *spans_of_identifiers(head)])
    printed, access, archived, cut = _dates(masked)
    title, authors, publisher = _parts(masked[:cut], printed)
    pages = _PAGES.search(masked)
    return citation_of(
        citation,
        text,
        addresses,
        identifiers,
        title=title,
        authors=authors,
        publisher=publisher,
        date=printed.iso if printed else None,
        access_date=access,
        archive_date=archived,
        page=pages[1] if pages else None,
    )


def citation_of(
    citation: str,
    text: str,
    addresses: Iterable[Address],
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
    """A `Citation` from fields that are known: orders its addresses, splits the archive's, resolves identifiers."""
    identifiers = tuple(identifiers)
    pages, captures, fragment = _sorted(addresses)
    candidates = pages + [Address(url=identifier.url, source=identifier.kind) for identifier in identifiers]
    candidates.sort(key=lambda address: _RANK.get(address.source, len(_RANK)))
    unique = {address.url: address.source for address in reversed(candidates)}
    ordered = list(dict.fromkeys(address.url for address in candidates))
    first_source = unique[ordered[0]] if ordered else None
    capture = captures[0] if captures else None
    split = split_archive_url(capture) if capture else None
    return Citation(
        id=citation,
        text=text,
        title=title,
        authors=authors,
        publisher=publisher,
        date=date,
        access_date=access_date,
        archive_date=archive_date or (capture_date(split.timestamp) if split else None),
        url=ordered[0] if ordered else None,
        archive_url=capture,
        doi=next((identifier.value for identifier in identifiers if identifier.kind == "doi"), None),
        url_from=_origin(first_source),
        urls=(*ordered, *captures),
        urls_from=(*(unique[url] for url in ordered), *("capture" for _ in captures)),
        page=page,
        quote=quote or fragment,
        flags=tuple(dict.fromkeys((*flags, *(address_flags(ordered[0]) if ordered else ())))),
    )


def overlaid(base: Citation, better: Citation) -> Citation:
    """`base` with all that `better` knows of the same entry: its fields first, its addresses before the others."""
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


def _sorted(addresses: Iterable[Address]) -> tuple[list[Address], list[str], str | None]:
    """The pages' own addresses, the captures', and the words that a text fragment quotes."""
    pages, captures, quote = [], [], None
    for address in addresses:
        url, fragment = text_fragment(clean_url(address.url))
        quote = quote or fragment
        split = split_archive_url(url)
        if split is not None or is_archive_url(url):
            captures.append(url)
        if split is not None and clean_url(split.original):
            pages.append(Address(url=clean_url(split.original), source="archive_url"))
        elif url and not is_archive_url(url):
            kind = resolver_kind(url) if address.source == "url" else address.source
            pages.append(Address(url=url, source=kind))
    printed = {_folded(page.url) for page in pages if page.source != "archive_url"}
    kept = [page for page in pages if page.source != "archive_url" or _folded(page.url) not in printed]
    return kept, list(dict.fromkeys(captures)), quote


def _folded(url: str) -> str:
    return url.lower().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


def _origin(source: str | None) -> UrlFrom:
    if source is None:
        return UrlFrom.NONE
    return UrlFrom.REFERENCE if source in _PRINTED else UrlFrom.IDENTIFIER


def _masked(text: str, spans: list[tuple[int, int]]) -> str:
    characters = list(text)
    for start, end in spans:
        characters[start:end] = " " * (end - start)
    return "".join(characters)


def _dates(text: str) -> tuple[FoundDate | None, str | None, str | None, int]:
    """The date of publication, the days of access and of archiving, and where the words about the latter begin."""
    printed: list[FoundDate] = []
    access = archived = None
    cut, begin = len(text), 0
    for date in find_dates(text):
        reach = max(begin, date.start - _REACH)
        before, behind = text[reach : date.start], text[date.end : date.end + _BEHIND]
        is_archived, is_access = _last(ARCHIVED, before), _last(ACCESS, before)
        if is_access is not None and (is_archived is None or is_access > is_archived):
            access, cut = access or date.iso, min(cut, reach + is_access)
        elif is_archived is not None or "アーカイブ" in behind:
            archived = archived or date.iso
            cut = min(cut, reach + is_archived if is_archived is not None else date.start)
        elif ACCESS_BEHIND.search(behind[:8]):
            access, cut = access or date.iso, min(cut, date.start)
        else:
            printed.append(date)
        begin = date.end
    best = next((date for date in printed if len(date.iso) > len("2006")), printed[0] if printed else None)
    return best, access, archived, max(cut, 0)


def _last(pattern: re.Pattern[str], text: str) -> int | None:
    starts = [match.start() for match in pattern.finditer(text)]
    return starts[-1] if starts else None


def _parts(text: str, date: FoundDate | None) -> tuple[str | None, tuple[str, ...], str | None]:
    """Title, authors and publisher of an entry, by the shape of the style that it follows."""
    quoted = _QUOTED.search(text)
    if quoted:
        return (
            _clean(quoted[1]),
            _people(text[: quoted.start()], date),
            _publisher(text[quoted.end() :], date, quoted.end()),
        )
    opening = text.rfind("(", 0, date.start) if date else -1
    if date and 0 < opening >= date.start - 2 and _PERSON.match(text):  # APA: Authors (date). Title. Publisher.
        closing = text.find(")", date.end)
        title, publisher = _first_two(text[closing + 1 :] if closing >= 0 else text[date.end :])
        return title, _people(text[:opening], date), publisher
    pieces = [text[start:end] for start, end in sentences(text)]
    if len(pieces) > 1 and _PERSON.match(pieces[0]):  # Vancouver: Authors. Title. Journal. Date.
        title, publisher = _first_two(" ".join(pieces[1:]))
        return title, _people(pieces[0], date), publisher
    title, publisher = _first_two(text)
    return title, (), publisher


def _first_two(text: str) -> tuple[str | None, str | None]:
    spans = sentences(text.lstrip(_PUNCTUATION))
    pieces = [text.lstrip(_PUNCTUATION)[start:end] for start, end in spans]
    title = _clean(pieces[0]) if pieces else None
    publisher = _clean(_VOLUME.sub("", pieces[1])) if len(pieces) > 1 else None
    return title, publisher


def _publisher(text: str, date: FoundDate | None, offset: int) -> str | None:
    """The work or publisher that follows a quoted title: up to its volume, its date or its full stop."""
    if date and date.start >= offset:
        text = text[: date.start - offset]
    text = text.lstrip(_PUNCTUATION)
    spans = sentences(text)
    return _clean(_VOLUME.sub("", text[slice(*spans[0])])) if spans else None


def _people(text: str, date: FoundDate | None) -> tuple[str, ...]:
    if date and date.start < len(text):
        text = text[: date.start]
    names = (_clean(name, keep=".") for name in _AND.split(text))
    return tuple(name for name in names if name and any(character.isalpha() for character in name))


def _clean(text: str, keep: str = "") -> str | None:
    punctuation = _PUNCTUATION if not keep else _PUNCTUATION.replace(keep, "")
    return " ".join(text.split()).lstrip(_PUNCTUATION).rstrip(punctuation) or None
