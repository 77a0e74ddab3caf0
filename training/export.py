"""Writes a trained model: as safetensors for `--entailment-model`, and as int8 ONNX, the form small enough to ship."""

from pathlib import Path
from typing import Any

import torch

INPUTS = ("input_ids", "attention_mask", "token_type_ids")


def export(model: Any, tokenizer: Any, folder: Path) -> Path:
    """Write `model` to `folder` and return the path of the int8 ONNX file."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    model = model.to("cpu").eval()
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
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
