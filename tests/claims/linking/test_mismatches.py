"""Markers without a reference, and references without a marker."""

from claims.linking.linker import link
from claims.readers.registry import read
from claims.records import Document, Link


def document(text: str) -> Document:
    return link(read(text, "article.txt"), "article.txt")


def test_markers_without_a_list_are_broken_citations_with_a_note() -> None:
    found = document("The treaty was signed in 1986.[1] It lapsed in 1995.[2]\n")
    assert [(citation.id, citation.broken) for citation in found.citations] == [("1", True), ("2", True)]
    assert [claim.link for claim in found.claims] == [Link.DIRECT, Link.DIRECT]
    assert found.notes == ("The markers of 2 references lead to no entry: the document has no list of references.",)


def test_a_list_without_markers_is_kept_with_a_note() -> None:
    found = document("The treaty was signed in 1986.\n\nReferences\n\n1. Kyodo. 12 August 2002.\n2. BBC. 2003.\n")
    assert [citation.broken for citation in found.citations] == [False, False]
    assert [claim.link for claim in found.claims] == [Link.NONE]
    assert "no marker points to any" in found.notes[0]


def test_a_marker_without_an_entry_is_a_broken_citation_of_its_claim() -> None:
    found = document("Signed in 1986.[1] It lapsed in 1995.[7]\n\n1. ^ Kyodo. 12 August 2002.\n")
    assert [(citation.id, citation.broken) for citation in found.citations] == [("1", False), ("7", True)]
    assert found.claims[1].citations == ("7",)
    assert "The markers of 1 reference lead to no entry of the list of references: 7." in found.notes


def test_an_entry_without_a_marker_is_named_in_the_notes() -> None:
    found = document("Signed in 1986.[1]\n\n1. ^ Kyodo. 12 August 2002.\n2. ^ Asia Times. 2001.\n")
    assert any("reference 2." in note for note in found.notes)


def test_notes_count_one_reference_in_the_singular() -> None:
    one, two = (
        document("It was signed in the year of 1986.\n\nReferences\n" + entries)
        for entries in ("1. ^ A.\n", "1. ^ A.\n2. ^ B.\n")
    )
    assert "has 1 reference," in one.notes[0]
    assert "has 2 references," in two.notes[0]


def test_markers_that_no_claim_has_are_counted() -> None:
    found = document("- Ada Brenner (https://a.example/)\n- Per Olsen (https://b.example/)\n")
    assert found.notes == ("2 markers and links are in the text, but no claim has any.",)
