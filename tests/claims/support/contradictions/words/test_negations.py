"""contradictions.negations: which words deny, and what they deny."""

import pytest

from claims.language.tokens import words
from claims.support.contradictions.words.negations import denials, denied


@pytest.mark.parametrize(
    ("code", "line", "expected"),
    [
        ("en", "The mill did not burn and never closed.", ["not", "never"]),
        ("en", "The mill didn't burn.", ["didn't"]),
        ("en", "The mill makes not only flour but also oil.", []),
        ("en", "The mill may or may not have burnt.", []),
        ("en", "Many mills, if not all, have burnt.", []),
        ("en", "The mill did not close until 1990.", []),
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
    assert [line[place].form for place in sorted(denied(line, denials(line)))] == ["all", "closed"]
