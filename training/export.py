"""Writes a trained model: as safetensors for `--entailment-model`, and as int8 ONNX, the form small enough to ship."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from training.windows import Pair, device_at_hand, logits, portions

INPUTS = ("input_ids", "attention_mask", "token_type_ids")


def save(model: Any, tokenizer: Any, folder: Path) -> None:
    """Write `model` and its tokenizer to `folder` as safetensors, which `python -m training.measure` reads."""
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)


def export(model: Any, tokenizer: Any, folder: Path) -> Path:
    """Write `model` to `folder` as int8 ONNX and return the path of the file."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    model = model.to("cpu").eval()
    whole, small = folder / "model.onnx", folder / "model.int8.onnx"
    example = tokenizer(["a premise", "another premise"], ["a claim", "a claim"], return_tensors="pt", padding=True)
    with torch.inference_mode():
        torch.onnx.export(
            model,
            tuple(example[name] for name in INPUTS),
            whole,
            input_names=list(INPUTS),
            output_names=["logits"],
            dynamic_axes={name: {0: "batch", 1: "tokens"} for name in INPUTS} | {"logits": {0: "batch"}},
            dynamo=False,
        )
    quantize_dynamic(whole, small, weight_type=QuantType.QInt8)
    whole.unlink()
    return small


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The int8 form beside the model: the greatest difference of a probability, and its processor time by pair."""

    difference: float
    milliseconds: float


def compare(model: Any, tokenizer: Any, small: Path, pairs: Sequence[Pair]) -> Comparison:
    """Ask the model and its int8 form, on one core, about the same pairs of premise and claim."""
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = 1
    session = InferenceSession(small, options)
    found, used = torch.empty(len(pairs), model.config.num_labels), 0.0
    for places, read in portions(tokenizer, pairs, torch.device("cpu")):
        began = time.process_time()
        (said,) = session.run(None, {name: read[name].numpy() for name in INPUTS})
        used += time.process_time() - began
        found[places] = torch.from_numpy(said)
    device = device_at_hand()
    whole = logits(model.to(device), tokenizer, pairs, device).cpu()
    difference = (found.softmax(dim=1) - whole.softmax(dim=1)).abs().max().item()
    return Comparison(difference=difference, milliseconds=1000 * used / len(pairs))
