"""claims.support.model and rarity: the data files that ship."""

from claims.support.model import Strictness, shipped
from claims.support.rarity import NUMERAL, UNKNOWN, weights


def test_stricter_means_less_supported_and_more_alarms() -> None:
    lenient, normal, strict = (shipped().points[point] for point in Strictness)
    assert lenient.supported < normal.supported < strict.supported
    assert lenient.not_supported < normal.not_supported < strict.not_supported
    assert lenient.near_miss > normal.near_miss > strict.near_miss


def test_a_score_is_a_probability_whatever_the_row() -> None:
    model = shipped()
    for value in (-1e9, 0.0, 1e9):
        assert 0 <= model.support(dict.fromkeys(model.support.names, value)) <= 1


def test_rare_words_weigh_more() -> None:
    common, rare, unknown, numeral = weights(["was", "hectar", "xyzzyq", "1931"], [9, 1, 0, 1], 10)
    assert common < rare <= unknown == UNKNOWN**2
    assert numeral == NUMERAL**2


def test_in_another_language_the_page_itself_tells_what_is_rare() -> None:
    often, seldom = weights(["der", "brückenzoll"], [90, 1], 100)
    assert often < seldom
