"""Buttons of a chat that a copy of its page has on lines of their own."""

import pytest

from claims.linking.linker import link
from claims.readers.markers.broken_markers import with_joined_markers
from claims.readers.registry import read
from claims.records import Link


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
    assert "The markers of 4 references lead to no entry" in found.notes[0]


@pytest.mark.parametrize("name", ["chat.md", "chat.txt"])
def test_numbers_on_lines_of_their_own_are_markers_if_the_sentence_ends_below(name: str) -> None:
    text = "It rose in 1962\n1\n2\n. It leaks, as all say\n1\n.\nThe third sentence [3].\n"
    found = link(read(text, name), name)
    cited = [(claim.text, claim.citations) for claim in found.claims if claim.link is Link.DIRECT]
    assert cited == [
        ("It rose in 1962.", ("1", "2")),
        ("It leaks, as all say.", ("1",)),
        ("The third sentence.", ("3",)),
    ]
    assert found.claims[-1].line == text.count("\n")


def test_a_name_glued_to_a_sentence_is_a_label_where_others_have_a_number() -> None:
    text = "It rose in 1962.harbour+1\nIt leaks a lot.weirs\n"
    assert "【‡weirs】" in with_joined_markers(text)
    assert with_joined_markers("It is at a.example.weirs\n") == "It is at a.example.weirs\n"


@pytest.mark.parametrize("text", ["Steps\n1\n2\n3\n", "The results:\n12\n. Next.\n", "It is:\n12\n14\n. Next.\n"])
def test_other_numbers_on_lines_stay(text: str) -> None:
    assert with_joined_markers(text) == text
