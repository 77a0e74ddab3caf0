"""What an entailment model changes in a judgement, and what it does not."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from claims.records import BlockKind, Passage, Source, Verdict
from claims.support import default_checker
from claims.support.entailment.calibration import Calibration
from claims.support.interface import Judgement, Statement

SAID = "The council rejected the motion to close the library on Monday evening."
PAGE = (
    f"The town has three schools. {SAID} Nobody spoke against it. Rain fell in the evening. "
    "The mayor thanked the clerks. The next meeting is in May. The harbour was dredged in spring."
)
ELSEWHERE = "The lighthouse of Kerrow Head was built in 1871 by two brothers from Wick."
PARAPHRASE = "Councillors threw out a proposal that would have shut the town's library."
BY_MODEL = Calibration(bias=0.0, entailment=1.0, score=0.0)


@dataclass
class Answering:
    """An entailment model that gives one answer, and remembers what it was asked."""

    probability: float
    calibration: Calibration | None = None
    asked: list[str] = field(default_factory=list)
    name: str = "tiny 1"

    def probabilities(self, premises: Sequence[str], claim: str) -> list[float]:
        self.asked += [claim] * len(premises)
        return [self.probability] * len(premises)


def judged(claim: str, model: Answering | None) -> Judgement:
    checker = default_checker(entailment=model)
    text = Source(url="", text=PAGE, passages=(Passage(start=0, end=len(PAGE), kind=BlockKind.PARAGRAPH),))
    return checker.judge(Statement(text=claim), [checker.index(text)])


def test_a_model_that_doubts_a_supported_claim_leaves_it_to_a_person() -> None:
    assert judged(SAID, None).verdict is Verdict.SUPPORTED
    doubted = judged(SAID, Answering(0.49))
    assert (doubted.verdict, doubted.reason_code) == (Verdict.UNCLEAR, "not_entailed")
    assert doubted.score == judged(SAID, None).score


def test_a_model_that_agrees_changes_nothing() -> None:
    assert judged(SAID, Answering(0.5)) == judged(SAID, None)


@pytest.mark.parametrize("claim", [ELSEWHERE, PARAPHRASE])
def test_a_model_that_is_not_calibrated_is_not_asked_about_what_it_cannot_change(claim: str) -> None:
    model = Answering(1.0)
    assert judged(claim, model) == judged(claim, None)
    assert model.asked == []


def test_a_model_that_is_not_calibrated_reads_no_further_than_it_must() -> None:
    agrees, doubts, calibrated = Answering(0.5), Answering(0.49), Answering(0.5, BY_MODEL)
    for model in (agrees, doubts, calibrated):
        judged(SAID, model)
    assert len(agrees.asked) == 1
    assert len(doubts.asked) == len(calibrated.asked) > 1


def test_a_calibrated_model_moves_the_score() -> None:
    assert judged(SAID, Answering(0.9, BY_MODEL)).score == pytest.approx(0.9)
    doubted = judged(SAID, Answering(0.1, BY_MODEL))
    assert (doubted.verdict, doubted.score) == (Verdict.UNCLEAR, pytest.approx(0.1))


def test_a_calibrated_model_never_raises_an_alarm() -> None:
    assert judged(SAID, Answering(0.0, BY_MODEL)).verdict is Verdict.UNCLEAR


def test_a_calibrated_model_that_finds_a_paraphrase_withdraws_an_alarm() -> None:
    assert judged(PARAPHRASE, Answering(0.0, BY_MODEL)).verdict is judged(PARAPHRASE, None).verdict
    found = judged(PARAPHRASE, Answering(0.99, BY_MODEL))
    assert found.verdict in (Verdict.SUPPORTED, Verdict.UNCLEAR)
    assert found.score == pytest.approx(0.99)


def test_no_model_supports_a_claim_whose_details_are_wrong() -> None:
    wrong = SAID.replace("Monday", "12 May 2004")
    assert judged(wrong, None).verdict is not Verdict.SUPPORTED
    assert judged(wrong, Answering(1.0, BY_MODEL)).verdict is not Verdict.SUPPORTED


def test_the_checker_names_the_model() -> None:
    assert default_checker(entailment=Answering(0.5)).name == f"{default_checker().name}, entailment tiny 1"
