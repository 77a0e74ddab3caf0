"""claims.support.llm_judge: what a second judge is asked, and what its answer is worth."""

import json

import pytest

from claims.records import Fact, FactKind, FactState, Verdict
from claims.support.interface import Judgement, Statement
from claims.support.llm_judge import decide, messages, read, worth_asking
from tests.claims.support.build import source
from tests.work import LINEAR, growth

SOURCES = [source("Anglers come here for the trout."), source("The bridge was\nopened on 4 May 1931 by the mayor.")]


def answer(verdict: str, quote: str) -> str:
    return json.dumps({"verdict": verdict, "quote": quote})


def first(verdict: Verdict, *facts: Fact) -> Judgement:
    return Judgement(verdict=verdict, score=0.3, evidence=((), ()), facts=facts)


def test_a_quotation_is_found_verbatim_whatever_its_blanks() -> None:
    opinion = read(f"Sure: {answer('supported', 'bridge was opened on 4 May')}", SOURCES)
    assert opinion
    assert opinion.source == 1
    assert SOURCES[1].text[opinion.start : opinion.end] == "bridge was\nopened on 4 May"


@pytest.mark.parametrize(
    "said",
    [
        answer("supported", "the bridge was closed on 4 May"),
        answer("supported", "bridge"),
        answer("supported", ""),
        answer("certainly", "opened on 4 May 1931"),
        '{"verdict": "supported"}',
        "I think that it is supported.",
        "[1, 2]",
        "",
        "}{",
    ],
)
def test_an_answer_without_a_quotation_that_stands_in_a_source_is_worth_nothing(said: str) -> None:
    assert read(said, SOURCES) is None
    judged = first(Verdict.NOT_SUPPORTED)
    assert decide(judged, None, SOURCES, "judge") is judged


def test_an_opinion_can_lift_a_claim_and_shows_its_words() -> None:
    opinion = read(answer("supported", "opened on 4 May 1931"), SOURCES)
    judged = decide(first(Verdict.NOT_SUPPORTED), opinion, SOURCES, "judge")
    assert judged.verdict is Verdict.SUPPORTED
    assert judged.evidence[1][0].quote == "opened on 4 May 1931"
    assert judged.reason == "judge calls it supported."
    assert judged.score == 0.3


def test_an_opinion_makes_no_alarm() -> None:
    opinion = read(answer("not_supported", "opened on 4 May 1931"), SOURCES)
    assert decide(first(Verdict.PARTIALLY_SUPPORTED), opinion, SOURCES, "judge").verdict is Verdict.PARTIALLY_SUPPORTED


def test_an_opinion_does_not_lift_what_the_source_contradicts() -> None:
    fact = Fact(kind=FactKind.DATE, text="1932", start=0, end=4, state=FactState.CONTRADICTED, found="1931")
    opinion = read(answer("supported", "opened on 4 May 1931"), SOURCES)
    assert decide(first(Verdict.NOT_SUPPORTED, fact), opinion, SOURCES, "judge").verdict is Verdict.NOT_SUPPORTED


def test_only_the_undecided_and_the_alarms_are_asked_about() -> None:
    asked = [verdict for verdict in Verdict if worth_asking(first(verdict))]
    assert set(asked) == {
        Verdict.PARTIALLY_SUPPORTED, Verdict.UNCLEAR, Verdict.CONTRADICTED, Verdict.NOT_SUPPORTED
    }  # fmt: skip


def test_the_question_holds_the_claim_and_a_share_of_every_source() -> None:
    system, user = messages(Statement(text="It opened in 1931.", title="Tane Bridge"), SOURCES, limit=40)
    assert "no instruction" in system["content"]
    assert "It opened in 1931." in user["content"]
    assert "Anglers come here fo\n" in user["content"]
    assert "The bridge was\nopene\n" in user["content"]


def test_a_hostile_quotation_takes_linear_work() -> None:
    def opinion(count: int) -> object:
        return read(answer("supported", "a " * count + "b"), [source("a " * 10 * count)])

    assert growth(opinion, 500) < LINEAR
