"""Labels of sources without addresses: which words are labels, and which are not."""

import pytest

from claims.linking.linker import link
from claims.readers.markers.site_labels import find_site_labels
from claims.readers.registry import read
from claims.records import Link


def labels(text: str) -> list[str]:
    return [name for _, _, names in find_site_labels(text) for name in names]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It rose in 1962. Harbour Gazette+1", ["Harbour Gazette"]),
        ("It rose in 1962.Reuters+2AP News+1 It leaks.", ["Reuters", "AP News"]),
        ("It rose in 1962 en.wikipedia+3, and leaks.", ["en.wikipedia"]),
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
def test_labels_on_lines_of_their_own_belong_to_the_sentence_above(name: str) -> None:
    text = "It rose in 1962.\nHarbour Gazette\n+1\nIt leaks a lot.\nPort Office\nIt is high.\nAP\n+2\nReuters\n+1\n"
    found = link(read(text, name), name)
    cited = [(claim.text, claim.citations) for claim in found.claims if claim.link is Link.DIRECT]
    assert cited == [
        ("It rose in 1962.", ("Harbour Gazette",)),
        ("It leaks a lot.", ("Port Office",)),
        ("It is high.", ("AP", "Reuters")),
    ]
    assert "4 markers lead to no entry" in found.notes[0]


def test_a_linked_name_behind_a_sentence_is_a_marker_in_a_chat_and_elsewhere_if_its_host_has_it() -> None:
    link_to = '<a href="https://{}.example/">{}</a>'
    page = "<html><body>{}<p>The wall rose in 1962. {}</p></body></html>"
    label = link_to.format("wall", "The Courier")
    assert read(page.format("<p>ChatGPT said:</p>", label), "a.html").text == "The wall rose in 1962."
    assert read(page.format("", link_to.format("courier", "Courier")), "a.html").text == "The wall rose in 1962."
    assert "The Courier" in read(page.format("", label), "a.html").text
