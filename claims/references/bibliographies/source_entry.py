"""One entry of a bibliography, whatever its format."""

from collections.abc import Mapping
from dataclasses import dataclass

from claims.language.dates.dates import iso_date
from claims.references.links.archive_urls import is_archive_url
from claims.references.links.identifiers import clean_doi
from claims.references.links.urls import find_urls


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """A work in a bibliography.

    Attributes:
        key: its number or citation key, or None.
        title: its title, or None.
        doi: its DOI, or None.
        url: its URL, or None.
        archive_url: the URL of a capture, or None.
        access_date: the date of access, ISO 8601, or None.
    """

    key: str | None
    title: str | None = None
    doi: str | None = None
    url: str | None = None
    archive_url: str | None = None
    access_date: str | None = None


def entry_from_fields(fields: Mapping[str, str]) -> SourceEntry:
    """Build an entry from fields under the names of `SourceEntry`, values as the bibliography writes them."""
    url = next(iter(find_urls(fields.get("url", ""))), None)
    archive_url = next(iter(find_urls(fields.get("archive_url", ""))), None)
    if url and is_archive_url(url):
        archive_url, url = archive_url or url, None
    doi = fields.get("doi", "").strip()
    return SourceEntry(
        key=fields.get("key", "").strip() or None,
        title=fields.get("title", "").strip() or None,
        doi=clean_doi(doi) if doi else None,
        url=url,
        archive_url=archive_url,
        access_date=iso_date(fields.get("access_date", "")),
    )


def rename_fields(fields: Mapping[str, str], names: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Rename the fields of a format to those of `SourceEntry`.

    Args:
        fields: the fields of one entry.
        names: for each field of `SourceEntry`, the fields that may contain it; the first that does counts.
    """
    found = {}
    for ours, theirs in names.items():
        values = [fields[name] for name in theirs if fields.get(name)]
        if ours == "url":
            values = [value for value in values if find_urls(value)]
        if values:
            found[ours] = values[0]
    return found
