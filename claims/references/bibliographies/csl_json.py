"""CSL-JSON, as Zotero and others export it (citation-style-language/schema, `csl-data.json`)."""

import json
from collections.abc import Mapping

from claims.errors import InputError
from claims.references.bibliographies.source_entry import SourceEntry, entry_from_fields

_FIELDS = {"key": "id", "title": "title", "doi": "DOI", "url": "URL", "archive_url": "archive_url"}


def read_csl_json(text: str, name: str) -> tuple[SourceEntry, ...]:
    """Read the entries of `text`, the content of the file `name`.

    Raises:
        claims.errors.InputError: it is not CSL-JSON.
    """
    mend = "Export the bibliography as CSL-JSON again, or give BibTeX, RIS or CSV."
    try:
        data = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise InputError(f"This is not valid JSON: {error}.", place=name, mend=mend) from error
    items = data.get("items", [data]) if isinstance(data, dict) else data
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise InputError("This is not CSL-JSON: it is not a list of works.", place=name, mend=mend)
    return tuple(entry_from_fields(_fields(item)) for item in items)


def _fields(item: Mapping[str, object]) -> dict[str, str]:
    """Convert the fields of a work to those of `SourceEntry`."""
    found = {ours: str(item[theirs]) for ours, theirs in _FIELDS.items() if item.get(theirs)}
    accessed = item.get("accessed")
    if isinstance(accessed, dict):
        parts = accessed.get("date-parts")
        date = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
        found["access_date"] = "-".join(f"{int(part):02}" for part in date if str(part).isdigit()) or str(
            accessed.get("raw") or accessed.get("literal") or ""
        )
    return found
