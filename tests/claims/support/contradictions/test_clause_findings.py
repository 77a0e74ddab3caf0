"""contradictions.clause_findings: which clauses of a claim are compared with a sentence of their own."""

import pytest

from claims.support.contradictions.clause_findings import clause_findings
from claims.support.index.indexing import make_page
from claims.support.interface import Statement
from tests.claims.support.build import source


@pytest.mark.parametrize(
    ("rest", "found"),
    [
        ("", []),  # four of eight words are the same, in the same order
        (" prize", ["rose"]),  # five of nine
    ],
)
def test_a_clause_is_compared_from_over_half_of_its_words_on(rest: str, found: list[str]) -> None:
    claim = f"Airport architect boy rose box{rest} as it was, while the crop of the clinic burned."
    page = make_page(source(f"Airport architect boy fell box{rest}.", "The crop of the clinic burned."))

    assert [turn.claim for turn in clause_findings(Statement(text=claim), [page]).opposites] == found
