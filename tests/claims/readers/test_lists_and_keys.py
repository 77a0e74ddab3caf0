"""Reference lists of other shapes than numbers, and the keys of bibliographies, in Markdown and plain text."""

import pytest

from claims.linking.linker import link
from claims.readers.registry import read
from claims.records import Document, Link

AUTHORS = (
    "The tower was built in 1871 (Brenner, 2019). It is 31 metres high (Olsen & Lund, 2018, p. 4).\n\nReferences\n\n"
)
ENTRIES = (
    "Brenner, A. (2019). Lights of the coast. https://harbour.example/lights",
    "Olsen, P., & Lund, K. (2018). Heights of towers and walls. Coast Journal, 4(2), 11–19.\n"
    "    https://heights.example/2018",
)
SECTIONS = (
    "# Report\n\n## Wall\n\nThe wall was built in 1871 [1].\n\n**Sources:**\n1. https://a.example/wall\n\n"
    "## Lamp\n\nThe lamp was lit in 1901 [1].\n\n**Sources:**\n1. https://b.example/lamp\n"
)


def document(text: str, name: str) -> Document:
    return link(read(text, name), name)


def cited(found: Document) -> list[tuple[str, str | None]]:
    urls = {citation.id: citation.url for citation in found.citations}
    return [(claim.text, urls[claim.citations[0]]) for claim in found.claims if claim.link is Link.DIRECT]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_plain_text_has_a_list_without_numbers(between: str) -> None:
    assert cited(document(AUTHORS + between.join(ENTRIES) + "\n", "a.txt")) == [
        ("The tower was built in 1871.", "https://harbour.example/lights"),
        ("It is 31 metres high.", "https://heights.example/2018"),
    ]


def test_prose_under_such_a_heading_is_no_list() -> None:
    text = "It fell.\n\nReferences\n\nThe keepers kept no books.\n\nNobody knows why that is so.\n"
    assert document(text, "a.txt").citations == ()


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_each_section_has_its_own_list(name: str) -> None:
    assert cited(document(SECTIONS, name)) == [
        ("The wall was built in 1871.", "https://a.example/wall"),
        ("The lamp was lit in 1901.", "https://b.example/lamp"),
    ]


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_a_key_in_the_sentence_cites_and_stays(name: str) -> None:
    found = document("It was built in 1871 [@brenner]. As @brenner and @lund2018 say, it is the tallest.\n", name)
    assert [(claim.text, claim.citations) for claim in found.claims] == [
        ("It was built in 1871.", ("brenner",)),
        ("As @brenner and @lund2018 say, it is the tallest.", ("brenner", "lund2018")),
    ]


def test_names_addresses_and_cross_references_are_no_keys() -> None:
    found = document("Write to @support or ada@harbour.example about @fig-wall of the wall.\n", "a.md")
    assert [claim.link for claim in found.claims] == [Link.NONE]
