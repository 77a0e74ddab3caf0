"""Corrections below an article, in several languages: they count as beside it."""

import pytest

from crawler.extraction.blocks import read_plain_text
from crawler.extraction.corrections import with_corrections

ARTICLE = "The wall is 31 metres long. It was corrected by masons in 1871."


def beside(passage: str) -> list[bool]:
    return [each.beside for each in with_corrections(read_plain_text(f"{ARTICLE}\n\n{passage}", "")).passages]


@pytest.mark.parametrize(
    "passage",
    [
        "An earlier version of this article gave the length as 13 metres.",
        "Correction: the wall is 31 metres long; we originally wrote 13.",
        "This story incorrectly said that the wall is 13 metres long.",
        "This article was amended on 3 May 2019.",
        "In einer früheren Version dieses Artikels hieß es, die Mauer sei 13 Meter lang.",
        "Une version précédente de cet article indiquait 13 mètres.",
        "Una versión anterior de este artículo decía 13 metros.",
        "В предыдущей версии статьи говорилось о 13 метрах.",
    ],
)
def test_a_correction_is_beside_the_article(passage: str) -> None:
    assert beside(passage) == [False, True]


@pytest.mark.parametrize(
    "passage",
    ["An earlier version of the program had a limit of 13 files.", "Correction fluid was invented in 1956.",
     f"An earlier version of this article was shorter. {'The wall is old and long. ' * 40}"],
)  # fmt: skip
def test_other_words_are_not(passage: str) -> None:
    assert beside(passage) == [False, False]
