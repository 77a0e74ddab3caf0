"""Tiny models of the architectures that published checkers have, made from their own configuration classes.

They know a dozen words and nothing of the world: `sure` makes a classifier give one answer whatever it reads.
"""

import json
import os
from pathlib import Path

import pytest

from crawler.entailment.extra import missing

if missing() and os.environ.get("CI") != "true":
    pytest.skip("the extra `model` is not installed", allow_module_level=True)

import torch
from transformers import (
    DebertaV2Config,
    DebertaV2ForSequenceClassification,
    DebertaV2Tokenizer,
    PreTrainedModel,
    PreTrainedTokenizerBase,
    T5Config,
    T5ForConditionalGeneration,
    T5Tokenizer,
    XLMRobertaConfig,
    XLMRobertaForSequenceClassification,
    XLMRobertaTokenizer,
    logging,
)

logging.disable_progress_bar()

WORDS = [
    "the",
    "a",
    "council",
    "decided",
    "rejected",
    "motion",
    "to",
    "close",
    "library",
    "by",
    "was",
    "not",
    "and",
    "of",
    "in",
    "built",
    "lighthouse",
]
PIECES = [
    ("▁", -2.0),
    *((f"▁{word}", -3.0) for word in WORDS),
    *((letter, -6.0) for letter in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.,:-'\"?!()0123456789"),
]
NLI = {0: "entailment", 1: "neutral", 2: "contradiction"}
BINARY = {0: "0", 1: "1"}


def deberta(folder: Path, labels: dict[int, str] = NLI, sure: int | None = None) -> Path:
    """Like DeBERTa-v3 and mDeBERTa-v3: relative positions, a SentencePiece vocabulary."""
    pieces = [("[PAD]", 0.0), ("[CLS]", 0.0), ("[SEP]", 0.0), ("[UNK]", 0.0), *PIECES, ("[MASK]", 0.0)]
    tokenizer = DebertaV2Tokenizer(vocab=pieces, unk_id=3)
    config = DebertaV2Config(
        vocab_size=len(tokenizer), hidden_size=16, num_hidden_layers=2, num_attention_heads=2, intermediate_size=32,
        relative_attention=True, position_buckets=16, norm_rel_ebd="layer_norm", share_att_key=True,
        pos_att_type=["p2c", "c2p"], position_biased_input=False, type_vocab_size=0, pooler_hidden_size=16,
        initializer_range=0.5, id2label=labels, label2id={label: number for number, label in labels.items()},
    )  # fmt: skip
    torch.manual_seed(1)
    model = DebertaV2ForSequenceClassification(config)
    if sure is not None:
        answer(model.classifier, sure)
    return saved(folder, model, tokenizer)


def xlm_roberta(folder: Path) -> Path:
    """Like the multilingual models on XLM-RoBERTa."""
    pieces = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), *PIECES, ("<mask>", 0.0)]
    tokenizer = XLMRobertaTokenizer(vocab=pieces)
    config = XLMRobertaConfig(
        vocab_size=len(tokenizer), hidden_size=16, num_hidden_layers=2, num_attention_heads=2, intermediate_size=32,
        max_position_embeddings=520, type_vocab_size=1, initializer_range=0.5, id2label=NLI,
        label2id={label: number for number, label in NLI.items()},
    )  # fmt: skip
    torch.manual_seed(2)
    return saved(folder, XLMRobertaForSequenceClassification(config), tokenizer)


def t5(folder: Path) -> Path:
    """Like Flan-T5 as MiniCheck tuned it: the answer is the first token that it generates."""
    pieces = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), *PIECES, *((f"▁filler{n}", -9.0) for n in range(120))]
    tokenizer = T5Tokenizer(vocab=pieces)
    config = T5Config(
        vocab_size=len(tokenizer), d_model=16, d_kv=8, d_ff=32, num_layers=2, num_decoder_layers=2, num_heads=2,
        decoder_start_token_id=0, initializer_factor=3.0, tie_word_embeddings=False,
    )  # fmt: skip
    torch.manual_seed(3)
    return saved(folder, T5ForConditionalGeneration(config), tokenizer)


def answer(classifier: torch.nn.Linear, label: int) -> None:
    """Make a classifier give one label whatever it reads."""
    with torch.no_grad():
        classifier.weight.zero_()
        classifier.bias.fill_(-4.0)
        classifier.bias[label] = 4.0


def saved(folder: Path, model: PreTrainedModel, tokenizer: PreTrainedTokenizerBase) -> Path:
    """Save a model as its authors would, in safetensors."""
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


def with_form(folder: Path, form: str) -> Path:
    """Note in a model's configuration how it reads, as `citewatch` asks where nothing else says it."""
    path = folder / "config.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"citewatch_form": form}))
    return folder
