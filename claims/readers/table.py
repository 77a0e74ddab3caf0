"""Tables of claims: CSV, TSV and JSON Lines with a claim and the URL of its source in each row."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from claims.errors import InputError
from claims.language.dates.dates import iso_date
from claims.readers.assembly.reading_builder import ReadingBuilder
from claims.readers.interface import Reading
from claims.records import BlockKind, Citation
from claims.references.citation import PrintedUrl, build_citation
from claims.references.csv_rows import csv_rows
from claims.references.links.urls import clean_url, find_urls

_COLUMNS = {
    "claim": "claim", "statement": "claim", "sentence": "claim", "text": "claim", "assertion": "claim", "fact": "claim",
    "url": "url", "link": "url", "source": "url", "source_url": "url", "citation": "url", "urls": "url",
    "sources": "url", "source_link": "url", "source_urls": "url", "reference": "url", "web_address": "url",
    "archive_url": "archive_url", "archive": "archive_url",
    "date": "date", "access_date": "date", "accessed": "date", "retrieved": "date", "date_accessed": "date",
    "accessed_on": "date", "retrieved_on": "date", "date_of_access": "date", "last_accessed": "date",
    "id": "key", "key": "key", "claim_id": "key", "row_id": "key", "uid": "key",
    "context": "context", "title": "title", "source_title": "title", "section": "context",
}  # fmt: skip
_LONGEST_HEADER = 2_000  # characters


class TableReader:
    """Reads tables of claims."""

    name = "table"

    def recognises(self, name: str, text: str) -> bool:
        """Whether the header has columns for claims and URLs, or the first object such fields."""
        first = text.lstrip("\ufeff\n ")[:_LONGEST_HEADER].partition("\n")[0]
        if first.startswith("{"):
            row = _object(text.lstrip().partition("\n")[0])
            return row is not None and {"claim", "url"} <= {_column(name) for name in row}
        header = {_column(column) for column in next(csv.reader([first], delimiter=_delimiter(first)), [])}
        return {"claim", "url"} <= header

    def read(self, text: str, name: str) -> Reading:
        """Read `text`: each row becomes a paragraph of context and claim; see `Reader.read`.

        Raises:
            claims.errors.InputError: a row cannot be read, or no row has a claim.
        """
        builder = ReadingBuilder()
        citations: dict[tuple[str, ...], Citation] = {}
        wide: list[int] = []
        rows = _json_rows(text, name) if text.lstrip().startswith("{") else _csv_rows(text, name, wide)
        empty = True
        for line, source, row in rows:
            claim = row.get("claim", "").strip()
            if not claim:
                continue
            empty = False
            builder.open(BlockKind.PARAGRAPH)
            builder.add(row.get("context", "").replace("\n", " "), line)
            urls = find_urls(row.get("url", "")) or tuple(filter(None, [clean_url(row.get("url", ""))]))
            key = (*urls, row.get("archive_url", ""), row.get("date", ""), row.get("title", ""))
            if key not in citations:
                citations[key] = _citation(str(len(citations) + 1), row, urls)
            own = row.get("key", "").strip() or None
            builder.claim(claim, citations[key].id, *_place(claim, line, source), key=own)
        if empty:
            mend = "Give it the columns “claim” and “url”."
            raise InputError("No row of this table has a claim.", place=name, mend=mend)
        return builder.finish(self.name, tuple(citations.values()), notes=tuple(_too_wide(wide)))


def _place(claim: str, line: int, source: Sequence[str]) -> tuple[int, int | None]:
    """Find line and column of a claim in the lines of its row: literally, or as CSV or JSON escapes it."""
    first = claim.partition("\n")[0]
    for written in (
        first,
        first.replace('"', '""'),
        json.dumps(first)[1:-1],
        json.dumps(first, ensure_ascii=False)[1:-1],
    ):
        for number, text in enumerate(source, line):
            if written in text:
                return number, text.index(written) + 1
    return line, None


def _citation(number: str, row: Mapping[str, str], urls: tuple[str, ...]) -> Citation:
    addresses = [PrintedUrl(url=url, source="url") for url in urls]
    archive = clean_url(row.get("archive_url", ""))
    text = row.get("title", "").strip() or " ".join(urls) or row.get("url", "").strip()
    return build_citation(
        number,
        text,
        [*addresses, *([PrintedUrl(url=archive, source="archive_url")] if archive else [])],
        title=row.get("title", "").strip() or None,
        access_date=iso_date(row.get("date", "")),
    )


def _too_wide(lines: Sequence[int]) -> Iterator[str]:
    """Yield what to say of rows at these lines, whose claims may end at a comma of their own."""
    if lines:
        count = f"{len(lines)} rows have" if len(lines) > 1 else "A row has"
        yield f"{count} more cells than the first row (line {lines[0]}): quote a cell that holds a comma."


def _csv_rows(text: str, name: str, wide: list[int]) -> Iterator[tuple[int, Sequence[str], dict[str, str]]]:
    """Read the rows: first line, lines and cells of each; note in `wide` where one has more cells than the header."""
    lines = text.split("\n")
    header: list[str] | None = None
    after = 1
    try:
        for line, last, row in csv_rows(text.lstrip("\ufeff"), _delimiter(text.partition("\n")[0])):
            if header is None:
                header = [_column(column) for column in row]
            elif any(row):
                if any(row[len(header) :]):
                    wide.append(line)
                yield line, lines[line - 1 : last], _cells(zip(header, row, strict=False))
            after = last + 1
    except csv.Error as error:
        mend = "Give CSV, TSV or JSON Lines."
        raise InputError(f"This is not a table: {error}.", place=f"{name}, line {after}", mend=mend) from error


def _json_rows(text: str, name: str) -> Iterator[tuple[int, Sequence[str], dict[str, str]]]:
    for line, source in enumerate(text.split("\n"), 1):
        if not source.strip():
            continue
        row = _object(source)
        if row is None:
            raise InputError(
                "This line is not a JSON object.", place=f"{name}, line {line}", mend="Write one object on each line."
            )
        named = ((_column(field), _joined(value)) for field, value in row.items() if value is not None)
        yield line, [source], _cells(named)


def _cells(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Collect the first cell of each kind, of addresses all of them: `source` may name what `url` leads to."""
    cells: dict[str, str] = {}
    for column, cell in named:
        if column == "url":
            cells[column] = f"{cells.get(column, '')} {cell}".strip()
        elif column:
            cells.setdefault(column, cell)
    return cells


def _object(source: str) -> dict[str, object] | None:
    try:
        row = json.loads(source)
    except (json.JSONDecodeError, RecursionError):
        return None
    return row if isinstance(row, dict) else None


def _joined(value: object) -> str:
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)


def _column(name: str) -> str:
    return _COLUMNS.get(name.strip().lower().replace(" ", "_").replace("-", "_"), "")


def _delimiter(header: str) -> str:
    return max("\t;,", key=header.count)
