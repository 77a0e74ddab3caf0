"""Words that only name the sources of what they follow: `Source: [The Courier](…), 3 May`, `🔗 [Log](…)`."""

import pytest

from claims.linking.linker import link
from claims.readers.registry import read
from claims.records import Document, Link

A, B = "[The Courier](https://a.example/)", "[Harbour log](https://b.example/)"


def document(text: str) -> Document:
    return link(read(text, "a.md"), "a.md")


def cited(text: str) -> list[tuple[str, list[str]]]:
    """The cited claims of a Markdown document, each with the hosts of its sources."""
    found = document(text)
    hosts = {each.id: (each.url or "").split("/")[2] for each in found.citations}
    return [
        (claim.text, [hosts[name] for name in claim.citations]) for claim in found.claims if claim.link is Link.DIRECT
    ]


@pytest.mark.parametrize(
    "form",
    [
        "The wall is 31 metres long. Source: {}",
        "The wall is 31 metres long. **Source**: {}.",
        "The wall is 31 metres long.\n*Source: the harbour office, {}, 3 May 2019*",
        "The wall is 31 metres long.\n\n**Source:** {}",
        "- The wall is 31 metres long.\n  - Source: {}",
        "The wall is 31 metres long (source: {}).",
        "The wall is 31 metres long (Source: {}, p. 4).",
        "The wall is 31 metres long (via {}).",
        "The wall is 31 metres long. — {}",
        "The wall is 31 metres long. 🔗 {}",
        "The wall is 31 metres long. Quelle: {}",
    ],
)
def test_they_are_no_claim_and_their_link_is_a_marker(form: str) -> None:
    assert cited(form.format(A)) == [("The wall is 31 metres long.", ["a.example"])]


def test_they_end_with_their_sentence_or_their_line() -> None:
    assert cited(
        f"It is 31 metres long. Source: {A}, vol. 3. It leaks in winter. Source: {B}\nNobody has mended it."
    ) == [
        ("It is 31 metres long.", ["a.example"]),
        ("It leaks in winter.", ["b.example"]),
    ]


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
@pytest.mark.parametrize(
    "words",
    [
        "(Reuters, 3 May 2019, https://a.example/)",
        "(Courier https://a.example/)",
        "[https://a.example/, page 3]",
        "(Source: Harbour office, https://a.example/, accessed 3 May 2019)",
    ],
)
def test_brackets_with_an_address_and_words_of_a_reference_are_no_words_of_a_claim(words: str, name: str) -> None:
    (claim,) = link(read(f"The wall was built in 1871 {words}.\n", name), name).claims
    assert (claim.text, len(claim.citations)) == ("The wall was built in 1871.", 1)


@pytest.mark.parametrize("words", ["31 metres long", "2011", "which leaks"])
def test_brackets_that_say_something_beside_an_address_stay(words: str) -> None:
    (claim,) = link(read(f"The wall ({words}, https://a.example/) is old.\n", "a.md"), "a.md").claims
    assert words in claim.text


def test_several_sources_are_all_of_the_sentence() -> None:
    assert cited(f"The wall is 31 metres long. Sources: {A} and {B}") == [
        ("The wall is 31 metres long.", ["a.example", "b.example"])
    ]


def test_at_the_beginning_of_a_block_they_are_of_the_block_above() -> None:
    assert cited(f"> The wall is 31 metres long.\n>\n> Source: {A}. The mayor later said that it leaks.") == [
        ("The wall is 31 metres long.", ["a.example"])
    ]


def test_what_they_say_of_a_source_is_kept() -> None:
    (source,) = document(
        "The wall is old. Source: Harbour office, <https://a.example/> (accessed 3 May 2019)"
    ).citations
    assert (source.publisher or source.title or "").startswith("Harbour office")
    assert source.access_date == "2019-05-03"


def test_several_sources_below_the_last_paragraph_are_those_of_the_document() -> None:
    found = document(f"The wall is 31 metres long.\n\nIt leaks in winter.\n\nSources: {A}, {B}")
    assert [claim.text for claim in found.claims if claim.link is Link.DIRECT] == []
    assert found.notes == ("The document has 2 references, but no marker points to any of them.",)


def test_a_word_for_a_source_within_a_sentence_is_its_word() -> None:
    assert cited(f"The source: {A} says that it leaks.") == [
        ("The source: The Courier says that it leaks.", ["a.example"])
    ]
