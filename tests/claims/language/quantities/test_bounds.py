"""claims.language.quantities.bounds: more than, at most and about, in other languages than English."""

import pytest

from claims.language.quantities.bounds import bound_before
from claims.language.quantities.number import Bound
from claims.records import FactState
from claims.support import default_checker
from claims.support.interface import Statement
from tests.claims.support.build import source


@pytest.mark.parametrize(
    ("language", "text", "bound"),
    [
        ("de", "mehr als 300", Bound.ABOVE),
        ("de", "höchstens 300", Bound.BELOW),
        ("fr", "près de 300", Bound.ABOUT),
        ("nl", "zo'n 300", Bound.ABOUT),
        ("ru", "около 300", Bound.ABOUT),
        ("pl", "ponad 300", Bound.ABOVE),
        ("zh", "超过300", Bound.ABOVE),
        ("ja", "約300", Bound.ABOUT),
        ("el", "ο δήμος έχει περισσότεροι από «300", Bound.ABOVE),
        ("de", "im Jahr 300", None),
        ("eo", "pli ol 300", None),
    ],
)
def test_words_before_a_number_bound_it(language: str, text: str, bound: Bound | None) -> None:
    assert bound_before(text, text.index("300"), language) is bound


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        ("Mehr als 300 Boote sanken im Hafen.", True),
        ("Rund 300 Boote sanken im Hafen.", True),
        ("Höchstens 300 Boote sanken im Hafen.", False),
        ("300 Boote sanken im Hafen.", False),
    ],
)
def test_a_rounded_number_of_a_claim_is_found_as_its_bound_says(claim: str, found: bool) -> None:
    checker = default_checker()
    page = checker.index(source("Im Hafen von Lunde sanken 312 Boote.", language="de"))
    facts = checker.judge(Statement(text=claim), [page]).facts
    assert [fact.state is FactState.FOUND for fact in facts if fact.text == "300"] == [found]
