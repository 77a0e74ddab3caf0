"""Records that wait on disk, so that memory holds one of them at a time: the documents of a run, read and judged."""

import pickle
import tempfile
import weakref
from array import array
from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar, overload

from claims.errors import ReportError

Record = TypeVar("Record")


class Spool(Sequence[Record], Generic[Record]):
    """A list whose records are in a temporary file, which nobody else sees and which ends with the program."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - it is closed with the list
        weakref.finalize(self, self._file.close)
        self._starts, self._end = array("Q"), 0

    def append(self, record: Record) -> None:
        """Add a record at the end.

        Raises:
            ReportError: the disk for temporary files is full.
        """
        self._starts.append(self._write(record))

    def replace(self, place: int, record: Record) -> None:
        """Put a record in the place of another.

        Raises:
            ReportError: the disk for temporary files is full.
        """
        self._starts[place] = self._write(record)

    def __len__(self) -> int:
        return len(self._starts)

    def __iter__(self) -> Iterator[Record]:
        return (self._read(start) for start in self._starts)

    @overload
    def __getitem__(self, place: int) -> Record: ...
    @overload
    def __getitem__(self, place: slice) -> list[Record]: ...
    def __getitem__(self, place: int | slice) -> Record | list[Record]:
        if isinstance(place, slice):
            return [self._read(start) for start in self._starts[place]]
        return self._read(self._starts[place])

    def _write(self, record: Record) -> int:
        start, written = self._end, pickle.dumps(record, pickle.HIGHEST_PROTOCOL)
        try:
            self._file.seek(start)
            self._file.write(written)
            self._file.flush()
        except OSError as error:
            message = f"documents cannot be kept while the others are checked: {error.strerror}."
            mend = "Make room there, or set TMPDIR to another folder."
            raise ReportError(message, place=tempfile.gettempdir(), mend=mend) from error
        self._end += len(written)
        return start

    def _read(self, start: int) -> Record:
        self._file.seek(start)
        record: Record = pickle.load(self._file)  # noqa: S301 - only this program writes to the file
        return record
