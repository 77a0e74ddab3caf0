"""claims.support.antonyms: words of which one excludes the other."""

import pytest

from claims.support.antonyms import denies, exclude


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("demolished", "constructed"),
        ("lacking", "features"),
        ("removing", "introduced"),
        ("increase", "declining"),
        ("foreign", "local"),
        ("flood", "fire"),
        ("uncle", "father"),
        ("brown", "green"),
        ("guitarists", "vocalists"),
        ("com", "int"),
        ("eleventh", "first"),
    ],
)
def test_poles_and_kinds_exclude_each_other_both_ways(word: str, other: str) -> None:
    assert exclude(word, other)
    assert exclude(other, word)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("built", "constructed"),
        ("increase", "rising"),
        ("father", "fathers"),
        ("green", "flood"),
        ("bridge", "river"),
        ("fire", "fires"),
    ],
)
def test_synonyms_forms_and_strangers_do_not(word: str, other: str) -> None:
    assert not exclude(word, other)


@pytest.mark.parametrize(
    ("form", "code"), [("nao", "pt"), ("neni", "cs"), ("degil", "tr"), ("khong", "vi"), ("no", "en")]
)
def test_a_word_without_its_accents_denies(form: str, code: str) -> None:
    assert denies(form, code)
