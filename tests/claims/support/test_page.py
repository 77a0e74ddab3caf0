"""claims.support.page: words are found by their stems."""

import pytest

from claims.support.page import make_page
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


def test_another_word_of_the_same_beginning_is_not_found() -> None:
    page = make_page(source("The user is useless."))
    assert page.find(page.stem("mills")) == []
