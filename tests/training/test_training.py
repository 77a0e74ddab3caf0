"""Training, with a tiny BERT: the base, the loss, and that it learns within its time."""

import itertools
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from crawler.entailment.extra import missing

if missing() and os.environ.get("CI") != "true":
    pytest.skip("the extra `model` is not installed", allow_module_level=True)

import torch
from torch.nn.functional import softplus
from transformers import BertConfig, BertForSequenceClassification, BertTokenizer

from benchmarks.judging.parts import Part, drawn
from crawler.entailment.forms import Form
from crawler.entailment.own_model import own_model
from crawler.entailment.runner import Runner
from tests.shared import shared
from training.base import LABELS, first_layers, load_base, weights
from training.examples import Example, Label, examples
from training.export import save
from training.loss import CONTRADICTION, Question, loss, odds, questions
from training.train import to_read, train
from training.windows import logits, portions


@pytest.fixture(autouse=True)
def _one_thread() -> Iterator[None]:
    """Threads of PyTorch wait for one another, which takes a tiny model longer than its reading."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


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


def test_the_best_premise_of_a_claim_answers_for_it() -> None:
    model, tokenizer = tiny()
    example, cpu = row("closed"), torch.device("cpu")
    pairs = [(premise, example.claim) for premise in example.premises]
    answers = odds(logits(model, tokenizer, pairs, cpu))
    read = to_read(model, tokenizer, [example], cpu)
    chosen = {(pair, question.label) for pair, asked in read.items() for question in asked}
    assert chosen == {(pairs[int(answers[:, label].argmax())], label) for label in (Label.ENTAILED, Label.CONTRADICTED)}


def test_odds_are_those_of_one_class_against_the_others() -> None:
    found = odds(torch.tensor([[2.0, 0.0, 1.0]]))
    assert found.sigmoid()[0].tolist() == pytest.approx(torch.tensor([2.0, 0.0, 1.0]).softmax(dim=0).tolist())


def test_the_loss_compares_what_is_asked_of_each_premise_with_the_truth() -> None:
    logits = torch.tensor([[0.0, 1.0, 0.0], [5.0, 0.0, 0.0]])
    right = Question(example=0, label=Label.ENTAILED, truth=True, weight=0.5)
    wrong = Question(example=1, label=Label.CONTRADICTED, truth=False, weight=0.25)
    expected = 0.5 * softplus(-odds(logits)[1, Label.ENTAILED]) + 0.25 * softplus(odds(logits)[1, Label.CONTRADICTED])
    assert loss(logits, [[], [right, wrong]]) == pytest.approx(expected.item(), rel=1e-5)


def test_whether_a_claim_is_contradicted_is_asked_only_where_its_row_says_so() -> None:
    rows = [row("closed"), replace(row("opened"), label=Label.NOT_ENTAILED)]
    asked = [(question.example, question.label, question.truth, question.weight) for question in questions(rows)]
    assert asked == [
        (0, Label.ENTAILED, True, 0.5),
        (0, Label.CONTRADICTED, False, CONTRADICTION),
        (1, Label.ENTAILED, False, 0.5),
    ]


def test_pairs_of_like_length_are_read_together_and_answered_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.windows.PORTION", 40)
    model, tokenizer = tiny()
    cpu = torch.device("cpu")
    pairs = [("the council " * size, "the library was closed") for size in (1, 8, 2, 7, 1)]
    parts = [(places, tuple(read["input_ids"].shape)) for places, read in portions(tokenizer, pairs, cpu)]
    assert [places for places, _ in parts] == [[1], [3], [2, 0, 4]]
    assert all(count * tokens <= 40 for _, (count, tokens) in parts)
    alone = torch.cat([logits(model, tokenizer, [pair], cpu) for pair in pairs])
    assert torch.allclose(logits(model, tokenizer, pairs, cpu), alone, atol=1e-5)


def entailed(model: BertForSequenceClassification, tokenizer: BertTokenizer, rows: list[Example]) -> list[float]:
    """For each example the highest log-odds of entailment over its premises."""
    cpu = torch.device("cpu")
    pairs = [[(premise, row.claim) for premise in row.premises] for row in rows]
    return [odds(logits(model, tokenizer, each, cpu))[:, Label.ENTAILED].max().item() for each in pairs]


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


def test_the_first_layers_of_a_base_can_be_kept_alone() -> None:
    state = {f"encoder.layer.{number}.output.dense.bias": torch.ones(1) for number in (0, 1, 11)}
    state["embeddings.LayerNorm.bias"] = torch.ones(1)
    assert list(first_layers(state, 2)) == [
        "encoder.layer.0.output.dense.bias",
        "encoder.layer.1.output.dense.bias",
        "embeddings.LayerNorm.bias",
    ]
    assert first_layers(state, None) == state


def test_a_model_learns_what_one_of_two_premises_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.train.RATE", 3e-3)
    model, tokenizer = tiny()
    rows = [row("closed"), row("opened")]
    assert train(model, tokenizer, rows * 8, minutes=60, epochs=40, clock=lambda: 0) == 40
    closed, opened = entailed(model, tokenizer, rows)
    assert closed > 0 > opened


def test_training_ends_with_its_time() -> None:
    model, tokenizer = tiny()
    seconds = itertools.count(step=10)
    rows = [row("closed"), row("opened")] * 16
    assert train(model, tokenizer, rows, minutes=1, epochs=1000, clock=lambda: next(seconds)) == 5


def test_a_model_is_kept_every_quarter_of_an_hour() -> None:
    model, tokenizer = tiny()
    seconds = itertools.count(step=400)
    kept: list[int] = []
    rows = [row("closed"), row("opened")] * 16
    train(model, tokenizer, rows, minutes=60, epochs=1000, keep=kept.append, clock=lambda: next(seconds))
    assert kept == [2, 4, 6]


def test_a_model_that_was_kept_can_be_trained_on(tmp_path: Path) -> None:
    model, tokenizer = tiny()
    save(model, tokenizer, tmp_path)
    again, tokenizer_again = load_base(tmp_path)
    assert tokenizer_again("the library")["input_ids"] == tokenizer("the library")["input_ids"]
    assert torch.equal(again.classifier.weight, model.classifier.weight)


def test_a_saved_model_is_one_that_the_judge_can_ask(tmp_path: Path) -> None:
    model, tokenizer = tiny()
    save(model, tokenizer, tmp_path)
    found = own_model(tmp_path)
    assert found.form is Form.NLI
    asked = [("the council closed the library", "the library was closed")]
    expected = logits(model, tokenizer, asked, torch.device("cpu")).softmax(dim=1)[0, Label.ENTAILED].item()
    assert Runner(tmp_path, found.form)(asked) == [pytest.approx(expected, abs=1e-4)]


def test_three_hundred_judged_rows_go_the_whole_way() -> None:
    shared("data/support/judged")
    sets = drawn(Part.FITTING, 60, names=("true_paws", "scifact_train", "healthver", "factcg", "wice"))
    rows = [row for rows in sets.values() for row in rows]
    found = list(examples(rows))
    assert len(rows) == 300
    assert len(found) > 300
    assert 0 < sum(example.made for example in found) < len(found) / 2
    model, tokenizer = tiny()
    assert train(model, tokenizer, found[::4], minutes=60, epochs=1, clock=lambda: 0) > 0
