"""claims.language.quantities.counts: the numbers of a text in its language, digits and words together."""

import pytest

from claims.language.quantities.counts import all_numbers
from claims.language.quantities.number import Number, NumberKind


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


@pytest.mark.parametrize(
    ("language", "claim", "source"),
    [
        ("de", "1,5 Stunden", "90 Minuten"),
        ("de", "zwei Jahre", "24 Monate"),
        ("de", "3 Quadratkilometer", "300 Hektar"),
        ("fr", "2 kilomètres carrés", "200 hectares"),
        ("es", "tres semanas", "21 días"),
        ("it", "2 ore", "120 minuti"),
        ("pt", "2 toneladas", "2000 kg"),
        ("nl", "half 2 uur", "120 minuten"),
        ("sv", "3 timmar", "180 minuter"),
        ("pl", "2 godziny", "120 minut"),
        ("ru", "2 квадратных километра", "200 гектаров"),
        ("tr", "2 saat", "120 dakika"),
    ],
)
def test_units_of_a_language_are_converted(language: str, claim: str, source: str) -> None:
    wanted, said = list(all_numbers(claim, language))[-1], list(all_numbers(source, language))[-1]
    assert said.says(wanted)
    assert said.kind is NumberKind.MEASURE
    assert not list(all_numbers(f"4{source}", language))[-1].says(wanted)


def test_a_unit_of_one_language_is_none_in_another() -> None:
    assert [number.kind for number in all_numbers("5 mil", "es")] == [NumberKind.COUNT]
    assert [number.kind for number in all_numbers("5 Stunden", "en")] == [NumberKind.COUNT]


@pytest.mark.parametrize(
    ("language", "text"), [("ru", "в 1904 году"), ("pl", "w 1904 roku"), ("de", "5 Tageszeitungen")]
)
def test_a_year_or_a_longer_word_is_no_measure(language: str, text: str) -> None:
    assert [number.kind for number in all_numbers(text, language)] == [NumberKind.COUNT]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "deux heures et demie"),
        ("es", "dos horas y media"),
        ("it", "due ore e mezza"),
        ("pt", "duas horas e meia"),
    ],
)
def test_a_half_behind_a_unit_is_added(language: str, text: str) -> None:
    (found,) = all_numbers(text, language)
    assert found.value == 150 * 60
