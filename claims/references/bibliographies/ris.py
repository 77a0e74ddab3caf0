"""RIS (Reference Manager), by rispy; records that lack their end, and addresses over several lines, are mended."""

import re

import rispy

from claims.references.bibliographies.source_entry import SourceEntry, entry_from_fields, rename_fields

_BEGINNING = re.compile(r"^\s{0,9}TY\s{1,3}-", re.MULTILINE)
_END = "ER  - "
_TAG = re.compile(r"^\s{1,20}(?=[A-Z][A-Z0-9]\s{1,3}-)", re.MULTILINE)
_FIELDS = {
    "key": ("id", "label"), "title": ("title", "primary_title"), "doi": ("doi",), "access_date": ("access_date",),
    "url": ("urls", "file_attachments2", "link", "file_attachments1", "url"),
}  # fmt: skip


def read_ris(text: str) -> tuple[SourceEntry, ...]:
    """Read the entries of `text`."""
    ended = _TAG.sub("", _BEGINNING.sub(f"{_END}\n\nTY  -", text)) + f"\n{_END}\n"
    records = rispy.loads(ended.partition(_END)[2])
    return tuple(entry_from_fields(rename_fields(_flat(record), _FIELDS)) for record in records)


def _flat(record: dict[str, object]) -> dict[str, str]:
    """Write each field as one text; a line that is no address continues the address before it."""
    fields = {}
    for name, value in record.items():
        lines = [str(line) for line in value] if isinstance(value, list) else [str(value)]
        fields[name] = "".join(f" {line}" if "://" in line else line for line in lines).strip()
    return fields
