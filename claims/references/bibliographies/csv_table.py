"""Bibliographies as CSV: separated by commas, semicolons or tabs, the columns named in the first row."""

import csv

from claims.errors import InputError
from claims.references.bibliographies.source_entry import SourceEntry, entry_from_fields
from claims.references.csv_rows import csv_rows

_COLUMNS = {
    "id": "key", "number": "key", "key": "key", "ref": "key", "reference": "key", "no": "key", "n": "key",
    "title": "title", "doi": "doi", "url": "url", "link": "url",
    "access_date": "access_date", "accessed": "access_date", "retrieved": "access_date", "urldate": "access_date",
    "archive_url": "archive_url", "archive": "archive_url", "archiveurl": "archive_url",
}  # fmt: skip


def read_csv(text: str, name: str) -> tuple[SourceEntry, ...]:
    """Read the entries of `text`, the content of the file `name`.

    Raises:
        claims.errors.InputError: it is not CSV, or no column contains URLs.
    """
    delimiter = "\t" if "\t" in text.partition("\n")[0] else ";" if ";" in text.partition("\n")[0] else ","
    rows: list[list[str]] = []
    after = 1
    try:
        for _, last, row in csv_rows(text, delimiter):
            rows.append(row)
            after = last + 1
    except csv.Error as error:
        mend = "Give CSL-JSON, BibTeX, RIS or CSV."
        raise InputError(f"This is not CSV: {error}.", place=f"{name}, line {after}", mend=mend) from error
    if not rows:
        raise InputError("This bibliography is empty.", place=name, mend="Give each reference a row with its “url”.")
    header = [_COLUMNS.get(column.strip().lower().replace("-", "_").replace(" ", "_"), "") for column in rows[0]]
    if "url" not in header and "archive_url" not in header:
        raise InputError(
            "This is not a bibliography: no column is called “url”.",
            place=name,
            mend="Give CSL-JSON, BibTeX, RIS, or CSV with the columns “number” and “url”.",
        )
    return tuple(entry_from_fields(dict(zip(header, row, strict=False))) for row in rows[1:] if any(row))
