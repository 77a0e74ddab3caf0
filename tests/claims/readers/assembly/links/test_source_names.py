"""Links behind a sentence that only name their source: markers, where the host or a habit of the document says so."""

import pytest

from claims.linking.linker import link
from claims.readers.registry import read
from claims.records import Link


def cited(text: str, name: str = "a.md") -> list[tuple[str, int]]:
    found = link(read(text, name), name).claims
    return [(claim.text, len(claim.citations)) for claim in found if claim.link is Link.DIRECT]


def test_with_a_habit_every_name_between_sentences_is_a_marker() -> None:
    text = (
        "The wall rose in 1962. [Coast Watch](https://a.example/)[The Courier](https://b.example/) It leaks a lot.\n\n"
        "It was closed twice.[The Courier](https://c.example/)\n\n"
        "It is open to [Coast Watch](https://a.example/) again.\n\n"
        "Its keeper left in 1990. [Coast Watch](https://d.example/)\n"
    )
    assert cited(text) == [
        ("The wall rose in 1962.", 2),
        ("It was closed twice.", 1),
        ("It is open to Coast Watch again.", 1),
        ("Its keeper left in 1990.", 1),
    ]


@pytest.mark.parametrize("label", ["Courier", "The Courier"])
def test_without_one_it_is_the_name_of_its_host(label: str) -> None:
    assert cited(f"The wall rose in 1962. [{label}](https://thecourier.example/a)\n") == [("The wall rose in 1962.", 1)]
    assert label in cited(f"The wall rose in 1962. [{label}](https://news.example/a)\n")[0][0]


def test_a_label_of_who_speaks_shows_the_habit() -> None:
    link_to = '<a href="https://a.example/">The Courier</a>'
    page = f"<html><body><p>ChatGPT said:</p><p>The wall rose in 1962. {link_to}</p></body></html>"
    assert cited(page, "a.html") == [("The wall rose in 1962.", 1)]


def test_links_that_offer_more_are_no_names_of_sources() -> None:
    text = "The wall rose in 1962. [Read More](https://a.example/)\n\nIt leaks in winter. [More details](https://b.example/)\n"
    assert cited(text) == []
