"""claims.readers.markers.author_years: authors and years as markers of entries."""

import pytest

from claims.linking.linker import link
from claims.readers.registry import read
from claims.records import Link

LIST = "- Brenner, Ada (2019). Bridges. https://a.example/x\n- Olsen, Per (2020). Dams. https://b.example/y\n"


@pytest.mark.parametrize(
    ("sentence", "lead", "heading"),
    [
        ("The bridge is 31 metres high", "see, e.g., ", "References"),
        ("A híd 31 méter magas", "lásd ", "Források"),
        ("Most je vysoký 31 metrů", "viz např. ", "Zdroje"),
        ("Podul are 31 de metri înălțime", "vezi ", "Referințe"),
        ("Η γέφυρα έχει ύψος 31 μέτρα", "βλ. ", "Παραπομπές"),
        ("Мостът е висок 31 метра", "вж. ", "Източници"),
        ("Brúin er 31 metri á hæð", "sjá ", "Heimildir"),
        ("สะพานสูง 31 เมตร", "", "อ้างอิง"),
    ],
)
def test_an_author_and_a_year_mark_an_entry_of_the_list(sentence: str, lead: str, heading: str) -> None:
    document = link(read(f"{sentence} ({lead}Brenner, 2019).\n\n## {heading}\n\n{LIST}", "a.md"), "a.md")
    cited = [(claim.text, claim.citations) for claim in document.claims if claim.link is Link.DIRECT]
    assert cited == [(f"{sentence}.", ("source 1",))]


def test_an_author_may_be_called_as_a_word_that_introduces_one() -> None:
    text = "The bridge is high (See, 2019).\n\n## References\n\n- See, Ida (2019). Bridges. https://a.example/x\n"
    document = link(read(text, "a.md"), "a.md")
    assert [claim.citations for claim in document.claims if claim.link is Link.DIRECT] == [("source 1",)]
