"""claims.support.second_opinion: what an answer of the second judge is worth."""

import json

import pytest

from claims.records import Verdict
from claims.support.second_opinion import Opinion, Unusable, read_quoting, read_yes_or_no
from tests.claims.support.build import source
from tests.work import LINEAR, growth

SOURCES = [source("Anglers come here for the trout."), source("The bridge was\nopened on 4 May 1931 by the mayor.")]


def answer(verdict: str, quote: str) -> str:
    return json.dumps({"verdict": verdict, "quote": quote})


def test_a_quotation_is_found_verbatim_whatever_its_blanks() -> None:
    opinion = read_quoting(f"Sure: {answer('supported', 'bridge was opened on 4 May')}", SOURCES)
    assert isinstance(opinion, Opinion)
    assert opinion.source == 1
    assert SOURCES[1].text[opinion.start : opinion.end] == "bridge was\nopened on 4 May"


def test_a_quotation_of_twelve_characters_proves_something() -> None:
    assert isinstance(read_quoting(answer("supported", "by the mayor"), SOURCES), Opinion)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (answer("supported", "the bridge was closed on 4 May"), "are not in the source"),
        (answer("not_supported", "the bridge was closed on 4 May"), "are not in the source"),
        (answer("supported", "by the mayo"), "quotes nothing"),
        (answer("contradicted", ""), "quotes nothing"),
        ('{"verdict": "supported"}', "quotes nothing"),
        (answer("certainly", "opened on 4 May 1931"), "none of the verdicts"),
        ('{"no": 1}', "none of the verdicts"),
        ("I think that it is supported.", "not the JSON"),
        ("[1, 2]", "not the JSON"),
        ("", "not the JSON"),
        ("}{", "not the JSON"),
    ],
)
def test_an_answer_that_proves_nothing_is_unusable_and_says_why(said: str, reason: str) -> None:
    found = read_quoting(said, SOURCES)
    assert isinstance(found, Unusable)
    assert reason in found.reason


def test_what_a_source_does_not_say_needs_no_quotation() -> None:
    assert read_quoting(answer("not_supported", ""), SOURCES) == Opinion(verdict=Verdict.NOT_SUPPORTED)


@pytest.mark.parametrize(
    ("said", "verdict"),
    [("Yes", Verdict.SUPPORTED), ("no.", Verdict.NOT_SUPPORTED), ("**Yes**, it does", Verdict.SUPPORTED)],
)
def test_a_checker_says_yes_or_no(said: str, verdict: Verdict) -> None:
    assert read_yes_or_no(said) == Opinion(verdict=verdict)


@pytest.mark.parametrize("said", ["", "Perhaps", "Nobody knows", "The answer is yes"])
def test_anything_else_is_unusable(said: str) -> None:
    assert read_yes_or_no(said) == Unusable(reason="it says neither yes nor no.")


def test_a_hostile_quotation_takes_linear_work() -> None:
    def opinion(count: int) -> object:
        return read_quoting(answer("supported", "a " * count + "b"), [source("a " * 10 * count)])

    assert growth(opinion, 500) < LINEAR
