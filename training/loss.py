"""The loss with the maximum over premises inside: a claim is entailed if one premise entails it.

A maximum passes its gradient to the best premise alone, so that the others need no gradient: `questions` says what is
asked about an example, the premise with the highest `odds` answers, and `loss` compares the answers with the truth.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch

from training.examples import Example, Label

CLASSES = (Label.ENTAILED.value, Label.NEUTRAL.value, Label.CONTRADICTED.value)

CONTRADICTION = 0.5
"""Weight of the question whether a claim is contradicted; that whether it is entailed has 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Whether some premise of an example, by its place in the batch, has a class, and what a wrong answer weighs."""

    example: int
    label: Label
    truth: bool
    weight: float


def questions(batch: Sequence[Example]) -> Iterator[Question]:
    """Ask about each example whether it is entailed, and whether it is contradicted where its row says so."""
    known = sum(example.label is not Label.NOT_ENTAILED for example in batch)
    for place, example in enumerate(batch):
        entailed = example.label is Label.ENTAILED
        yield Question(example=place, label=Label.ENTAILED, truth=entailed, weight=1 / len(batch))
        if example.label is not Label.NOT_ENTAILED:
            contradicted, weight = example.label is Label.CONTRADICTED, CONTRADICTION / known
            yield Question(example=place, label=Label.CONTRADICTED, truth=contradicted, weight=weight)


def odds(logits: torch.Tensor) -> torch.Tensor:
    """Return the log-odds of each class against the others together, for rows of three classes."""
    others = [torch.logsumexp(logits[:, [each for each in CLASSES if each != label]], dim=1) for label in CLASSES]
    return logits - torch.stack(others, dim=1)


def loss(logits: torch.Tensor, asked: Sequence[Sequence[Question]]) -> torch.Tensor:
    """Return the sum of the weighted cross-entropies of the questions that are asked of each row."""
    rows = [row for row, questions_of_row in enumerate(asked) for _ in questions_of_row]
    flat = [question for questions_of_row in asked for question in questions_of_row]
    answers = odds(logits)[rows, [question.label.value for question in flat]]
    truths = logits.new_tensor([float(question.truth) for question in flat])
    weights = logits.new_tensor([question.weight for question in flat])
    return torch.nn.functional.binary_cross_entropy_with_logits(answers, truths, weights, reduction="sum")
