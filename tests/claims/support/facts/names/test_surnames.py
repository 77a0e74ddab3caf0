"""claims.support.facts.names.surnames: when the last name alone is enough, and whose it is."""

import pytest

from claims.support.facts.detail import Name
from claims.support.facts.names.surnames import surname_alone
from claims.support.index.indexing import make_page
from tests.claims.support.build import source


def alone(name: str, *sentences: str) -> bool:
    parts = tuple(name.lower().split())
    return bool(list(surname_alone(Name(start=0, end=len(name), parts=parts), make_page(source(*sentences)))))


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("John Smith", "It was opened by Mayor Smith."),
        ("John Smith", "It was opened by J. Smith."),
        ("John Smith", "It was Smith who opened it."),
        ("William Smith", "It was opened by Bill Smith."),
        ("Daniel Smith", "It was opened by Dan Smith."),
        ("President Smith", "It was opened by John Smith."),
        ("Governor Anna Smith", "It was opened by Gov. Anna Smith."),
        ("Chelsea Smith", "Chelsea won, and John Smith scored."),
        ("John Smith", "Meanwhile Mary Smith left; J. Smith stayed."),
        ("Chris Kyle", "Christopher Scott Kyle died in 2013."),
        ("Tom Berg", "Thomas Emil Berg baute das Haus."),
        ("Ida Lunde", "Sen Lunde spoke."),
        ("Ida Lunde", "Rev. Lunde spoke."),
    ],
)
def test_the_last_name_is_enough_where_the_first_may_be_the_same(name: str, sentence: str) -> None:
    assert alone(name, sentence)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Danish Navy", "Danish crews on the island looked on for hours while the entire Swedish Navy sailed by."),
        (
            "Danish Armed Forces",
            "Danish crews on the island looked on for hours while all of the Swedish Armed Forces sailed by.",
        ),
        ("Anna F. Smith", "It was opened by Maria F. Smith."),
        ("Chris Kyle", "Martin Scott Kyle died in 2013."),
        ("Ida Lunde", "Sen Mary Lunde spoke."),
        ("John Smith", "Mary Smith, the mayor, opened it. Later Smith spoke."),
        ("John Smith", "It was opened by M. Smith."),
    ],
)
def test_the_last_name_is_not_enough_where_another_first_stands_before_it(name: str, sentence: str) -> None:
    assert not alone(name, sentence)


@pytest.mark.parametrize(("name", "there"), [("Lunde", False), ("Ida Lunde", True), ("Ida Eva Una Lunde", False)])
def test_a_name_of_two_or_three_words_may_be_a_person_s(name: str, there: bool) -> None:
    assert alone(name, "Lunde spoke.") is there


@pytest.mark.parametrize(("last", "there"), [("Ho", False), ("Hov", True)])
def test_a_last_name_of_three_letters_is_looked_for(last: str, there: bool) -> None:
    assert alone(f"Ida {last}", f"{last} spoke.") is there


@pytest.mark.parametrize(
    ("first", "there"), [("Chris", True), ("Christ", False), ("Christophe", False), ("Chrisa", False)]
)
def test_a_short_first_name_is_the_beginning_of_a_longer_one(first: str, there: bool) -> None:
    assert alone("Christopher Kyle", f"{first} Kyle spoke.") is there


@pytest.mark.parametrize(("others", "there"), [(199, True), (200, False)])
def test_two_hundred_places_of_a_last_name_show_whose_it_is(others: int, there: bool) -> None:
    assert alone("John Smith", *["Mary Smith."] * others, "J. Smith.") is there
