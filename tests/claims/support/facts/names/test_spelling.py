"""claims.support.facts.names.spelling: which two words are one name."""

import pytest

from claims.support.facts.names.spelling import same_name


@pytest.mark.parametrize(("word", "other", "same"), [("bergen", "begren", True), ("olsen", "oslen", False)])
def test_two_letters_change_places_in_a_name_of_six_letters_and_more(word: str, other: str, same: bool) -> None:
    assert same_name(word, other) is same


@pytest.mark.parametrize(
    ("word", "other", "same"),
    [
        ("hussein", "hussain", True),
        ("defence", "defense", True),
        ("muammar", "moammar", True),
        ("johnson", "johnston", False),
        ("martin", "martina", False),
        ("julian", "julia", False),
        ("bergen", "gerben", False),
    ],
)
def test_vowels_differ_in_one_name_but_not_their_number_nor_the_end(word: str, other: str, same: bool) -> None:
    assert same_name(word, other) is same


@pytest.mark.parametrize(
    ("word", "other", "same"),
    [
        ("japan", "japanese", True),
        ("iran", "iranese", False),
        ("china", "chinese", True),
        ("tana", "tanese", False),
        ("germany", "german", True),
        ("albany", "alban", False),
        ("kenya", "kenyan", True),
        ("niger", "nigeria", False),
        ("austria", "australia", False),
    ],
)
def test_a_name_of_enough_letters_makes_another_by_its_ending(word: str, other: str, same: bool) -> None:
    assert same_name(word, other) is same
