"""Trains a model on examples within a bounded time, on a GPU where there is one, and measures it by set."""

import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import torch

from crawler.entailment.calibrating import auroc
from training.examples import Example, Label
from training.loss import best, loss

BATCH = 32
"""Examples of a step."""

TOKENS = 192
"""Tokens of a premise with its claim; longer premises are cut. The prototype's windows had 153 at most."""

RATE = 3e-5
WARM_UP = 0.1
"""Share of the time in which the learning rate rises; then it falls to nothing. Both as BERT's authors fine-tune it."""


def train(
    model: Any,
    tokenizer: Any,
    examples: Sequence[Example],
    *,
    minutes: float,
    epochs: int,
    seed: int = 0,
    clock: Callable[[], float] = time.monotonic,
) -> int:
    """Train `model` in place.

    Args:
        model: a sequence classifier of three classes.
        tokenizer: its tokenizer.
        examples: what to train on.
        minutes: time after which training ends, the learning rate falling towards it.
        epochs: times that each example is seen, if the time allows.
        seed: of the order of examples.
        clock: returns seconds.

    Returns:
        the number of steps.
    """
    device = _device()
    model.to(device).train()
    optimiser = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=0.01)
    total = epochs * -(-len(examples) // BATCH)
    begun, steps = clock(), 0
    for batch in _batches(examples, epochs, seed):
        share = max(steps / total, (clock() - begun) / (60 * minutes))
        if share >= 1:
            break
        for group in optimiser.param_groups:
            group["lr"] = RATE * min(share / WARM_UP, (1 - share) / (1 - WARM_UP), 1.0) if steps else RATE * 0.01
        with torch.autocast(device.type, dtype=torch.bfloat16, enabled=device.type == "cuda"):
            logits, owner = _logits(model, tokenizer, batch, device)
        value = loss(logits.float(), owner, torch.tensor([example.label for example in batch], device=device))
        optimiser.zero_grad()
        value.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        steps += 1
    model.eval()
    return steps


def measured(model: Any, tokenizer: Any, sets: Mapping[str, Sequence[Example]]) -> dict[str, float]:
    """Return the AUROC of each set of examples, by the highest log-odds of entailment over their premises."""
    device = _device()
    model.to(device).eval()
    found = {}
    for name, rows in sets.items():
        scored = []
        for first in range(0, len(rows), BATCH):
            batch = rows[first : first + BATCH]
            with torch.inference_mode():
                logits, owner = _logits(model, tokenizer, batch, device)
                odds = best(logits, owner, len(batch), Label.ENTAILED).tolist()
            scored += [(odd, row.label is Label.ENTAILED) for odd, row in zip(odds, batch, strict=True)]
        if len({truth for _, truth in scored}) == 2:
            found[name] = auroc(scored)
    return found


def _logits(
    model: Any, tokenizer: Any, batch: Sequence[Example], device: torch.device
) -> tuple[torch.Tensor, torch.Tensor]:
    pairs = [(premise, example.claim, place) for place, example in enumerate(batch) for premise in example.premises]
    read = tokenizer(
        [premise for premise, _, _ in pairs],
        [claim for _, claim, _ in pairs],
        truncation="longest_first",
        max_length=TOKENS,
        padding=True,
        return_tensors="pt",
    ).to(device)
    return model(**read).logits, torch.tensor([place for _, _, place in pairs], device=device)


def _batches(examples: Sequence[Example], epochs: int, seed: int) -> Iterator[Sequence[Example]]:
    drawn = random.Random(seed)
    for _ in range(epochs):
        order = drawn.sample(examples, len(examples))
        for first in range(0, len(order), BATCH):
            yield order[first : first + BATCH]


def _device() -> torch.device:
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")
