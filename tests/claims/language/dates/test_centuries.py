"""claims.language.dates.centuries: centuries in digits and Roman numerals, in many languages."""

import pytest

from claims.language.dates.centuries import centuries
from claims.language.dates.dates import Date
from claims.records import FactState
from claims.support import default_checker
from claims.support.interface import Statement
from tests.claims.support.build import source


@pytest.mark.parametrize(
    ("language", "text", "written"),
    [
        ("de", "Sie stammt aus dem 19. Jahrhundert.", "19. Jahrhundert"),
        ("de", "des 19. Jahrhunderts", "19. Jahrhunderts"),
        ("fr", "au XIXe siècle", "XIXe siècle"),
        ("es", "del siglo xix", "siglo xix"),
        ("it", "del XIX secolo", "XIX secolo"),
        ("nl", "uit de 19e eeuw", "19e eeuw"),
        ("ru", "в XIX веке", "XIX веке"),
        ("pl", "w XIX wieku", "XIX wieku"),
        ("sv", "på 1800-talet", "1800-talet"),
        ("fi", "1800-luvulla", "1800-luvulla"),
        ("hu", "a 19. században", "19. században"),
        ("ro", "în secolul al XIX-lea", "secolul al XIX-lea"),
        ("zh", "建于19世纪末。", "19世纪"),
        ("ko", "19세기에 세웠다.", "19세기에"),
    ],
)
def test_a_century_is_a_hundred_years(language: str, text: str, written: str) -> None:
    (found,) = centuries(text, language)

    assert text[found.start : found.end] == written
    assert (found.year, found.other_year, found.decade) == (1800, 1899, True)


@pytest.mark.parametrize(("numeral", "years"), [("X", []), ("XI", [1000]), ("XXI", [2000]), ("XXII", []), ("IVX", [])])
def test_centuries_are_read_from_the_first_of_four_digits_to_this_one(numeral: str, years: list[int]) -> None:
    assert [found.year for found in centuries(f"el siglo {numeral}", "es")] == years


@pytest.mark.parametrize(
    ("year", "other", "said"), [(1900, None, True), (1999, None, True), (1899, None, False), (1990, 2005, True)]
)
def test_a_year_of_it_says_it_and_years_that_begin_in_it(year: int, other: int | None, said: bool) -> None:
    (twentieth,) = centuries("på 1900-talet", "sv")
    assert Date(start=0, end=4, year=year, other_year=other).says(twentieth) is said


def test_it_says_no_year_of_it() -> None:
    (nineteenth,) = centuries("au XIXe siècle", "fr")
    assert not nineteenth.says(Date(start=0, end=4, year=1854))


@pytest.mark.parametrize(
    ("year", "state"), [(1854, FactState.FOUND), (1754, FactState.MISSING), ("19. Jh.", FactState.FOUND)]
)
def test_a_page_has_it_by_a_year_or_by_its_name(year: object, state: FactState) -> None:
    checker = default_checker()
    page = checker.index(source(f"Die Kirche in Lund wurde im Jahr {year} gebaut.", language="de"))
    judged = checker.judge(Statement(text="Die Kirche in Lund wurde im 19. Jahrhundert gebaut."), [page])

    assert [fact.state for fact in judged.facts if fact.text == "19. Jahrhundert"] == [state]
