"""claims.support.index.page: words are found by their stems."""

import pytest

from claims.language.stemming import stemmer
from claims.records import BlockKind, Passage, Source
from claims.support.index.indexing import make_page
from claims.support.index.usable import says_something
from tests.claims.support.build import source


@pytest.mark.parametrize(
    ("language", "text", "form"),
    [
        ("en", "The council is using the mill.", "used"),
        ("en", "Clear skies over the mill.", "sky"),
        ("ar", "بنيت المنارة هنا.", "للمنارة"),
        ("ga", "Cheannaigh an bhean an teach.", "bean"),
        ("id", "Mereka berjalan di sana.", "jalan"),
        ("de", "Die Mühlen stehen am Fluss.", "Mühle"),
        ("en", "The council sold the mill.", "sell"),
    ],
)
def test_a_word_is_found_in_another_form_of_it(language: str, text: str, form: str) -> None:
    page = make_page(source(text, language=language))
    assert len(page.find(page.stem(form.lower().replace("ü", "u")))) == 1


@pytest.mark.parametrize(("ours", "theirs"), [("centre", "center"), ("favourites", "favorite"), ("grey", "gray")])
def test_a_word_is_found_in_another_spelling(ours: str, theirs: str) -> None:
    stem = stemmer("en")
    for text, form in ((ours, theirs), (theirs, ours)):
        assert make_page(source(f"The {text}.")).find(stem(form)) == [1]


@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        ("policymaker", "The policy-makers met.", [2]),
        ("email", "An e-mail came.", [2]),
        ("website", "Web sites. A website.", [3]),
        ("apart", "It was a part of it.", []),
        ("web", "We b.", []),
    ],
)
def test_a_word_that_a_page_lacks_is_found_as_two(word: str, text: str, found: list[int]) -> None:
    page = make_page(source(text))
    assert page.find(page.stem(word)) == found


def test_an_english_word_begins_as_its_stem_but_for_the_last_letter() -> None:
    hardest = "happy relational nation fluency rationalise sensibility ably analogically hopping luxuriated oversees"
    stem = stemmer("en")
    assert [word for word in hardest.split() if not word.startswith(stem(word)[:-1])] == []


def test_another_word_of_the_same_beginning_is_not_found() -> None:
    page = make_page(source("The user is useless."))
    assert page.find(page.stem("mills")) == []


def test_a_word_of_the_page_knows_its_sentence_and_its_place() -> None:
    text = "The mill burned.\n\n* * *\n\nIn 1931 it was rebuilt."
    page = make_page(source(text))
    (burned,), (rebuilt,) = page.places["burned"], page.places["rebuilt"]
    assert [text[slice(*page.span(place))] for place in (burned, rebuilt)] == ["burned", "rebuilt"]
    assert [page.word_count(number) for number in range(len(page.sentences))] == [3, 5]
    assert page.forms_of(page.sentence_of_word(rebuilt)) == ["in", "1931", "it", "was", "rebuilt"]


@pytest.mark.parametrize(("start", "dated"), [(1_499, True), (1_500, False)])
def test_a_full_date_in_the_first_1500_characters_is_that_of_publication(start: int, dated: bool) -> None:
    text = f"{'so ' * 600}"[: start - 1] + " 12 June 2003. The mill burned on Tuesday."
    found = make_page(source(text)).dates

    assert [each.day for each in found] == ([12, 10] if dated else [12])


@pytest.mark.parametrize(("sentences", "snippet"), [(5, True), (6, False)])
def test_sources_of_under_six_sentences_are_a_snippet(sentences: int, snippet: bool) -> None:
    page = make_page(source(*["Iron mills"] * sentences))

    # A snippet may be no more than such lines; a page that has nothing else is a menu.
    assert says_something(page) is snippet


def test_what_begins_in_the_first_1_500_000_characters_is_indexed() -> None:
    text = f"{'mill'.ljust(1_499_999)}.\nburned"
    spans = ((0, 4), (1_499_999, 1_500_000), (1_500_001, len(text)))
    passages = tuple(Passage(start=start, end=end, kind=BlockKind.PARAGRAPH) for start, end in spans)

    assert len(make_page(Source(url="", text=text, passages=passages)).sentences) == 2


def test_words_are_grouped_by_their_first_three_letters() -> None:
    page = make_page(source("Ha, the harbour hammer of Harwick."))

    assert page.by_prefix["har"] == ["harbour", "harwick"]
    assert (page.by_prefix["ham"], page.by_prefix["ha"]) == (["hammer"], ["ha"])
