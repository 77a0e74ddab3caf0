"""claims.language.stemming: light stems where Snowball has none."""

import pytest

from claims.language.stemming import stemmer
from claims.language.tokens import normal
from claims.records import FactState
from claims.support import default_checker
from claims.support.interface import Statement
from tests.claims.support.build import source


@pytest.mark.parametrize(
    ("language", "word", "other"),
    [
        ("pl", "Zawada", "Zawadą"),
        ("pl", "dyrektor", "dyrektorem"),
        ("cs", "Novotný", "Novotnému"),
        ("cs", "Brabec", "Brabcem"),
        ("sk", "hradu", "hrady"),
        ("uk", "Полтава", "Полтаві"),
        ("bg", "градът", "град"),
        ("ko", "건축가", "건축가인"),
        ("bn", "আলী", "আলীর"),
        ("he", "ירושלים", "לירושלים"),
        ("en", "bought", "buys"),
        ("en", "children", "child"),
        ("en", "organisation", "organizations"),
        ("en", "apologised", "apologizes"),
        ("en", "analysed", "analyzing"),
        ("en", "colours", "colored"),
        ("en", "neighbourhood", "neighborhoods"),
        ("en", "theatre", "theaters"),
        ("en", "centred", "centering"),
        ("en", "metring", "metered"),
        ("en", "catalogue", "catalogs"),
        ("en", "licence", "licensed"),
        ("en", "programmes", "program"),
        ("en", "anaesthetised", "anesthetizes"),
        ("en", "archaeologists", "archeologist"),
        ("en", "oesophagus", "esophagus"),
        ("en", "manoeuvred", "maneuvers"),
        ("en", "storeys", "stories"),
    ],
)
def test_two_forms_of_a_word_have_one_stem(language: str, word: str, other: str) -> None:
    stem = stemmer(language)
    assert stem(normal(word)) == stem(normal(other))


@pytest.mark.parametrize(
    ("language", "word", "other"), [("pl", "Marek", "Maria"), ("cs", "Jan", "Jana Nová"), ("en", "found", "find")]
)
def test_two_words_stay_two(language: str, word: str, other: str) -> None:
    stem = stemmer(language)
    assert stem(normal(word)) != stem(normal(other))


def test_other_languages_are_left_as_they_are() -> None:
    assert stemmer("vi")("cau") == "cau"


def test_a_name_in_another_case_is_found() -> None:
    page = source("Starosta Jan Novotný otevřel most.", language="cs")
    checker = default_checker()
    facts = checker.judge(Statement(text="Most byl otevřen Janem Novotným."), [checker.index(page)]).facts
    assert [fact.state for fact in facts if "Novotným" in fact.text] == [FactState.FOUND]
