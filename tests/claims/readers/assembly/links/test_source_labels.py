"""Labels of sources in any language: `Source: …`, `(Kilde: …)`, a link that says no more than `출처`."""

import pytest

from claims.linking.linker import link
from claims.readers.registry import read
from claims.records import Link

SENTENCES = (
    ("Broen er 31 meter høj og åbnede i 1871.", "Kilde"),
    ("Most je vysoký 31 metrů a byl otevřen v roce 1871.", "Zdroj"),
    ("다리는 높이가 31미터이며 1871년에 개통되었다.", "출처"),
    ("يبلغ ارتفاع الجسر 31 مترا وافتتح في عام 1871.", "المصدر"),
    ("पुल 31 मीटर ऊँचा है और 1871 में खोला गया था।", "स्रोत"),
    ("桥高三十一米，于一八七一年开通。", "来源"),
)


def cited(text: str) -> list[str]:
    return [claim.text for claim in link(read(text, "a.md"), "a.md").claims if claim.link is Link.DIRECT]


@pytest.mark.parametrize(
    "form", ["{0} {1}: https://a.example/x", "{0} ({1}: https://a.example/x)", "{0} [{1}](https://a.example/x)",
             "{0}\n\n{1}: https://a.example/x"],
)  # fmt: skip
@pytest.mark.parametrize(("sentence", "word"), SENTENCES)
def test_the_label_of_a_source_is_no_part_of_a_claim(form: str, sentence: str, word: str) -> None:
    assert [claim.rstrip(".。") for claim in cited(form.format(sentence, word))] == [sentence.rstrip(".。")]


def test_a_column_of_sources_is_of_its_row() -> None:
    rows = "| Keeper | From | Kaynak |\n|---|---|---|\n| Ada Brenner | 1871 | [Gazette](https://a.example/x) |\n"
    assert cited(rows) == ["Keeper: Ada Brenner; From: 1871"]


def test_a_name_that_is_a_word_for_a_source_elsewhere_stays_in_its_sentence() -> None:
    assert cited("The series [Bron](https://a.example/x) won a prize in 2012.") == [
        "The series Bron won a prize in 2012."
    ]
