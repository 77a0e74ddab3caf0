"""Stacks a model's answers with the judge's score as the judge would, and finds what that is worth.

A calibration never sees the set that it is measured on, nor sets that the model was fitted on.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from benchmarks.judging.figures import Columns
from benchmarks.judging.sets import Record, families
from benchmarks.judging.systems import Outcome
from claims.records import Strictness
from claims.support.entailment.calibration import Calibration, fit
from claims.support.entailment.interface import Entailed
from claims.support.scoring.model import shipped
from claims.support.signals import Signals
from claims.support.verdict import decide

FOLDS = 5
"""Folds of sets: the calibration of one is fitted to the others."""

STEPS = 200
"""Scores between 0 and 1 that are tried as the beginning of `supported`."""

KINDS = ("fitted on", "others of their families", "families left out", "not fitted on", "real citations")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is known of one record: the judge's signals, and the model's probability; None where it read nothing."""

    record: Record
    signals: Signals
    probability: float | None


Answers = Mapping[str, Sequence[Answer]]
Signalled = Mapping[str, Sequence[Signals]]


def kinds(names: Iterable[str], fitted: Iterable[str]) -> dict[str, list[str]]:
    """Part sets by whether a model was fitted on them or on others of their families; a set may be of several kinds."""
    family, fitted = families(), set(fitted)
    known = {family[name] for name in fitted}
    found: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for name in names:
        if name in fitted:
            found["fitted on"].append(name)
        else:
            found["others of their families" if family[name] in known else "families left out"].append(name)
            found["not fitted on"].append(name)
        if family[name] == "citation":
            found["real citations"].append(name)
    return {kind: sets for kind, sets in found.items() if sets}


def stacked(answers: Answers, fitted: Iterable[str]) -> dict[str, list[Signals]]:
    """Return the signals with what the model says, calibrated on sets that are neither measured nor fitted on."""
    others = sorted(set(answers) - set(fitted))
    calibrations = {}
    for fold in range(FOLDS):
        held = others[fold::FOLDS]
        calibration = calibrated(answer for name in others if name not in held for answer in answers[name])
        calibrations |= dict.fromkeys(held, calibration)
    of_all = calibrated(answer for name in others for answer in answers[name])
    return {name: [_with(each, calibrations.get(name, of_all)) for each in rows] for name, rows in answers.items()}


def calibrated(answers: Iterable[Answer]) -> Calibration:
    """Fit a calibration to the answers of a model that read something."""
    known = [(each.probability, each) for each in answers if each.probability is not None]
    return fit(
        [probability for probability, _ in known],
        [each.signals.score for _, each in known],
        [each.record.label for _, each in known],
    )


def _with(answer: Answer, calibration: Calibration) -> Signals:
    if answer.probability is None:
        return answer.signals
    return replace(answer.signals, entailed=Entailed(probability=answer.probability, calibration=calibration))


def columns(answers: Answers, signals: Signalled, cut: float | None = None) -> dict[str, Columns]:
    """Return the verdicts on `signals` as columns by set, `supported` from a score of `cut`, by default the judge's."""
    point = shipped().points[Strictness.NORMAL]
    if cut is not None:
        point = replace(point, supported=cut)
    return {
        name: Columns.of(
            [answer.record for answer in answers[name]],
            [Outcome(each.support, decide(each, point).verdict.value, 0.0) for each in rows],
        )
        for name, rows in signals.items()
    }


def matching_cut(answers: Answers, signals: Signalled, right: float) -> float:
    """Return the highest score from which a mean share of at least `right` of the right claims is supported."""
    supportable = columns(answers, signals, cut=0.0).values()
    scores = [np.where(each.supported, each.score, -1.0)[each.truth] for each in supportable]
    cuts = (step / STEPS for step in range(STEPS, 0, -1))
    return next((cut for cut in cuts if np.mean([np.mean(score >= cut) for score in scores]) >= right), 0.0)
