"""claims.support.scoring.features: what the model sees of a claim against its pages."""

import pytest

from claims.support.contradictions.comparison import compare
from claims.support.index.indexing import make_page
from claims.support.interface import Statement
from claims.support.retrieval.matching import match
from claims.support.scoring.features import features
from claims.support.scoring.model import shipped
from tests.claims.support.build import line, source


@pytest.mark.parametrize(("language", "negated"), [("en", 1.0), ("de", 0.0)])
def test_english_words_of_negation_tell_only_of_english_pages(language: str, negated: float) -> None:
    statement = Statement(text="Hans Lohs Werft in Tane baut Boote.")
    page = make_page(source("Hans Lohs Werft in Tane not baut Boote.", language=language))
    seen = match(statement, [page])
    row = features(statement, seen, compare(statement, seen), (), False, shipped().by_word)
    assert row["negated"] == negated


def row(claim: str, sentence: str) -> dict[str, float]:
    statement = Statement(text=claim)
    seen = match(statement, [make_page(source(sentence))])
    return features(statement, seen, compare(statement, seen), (), False, shipped().by_word)


@pytest.mark.parametrize(("lacking", "few"), [(2, 2.0), (3, 3.0), (4, 3.0)])
def test_three_words_that_a_page_lacks_are_as_bad_as_four(lacking: int, few: float) -> None:
    assert row(f"{line(8)}.", f"{line(8 - lacking)}.")["absent_few"] == few


@pytest.mark.parametrize(("claimed", "close"), [(5, False), (9, True)])
def test_a_claim_reads_like_its_sentence_from_over_two_fifths_of_its_words_on(claimed: int, close: bool) -> None:
    there = claimed // 2  # two of five, or four of nine
    assert (row(f"{line(claimed)}.", f"{line(there)}.")["near"] > 0) is close
