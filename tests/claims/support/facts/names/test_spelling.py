"""claims.support.facts.names.spelling: how long a name must be for a misspelling."""

import pytest

from claims.support.facts.names.spelling import same_name


@pytest.mark.parametrize(("word", "other", "same"), [("bergen", "begren", True), ("olsen", "oslen", False)])
def test_two_letters_change_places_in_a_name_of_six_letters_and_more(word: str, other: str, same: bool) -> None:
    assert same_name(word, other) is same
