"""The tables of a corpus: their columns, made from the records, and their files in Parquet.

A table is a folder with a file for each partition. The columns of a record are its fields; a record within a record is
a struct. `docs/corpus.md` describes them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from io import BytesIO
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pyarrow as pa
import pyarrow.parquet as pq

from claims.records import Attempt, Block, Capture, Check, Citation, Claim, Fact
from crawler.corpus import files

Row = dict[str, Any]

_SIMPLE = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: its name and its columns."""

    name: str
    columns: pa.Schema

    def path(self, out: str, part: int) -> str:
        """Return the address of its file for one partition of the corpus at `out`."""
        return f"{out}/{self.name}/part-{part:05d}.parquet"

    def write(self, out: str, part: int, rows: Sequence[Row]) -> None:
        """Write its file for one partition, whole or not at all.

        Raises:
            OSError: it cannot be written.
        """
        made = BytesIO()
        pq.write_table(pa.Table.from_pylist(list(rows), schema=self.columns), made, compression="zstd")
        files.write(self.path(out, part), made.getvalue())

    def read(self, out: str, part: int, columns: Sequence[str] | None = None) -> list[dict[str, Any]]:
        """Return the rows of one partition, with all columns or those named.

        Raises:
            OSError: there is no such file.
        """
        with files.opened(self.path(out, part)) as file:
            rows: list[dict[str, Any]] = pq.read_table(file, columns=columns).to_pylist()
        return rows

    def parts(self, out: str) -> Iterator[int]:
        """Yield the numbers of the partitions that have a file, in order."""
        for name in files.names(f"{out}/{self.name}", ".parquet"):
            yield int(name.removesuffix(".parquet").rpartition("-")[2])


def arrow_type(hint: Any) -> pa.DataType:
    """Return the Arrow type of a field of a record, by the type that it is declared with."""
    arguments = [each for each in get_args(hint) if each not in (NoneType, Ellipsis)]
    if get_origin(hint) in (Union, UnionType):
        return arrow_type(arguments[0])
    if get_origin(hint) is tuple:
        return pa.list_(arrow_type(arguments[0]))
    if is_dataclass(hint):
        return pa.struct(_columns(hint))
    return _SIMPLE[str if issubclass(hint, StrEnum) else hint]


def _columns(record: Any) -> list[pa.Field]:
    hints = get_type_hints(record)
    return [pa.field(field.name, arrow_type(hints[field.name])) for field in fields(record)]


def _table(name: str, own: Mapping[str, Any], record: Any = None) -> Table:
    """Make a table with columns of its `own` (name and type), then those of the fields of `record`."""
    more = _columns(record) if record else []
    return Table(name=name, columns=pa.schema([*((n, arrow_type(hint)) for n, hint in own.items()), *more]))


DOCUMENTS = _table(
    "documents",
    {
        "document": str, "source": str, "title": str, "language": str, "as_of": str, "revision": str, "format": str,
        "claims": int, "citations": int, "text": str, "blocks": tuple[Block, ...], "notes": tuple[str, ...],
        "error": str,
    },
)  # fmt: skip
CLAIMS = _table("claims", {"document": str, "claim": int}, Claim)
CITATIONS = _table("citations", {"document": str, "lookup": str, "host": str}, Citation)
SOURCES = _table(
    "sources",
    {
        "lookup": str, "url": str, "host": str, "wanted": str, "status": str, "reason": str, "capture": Capture,
        "title": str, "published": str, "language": str, "characters": int, "text": str, "tried": tuple[Attempt, ...],
        "fetched": str, "error": str,
    },
)  # fmt: skip
CHECKS = _table("checks", {"document": str, "claim": int, "lookup": str, "host": str}, Check)
VERDICTS = _table(
    "verdicts",
    {
        "document": str, "claim": int, "id": str, "link": str, "section": str, "verdict": str, "score": float,
        "reason": str, "reason_code": str, "missing": tuple[str, ...], "facts": tuple[Fact, ...], "unfinished": bool,
        "error": str,
    },
)  # fmt: skip
TABLES = (DOCUMENTS, CLAIMS, CITATIONS, SOURCES, CHECKS, VERDICTS)
