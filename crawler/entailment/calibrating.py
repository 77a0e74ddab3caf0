"""Fits the calibration of an entailment model to pairs of claim and text that a user judged, and measures it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.support.checker import observe
from claims.support.entailment.calibration import Calibration, fit
from claims.support.entailment.interface import Entailment
from claims.support.entailment.premises import premises
from claims.support.index.page import Page
from claims.support.interface import Statement
from claims.support.scoring.model import shipped

FOLDS = 5
FEWEST = 20
"""Pairs of each kind that a calibration needs: with fewer, each fold would be measured on less than four of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """What the judge and the model say about one judged pair: its score, the model's probability, the truth."""

    score: float
    probability: float
    supported: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A fitted calibration with what it brings, measured on pairs that it was not fitted to.

    Attributes:
        calibration: fitted to all pairs.
        pairs: number of pairs.
        before: probability that a supported pair has a higher score than one that is not (AUROC), by the score alone.
        after: the same, with the model.
    """

    calibration: Calibration
    pairs: int
    before: float
    after: float


def weigh(judged: Iterable[tuple[Statement, Page, bool]], model: Entailment) -> list[Pair]:
    """Ask the judge and the model about every judged pair; pairs without a text to read are left out."""
    pairs = []
    for statement, page, supported in judged:
        if not page.forms:
            continue
        seen = observe(shipped(), statement, [page])
        if read := premises(seen.seen):
            probability = max(model.probabilities(read, statement.text))
            pairs.append(Pair(score=seen.signals.score, probability=probability, supported=supported))
    return pairs


def refuse_few(truths: Sequence[bool]) -> None:
    """Refuse pairs that are too few to fit and measure a calibration: `truths` says which are supported.

    Raises:
        ValueError: there are fewer than `FEWEST` pairs of a kind.
    """
    right = sum(truths)
    wrong = len(truths) - right
    if min(right, wrong) < FEWEST:
        raise ValueError(
            f"at least {FEWEST} supported and {FEWEST} other pairs are needed; these are {right} and {wrong}"
        )


def calibrate(pairs: Sequence[Pair]) -> Outcome:
    """Fit a calibration and measure it by cross-validation: every `FOLDS`-th pair of a kind is held out in turn.

    Raises:
        ValueError: there are fewer than `FEWEST` pairs of a kind.
    """
    refuse_few([pair.supported for pair in pairs])
    kinds = [[pair for pair in pairs if pair.supported is kind] for kind in (True, False)]
    held: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        rest = [pair for kind in kinds for place, pair in enumerate(kind) if place % FOLDS != fold]
        fitted = _fit(rest)
        left = [pair for kind in kinds for place, pair in enumerate(kind) if place % FOLDS == fold]
        held += [(fitted(pair.probability, pair.score), pair.supported) for pair in left]
    return Outcome(
        calibration=_fit(pairs),
        pairs=len(pairs),
        before=auroc([(pair.score, pair.supported) for pair in pairs]),
        after=auroc(held),
    )


def _fit(pairs: Sequence[Pair]) -> Calibration:
    return fit([pair.probability for pair in pairs], [pair.score for pair in pairs], [pair.supported for pair in pairs])


def auroc(scored: Sequence[tuple[float, bool]]) -> float:
    """Return the probability that a supported pair has a higher score than another, ties counting half."""
    supported = [score for score, truth in scored if truth]
    others = [score for score, truth in scored if not truth]
    wins = sum((high > low) + (high == low) / 2 for high in supported for low in others)
    return wins / (len(supported) * len(others))
