"""contradictions.negations: which words deny, and what they deny."""

import pytest

from claims.language.tokens import words
from claims.support.contradictions.words.negations import denials, scopes


@pytest.mark.parametrize(
    ("code", "line", "expected"),
    [
        ("en", "The mill did not burn and never closed.", ["not", "never"]),
        ("en", "The mill didn't burn.", ["didn't"]),
        ("en", "The mill makes not only flour but also oil.", []),
        ("en", "The mill may or may not have burnt.", []),
        ("en", "Many mills, if not all, have burnt.", []),
        ("en", "The mill did not close until 1990.", []),
        ("en", "The song peaked at No. 2 in May.", []),
        ("en", "There is no mill.", ["no"]),
        ("de", "Die Mühle ist nicht nur groß, sondern auch alt.", []),
        ("de", "Die Mühle ist nicht groß.", ["nicht"]),
        ("fr", "Le moulin n'est pas seulement grand.", []),
        ("ru", "Мельница не только большая.", []),
    ],
)
def test_a_denial_that_adds_or_leaves_open_is_none(code: str, line: str, expected: list[str]) -> None:
    found = list(words(line))
    assert [found[place].form for place in sorted(denials(found, code))] == expected


def test_a_denial_is_about_the_next_word_that_says_something() -> None:
    line = list(words("It was not at all like the old mill, and never closed."))
    assert [line[place].form for place in sorted(scopes(line, denials(line)).values())] == ["all", "closed"]


@pytest.mark.parametrize(("between", "about"), [("have it", ["closed"]), ("have it then", [])])
def test_a_denial_is_about_one_of_the_three_words_behind_it(between: str, about: list[str]) -> None:
    line = list(words(f"They did not {between} closed."))
    assert [line[place].form for place in scopes(line, denials(line)).values()] == about


@pytest.mark.parametrize(("place", "denies"), [("in the town", 0), ("in the old town", 1)])
def test_what_limits_a_denial_is_one_of_the_five_words_behind_it(place: str, denies: int) -> None:
    assert len(denials(list(words(f"The mill did not close {place} until 1990.")))) == denies


@pytest.mark.parametrize(("between", "denies"), [("might ", 0), ("they might ", 1)])
def test_what_makes_a_denial_a_choice_is_one_of_the_two_words_before_it(between: str, denies: int) -> None:
    assert len(denials(list(words(f"They may or {between}not close.")))) == denies
