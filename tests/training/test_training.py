"""Training, with a tiny BERT: the base, the loss, and that it learns within its time."""

import itertools
import os

import numpy as np
import pytest

from crawler.entailment.extra import missing

if missing() and os.environ.get("CI") != "true":
    pytest.skip("the extra `model` is not installed", allow_module_level=True)

import torch
from transformers import BertConfig, BertForSequenceClassification, BertTokenizer

from benchmarks.judging.parts import Part, drawn
from tests.shared import shared
from training.base import LABELS, weights
from training.examples import Example, Label, examples
from training.loss import best, loss
from training.train import measured, train

SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
WORDS = ("the", "council", "closed", "opened", "library", "rain", "fell", "was")


def tiny() -> tuple[BertForSequenceClassification, BertTokenizer]:
    letters = "abcdefghijklmnopqrstuvwxyz"
    pieces = [*SPECIAL, *WORDS, *letters, *(f"##{letter}" for letter in letters)]
    tokenizer = BertTokenizer(vocab={piece: number for number, piece in enumerate(pieces)})
    torch.manual_seed(4)
    config = BertConfig(
        vocab_size=len(tokenizer), hidden_size=32, num_hidden_layers=1, num_attention_heads=2, intermediate_size=64,
        hidden_dropout_prob=0.0, id2label=LABELS,
    )  # fmt: skip
    return BertForSequenceClassification(config), tokenizer


def row(done: str) -> Example:
    """A claim that the library was closed, by two premises of which one speaks of it."""
    label = Label.ENTAILED if done == "closed" else Label.CONTRADICTED
    return Example(
        premises=("rain fell", f"the council {done} the library"), claim="the library was closed", label=label
    )


def test_the_best_premise_decides() -> None:
    logits = torch.tensor([[0.0, 1.0, 0.0], [5.0, 0.0, 0.0], [-2.0, 0.0, 3.0]])
    found = best(logits, torch.tensor([0, 0, 1]), 2, Label.ENTAILED)
    assert found[0] == pytest.approx((logits[1, 0] - torch.logsumexp(logits[1, 1:], 0)).item())
    assert found[1] < 0


def test_the_loss_falls_where_one_premise_entails_a_right_claim() -> None:
    owner = torch.tensor([0, 0])
    none = torch.tensor([[-3.0, 3.0, 0.0], [-3.0, 3.0, 0.0]])
    one = torch.tensor([[-3.0, 3.0, 0.0], [4.0, 0.0, 0.0]])
    right, wrong = torch.tensor([Label.ENTAILED]), torch.tensor([Label.NOT_ENTAILED])
    assert loss(one, owner, right) < loss(none, owner, right)
    assert loss(one, owner, wrong) > loss(none, owner, wrong)


def test_only_rows_that_say_so_are_contradicted_or_neutral() -> None:
    contradicted = torch.tensor([[-3.0, 0.0, 4.0]])
    neutral = torch.tensor([[-3.0, 4.0, 0.0]])
    owner, open_, wrong = torch.tensor([0]), torch.tensor([Label.NOT_ENTAILED]), torch.tensor([Label.CONTRADICTED])
    assert loss(contradicted, owner, open_) == pytest.approx(loss(neutral, owner, open_).item())
    assert loss(contradicted, owner, wrong) < loss(neutral, owner, wrong)


def test_quantised_weights_become_the_parameters_of_a_bert() -> None:
    quantised = {
        "_quantized": np.array([[130, 128], [126, 128]], np.uint8),
        "_scale": np.float32(0.5),
        "_zero_point": np.uint8(128),
    }
    arrays = {f"onnx::MatMul_7{end}": array for end, array in quantised.items()}
    arrays |= {f"bert.embeddings.word_embeddings.weight{end}": array for end, array in quantised.items()}
    arrays |= {
        "bert.encoder.layer.0.output.dense.bias": np.ones(2, np.float32),
        "classifier.bias": np.ones(1, np.float32),
    }
    found = weights(arrays, [("/bert/encoder/layer.0/output/dense/MatMul_quant", "onnx::MatMul_7_quantized")])
    assert sorted(found) == [
        "embeddings.word_embeddings.weight",
        "encoder.layer.0.output.dense.bias",
        "encoder.layer.0.output.dense.weight",
    ]
    assert found["embeddings.word_embeddings.weight"].tolist() == [[1.0, 0.0], [-1.0, 0.0]]
    assert found["encoder.layer.0.output.dense.weight"].tolist() == [[1.0, -1.0], [0.0, 0.0]]


def test_a_model_learns_what_one_of_two_premises_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.train.RATE", 3e-3)
    model, tokenizer = tiny()
    rows = [row("closed"), row("opened")]
    assert train(model, tokenizer, rows * 16, minutes=60, epochs=40, clock=lambda: 0) == 40
    assert measured(model, tokenizer, {"tiny": rows}) == {"tiny": 1.0}


def test_training_ends_with_its_time() -> None:
    model, tokenizer = tiny()
    seconds = itertools.count(step=10)
    rows = [row("closed"), row("opened")] * 16
    assert train(model, tokenizer, rows, minutes=1, epochs=1000, clock=lambda: next(seconds)) == 5


def test_three_hundred_judged_rows_go_the_whole_way() -> None:
    shared("data/support/judged")
    sets = drawn(Part.FITTING, 60, names=("true_paws", "scifact_train", "healthver", "factcg", "wice"))
    rows = [row for rows in sets.values() for row in rows]
    found = list(examples(rows))
    assert len(rows) == 300
    assert len(found) > 300
    assert 0 < sum(example.made for example in found) < len(found) / 2
    model, tokenizer = tiny()
    assert train(model, tokenizer, found, minutes=60, epochs=1, clock=lambda: 0) > 0
    assert set(measured(model, tokenizer, {"all": found})) == {"all"}
