"""facts.names.mentions: where a page has a name, whole, in short, in another spelling or form."""

import pytest

from claims.support.facts.detail import Name
from claims.support.facts.names.mentions import named
from claims.support.index.indexing import make_page
from tests.claims.support.build import line, source


def has(name: str, *sentences: str) -> bool:
    parts = tuple(name.lower().split())
    return bool(list(named(Name(start=0, end=len(name), parts=parts), make_page(source(*sentences)))))


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Niger", "The treaty was signed by Nigeria."),
        ("Austria", "The final was won by Australia."),
        ("Helen Johnson", "It was founded by Helen Johnston."),
        ("Martin Weber", "The medal went to Martina Weber."),
        ("Julian", "The prize went to Julia."),
        ("Nature", "They grow in a natural way."),
    ],
)
def test_a_like_name_is_another(name: str, sentence: str) -> None:
    assert not has(name, sentence)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Australia", "An Australian team won."),
        ("US Coast Guard", "The United States Coast Guard came."),
        ("Germany", "A German team won."),
        ("Italy", "An Italian team won."),
        ("Japan", "Japanese teams won."),
        ("Sweden", "A Swedish team won."),
        ("Ulan Bator", "They met in Ulaanbaatar."),
        ("Kyiv", "They met in Kiev."),
        ("Mumbai", "They flew to Bombay."),
        ("Muammar Gaddafi", "They met Moammar Qaddafi."),
        ("Kim Yong Nam", "They met Kim Yong-nam."),
        ("Saddam Hussein", "They met Saddam Hussain."),
        ("Ministry of Defence", "The Ministry of Defense said so."),
    ],
)
def test_one_name_in_two_spellings_is_found(name: str, sentence: str) -> None:
    assert has(name, sentence)


@pytest.mark.parametrize(
    ("name", "sentence", "there"),
    [
        ("U.S. President Donald Smith", "Donald Smith opened it.", True),
        ("Congress MP Anna Smith", "Mrs. Smith opened it.", True),
        ("President John Quincy Smith", "John Quincy Smith opened it.", True),
        ("U.S. President Donald Smith", "Mary Smith opened it.", False),
    ],
)
def test_what_stands_before_a_title_is_no_part_of_the_name(name: str, sentence: str, there: bool) -> None:
    assert has(name, sentence) is there


def quotes(name: str, sentence: str) -> bool:
    quoted = Name(start=0, end=len(name), parts=tuple(name.split()), quoted=True)
    return bool(list(named(quoted, make_page(source(sentence)))))


@pytest.mark.parametrize(("between", "there"), [(7, True), (8, False)])
def test_of_two_words_of_a_name_the_last_is_at_most_eight_words_behind_the_first(between: int, there: bool) -> None:
    assert quotes("trail tower", f"Trail {line(between)} tower.") is there


@pytest.mark.parametrize(("words", "lacking", "there"), [(5, 1, False), (6, 1, True), (10, 2, True), (10, 3, False)])
def test_of_a_quotation_of_six_words_and_more_seventeen_twentieths_are_together(
    words: int, lacking: int, there: bool
) -> None:
    assert quotes(line(words), f"{line(words - lacking)}.") is there


@pytest.mark.parametrize(
    ("name", "sentence", "there"), [("Fenweg", "Fen Weg won.", True), ("Fenwe", "Fen We won.", False)]
)
def test_a_page_parts_a_name_of_six_letters_and_more(name: str, sentence: str, there: bool) -> None:
    assert has(name, sentence) is there


@pytest.mark.parametrize(
    ("language", "opening", "found"), [("pl", True, True), ("pl", False, False), ("en", True, False)]
)
def test_a_word_that_opens_a_sentence_may_be_no_part_of_a_name(language: str, opening: bool, found: bool) -> None:
    name = Name(start=0, end=20, parts=("zdaniem", "haliny", "wrony"), opening=opening)
    page = make_page(source("Prezes Halina Wrona kupiła młyn.", language=language))

    assert bool(list(named(name, page))) is found


@pytest.mark.parametrize(("name", "sentence", "there"), [("Tomar", "Tomarr won.", True), ("Omar", "Omarr won.", False)])
def test_a_name_of_five_letters_and_more_has_other_spellings(name: str, sentence: str, there: bool) -> None:
    assert has(name, sentence) is there


@pytest.mark.parametrize(
    ("sentence", "there"),
    [
        ("The Second World War ended.", True),
        ("It was the second time since the World War.", False),
        ("It outlived the First World War. War is its matter.", False),
        ("It was second. World War stories followed.", False),
    ],
)
def test_the_words_of_another_name_stand_in_a_row_within_a_sentence(sentence: str, there: bool) -> None:
    assert has("wwii", sentence) is there


@pytest.mark.parametrize(("acronym", "there"), [("ab", False), ("abc", True), ("abcdefgh", True), ("abcdefghi", False)])
def test_an_acronym_of_three_to_eight_letters_is_spelled_out(acronym: str, there: bool) -> None:
    assert has(acronym, f"The {' '.join(f'{letter.upper()}arn' for letter in acronym)} met.") is there
