"""contradictions.numbers.pairing: numbers of a claim in each other's places."""

import pytest

from claims.support.contradictions.comparison import compare
from claims.support.contradictions.numbers.pairing import exchanged
from claims.support.index.indexing import make_page
from claims.support.interface import Statement
from claims.support.retrieval.matching import match
from tests.claims.support.build import source

LETTERS = "abcdef"
PIERS = [f"pier{one}{other} pile{one}{other}" for one in LETTERS for other in LETTERS]


@pytest.mark.parametrize(("count", "found"), [(30, ["128 … 129"]), (31, [])])
def test_thirty_numbers_of_a_claim_are_paired_with_one_another(count: int, found: list[str]) -> None:
    numbers = [str(100 + place) for place in range(count)]
    claim, sentence = (
        " ".join(f"{pier} {number}" for pier, number in zip(PIERS, each, strict=False))
        for each in (numbers, [*numbers[:-2], numbers[-1], numbers[-2]])
    )
    statement, page = Statement(text=claim), make_page(source(sentence))
    seen = match(statement, [page])
    beside = compare(statement, seen)
    turns = exchanged(beside)

    assert [turn.claim for turn in turns] == found


def test_function_words_of_a_language_pair_no_numbers() -> None:
    claim, sentence = "Zwei der vier Loks fahren.", "Vier Loks der Firma hat man, von denen zwei der Bahn dienen."
    statement, page = Statement(text=claim), make_page(source(sentence, language="de"))
    seen = match(statement, [page])
    beside = compare(statement, seen)

    assert not list(exchanged(beside))
