"""The passages that an entailment model reads for a claim."""

import pytest

from claims.records import BlockKind, Passage, Source
from claims.support.entailment.premises import premises, text_of
from claims.support.index.indexing import make_page
from claims.support.interface import Statement
from claims.support.retrieval.matching import match

PAGE = (
    "The harbour is old. The council met on Monday. It rejected the motion to close the library. "
    "Nobody spoke against it. Rain fell in the evening. The library has forty thousand books."
)


def source(text: str) -> Source:
    return Source(url="", text=text, passages=(Passage(start=0, end=len(text), kind=BlockKind.PARAGRAPH),))


def read(claim: str, *texts: str) -> list[str]:
    return premises(match(Statement(text=claim), [make_page(source(text)) for text in texts]))


def test_the_best_sentence_comes_first_then_its_neighbours_then_all_that_cover_the_claim() -> None:
    best, around, whole = read("The council rejected the motion to close the library, in which are many books.", PAGE)
    assert best == "It rejected the motion to close the library."
    assert around == "The council met on Monday. It rejected the motion to close the library. Nobody spoke against it."
    assert whole.startswith("The council met on Monday.")
    assert whole.endswith("The library has forty thousand books.")


def test_sentences_of_several_pages_are_joined_in_the_order_of_the_pages() -> None:
    *_, whole = read(
        "The lighthouse was built in 1871 of granite.", "It is of granite.", "The lighthouse was built in 1871."
    )
    assert whole == "It is of granite. The lighthouse was built in 1871."


def test_neighbours_are_of_the_same_page() -> None:
    for premise in read("The lighthouse was built in 1871.", "The lighthouse was built in 1871.", "A ferry left."):
        assert "ferry" not in premise


def test_the_same_passage_is_read_once() -> None:
    assert read("The lighthouse was built in 1871.", "The lighthouse was built in 1871.") == [
        "The lighthouse was built in 1871."
    ]


def test_a_page_without_a_word_of_the_claim_gives_no_premise() -> None:
    assert read("Kangaroos jump.", PAGE) == []


def test_a_premise_is_bounded_however_long_the_sentences_are() -> None:
    long = " ".join(["library"] * 2_000) + "."
    assert max(map(len, read("The library closed.", f"{long} {long} {long}"))) <= 1_500


@pytest.mark.parametrize(("last", "count"), [(499, 3), (500, 2)])
def test_sentences_are_joined_up_to_1500_characters(last: int, count: int) -> None:
    lengths = (500, 499, last)  # with a blank between them, 1,500 characters
    sentences = [f"Library {'n' * (length - 9)}." for length in lengths]
    seen = match(Statement(text="The library closed."), [make_page(source(" ".join(sentences)))])

    assert text_of(seen, [0, 1, 2]) == " ".join(sentences[:count])
