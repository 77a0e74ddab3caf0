"""claims.support.retrieval.kinship: words that a page has only in another form or compound."""

import pytest

from claims.support.index.indexing import make_page
from claims.support.interface import Statement
from claims.support.retrieval.kinship import akin
from claims.support.retrieval.matching import match
from tests.claims.support.build import source


def share(claim: str, page: str, language: str) -> float:
    return akin(match(Statement(text=claim), [make_page(source(page, language=language))]))


@pytest.mark.parametrize(
    ("claim", "found"), [("Frachtschiffe", 1), ("Frachtgut", 1), ("Frackhemd", 0), ("Frachters", 0)]
)
def test_a_word_that_the_page_lacks_has_kin_where_five_letters_begin_another(claim: str, found: int) -> None:
    assert share(claim, "Er fuhr Frachter.", "de") == found


def test_the_other_word_need_not_share_a_sixth_letter() -> None:
    assert share("Frachtgut", "Er fuhr Frachel.", "de") == 1


def test_english_words_have_no_kin() -> None:
    assert share("freighters", "They sent freightage.", "en") == 0
