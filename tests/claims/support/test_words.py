"""claims.support.words: words with their places, in every script."""

import pytest

from claims.support.words import normal, stemmer, words


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("The U.S. Navy's ship, 1,234.5 t", ["the", "us", "navy", "ship", "1,234.5", "t"]),
        ("Ulaanbaatar, Улаанбаатар", ["ulaanbaatar", "улаанбаатар"]),
        ("São Paulo café", ["sao", "paulo", "cafe"]),
        ("हिन्दी भाषा", ["हिन्दी", "भाषा"]),
        ("中国人", ["中国", "国人"]),
        ("ไทย", ["ไท", "ทย"]),
        ("السلام عليكم", ["السلام", "عليكم"]),
    ],
)
def test_each_script_is_cut_into_its_words(text: str, forms: list[str]) -> None:
    assert [word.form for word in words(text)] == forms


def test_every_word_knows_its_place() -> None:
    text = "A naïve approach, 42 times."
    assert [text[word.start : word.end] for word in words(text, 2, 16)] == ["naïve", "approach"]


def test_wide_and_accented_spellings_share_a_form() -> None:
    assert normal("Ｃａｆé") == normal("CAFE")


def test_the_page_s_language_decides_the_stem() -> None:
    assert stemmer("en")("coordinated") == stemmer(None)("coordinates")
    assert stemmer("de-AT")("häuser") == stemmer("de")("häusern")
    assert stemmer("xx")("unknown") == "unknown"
