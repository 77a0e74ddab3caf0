"""The rows of a CSV file, none of which has swallowed others by a quotation mark that is never closed."""

import csv
import io
from collections.abc import Iterator
from itertools import chain

_END = "\0"  # which no decoded text holds


def csv_rows(text: str, delimiter: str) -> Iterator[tuple[int, int, list[str]]]:
    """Yield the first line, the last line and the cells of each row.

    Raises:
        csv.Error: a row cannot be read, or a quotation mark in it is not closed before the text ends.
    """
    reader = csv.reader(chain(io.StringIO(text, newline=""), (_END,)), delimiter=delimiter)
    line = 1
    for row in reader:
        if row == [_END]:
            return
        if any(_END in cell for cell in row):
            raise csv.Error("a quotation mark in this row is not closed")
        yield line, reader.line_num, row
        line = reader.line_num + 1
