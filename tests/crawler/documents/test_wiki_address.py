"""Names and URLs of wiki pages."""

import pytest

from crawler.documents.wiki_address import WikiAddress, parse_address

EN, DE = "https://en.wikipedia.org", "https://de.wikipedia.org"


@pytest.mark.parametrize(
    ("text", "base", "title", "revision"),
    [
        ("wiki:Ulan Bator", EN, "Ulan Bator", None),
        ("https://en.wikipedia.org/wiki/Ulan_Bator", EN, "Ulan Bator", None),
        ("https://de.wikipedia.org/wiki/M%C3%BCnchen?oldid=12", DE, "München", 12),
        ("https://en.m.wikipedia.org/wiki/A/B_C#History", EN, "A/B C", None),
        ("https://en.wikipedia.org/w/index.php?title=A_B&oldid=77", EN, "A B", 77),
        ("https://en.wikipedia.org/w/index.php?oldid=5", EN, None, 5),
        ("https://en.wikipedia.org/wiki/Special:PermanentLink/99", EN, None, 99),
        ("https://zh.wikipedia.org/zh-hans/%E4%B8%AD", "https://zh.wikipedia.org", "中", None),
    ],
)
def test_an_address_names_a_wiki_a_title_and_a_revision(
    text: str, base: str, title: str | None, revision: int | None
) -> None:
    assert parse_address(text, EN) == WikiAddress(base=base, title=title, revision=revision)


@pytest.mark.parametrize("text", ["https://e.example/wiki/X", "https://en.wikipedia.org/", "a.txt", "ftp://x/wiki/X"])
def test_other_addresses_name_no_wiki_page(text: str) -> None:
    assert parse_address(text, EN) is None


def test_any_wiki_can_be_named() -> None:
    found = parse_address("https://wiki.e.example/wiki/X", "https://wiki.e.example/")
    assert found == WikiAddress(base="https://wiki.e.example", title="X", revision=None)
