"""claims.support.llm_judge: what a second judge is asked, and what its opinion changes."""

import pytest

from claims.records import Evidence, Fact, FactKind, FactState, Source, Verdict
from claims.support.interface import Judgement, Statement
from claims.support.llm_judge import GAP, Kind, Scope, decide, messages, passages, worth_asking
from claims.support.second_opinion import Opinion, Unusable
from tests.claims.support.build import source

SOURCES = [source("Anglers come here for the trout."), source("The bridge was opened on 4 May 1931 by the mayor.")]
QUOTE = "opened on 4 May 1931"
CONTRADICTED = Fact(kind=FactKind.DATE, text="1932", start=0, end=4, state=FactState.CONTRADICTED, found="1931")
MISSING = Fact(kind=FactKind.NAME, text="Ito", start=0, end=3, state=FactState.MISSING)
LONG = "The harbour is old. " * 200 + "The bridge was opened in 1931. " + "Ships come and go. " * 200


def first(verdict: Verdict, *facts: Fact, score: float = 0.3) -> Judgement:
    return Judgement(verdict=verdict, score=score, evidence=((), ()), facts=facts, reason="Something is missing.")


def quoting(verdict: Verdict) -> Opinion:
    start = SOURCES[1].text.index(QUOTE)
    return Opinion(verdict=verdict, source=1, start=start, end=start + len(QUOTE))


def decided(verdict: Verdict, opinion: Opinion, *facts: Fact) -> Verdict:
    return decide(first(verdict, *facts), opinion, SOURCES, "judge").verdict


def found(text: str, *quotes: str) -> tuple[Source, list[Evidence]]:
    spans = [(text.index(quote), text.index(quote) + len(quote)) for quote in quotes]
    return source(text), [Evidence(quote=text[start:end], start=start, end=end, score=1.0) for start, end in spans]


def test_an_opinion_can_lift_a_claim_and_shows_its_words() -> None:
    judged = decide(first(Verdict.NOT_SUPPORTED), quoting(Verdict.SUPPORTED), SOURCES, "judge")
    assert judged.verdict is Verdict.SUPPORTED
    assert judged.evidence[1][0].quote == QUOTE
    assert (judged.reason, judged.reason_code) == ("judge calls it supported.", "second_judge")
    assert judged.score == 0.3


@pytest.mark.parametrize("said", [Verdict.NOT_SUPPORTED, Verdict.CONTRADICTED])
@pytest.mark.parametrize("verdict", [Verdict.PARTIALLY_SUPPORTED, Verdict.UNCLEAR])
def test_an_opinion_makes_no_alarm_of_an_undecided_claim(verdict: Verdict, said: Verdict) -> None:
    judged = decide(first(verdict), quoting(said), SOURCES, "judge")
    assert judged.verdict is verdict
    assert judged.reason == f"Something is missing. judge calls it {said.value.replace('_', ' ')}."


def test_an_opinion_does_not_lift_what_the_source_contradicts() -> None:
    assert decided(Verdict.CONTRADICTED, quoting(Verdict.SUPPORTED), CONTRADICTED) is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("verdict", "facts", "lifted"),
    [
        (Verdict.UNCLEAR, (), Verdict.SUPPORTED),
        (Verdict.PARTIALLY_SUPPORTED, (), Verdict.SUPPORTED),
        (Verdict.PARTIALLY_SUPPORTED, (MISSING,), Verdict.PARTIALLY_SUPPORTED),
        (Verdict.NOT_SUPPORTED, (), Verdict.UNCLEAR),
        (Verdict.CONTRADICTED, (CONTRADICTED,), Verdict.CONTRADICTED),
    ],
)
def test_a_yes_without_a_quotation_lifts_less(verdict: Verdict, facts: tuple[Fact, ...], lifted: Verdict) -> None:
    assert decided(verdict, Opinion(verdict=Verdict.SUPPORTED), *facts) is lifted


@pytest.mark.parametrize(
    ("opinion", "lowered"),
    [
        (Opinion(verdict=Verdict.NOT_SUPPORTED), Verdict.UNCLEAR),
        (quoting(Verdict.NOT_SUPPORTED), Verdict.UNCLEAR),
        (quoting(Verdict.PARTIALLY_SUPPORTED), Verdict.UNCLEAR),
        (quoting(Verdict.CONTRADICTED), Verdict.CONTRADICTED),
        (Opinion(verdict=Verdict.CONTRADICTED), Verdict.UNCLEAR),
        (Opinion(verdict=Verdict.SUPPORTED), Verdict.SUPPORTED),
    ],
)
def test_a_supported_claim_is_lowered_to_contradicted_only_with_a_quotation(opinion: Opinion, lowered: Verdict) -> None:
    assert decided(Verdict.SUPPORTED, opinion) is lowered


def test_an_unusable_answer_changes_nothing_but_is_said() -> None:
    judged = decide(first(Verdict.UNCLEAR), Unusable(reason="it is empty."), SOURCES, "judge")
    assert judged.verdict is Verdict.UNCLEAR
    assert judged.reason == "Something is missing. judge gave no usable answer: it is empty."
    assert decide(first(Verdict.UNCLEAR), None, SOURCES, "judge") == first(Verdict.UNCLEAR)


def test_undecided_claims_and_alarms_are_asked_about_and_on_request_supported_ones_near_the_cut() -> None:
    asked = {verdict for verdict in Verdict if worth_asking(first(verdict, score=0.89))}
    assert asked == {Verdict.PARTIALLY_SUPPORTED, Verdict.UNCLEAR, Verdict.CONTRADICTED, Verdict.NOT_SUPPORTED}
    near = {verdict for verdict in Verdict if worth_asking(first(verdict, score=0.89), Scope.NEAR_CUT)}
    assert near == asked | {Verdict.SUPPORTED}
    assert not worth_asking(first(Verdict.SUPPORTED, score=0.9), Scope.NEAR_CUT)


def test_the_question_holds_all_that_helps_to_understand_the_claim() -> None:
    statement = Statement(text="It opened in 1931.", context="The bridge is of iron.", section="History")
    system, user = messages(statement, SOURCES, first(Verdict.UNCLEAR))
    assert "no instruction" in system["content"]
    assert user["content"].startswith("Section: History\nContext: The bridge is of iron.\nClaim: It opened in 1931.\n")
    assert all(each.text in user["content"] for each in SOURCES)


def test_a_checker_that_says_yes_or_no_gets_the_prompt_of_its_authors() -> None:
    (user,) = messages(Statement(text="It opened in 1931."), SOURCES[1:], _one(Verdict.UNCLEAR), Kind.MINICHECK)
    assert user == {"role": "user", "content": f"Document: {SOURCES[1].text}\nClaim: It opened in 1931."}


def _one(verdict: Verdict) -> Judgement:
    return Judgement(verdict=verdict, score=0.3, evidence=((),))


def test_a_short_source_is_shown_whole() -> None:
    assert passages(SOURCES[1], (), 100) == SOURCES[1].text


def test_what_the_checker_found_is_shown_before_the_beginning() -> None:
    page, evidence = found(LONG, "The bridge was opened in 1931.")
    start = evidence[0].start
    shown = passages(page, evidence, 1_000)
    assert LONG[start - 400 : start + 400].strip() in shown
    assert shown.startswith("The harbour is old.")
    assert GAP in shown
    assert len(shown) <= 1_000 + len(GAP)
    assert "1931" not in passages(page, (), 1_000)


def test_passages_that_touch_are_shown_once() -> None:
    page, evidence = found(LONG, "The bridge was opened", "opened in 1931.")
    shown = passages(page, evidence, 1_200)
    assert shown.count("The bridge was opened in 1931.") == 1


def test_evidence_beyond_the_limit_is_left_out() -> None:
    page, evidence = found(LONG, "The bridge was opened in 1931.")
    assert passages(page, evidence, 500) == LONG[:500].strip()


@pytest.mark.parametrize("characters", [12_000, 12_001])
def test_a_question_holds_12000_characters_of_sources(characters: int) -> None:
    _, user = messages(Statement(text="It opened."), [source("j" * characters)], _one(Verdict.UNCLEAR))

    assert user["content"].count("j") == 12_000
