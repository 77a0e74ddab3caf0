"""claims.support.quantities.counts: the numbers of a text in its language, digits and words together."""

from claims.support.quantities.counts import all_numbers
from claims.support.quantities.numbers import Number, NumberKind


def read(text: str, language: str) -> list[Number]:
    return list(all_numbers(text, language))


def test_digits_and_words_stand_in_order() -> None:
    assert [number.value for number in read("Von 120 Schiffen sanken zwölf vor 3 Inseln.", "de")] == [120, 12, 3]


def test_an_english_number_word_is_none_in_another_language() -> None:
    assert read("ten oosten van de stad", "nl") == []
    assert [number.value for number in read("ten towns", "en")] == [10]


def test_a_percentage_in_words_is_one() -> None:
    (number,) = read("Tolv procent av båtarna", "sv")
    assert (number.value, number.kind) == (12, NumberKind.PERCENT)


def test_a_number_partly_in_han_numerals_is_read_once() -> None:
    assert [number.value for number in read("羊は6万8000頭、船は3隻", "ja")] == [68000, 3]


def test_a_magnitude_in_thai_needs_no_space() -> None:
    assert [number.value for number in read("งบ 25 ล้านบาท", "th")] == [25_000_000]
