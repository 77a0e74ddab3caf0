"""Quotations over several sentences: where they begin, and the sentence that goes on behind them."""

import pytest

from claims.linking.quotations import goes_on, left_open
from tests.claims.linking.linked import direct


@pytest.mark.parametrize(
    "words",
    ['He read "Thy will be done. ', "Er las: „Dein Wille geschehe. ", "Il lut : « Que ta volonté soit faite. "],
)
def test_a_quotation_may_be_left_open(words: str) -> None:
    assert left_open(words)


@pytest.mark.parametrize("words", ['The "old" mill', 'a board of 5"x7"', "das „alte“ Haus", "他说「好」"])
def test_a_quotation_that_ends_is_not_left_open(words: str) -> None:
    assert not left_open(words)


@pytest.mark.parametrize("words", ['Hallelujah!" wrote the miller.', "Komm!“ rief der Müller.", "Viens ! » cria-t-il."])
def test_a_sentence_may_go_on_behind_a_quotation_that_it_does_not_begin(words: str) -> None:
    assert goes_on(words)


@pytest.mark.parametrize("words", ['Hallelujah!"', '"Hallelujah!" wrote the miller.', 'It is old." The Courier'])
def test_a_sentence_that_ends_with_its_quotation_does_not_go_on(words: str) -> None:
    assert not goes_on(words)


def test_the_sentences_of_a_quotation_are_one_claim_where_the_last_goes_on() -> None:
    text = 'It is tall. The miller took "Mend the wheel. Mind the dam" as an order of the council.[1]'
    assert direct(text) == [('The miller took "Mend the wheel. Mind the dam" as an order of the council.', ("1",))]


def test_a_short_sentence_without_a_marker_that_opens_an_item_stays_apart() -> None:
    assert direct("Do this:\n\n- Stop the engine. The oil must be cold before you open it.[1]") == [
        ("The oil must be cold before you open it.", ("1",))
    ]


def test_a_marked_name_that_opens_an_item_joins_the_sentence_about_it() -> None:
    assert direct("They pay:\n\n- Moored ships.[1] These pay a third of the fee.") == [
        ("Moored ships. These pay a third of the fee.", ("1",))
    ]
