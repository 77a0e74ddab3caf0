"""claims.support.index.page: words are found by their stems."""

import pytest

from claims.language.stemming import stemmer
from claims.support.index.indexing import make_page
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
    ],
)
def test_a_word_is_found_in_another_form_of_it(language: str, text: str, form: str) -> None:
    page = make_page(source(text, language=language))
    assert len(page.find(page.stem(form.lower().replace("ü", "u")))) == 1


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
