"""contradictions.dropped: a negation that only one of claim and sentence has."""

import pytest

from tests.claims.support.contradictions.words.test_turns import turned

ADVERBS = ("really", "ever", "fully", "wholly", "quite", "indeed")


@pytest.mark.parametrize(("adverbs", "told"), [(5, [("not", "")]), (6, [])])
def test_a_gap_of_six_words_may_hold_a_negation(adverbs: int, told: list[tuple[str, str]]) -> None:
    claim = "The northern bridge was not opened by Alma Reyes before the war."
    assert turned(claim, f"The northern bridge was {' '.join(ADVERBS[:adverbs])} opened by Alma Reyes.") == told
