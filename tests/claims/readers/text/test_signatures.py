"""Signatures of e-mail."""

from claims.linking.linker import link
from claims.readers.registry import read
from claims.readers.text.signatures import without_signatures
from claims.records import Document

SIGNATURE = "-- \nAda Brenner, keeper of the mill\nhttps://brenner.example/\n"


def document(text: str) -> Document:
    return link(read(text, "mail.txt"), "mail.txt")


def test_a_signature_is_no_claim_and_its_address_no_source() -> None:
    found = document(f"The mill burned in 1871, see https://log.example/1.\n\n{SIGNATURE}")
    assert [claim.text for claim in found.claims] == ["The mill burned in 1871."]
    assert [citation.url for citation in found.citations] == ["https://log.example/1"]


def test_a_signature_right_below_a_list_of_references_is_no_part_of_its_last_entry() -> None:
    found = document(f"The mill burned in 1871.[1]\n\nReferences\n\n[1] The log. https://log.example/1\n{SIGNATURE}")
    assert [citation.text for citation in found.citations] == ["The log. https://log.example/1"]


def test_a_blank_line_ends_it_and_so_does_another_message() -> None:
    lines = ["It burned.", "-- ", "Ada", "", "On Monday Per wrote:", "> It stands.", "> -- ", "> Per", "The end."]
    kept = ["It burned.", "", "", "", "On Monday Per wrote:", "> It stands.", "", "", "The end."]
    assert without_signatures(lines) == kept


def test_two_dashes_without_the_space_are_a_line_like_any_other() -> None:
    assert without_signatures(["--", "The mill burned."]) == ["--", "The mill burned."]
