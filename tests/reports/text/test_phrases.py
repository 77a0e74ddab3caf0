"""Dates, numbers and lists in words."""

import pytest

from reports.text.phrases import count, day, listed, percent, sentence


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("20071026000000", "26 October 2007"), ("2007-08-22", "22 August 2007"), ("2006-03", "March 2006"),
        ("1986", "1986"), ("20070800000000", "August 2007"), ("20071399", "2007"), ("spring", "spring"), (None, ""),
    ],
)  # fmt: skip
def test_dates_are_put_in_words_as_exactly_as_known(date, words):
    assert day(date) == words


def test_lists_and_sentences_read_as_prose():
    assert [listed([]), listed(["a"]), listed(["a", "b", "c"])] == ["", "a", "a, b and c"]
    assert [sentence(""), sentence("it rained"), sentence("Why?")] == ["", "It rained.", "Why?"]


def test_a_sentence_that_starts_with_a_file_or_host_name_keeps_it():
    assert sentence("archive.warc.gz holds no capture") == "archive.warc.gz holds no capture."


def test_numbers_agree_with_their_noun_and_probabilities_are_whole_percentages():
    assert [count(1, "claim", "claims"), count(2000, "claim", "claims")] == ["1 claim", "2,000 claims"]
    assert [percent(0.126), percent(None)] == ["13 %", ""]
