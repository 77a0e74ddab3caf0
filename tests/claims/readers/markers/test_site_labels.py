"""Labels of sources without addresses: which words are labels, and which are not."""

import pytest

from claims.linking.linker import link
from claims.readers.markers.site_labels import find_hosts, find_site_labels
from claims.readers.registry import read


def labels(text: str) -> list[str]:
    return [name for _, _, names in find_site_labels(text) for name in names]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It rose in 1962. Harbour Gazette+1", ["Harbour Gazette"]),
        ("It rose in 1962.Reuters+2AP News+1 It leaks.", ["Reuters", "AP News"]),
        ("It rose in 1962 en.wikipedia+3, and leaks.", ["en.wikipedia"]),
        ("It rose after years of service.skargard+1", ["skargard"]),
        ("它建于1962年。新华网+2", ["新华网"]),
        ("It rose in 1962.\u00a0\ufffc It leaks.", ["embedded object"]),
    ],
)
def test_a_name_and_a_number_behind_a_sentence_are_a_label(text: str, names: list[str]) -> None:
    assert labels(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "The clock was changed. UTC+2 is used since.",
        "It has a Google+1 button.",
        "It is written in C. Notepad+1 reads it.",
        "\ufffc The picture shows the wall.",
        "It grew by 3+1 metres.",
    ],
)
def test_sums_time_zones_and_pictures_are_no_labels(text: str) -> None:
    assert labels(text) == []


@pytest.mark.parametrize("name", ["chat.md", "chat.txt"])
def test_hosts_in_round_brackets_are_markers_where_the_document_has_several(name: str) -> None:
    once = "It rose in 1962 (harbour.example)."
    found = link(read(f"{once} It leaks a lot (weirs.org, news.co.uk).\n", name), name)
    assert [(claim.text, claim.citations) for claim in found.claims] == [
        ("It rose in 1962.", ("harbour.example",)),
        ("It leaks a lot.", ("weirs.org", "news.co.uk")),
    ]
    assert link(read(once, name), name).text == once


@pytest.mark.parametrize("text", ["It is set up (setup.py).", "The site (a.org) is new.", "He left (e.g. in May)."])
def test_files_and_sites_that_a_sentence_speaks_of_are_no_markers(text: str) -> None:
    assert not list(find_hosts(text))
