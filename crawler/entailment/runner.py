"""Runs an entailment model from its folder, on a GPU where there is one. Needs the extra `model`.

Everything is read from the folder: no hub is asked, no code that comes with a model is run, and weights are read from
safetensors only.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from claims.errors import ConfigurationError
from crawler.entailment.forms import T5_ANSWERS, Form, written

os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")

import torch
from transformers import (
    AutoModelForSeq2SeqLM,
    AutoModelForSequenceClassification,
    AutoTokenizer,
    logging,
)

ENTAILMENT, SUPPORTED = "entailment", 1
BATCH = 16
"""Pairs that the model reads at once."""


class Runner:
    """A loaded model. One thread uses it at a time."""

    def __init__(self, folder: Path, form: Form) -> None:
        """Load the model of `folder`.

        Raises:
            ConfigurationError: its files are not those of a model that reads `form`.
        """
        logging.set_verbosity_error()
        logging.disable_progress_bar()
        self.form = form
        local: dict[str, Any] = {"local_files_only": True, "trust_remote_code": False}
        kind = AutoModelForSeq2SeqLM if form.generates else AutoModelForSequenceClassification
        try:
            self.tokenizer: Any = AutoTokenizer.from_pretrained(folder, **local)
            self.model: Any = kind.from_pretrained(folder, use_safetensors=True, dtype=torch.float32, **local)
        except (OSError, ValueError, KeyError, ImportError) as error:
            raise ConfigurationError(f"no model can be loaded: {error}", place=str(folder)) from error
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.model.to(self.device).eval()
        self.yes = SUPPORTED if form is not Form.NLI else _entailment(self.model.config.id2label, folder)

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """Return, for each premise and claim, the probability of entailment, 0 to 1.

        Pairs of like length are read together, so that little of a batch is padding. A pair with more tokens than the
        model reads loses the end of its premise, and of its claim if that has more than half of them.
        """
        order = sorted(range(len(pairs)), key=lambda place: len(pairs[place][0]) + len(pairs[place][1]))
        found = [0.0] * len(pairs)
        for first in range(0, len(order), BATCH):
            places = order[first : first + BATCH]
            for place, probability in zip(places, self._batch([pairs[place] for place in places]), strict=True):
                found[place] = probability
        return found

    def _batch(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        texts = [written(self.form, premise, claim, self.tokenizer.eos_token or "") for premise, claim in pairs]
        seconds = [second for _, second in texts if second is not None] or None
        read = self.tokenizer(
            [text for text, _ in texts],
            seconds,
            truncation="longest_first",
            max_length=self.form.tokens,
            padding=True,
            return_tensors="pt",
        ).to(self.device)
        with torch.inference_mode():
            if self.form.generates:
                start = torch.full((len(pairs), 1), self.model.config.decoder_start_token_id, device=self.device)
                logits = self.model(**read, decoder_input_ids=start).logits[:, 0, list(T5_ANSWERS)]
            else:
                logits = self.model(**read).logits
        probabilities: list[float] = torch.softmax(logits.float(), dim=-1)[:, self.yes].tolist()
        return [round(probability, 4) for probability in probabilities]


def _entailment(labels: dict[int, str], folder: Path) -> int:
    """Return the number of the class for entailment."""
    for number, label in labels.items():
        if label.lower() == ENTAILMENT:
            return number
    raise ConfigurationError(
        f"none of the model's classes is called entailment: {', '.join(labels.values())}.", place=str(folder)
    )
