"""contradictions.words.converses: which words are the two sides of a comparison."""

import pytest

from claims.language.tokens import words
from claims.support.contradictions.words.converses import converse
from tests.claims.support.build import line


@pytest.mark.parametrize(("between", "same"), [(5, True), (6, False)])
def test_a_comparative_is_at_most_six_words_before_than(between: int, same: bool) -> None:
    claim = f"The mill is larger {line(between)} than the ferry."
    sentence = "The ferry is smaller than the mill."

    assert converse(list(words(claim)), list(words(sentence))) is same
