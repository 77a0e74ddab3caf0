"""claims.support.index.sentences: the sentences of a source."""

import pytest

from claims.language.segmentation import PAGE
from claims.records import Source
from claims.support.index.sentences import sentence_spans
from tests.claims.support.build import source
from tests.work import LINEAR, growth


def sentences(found: Source) -> list[str]:
    return [found.text[start:end] for start, end in sentence_spans(found)]


def test_abbreviations_and_initials_end_no_sentence() -> None:
    text = "Dr. J. Smith left at 5 p.m. on Monday. He came back in Jan. 2003 with $1.5 million."
    assert sentences(source(text)) == [
        "Dr. J. Smith left at 5 p.m. on Monday.",
        "He came back in Jan. 2003 with $1.5 million.",
    ]


def test_quotes_stay_with_their_sentence() -> None:
    assert sentences(source('He said: "Never." Then he left.')) == ['He said: "Never."', "Then he left."]


def test_chinese_needs_no_spaces() -> None:
    assert sentences(source("他走了。她来了！")) == ["他走了。", "她来了！"]


def test_a_sentence_never_crosses_a_passage() -> None:
    assert sentences(source("A heading", "and a paragraph.")) == ["A heading", "and a paragraph."]


def test_wrapped_lines_are_one_sentence_and_rows_are_several() -> None:
    assert sentences(source("a line that is\nwrapped.\nAnother row")) == ["a line that is\nwrapped.", "Another row"]


def test_a_text_without_passages_is_one() -> None:
    assert sentences(Source(url="", text="One. Two.", passages=())) == ["One.", "Two."]


def test_endless_text_is_cut() -> None:
    found = sentences(source("word " * 1000))
    assert max(map(len, found)) <= PAGE.longest
    assert sum(part.count("word") for part in found) == 1000


@pytest.mark.parametrize("piece", [".", "a. ", "x", '."', "\n"])
def test_hostile_text_takes_linear_work(piece: str) -> None:
    assert growth(lambda count: list(sentence_spans(source(piece * count))), 1_000) < LINEAR
