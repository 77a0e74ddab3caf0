"""RIS (Reference Manager) to the fields of its records: two capitals, two spaces, a hyphen and a value a line."""

import re

_LINE = re.compile(r"([A-Z][A-Z0-9])\s{1,3}-\s?(.*)$")


def ris_records(text: str) -> list[dict[str, str]]:
    """The tags of each record with their first values; a record ends at its `ER`."""
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
