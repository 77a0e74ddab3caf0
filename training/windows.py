"""Premises with their claims as tensors: portions of like length, so that little of what a model reads is padding."""

from collections.abc import Iterator, Sequence
from typing import Any

import torch

TOKENS = 160
"""Tokens of a premise with its claim; longer ones are cut. 9 % of those of the English sets of the fitting part are."""

PORTION = 1_024
"""Tokens that a model reads at once, padding included; one processor is busy with fewer."""

Pair = tuple[str, str]


def portions(tokenizer: Any, pairs: Sequence[Pair], device: torch.device) -> Iterator[tuple[list[int], Any]]:
    """Part pairs of premise and claim into portions: the places of their pairs, and what the model takes."""
    if not pairs:
        return
    premises, claims = [premise for premise, _ in pairs], [claim for _, claim in pairs]
    read = tokenizer(premises, claims, truncation="longest_first", max_length=TOKENS)
    lengths = [len(ids) for ids in read["input_ids"]]
    places: list[int] = []
    for place in sorted(range(len(pairs)), key=lengths.__getitem__, reverse=True):
        if places and (len(places) + 1) * lengths[places[0]] > PORTION:
            yield places, _padded(tokenizer, read, places, device)
            places = []
        places.append(place)
    yield places, _padded(tokenizer, read, places, device)


def logits(model: Any, tokenizer: Any, pairs: Sequence[Pair], device: torch.device) -> torch.Tensor:
    """Return one row of three classes for every pair, without gradient."""
    found = torch.empty(len(pairs), model.config.num_labels, device=device)
    model.eval()
    with torch.inference_mode(), precision(device):
        for places, read in portions(tokenizer, pairs, device):
            found[places] = model(**read).logits.float()
    return found


def precision(device: torch.device) -> torch.autocast:
    """Half precision on a GPU."""
    return torch.autocast(device.type, dtype=torch.bfloat16, enabled=device.type == "cuda")


def device_at_hand() -> torch.device:
    """Return the GPU where there is one, else the processor."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def _padded(tokenizer: Any, read: Any, places: Sequence[int], device: torch.device) -> Any:
    chosen = {name: [values[place] for place in places] for name, values in read.items()}
    return tokenizer.pad(chosen, return_tensors="pt").to(device)
