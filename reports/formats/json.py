"""`report.json`: the records of a report written down, and read back."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from itertools import chain

import msgspec

from claims.records import JudgedDocument, Report
from reports.formats.json_pieces import Array, Object, pieces

SCHEMA_VERSION = 1
# History of `schema_version`; a field that is only added does not change it.
#   1: the first, of citewatch 0.1.

FILE_NAME = "report.json"

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


class JsonFormat:
    """The report for programs, as `claims.records` describes it; equal reports give identical bytes."""

    name = "json"

    def render(self, report: Report) -> Mapping[str, Iterable[str]]:
        """`report.json`, indented by two spaces."""
        return {FILE_NAME: chain(pieces(_streamed(report)), "\n")}


def read_report(data: bytes | str) -> Report:
    """The report that `data`, the contents of a `report.json`, holds. Fields that are not known are passed over.

    Raises:
        ValueError: it is no such report; the message says where in it and what to do.
    """
    try:
        report = msgspec.json.decode(data, type=Report)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"this is no report of citewatch: {error}. Give a report.json that it wrote.") from error
    if report.schema_version != SCHEMA_VERSION:
        raise ValueError(
            f"$.schema_version is {report.schema_version}, and this citewatch reads {SCHEMA_VERSION}."
            " Make the report again with this version, or read it with the version that made it."
        )
    return report


def schema() -> str:
    """The JSON Schema of `report.json`, made from the records; shipped as `reports/report.schema.json`."""
    generated = msgspec.json.schema(Report)
    titled = {"$schema": _DIALECT, "title": "A report of citewatch", **generated}
    return msgspec.json.format(msgspec.json.encode(titled), indent=2).decode() + "\n"


def _streamed(record: Report | JudgedDocument) -> Object:
    """A record with its lists to be written item by item, and the documents in it likewise."""
    return Object((field.name, _listed(getattr(record, field.name))) for field in fields(record))


def _listed(value: object) -> object:
    if not isinstance(value, tuple):
        return value
    return Array(_streamed(item) if isinstance(item, JudgedDocument) else item for item in value)


if __name__ == "__main__":  # `python -m reports.formats.json > reports/report.schema.json` brings the schema up to date
    print(schema(), end="")
