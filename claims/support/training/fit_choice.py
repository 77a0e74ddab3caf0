"""Fit how the sentences to quote are chosen, on those that people marked: a conditional logit over the candidates.

Each row of WiCE names sets of sentences, each set all the evidence for what is supported. At each step of a choice the
model learns to prefer the sentences still lacking of the set that is nearest to complete; first along right choices,
then along its own.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize  # type: ignore[import-untyped]

from claims.support.evidence.choice import MOST, Candidates, candidates, choose
from claims.support.index.indexing import make_page
from claims.support.retrieval.matching import match
from claims.support.training.judged_pairs import Example

STRENGTH = 0.03
"""The L2 penalty; ten times more or less changes no figure by more than the claims' own noise."""

PARTS = 0.5
"""Weight of the parts of claims in WiCE's tokens, against whole claims' 1: they need fewer sentences."""

Array = NDArray[Any]
Weights = dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A claim, the sentences that could be quoted for it, and the passage of the source that holds each."""

    example: Example
    choice: Candidates
    passages: list[int]

    def target(self, chosen: list[int]) -> Array | None:
        """How good each candidate is as the next, adding up to 1; None where nothing is lacking, or to be had."""
        had = {self.passages[place] for place in chosen}
        lacking = [gold - had for gold in self.example.gold if len(gold) <= MOST]
        fewest = min(map(len, lacking), default=0)
        wanted = [passage for each in lacking if len(each) == fewest for passage in each]
        good = np.array([wanted.count(passage) for passage in self.passages], float)
        return good / good.sum() if good.any() else None

    def whole(self, weights: Weights) -> bool:
        """Whether the sentences chosen by these weights hold all the evidence there is to quote."""
        numbers = dict(zip(self.choice.numbers, self.passages, strict=True))
        had = {numbers[number] for number in choose(self.choice, weights)}
        return any(gold <= had for gold in self.example.gold)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a choice: the candidates' features, which of them may be chosen, which should be, and its weight."""

    rows: Array
    free: Array
    target: Array
    weight: float


def marked(examples: list[Example]) -> list[Marked]:
    """The examples whose evidence people marked."""
    found = []
    for example in examples:
        if example.gold and (example.domain == "wice" or not example.supported):
            page = make_page(example.source)
            choice = candidates(example.statement, match(example.statement, [page]), 0)
            starts = [passage.start for passage in example.source.passages]
            texts = [example.source.text[passage.start : passage.end] for passage in example.source.passages]
            places = [bisect_right(starts, page.sentences[number][0]) - 1 for number in choice.numbers]
            passages = [texts.index(texts[place]) for place in places]
            found.append(Marked(example=example, choice=choice, passages=passages))
    return found


def fit(claims: list[Marked]) -> Weights:
    """The weights of the features of `choice`, by name."""
    names = _names(claims)
    steps = [step for claim in claims for step in _steps(claim, names, {})]
    weights = _fitted(steps, names)
    steps += [step for claim in claims for step in _steps(claim, names, weights)]
    return _fitted(steps, names)


def unseen(claims: list[Marked], seed: int) -> list[bool]:
    """For each claim, whether weights fitted without its fold, of five by document, choose all its evidence."""
    titles = sorted({claim.example.statement.title for claim in claims})
    fold = dict(zip(titles, np.random.default_rng(seed).permutation(len(titles)) % 5, strict=True))
    folds = [fold[claim.example.statement.title] for claim in claims]
    fitted = [fit([claim for claim, its in zip(claims, folds, strict=True) if its != each]) for each in range(5)]
    return [claim.whole(fitted[its]) for claim, its in zip(claims, folds, strict=True)]


def _names(claims: list[Marked]) -> list[str]:
    first = next(claim.choice for claim in claims if len(claim.choice.numbers) > 1)
    return [*first.plain[0], *first.after([0])[0]]


def _steps(claim: Marked, names: list[str], weights: Weights) -> Iterator[Step]:
    """The steps of a choice by these weights; without weights, of a right one."""
    chosen: list[int] = []
    while len(chosen) < MOST and (target := claim.target(chosen)) is not None:
        table = [plain | more for plain, more in zip(claim.choice.plain, claim.choice.after(chosen), strict=True)]
        rows = np.array([[row.get(name, 0) for name in names] for row in table])
        free = ~np.isin(np.arange(len(rows)), chosen)
        yield Step(rows=rows, free=free, target=target, weight=1 if claim.example.domain == "wice" else PARTS)
        scores = rows @ np.array([weights[name] for name in names]) if weights else target
        chosen.append(int(np.argmax(np.where(free, scores, -np.inf))))


def _fitted(steps: list[Step], names: list[str]) -> Weights:
    rows = np.concatenate([step.rows for step in steps])
    scale = rows.std(0) + 1e-6
    rows = rows / scale
    free, target = (np.concatenate(each) for each in zip(*((step.free, step.target) for step in steps), strict=True))
    sizes = [len(step.target) for step in steps]
    firsts = np.cumsum([0, *sizes[:-1]])
    weight = np.repeat([step.weight for step in steps], sizes) / sum(step.weight for step in steps)

    def loss(theta: Array) -> tuple[float, Array]:
        scores = np.where(free, rows @ theta, -1e9)
        scores -= np.repeat(np.maximum.reduceat(scores, firsts), sizes)
        sums = np.repeat(np.add.reduceat(np.exp(scores), firsts), sizes)
        wrong = weight * (np.exp(scores) / sums - target)
        said = -float(np.sum(weight * target * np.where(target > 0, scores - np.log(sums), 0)))
        return said + STRENGTH / 2 * float(theta @ theta), rows.T @ wrong + STRENGTH * theta

    theta = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 80}).x / scale
    return {name: round(float(value), 5) for name, value in zip(names, theta, strict=True)}
