"""CSV, read back by the standard library."""

import csv
import io
from dataclasses import replace

import pytest

from reports.formats.csv import CsvFormat, guarded
from tests.reports.examples import lighthouse, report, saying
from tests.reports.lighthouse import LIGHTHOUSE
from tests.reports.lighthouse_text import LIT


def rows(made=None):
    text = "".join(CsvFormat().render(made or lighthouse())["report.csv"])
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_each_check_is_a_row_and_so_is_a_claim_without_one():
    checks = sum(max(1, len(claim.checks)) for claim in LIGHTHOUSE.claims)

    assert len(rows()) == checks


def test_a_row_holds_the_claim_the_reference_the_copy_and_the_quote():
    row = next(row for row in rows() if row["claim"] == LIT)

    assert (row["document"], row["line"], row["verdict"], row["score"]) == (
        "skarvholm.txt",
        "3",
        "not_supported",
        "0.070",
    )
    assert row["reference"].startswith("“Skarvholm fyr 150 år”")
    assert (row["capture"], row["archive"], row["days_from_access"]) == ("20220305081530", "wayback", "4")
    assert row["quote"].startswith("On 14 October 1871")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "=cmd|' /C calc'!A0"])
def test_no_cell_is_a_formula(text):
    cells = [cell for row in rows(report(saying(text))) for cell in row.values()]

    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝"))]


@pytest.mark.parametrize("text", ["-12", "0.5", "-0.25"])
def test_plain_numbers_stay_numbers(text):
    assert guarded(text) == text


def test_quotes_commas_and_line_ends_stay_within_their_cell():
    made = rows(report(saying('a "b", c\nd')))

    assert [row["claim"] for row in made] == ['a "b", c d']


def test_a_claim_before_its_access_date_keeps_its_negative_days():
    claim = LIGHTHOUSE.claims[2]
    check = replace(claim.checks[0], capture=replace(claim.checks[0].capture, days_from_access=-65))
    made = rows(report(replace(LIGHTHOUSE, claims=(replace(claim, checks=(check,)),))))

    assert made[0]["days_from_access"] == "-65"
