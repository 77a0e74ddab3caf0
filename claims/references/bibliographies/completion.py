"""Completes the references of a document with the URLs of a bibliography.

An entry matches a reference by its number or key, then by DOI, then by similar titles.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from claims.records import Citation, Document, UrlFrom
from claims.references.bibliographies.source_entry import SourceEntry
from claims.references.broken_citations import with_broken_note
from claims.references.links.archive_urls import split_archive_url
from claims.references.links.identifiers import Identifier
from claims.references.matching import Titles

_NAMED = 8  # unmatched entries that a note lists


def with_sources(document: Document, entries: Sequence[SourceEntry]) -> Document:
    """Give the citations of `document` the URLs of `entries`; notes name what is still without a match."""
    matches, unmatched = _matched(document.citations, entries)
    citations = tuple(
        _completed(citation, matches[citation.id]) if citation.id in matches else citation
        for citation in document.citations
    )
    notes = with_broken_note(document.notes, document.citations, citations)
    if unmatched:
        more = f" and {len(unmatched) - _NAMED} more" if len(unmatched) > _NAMED else ""
        notes += (f"The sources file has entries that match no reference: {', '.join(unmatched[:_NAMED])}{more}.",)
    return replace(document, citations=citations, notes=notes)


def _matched(citations: Iterable[Citation], entries: Iterable[SourceEntry]) -> tuple[dict[str, SourceEntry], list[str]]:
    by_id = {citation.id.casefold(): citation.id for citation in citations}
    by_doi = {citation.doi.casefold(): citation.id for citation in citations if citation.doi}
    by_title = Titles({citation.id: citation.title for citation in citations if citation.title})
    matches: dict[str, SourceEntry] = {}
    unmatched = []
    for entry in entries:
        found = (
            by_id.get((entry.key or "").casefold())
            or by_doi.get((entry.doi or "").casefold())
            or by_title.find(entry.title or "")
        )
        if found is None:
            unmatched.append(entry.key or entry.title or entry.url or "an entry without a name")
        else:
            matches.setdefault(found, entry)
    return matches, unmatched


def _completed(citation: Citation, entry: SourceEntry) -> Citation:
    """Add the data of `entry` to `citation`, whose own data win."""
    capture = citation.archive_url or entry.archive_url
    split = split_archive_url(entry.archive_url) if entry.archive_url else None
    url = entry.url or (split.original if split else None)
    known = dict(zip(citation.urls, citation.urls_from, strict=True))
    if url is None and citation.url is None and entry.doi:
        url = Identifier(kind="doi", value=entry.doi).url
    added = {url: "sources_file"} if url and url not in known else {}
    captures = {capture: "capture"} if capture else {}
    urls = {**known, **added, **captures} if citation.url_from is UrlFrom.REFERENCE else {**added, **known, **captures}
    takes = url is not None and citation.url_from is not UrlFrom.REFERENCE
    return replace(
        citation,
        doi=citation.doi or entry.doi,
        access_date=citation.access_date or entry.access_date,
        url=url if takes else citation.url,
        url_from=UrlFrom.SOURCES_FILE if takes else citation.url_from,
        archive_url=capture,
        urls=tuple(urls),
        urls_from=tuple(urls.values()),
        broken=False if takes else citation.broken,
    )
