"""The loss with the maximum over premises inside: a claim is entailed if one premise entails it."""

import torch

from training.examples import Label


def loss(logits: torch.Tensor, owner: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
    """Return the mean loss of a batch of examples.

    Args:
        logits: one row of three classes for every premise.
        owner: for every premise, the place of its example in the batch.
        labels: for every example its `Label`.
    """
    entailed = best(logits, owner, len(labels), Label.ENTAILED)
    truth = (labels == Label.ENTAILED).float()
    total = torch.nn.functional.binary_cross_entropy_with_logits(entailed, truth)
    known = labels != Label.NOT_ENTAILED
    if known.any():
        contradicted = best(logits, owner, len(labels), Label.CONTRADICTED)[known]
        wrong = (labels == Label.CONTRADICTED).float()[known]
        total = total + torch.nn.functional.binary_cross_entropy_with_logits(contradicted, wrong) / 2
    return total


def best(logits: torch.Tensor, owner: torch.Tensor, count: int, label: Label) -> torch.Tensor:
    """Return for each example the highest log-odds of a class over its premises."""
    others = [column for column in range(logits.shape[1]) if column != label]
    odds = logits[:, label] - torch.logsumexp(logits[:, others], dim=1)
    lowest = torch.full((count,), -torch.inf, device=logits.device, dtype=odds.dtype)
    return lowest.scatter_reduce(0, owner, odds, reduce="amax")
