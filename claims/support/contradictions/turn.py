"""A turn: words with which a sentence contradicts a claim that it otherwise repeats."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Turn:
    """Words of the claim, and those that contradict them in their place in the sentence; either may be empty."""

    claim: str
    source: str
