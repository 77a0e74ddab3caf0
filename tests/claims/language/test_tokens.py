"""claims.language.tokens: words with their places, in every script."""

import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from typing import Literal

import pytest

from claims.language.loader import code
from claims.language.stemming import stemmer
from claims.language.tokens import STOPWORDS, normal, stopwords, unspaced, words, written


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


@pytest.mark.parametrize(
    ("text", "without"), [("橋は1931年に", True), ("สะพาน", True), ("다리가 열렸다", False), ("Tane", False)]
)
def test_a_text_without_spaces_is_told_by_its_script(text: str, without: bool) -> None:
    assert unspaced(text) is without


def test_every_word_knows_its_place() -> None:
    text = "A naïve approach, 42 times."
    assert [text[word.start : word.end] for word in words(text, 2, 16)] == ["naïve", "approach"]


@pytest.mark.parametrize("text", ["U.S. Navy's 1,234.5 t", "ที่ ๑๒ ทำงาน", "在1998年的人", "१२ हिन्दी", "Café 木"])
def test_words_as_they_are_written_are_those_with_places(text: str) -> None:
    assert written(text, 1, len(text)) == [text[word.start : word.end] for word in words(text, 1)]
    assert [normal(word) for word in written(text, 0, len(text))] == [word.form for word in words(text)]


def test_wide_and_accented_spellings_share_a_form() -> None:
    assert normal("Ｃａｆé") == normal("CAFE")


def test_the_page_s_language_decides_the_stem() -> None:
    assert stemmer("en")("coordinated") == stemmer(None)("coordinates")
    assert stemmer("de-AT")("häuser") == stemmer("de")("häusern")
    assert stemmer("xx")("unknown") == "unknown"


def test_words_are_stemmed_alike_in_many_threads_at_once() -> None:
    # snowballstemmer 3.1.1 raised IndexError here while its stemmers were shared without a lock.
    stem = stemmer("sv")
    alike = [[f"springa{number}ndeligheterna{other}s" for number in range(400)] for other in range(8)]
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as pool:
            together = list(pool.map(lambda some: [stem(word) for word in some], alike))
    finally:
        sys.setswitchinterval(before)
    stemmer.cache_clear()
    alone = stemmer("sv")
    assert together == [[alone(word) for word in some] for some in alike]


def test_every_language_has_its_own_function_words() -> None:
    assert {"der", "und", "fur"} <= stopwords("de-AT")
    assert "pendant" in stopwords("fr")
    assert "pendant" not in stopwords("en")


def test_a_language_without_a_list_has_the_english_function_words() -> None:
    assert stopwords("th") == stopwords(None) == STOPWORDS


def test_vietnamese_words_are_no_function_words_for_lack_of_their_accents() -> None:
    assert normal("cầu") not in stopwords("vi")


@pytest.mark.parametrize(
    ("tag", "language"), [("nn-NO", "nb"), ("no", "nb"), ("iw", "he"), ("pt_BR", "pt"), (None, "en")]
)
def test_tags_of_one_language_are_one(tag: str | None, language: str) -> None:
    assert code(tag) == language


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_word_with_an_apostrophe_is_one_however_its_accents_are_written(form: Literal["NFC", "NFD"]) -> None:
    text = unicodedata.normalize(form, "They sold L'Oréal in d’Été.")
    assert [word.form for word in words(text)] == ["they", "sold", "l'oreal", "in", "d'ete"]
