"""Rows of claims."""

from dataclasses import replace

from reports.view.explanation import statement
from reports.view.rows.claim_rows import claim_rows
from tests.reports.examples import saying


def test_the_words_that_make_a_statement_of_a_claim_come_before_it() -> None:
    document = saying("where she built clocks.")
    claim = replace(document.claims[0], lead="She moved to Ulm,", sentence="She moved to Ulm, where she built clocks.")
    (row,) = claim_rows(replace(document, claims=(claim,)))
    assert (row.before, row.after) == ("She moved to Ulm, ", "")
    assert statement(claim) == "Not supported: [She moved to Ulm,] where she built clocks."
