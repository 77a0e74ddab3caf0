"""A model's answers stacked with the judge's score."""

from pathlib import Path

import pytest

from benchmarks.judging.sets import Record
from claims.support.signals import Signals
from training.provenance import Provenance
from training.stacking import Answer, columns, kinds, matching_cut, stacked

SETS = ("wice", "true_paws", "fm2_dev", "fib", "rte")


def answer(name: str, number: int, *, probability: float | None) -> Answer:
    """Every other claim is right; the judge cannot tell them apart."""
    label = number % 2 == 0
    record = Record(
        set=name, id=f"{name}-{number}", group=f"{name}-{number}", claim="It rained.", text="It rained.", label=label,
        kind="entailment" if label else "not_entailment", lang="en", use="fit",
    )  # fmt: skip
    signals = Signals(
        score=0.5, facts=(), opposites=(), verbatim=0.0, clause_verbatim=0.0, parts=None, covered=0.9, akin=0.0,
        content_words=5, denies=False, english=True, spaced=True, short=False, foreign=0, mute=False,
    )  # fmt: skip
    return Answer(record=record, signals=signals, probability=probability)


def knowing(name: str) -> list[Answer]:
    """The answers of a model that knows the truth of a set, if not surely."""
    return [answer(name, number, probability=(0.8, 0.2, 0.9, 0.3)[number % 4]) for number in range(8)]


def test_sets_are_parted_by_what_the_model_was_fitted_on() -> None:
    assert kinds(SETS, fitted=["true_paws", "rte"]) == {
        "fitted on": ["true_paws", "rte"],
        "others of their families": ["fm2_dev"],
        "families left out": ["wice", "fib"],
        "not fitted on": ["wice", "fm2_dev", "fib"],
        "real citations": ["wice"],
    }


def test_a_model_that_knows_moves_the_score_and_keeps_wrong_claims_from_supported() -> None:
    answers = {name: knowing(name) for name in SETS}
    both = stacked(answers, fitted=["rte"])
    for name, rows in answers.items():
        supports = [signals.support for signals in both[name]]
        assert min(supports[::2]) > 0.5 > max(supports[1::2]), name
        assert [signals.score for signals in both[name]] == [row.signals.score for row in rows]
    cut = matching_cut(answers, both, right=1.0)
    after = columns(answers, both, cut)
    assert all(each.supported.tolist() == each.truth.tolist() for each in after.values())


def test_a_calibration_does_not_see_the_set_that_it_is_measured_on() -> None:
    answers = {name: knowing(name) for name in SETS}
    misled = answers | {"wice": [answer("wice", number, probability=(0.1, 0.9)[number % 2]) for number in range(8)]}
    before, after = stacked(answers, fitted=[]), stacked(misled, fitted=[])
    probability = misled["wice"][0].probability
    calibrations = [found["wice"][0].entailed.calibration for found in (before, after)]
    assert calibrations[0] == calibrations[1]
    assert calibrations[0](probability, 0.5) < 0.5


def test_a_claim_with_nothing_to_read_keeps_its_score() -> None:
    answers = {name: [*knowing(name), answer(name, 8, probability=None)] for name in SETS}
    assert stacked(answers, fitted=[])["fib"][-1] == answers["fib"][-1].signals


def test_the_cut_supports_as_many_right_claims_as_before_and_is_the_highest_such() -> None:
    answers = {name: knowing(name) for name in SETS}
    both = stacked(answers, fitted=[])
    cut = matching_cut(answers, both, right=0.5)
    supports = sorted({round(each.support, 6) for rows in both.values() for each in rows})
    assert supports[-2] < cut <= supports[-1]
    assert matching_cut(answers, both, right=1.1) == 0.0


def test_what_a_model_was_trained_on_is_kept_beside_it(tmp_path: Path) -> None:
    written = Provenance(base="reranker", sets=("fib", "rte"), languages=("en",), examples=7)
    written.write(tmp_path / "model")
    assert Provenance.read(tmp_path / "model") == written
    with pytest.raises(FileNotFoundError):
        Provenance.read(tmp_path)
