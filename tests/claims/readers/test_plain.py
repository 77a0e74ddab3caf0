"""Plain text with numbered markers and a list of references below."""

from claims.linking import link
from claims.readers.registry import read
from claims.records import BlockKind, Document, Link

LIST = """
  1. ^ a b "On towers". The Tower Post. https://towers.example/on
  2. ^ "On bridges". The Bridge Post. https://bridges.example/on
"""


def document(text: str) -> Document:
    return link(read(text, "a.txt", "text"), "a.txt")


def test_markers_are_taken_out_of_the_text() -> None:
    read_text = document(f"The tower is high.[1] The bridge is long.[2][1]\n{LIST}").text
    assert read_text.strip() == "The tower is high. The bridge is long."


def test_a_run_of_markers_is_one_claim_with_several_citations() -> None:
    claims = document(f"The tower is high.[1] The bridge is long.[2][1]\n{LIST}").claims
    assert [claim.citations for claim in claims] == [("1",), ("2", "1")]


def test_a_range_of_numbers_asks_for_each() -> None:
    (claim,) = document(f"The tower is high.[1-2]\n{LIST}").claims
    assert claim.citations == ("1", "2")


def test_wrapped_lines_are_one_paragraph() -> None:
    wrapped = "The tower that stands above the harbour is the highest of all those that were\nbuilt in the valley.[1]\n"
    (claim,) = document(wrapped + LIST).claims
    assert claim.text.split()[-3:] == ["in", "the", "valley."]
    assert claim.line == 2


def test_what_follows_the_list_is_no_text() -> None:
    text = f"The tower is high.[1]\n{LIST}\nExternal links\n\nSome Foundation. 2010.\n\nLook at other dictionaries:\n"
    assert [claim.text for claim in document(text).claims] == ["The tower is high."]


def test_entries_lose_their_backlinks() -> None:
    first, second = document(f"The tower is high.[1]\n{LIST}").citations
    assert first.text.startswith('"On towers"')
    assert second.url == "https://bridges.example/on"


def test_a_short_line_alone_behind_prose_is_a_heading_and_names_the_section() -> None:
    read_document = document(f"Towers\n\nIt all began here.[1]\n\nLater years\n\nThe tower fell in 1901.[1]\n{LIST}")
    headings = [
        read_document.text[block.start : block.end].strip()
        for block in read_document.blocks
        if block.kind is BlockKind.HEADING
    ]
    assert headings == ["Later years"]
    assert [claim.section for claim in read_document.claims] == [None, "Later years"]


def test_short_lines_above_the_first_sentence_head_nothing() -> None:
    (claim,) = document(f"Towers\n\nMap of the towers\n\nNorth\n\nThe tower fell in 1901.[1]\n{LIST}").claims
    assert claim.section is None


def test_the_sentence_before_a_cited_one_is_trailing_and_the_one_behind_it_uncited() -> None:
    text = f"The tower was built long ago. It is high.[1] Nobody knows who built it.\n{LIST}"
    assert [claim.link for claim in document(text).claims] == [Link.TRAILING, Link.DIRECT, Link.NONE]


def test_a_thousand_blank_lines_part_paragraphs_like_one() -> None:
    near, far = (document(f"It is high.[1]\n{blank}It is long.[2]\n{LIST}") for blank in ("\n", "\n" * 1000))
    assert [claim.text for claim in near.claims] == [claim.text for claim in far.claims]
    assert far.claims[1].line == 1002
