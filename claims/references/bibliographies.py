"""Bibliographies that give URLs to references which print none (`--sources`), and how they find their references.

An entry is matched by its number or key, then by DOI, then by its title, as far as titles are alike.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from claims.errors import InputError
from claims.language.reference_dates import iso_date
from claims.records import Citation, Document, UrlFrom
from claims.references.addresses import find_urls, is_archive_url, split_archive_url
from claims.references.bibtex import bibtex_entries
from claims.references.identifiers import clean_doi
from claims.references.matching import Titles
from claims.references.ris import ris_records

_BIBTEX = re.compile(r"^\s{0,9}@\s{0,9}[A-Za-z]{3,30}\s{0,9}[{(]", re.MULTILINE)
_RIS = re.compile(r"^\s{0,9}TY\s{1,3}-", re.MULTILINE)
# The fields that may hold what we need, the first that does counts.
_BIBTEX_FIELDS = {
    "key": ("id",), "title": ("title",), "doi": ("doi",), "url": ("url", "howpublished", "link", "note"),
    "access_date": ("urldate", "accessed", "lastchecked"), "archive_url": ("archiveurl", "archive-url"),
}  # fmt: skip
_RIS_TAGS = {
    "key": ("ID", "LB"), "title": ("TI", "T1"), "doi": ("DO",), "url": ("UR", "L2", "LK", "L1"), "access_date": ("Y2",),
}  # fmt: skip
_NAMED = 8  # unmatched entries that a note names one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """What a bibliography says of one work: `key` is its number or citation key; dates are ISO 8601."""

    key: str | None
    title: str | None = None
    doi: str | None = None
    url: str | None = None
    archive_url: str | None = None
    access_date: str | None = None


def parse_sources(text: str, name: str) -> tuple[SourceEntry, ...]:
    """The entries of the bibliography `text`, a file called `name`: CSL-JSON, BibTeX, RIS or CSV.

    Raises:
        claims.errors.InputError: it is none of them, or no entry in it has a URL.
    """
    start = text.lstrip("\ufeff \n\t")
    if start[:1] in ("[", "{"):
        entries = _from_json(start, name)
    elif _BIBTEX.search(text):
        entries = tuple(_entry(_renamed(fields, _BIBTEX_FIELDS)) for fields in bibtex_entries(text))
    elif _RIS.search(text):
        entries = tuple(_entry(_renamed(record, _RIS_TAGS)) for record in ris_records(text))
    else:
        entries = _from_csv(start, name)
    if not any(entry.url or entry.archive_url for entry in entries):
        raise InputError("No entry of this bibliography has a URL.", place=name, mend="Give each entry a field “url”.")
    return entries


def with_sources(document: Document, entries: Sequence[SourceEntry]) -> Document:
    """`document` with the URLs that `entries` give to its citations; what did not match is said in its notes."""
    matches, unmatched = _matched(document.citations, entries)
    citations = tuple(
        _completed(citation, matches[citation.id]) if citation.id in matches else citation
        for citation in document.citations
    )
    notes = document.notes
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
    """`citation` with what `entry` adds; what the reference itself prints is kept."""
    capture = citation.archive_url or entry.archive_url
    split = split_archive_url(entry.archive_url) if entry.archive_url else None
    url = entry.url or (split.original if split else None)
    known = dict(zip(citation.urls, citation.urls_from, strict=True))
    added = {address: "sources_file" for address in (url,) if address and address not in known}
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


def _entry(fields: Mapping[str, str]) -> SourceEntry:
    url = next(iter(find_urls(fields.get("url", ""))), None)
    archive = next(iter(find_urls(fields.get("archive_url", ""))), None)
    if url and is_archive_url(url):
        archive, url = archive or url, None
    doi = fields.get("doi", "").strip()
    return SourceEntry(
        key=fields.get("key", "").strip() or None,
        title=fields.get("title", "").strip() or None,
        doi=clean_doi(doi) if doi else None,
        url=url,
        archive_url=archive,
        access_date=iso_date(fields.get("access_date", "")),
    )


_COLUMNS = {
    "id": "key", "number": "key", "key": "key", "ref": "key", "reference": "key", "no": "key", "n": "key",
    "title": "title", "doi": "doi", "url": "url", "link": "url",
    "access_date": "access_date", "accessed": "access_date", "retrieved": "access_date", "urldate": "access_date",
    "archive_url": "archive_url", "archive": "archive_url", "archiveurl": "archive_url",
}  # fmt: skip


def _renamed(fields: Mapping[str, str], names: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """The fields under our names; of those that may hold an address, the first that holds one."""
    found = {}
    for ours, theirs in names.items():
        values = [fields[name] for name in theirs if fields.get(name)]
        if ours == "url":
            values = [value for value in values if find_urls(value)]
        if values:
            found[ours] = values[0]
    return found


def _from_csv(text: str, name: str) -> tuple[SourceEntry, ...]:
    delimiter = "\t" if "\t" in text.partition("\n")[0] else ";" if ";" in text.partition("\n")[0] else ","
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise InputError(f"This is no CSV: {error}.", place=name) from error
    if not rows:
        raise InputError("This bibliography is empty.", place=name, mend="Give each reference a row with its “url”.")
    header = [_COLUMNS.get(column.strip().lower().replace("-", "_").replace(" ", "_"), "") for column in rows[0]]
    if "url" not in header and "archive_url" not in header:
        raise InputError(
            "This is no bibliography that can be read: no column is called “url”.",
            place=name,
            mend="Give CSL-JSON, BibTeX, RIS, or CSV with the columns “number” and “url”.",
        )
    return tuple(_entry(dict(zip(header, row, strict=False))) for row in rows[1:] if any(row))


def _from_json(text: str, name: str) -> tuple[SourceEntry, ...]:
    try:
        data = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise InputError(f"This is no CSL-JSON: {error}.", place=name) from error
    items = data.get("items", [data]) if isinstance(data, dict) else data
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise InputError("This is no CSL-JSON: it is not a list of works.", place=name)
    return tuple(_entry(_csl_fields(item)) for item in items)


def _csl_fields(item: Mapping[str, object]) -> dict[str, str]:
    """The fields of a CSL-JSON work (citation-style-language/schema, csl-data.json) under our names."""
    fields = {"key": "id", "title": "title", "doi": "DOI", "url": "URL", "archive_url": "archive_url"}
    found = {ours: str(item[theirs]) for ours, theirs in fields.items() if item.get(theirs)}
    accessed = item.get("accessed")
    if isinstance(accessed, dict):
        parts = accessed.get("date-parts")
        date = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
        found["access_date"] = "-".join(f"{int(part):02}" for part in date if str(part).isdigit()) or str(
            accessed.get("raw") or accessed.get("literal") or ""
        )
    return found
