"""claims.references.csv_rows: rows with their lines, and quotation marks that are not closed."""

import csv

import pytest

from claims.references.csv_rows import csv_rows


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\n\n"])
def test_a_row_has_its_first_and_last_line(end: str) -> None:
    rows = list(csv_rows(f'a,b\n"c\nd",e\nf,"g"{end}', ","))
    assert [row for row in rows if row[2]] == [(1, 1, ["a", "b"]), (2, 3, ["c\nd", "e"]), (4, 4, ["f", "g"])]


@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_a_quotation_mark_that_is_not_closed_swallows_no_rows(end: str) -> None:
    rows = csv_rows(f'a,b\n"c,d\ne,f{end}', ",")
    assert next(rows) == (1, 1, ["a", "b"])
    with pytest.raises(csv.Error, match="a quotation mark in this row is not closed"):
        next(rows)
