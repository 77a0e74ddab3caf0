"""RIS (Reference Manager): on each line a tag of two characters, two spaces, a hyphen and a value."""

import re

from claims.references.bibliographies.source_entry import SourceEntry, entry_from_fields, rename_fields

_LINE = re.compile(r"([A-Z][A-Z0-9])\s{1,3}-\s?(.*)$")
_FIELDS = {
    "key": ("ID", "LB"), "title": ("TI", "T1"), "doi": ("DO",), "url": ("UR", "L2", "LK", "L1"), "access_date": ("Y2",),
}  # fmt: skip


def read_ris(text: str) -> tuple[SourceEntry, ...]:
    """Read the entries of `text`."""
    return tuple(entry_from_fields(rename_fields(record, _FIELDS)) for record in _records(text))


def _records(text: str) -> list[dict[str, str]]:
    """Read the tags of each record with their first values; a record ends at its `ER`."""
    records: list[dict[str, str]] = []
    record: dict[str, str] = {}
    for line in text.split("\n"):
        match = _LINE.match(line.strip())
        if not match:
            continue
        if match[1] in ("TY", "ER") and record:
            records.append(record)
            record = {}
        if match[1] != "ER":
            record.setdefault(match[1], match[2].strip())
    return [*records, record] if record else records
