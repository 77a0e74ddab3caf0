"""What verdicts are worth: the figures of a set and of a mean over sets, with bootstrap intervals."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.judging.sets import Record
from benchmarks.judging.systems import ALARMS, SUPPORTED, Outcome

FIGURES = (
    "auroc",
    "balanced",
    "true_supported",
    "false_supported",
    "true_alarmed",
    "false_alarmed",
    "ms",
    "calibration_error",
)
"""Area under the ROC curve of the score; balanced accuracy of `supported`; shares of the right and of the wrong claims
called supported; shares of the wrong and of the right ones that raise an alarm; processor milliseconds a claim;
expected calibration error over ten bins of equal width, right and wrong rows weighing the same. A mean pools the last:
every set weighs the same in each bin. By set it is never near 0, for some 15 rows a bin are off by chance alone, and
its interval begins a little high, for a sample of the rows is off by more."""

SAMPLES, BINS = 1000, 10

Array = NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """The rows of one set as arrays: the label, the group, and what a system says."""

    truth: Array
    groups: Array
    score: Array
    supported: Array
    alarmed: Array
    ms: Array

    @classmethod
    def of(cls, records: Sequence[Record], outcomes: Sequence[Outcome]) -> "Columns":
        """The columns of records and their outcomes."""
        return cls(
            truth=np.array([record.label for record in records]),
            groups=np.array([record.group for record in records]),
            score=np.array([outcome.score for outcome in outcomes]),
            supported=np.array([outcome.verdict == SUPPORTED for outcome in outcomes]),
            alarmed=np.array([outcome.verdict in ALARMS for outcome in outcomes]),
            ms=np.array([outcome.ms for outcome in outcomes]),
        )


def measure(columns: Columns, weights: Array | None = None) -> Array:
    """The figures, in the order of `FIGURES`, one line for each line of row weights; unweighted without them.

    Behind them, for `pooled`, how far the share of right claims is above the scores in each bin.
    """
    if weights is None:
        weights = np.ones((1, len(columns.truth)))
    truth = columns.truth
    right, wrong = weights * truth, weights * ~truth
    with np.errstate(invalid="ignore"):
        right, wrong = right / right.sum(1, keepdims=True), wrong / wrong.sum(1, keepdims=True)
        ms = weights @ columns.ms / weights.sum(1)
    ranked = np.sign(columns.score[truth][:, None] - columns.score[~truth][None, :]) / 2 + 0.5
    auroc = ((right[:, truth] @ ranked) * wrong[:, ~truth]).sum(1)
    supported = right @ columns.supported, wrong @ columns.supported
    balanced = (supported[0] + 1 - supported[1]) / 2
    alarmed = wrong @ columns.alarmed, right @ columns.alarmed
    bins = np.minimum((columns.score * BINS).astype(int), BINS - 1)
    off = (right + wrong) / 2 * (columns.truth - columns.score)
    by_bin = np.stack([off[:, bins == number].sum(1) for number in range(BINS)], axis=1)
    figures = [auroc, balanced, *supported, *alarmed, ms, np.abs(by_bin).sum(1)]
    return np.concatenate([np.stack(figures, axis=1), by_bin], axis=1)


def resampled(groups: Array, seed: int) -> Array:
    """Row weights of `SAMPLES` bootstrap samples of whole groups, always the same for the same groups and seed."""
    _, number = np.unique(groups, return_inverse=True)
    count = int(number.max()) + 1
    drawn = np.random.default_rng(seed).multinomial(count, np.full(count, 1 / count), size=SAMPLES)
    return drawn[:, number].astype(float)


@dataclass(frozen=True, slots=True, eq=False)
class Mean:
    """The mean of the figures over sets, every set weighing the same, and its 95 % interval."""

    value: Array
    low: Array
    high: Array


def mean(sets: Mapping[str, Columns]) -> Mean:
    """The mean over sets; its interval is over samples of the groups of each set, not over the choice of sets."""
    return _summary(_pooled(map(measure, sets.values())), _samples(sets))


def difference(before: Mapping[str, Columns], after: Mapping[str, Columns]) -> Mean:
    """How the mean over the same rows of the same sets differs, paired: one sample of groups for both."""
    early, late = (_pooled(map(measure, sets.values())) for sets in (before, after))
    return _summary(late - early, _samples(after) - _samples(before))


def _samples(sets: Mapping[str, Columns]) -> Array:
    return _pooled(measure(each, resampled(each.groups, seed)) for seed, each in enumerate(sets.values()))


def _pooled(measured: Iterable[Array]) -> Array:
    found = np.nanmean(list(measured), axis=0)
    return np.concatenate(
        [found[:, : len(FIGURES) - 1], np.abs(found[:, len(FIGURES) :]).sum(1, keepdims=True)], axis=1
    )


def _summary(value: Array, samples: Array) -> Mean:
    low, high = np.quantile(samples, [0.025, 0.975], axis=0)
    return Mean(value[0], low, high)


def best_cut(sets: Mapping[str, Columns]) -> float:
    """The score, in hundredths, from which to say supported for the best mean balanced accuracy on these rows."""

    def balanced(cut: float) -> float:
        shares = [
            (np.mean(each.score[each.truth] >= cut) + np.mean(each.score[~each.truth] < cut)) / 2
            for each in sets.values()
        ]
        return float(np.mean(shares))

    return max((number / 100 for number in range(1, 101)), key=balanced)
