"""How the judge asks an entailment model, and what it learns."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from claims.support.entailment.calibration import Calibration

ENTAILED = 0.5
"""Probability from which a model that is not calibrated calls a claim entailed: the cut at which the published figures
of all of them were measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entailed:
    """What a model says about one claim.

    Attributes:
        probability: how probable the model thinks it that a passage of the sources entails the claim, 0 to 1; the
            highest of all passages that it read, and not calibrated.
        calibration: how to turn it into a probability of support, where the model was calibrated.
    """

    probability: float
    calibration: Calibration | None = None


class Entailment(Protocol):
    """A model that says whether a passage entails a claim. Threads may share it."""

    @property
    def name(self) -> str:
        """The model, its revision and its calibration, for the report and for the key of kept judgements."""
        ...

    @property
    def calibration(self) -> Calibration | None:
        """The calibration of this model with the judge that asks it, if there is one."""
        ...

    def probabilities(self, premises: Sequence[str], claim: str) -> list[float]:
        """Return, for each premise, the probability that it entails the claim, 0 to 1. Blocks until they are known."""
        ...


def entailed(model: Entailment, premises: Sequence[str], claim: str) -> Entailed | None:
    """Ask a model about a claim; None where there is nothing to read.

    A model that is not calibrated reads no further once a premise entails the claim: it can only withdraw support.
    """
    if not premises:
        return None
    if model.calibration is not None:
        return Entailed(probability=max(model.probabilities(premises, claim)), calibration=model.calibration)
    found = 0.0
    for premise in premises:
        found = max(found, *model.probabilities([premise], claim))
        if found >= ENTAILED:
            break
    return Entailed(probability=found)
