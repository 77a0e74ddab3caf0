"""Tables of documents, a row each: Parquet, or JSON Lines, which may be in gzip."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

import msgspec
import pyarrow.parquet as pq

from crawler.corpus.inputs.raw_documents import RawDocument

COLUMNS = ("name", "text", "format", "title", "revision", "day")
_ROWS_AT_ONCE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A row; `format` is a reader's name, `day` an ISO date."""

    name: str
    text: str
    format: str | None = None
    title: str | None = None
    revision: str | int | None = None
    day: str | None = None
    categories: tuple[str, ...] = ()


def parquet_documents(stream: IO[bytes], place: str) -> Iterator[RawDocument]:
    """Yield the documents of a Parquet file.

    Raises:
        pyarrow.ArrowInvalid: it is none.
        OSError: it cannot be read.
    """
    table = pq.ParquetFile(stream)
    columns = [name for name in (*COLUMNS, "categories") if name in table.schema_arrow.names]
    number = 0
    for batch in table.iter_batches(batch_size=_ROWS_AT_ONCE, columns=columns):
        for row in batch.to_pylist():
            number += 1
            known = {name: value for name, value in row.items() if value is not None}
            try:
                yield _document(msgspec.convert(known, _Row))
            except msgspec.ValidationError as error:
                yield _none(f"{place}:{number}", error)


def json_lines_documents(stream: IO[bytes], place: str) -> Iterator[RawDocument]:
    """Yield the documents of a file of JSON Lines; a line that is none has an error.

    Raises:
        OSError: it cannot be read.
    """
    lines = gzip.GzipFile(fileobj=stream) if place.endswith(".gz") else stream
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield _document(msgspec.json.decode(line, type=_Row))
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                yield _none(f"{place}:{number}", error)


def _document(row: _Row) -> RawDocument:
    return RawDocument(
        name=row.name,
        text=row.text,
        input_format=row.format,
        title=row.title,
        revision=None if row.revision is None else str(row.revision),
        day=row.day,
        categories=row.categories,
        size=len(row.text),
    )


def _none(place: str, error: Exception) -> RawDocument:
    return RawDocument(name=place, error=f"this row is no document: {error}")
