"""The addresses that a plain text gives as its own."""

import pytest

from claims.linking.linker import link
from claims.readers.registry import read
from claims.readers.text.own_addresses import with_whole_addresses

PERMANENT = "https://wiki.example/w/index.php?title=Old_mill&oldid=9071"


def cited(text: str) -> list[str | None]:
    return [citation.url for citation in link(read(text, "a.txt", "text"), "a.txt").citations]


@pytest.mark.parametrize(
    "text",
    [
        "This text was taken from https://wiki.example/wiki/Old_mill on 8 August.\n\n*** Old mill ***\n\nIt is old.\n",
        f'# Old mill\n\nIt is tall and old.\n\nRetrieved from "{PERMANENT}"\nCategories:\n  * Mills\n',
        f"# Alte Mühle\n\nSie ist alt.\n\nAbgerufen von „{PERMANENT}“\n",
        'It is old.\n\nRetrieved from "https://wiki.example/w/\nindex.php?title=Old_mill&oldid=9071"\nCategories:\n',
    ],
)
def test_a_text_does_not_cite_its_own_address(text: str) -> None:
    assert cited(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "# Old mill\n\nThe old mill burnt down in 1871, see https://wiki.example/wiki/Old_mill\n",
        f"The mill burnt down in 1871, as its page said then: {PERMANENT}\n",
    ],
)
def test_an_address_in_a_sentence_is_cited(text: str) -> None:
    assert len(cited(text)) == 1


def test_a_line_break_in_a_quoted_address_moves_behind_it() -> None:
    text = 'At "https://a.example/w/\npage.html" it is.\n'
    assert with_whole_addresses(text) == 'At "https://a.example/w/page.html"\nit is.\n'
