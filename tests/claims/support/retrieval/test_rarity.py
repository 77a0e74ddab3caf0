"""claims.support.retrieval.rarity: what words of a claim weigh beside each other."""

import pytest

from claims.support.retrieval.rarity import weights
from tests.claims.support.build import EVEN


def test_words_of_one_rarity_weigh_the_same() -> None:
    assert len(set(weights(list(EVEN), [0] * len(EVEN), 1))) == 1


def test_a_word_that_the_list_lacks_weighs_four_times_one_of_half_its_rarity() -> None:
    aid, unknown = weights(["aid", "qanor"], [0, 0], 1)  # in the list, aid has 4.0

    assert unknown / aid == pytest.approx(4)


def test_a_numeral_weighs_four_times_a_word_of_half_its_rarity() -> None:
    green, numeral = weights(["green", "1931"], [0, 0], 1)  # in the list, green has 3.5

    assert numeral / green == pytest.approx(4)
