"""Markers with a word for a source: which are rewritten, and with them the entries that they lead to."""

import pytest

from claims.linking.linker import link
from claims.readers.markers.source_numbers import with_plain_numbers
from claims.readers.registry import read
from claims.records import Link


@pytest.mark.parametrize(
    ("written", "marker"),
    [
        ("[citation:3]", "【3】"),
        ("[citation:1][citation:4]", "【1,4】"),
        ("[Source 1, Source 2]", "【1,2】"),
        ("(Quelle 2)", "【2】"),
        ("(Fuentes 1, 2)", "【1,2】"),
        ("[doc_2]", "【2】"),
        ("[[ref 1]]", "【1】"),
        ("[来源2]", "【2】"),
    ],
)
def test_the_word_of_a_marker_is_left_out(written: str, marker: str) -> None:
    rewritten = with_plain_numbers(f"It rose {written}.")
    assert rewritten.replace("\u2060", "") == f"It rose {marker}."
    assert len(rewritten) == len(f"It rose {written}.")


@pytest.mark.parametrize(
    "text",
    [
        "As filed (Document 12).",
        "[Source 1](https://a.example/)",
        "[words][ref1]\n\n[ref1]: https://a.example/",
        "[Ref. no]",
    ],
)
def test_links_and_words_stay(text: str) -> None:
    assert with_plain_numbers(text) == text


@pytest.mark.parametrize("name", ["answer.md", "answer.txt"])
def test_entries_with_the_word_are_those_of_the_markers(name: str) -> None:
    text = "It rose in 1962 [Fuente 1]. It leaks a lot (Fuentes 1, 2).\n\nFuentes\n\n"
    text += "[Fuente 1]: Censo - https://a.example/\n[Fuente 2]: https://b.example/\n"
    found = link(read(text, name), name)
    urls = {citation.id: citation.url for citation in found.citations}
    cited = [(each.text, [urls[name] for name in each.citations]) for each in found.claims if each.link is Link.DIRECT]
    assert cited == [
        ("It rose in 1962.", ["https://a.example/"]),
        ("It leaks a lot.", ["https://a.example/", "https://b.example/"]),
    ]
