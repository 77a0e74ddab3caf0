"""claims.support.scoring.features: what the model sees of a claim against its pages."""

import pytest

from claims.support.contradictions.comparison import compare
from claims.support.index.indexing import make_page
from claims.support.interface import Statement
from claims.support.retrieval.matching import match
from claims.support.scoring.features import features
from claims.support.scoring.model import shipped
from tests.claims.support.build import source


@pytest.mark.parametrize(("language", "negated"), [("en", 1.0), ("de", 0.0)])
def test_english_words_of_negation_tell_only_of_english_pages(language: str, negated: float) -> None:
    statement = Statement(text="Hans Lohs Werft in Tane baut Boote.")
    page = make_page(source("Hans Lohs Werft in Tane not baut Boote.", language=language))
    seen = match(statement, [page])
    row = features(statement, seen, compare(statement, seen), (), False, shipped().by_word)
    assert row["negated"] == negated
