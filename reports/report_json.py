"""The contents of `report.json`: the records of a report, written and read back."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace

import msgspec

from claims.records import JudgedDocument, Report
from reports.json_stream import Array, Object, pieces

SCHEMA_VERSION = 2
# History of `schema_version`; adding a field does not change it.
#   2: the first that is released, with citewatch 0.1: the verdicts `contradicted` and `unclear`.

_ID = f"urn:citewatch:report:{SCHEMA_VERSION}"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def report_pieces(report: Report) -> Iterator[str]:
    """Yield the text of `report.json` in pieces, indented by two spaces; equal reports give identical text."""
    yield from pieces(_streamed(report))
    yield "\n"


def read_report(data: bytes | str) -> Report:
    """Read the contents of a `report.json`, ignoring unknown fields.

    Raises:
        ValueError: `data` is no such report; the message says where the error is and how to fix it.
    """
    try:
        report = msgspec.json.decode(data, type=Report)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ValueError(
            f"this is not a citewatch report: {error}. Pass a report.json that citewatch wrote."
        ) from error
    if report.schema_version != SCHEMA_VERSION:
        raise ValueError(
            f"$.schema_version is {report.schema_version}, but this citewatch reads version {SCHEMA_VERSION}."
            " Create the report again with this version, or read it with the version that created it."
        )
    return replace(report, documents=tuple(report.documents))


def schema() -> str:
    """Generate the JSON Schema of `report.json` from the records; shipped as `reports/report.schema.json`."""
    generated = msgspec.json.schema(Report)
    titled = {"$schema": _DIALECT, "$id": _ID, "title": "citewatch report", **generated}
    return msgspec.json.format(msgspec.json.encode(titled), indent=2).decode() + "\n"


def _streamed(record: Report | JudgedDocument) -> Object:
    """Return a record whose lists are written item by item, and those of its documents too."""
    return Object((field.name, _item_by_item(getattr(record, field.name))) for field in fields(record))


def _item_by_item(value: object) -> object:
    if isinstance(value, str) or not isinstance(value, Sequence):
        return value
    return Array(_streamed(item) if isinstance(item, JudgedDocument) else item for item in value)


if __name__ == "__main__":  # `python -m reports.report_json > reports/report.schema.json` updates the schema
    print(schema(), end="")
