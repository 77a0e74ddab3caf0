"""Trains a model on examples within a bounded time, on a GPU where there is one."""

import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import torch

from training.examples import Example
from training.loss import Question, loss, odds, questions
from training.windows import Pair, device_at_hand, logits, portions, precision

BATCH = 16
"""Examples of a step."""

RATE = 7e-5
WARM_UP = 0.1
"""Share of the time in which the learning rate rises; then it falls to nothing, as BERT's authors fine-tune it. The
rate is higher than theirs, for the model is small and the steps are few."""

KEEP = 15 * 60
"""Seconds from one keeping of the model to the next."""


def train(
    model: Any,
    tokenizer: Any,
    examples: Sequence[Example],
    *,
    minutes: float,
    epochs: int,
    seed: int = 0,
    keep: Callable[[int], None] = lambda steps: None,
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
        keep: keeps the model as it is after a number of steps; called every `KEEP` seconds.
        clock: returns seconds.

    Returns:
        the number of steps.
    """
    device = device_at_hand()
    model.to(device)
    optimiser = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=0.01)
    total = epochs * -(-len(examples) // BATCH)
    begun, steps, kept = clock(), 0, 0
    for batch in _batches(examples, epochs, seed):
        passed = clock() - begun
        share = max(steps / total, passed / (60 * minutes))
        if share >= 1:
            break
        if passed // KEEP > kept:
            kept = int(passed // KEEP)
            keep(steps)
        for group in optimiser.param_groups:
            group["lr"] = RATE * min(share / WARM_UP, (1 - share) / (1 - WARM_UP), 1.0) if steps else RATE * 0.01
        read = to_read(model, tokenizer, batch, device)
        model.train()
        for places, encoded in portions(tokenizer, list(read), device):
            asked = list(read.values())
            with precision(device):
                found = model(**encoded).logits
            loss(found.float(), [asked[place] for place in places]).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad()
        steps += 1
    model.eval()
    return steps


def to_read(model: Any, tokenizer: Any, batch: Sequence[Example], device: torch.device) -> dict[Pair, list[Question]]:
    """Find the best premise for each question, without gradient; examples of one premise need not be read for that."""
    pairs: list[Pair] = []
    rows: list[range] = []
    for example in batch:
        several = example.premises if len(example.premises) > 1 else ()
        rows.append(range(len(pairs), len(pairs) + len(several)))
        pairs += [(premise, example.claim) for premise in several]
    found = odds(logits(model, tokenizer, pairs, device)).cpu()
    chosen: dict[Pair, list[Question]] = defaultdict(list)
    for question in questions(batch):
        example, own = batch[question.example], rows[question.example]
        best = int(found[own.start : own.stop, question.label].argmax()) if own else 0
        pair = (example.premises[best], example.claim)
        chosen[pair].append(question)
    return chosen


def _batches(examples: Sequence[Example], epochs: int, seed: int) -> Iterator[Sequence[Example]]:
    drawn = random.Random(seed)
    for _ in range(epochs):
        order = drawn.sample(examples, len(examples))
        for first in range(0, len(order), BATCH):
            yield order[first : first + BATCH]
