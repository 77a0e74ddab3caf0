"""Running models of the architectures that published checkers have, read from their folders."""

from pathlib import Path

import pytest
import torch
from transformers import AutoModelForSeq2SeqLM, AutoModelForSequenceClassification, AutoTokenizer

from claims.errors import ConfigurationError
from crawler.entailment.forms import Form
from crawler.entailment.runner import Runner
from tests.crawler.entailment import tiny_models

PAIRS = [
    ("the council rejected the motion to close the library", "the council decided to close the library"),
    ("the lighthouse was built in 1871 by the council", "the lighthouse was not built"),
    ("a library", "a lighthouse"),
]


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models")
    tiny_models.deberta(folder / "nli")
    tiny_models.deberta(folder / "binary", tiny_models.BINARY)
    tiny_models.xlm_roberta(folder / "multilingual")
    tiny_models.t5(folder / "t5")
    return folder


@pytest.mark.parametrize("name", ["nli", "multilingual"])
def test_the_probability_is_that_of_the_class_entailment(models: Path, name: str) -> None:
    tokenizer = AutoTokenizer.from_pretrained(models / name)
    model = AutoModelForSequenceClassification.from_pretrained(models / name).eval()
    for premise, claim in PAIRS:
        logits = model(**tokenizer(premise, claim, return_tensors="pt")).logits
        (found,) = Runner(models / name, Form.NLI)([(premise, claim)])
        assert found == pytest.approx(torch.softmax(logits, -1)[0, 0].item(), abs=1e-3)


@pytest.mark.parametrize("form", [Form.MINICHECK, Form.FACTCG])
def test_a_checker_of_two_classes_answers_with_the_second(models: Path, form: Form) -> None:
    found = Runner(models / "binary", form)(PAIRS)
    assert len(set(found)) == len(PAIRS)
    assert all(0 < probability < 1 for probability in found)
    tiny_models.deberta(models / "yes", tiny_models.BINARY, sure=1)
    assert min(Runner(models / "yes", form)(PAIRS)) > 0.99


def test_minicheck_t5_answers_with_its_first_token(models: Path) -> None:
    tokenizer = AutoTokenizer.from_pretrained(models / "t5")
    model = AutoModelForSeq2SeqLM.from_pretrained(models / "t5").eval()
    (premise, claim), *_ = PAIRS
    read = tokenizer(f"predict: {premise}</s>{claim}", return_tensors="pt")
    logits = model(**read, decoder_input_ids=torch.zeros((1, 1), dtype=torch.long)).logits[0, 0]
    (found,) = Runner(models / "t5", Form.MINICHECK_T5)([(premise, claim)])
    assert found == pytest.approx(torch.softmax(logits[[3, 209]], -1)[1].item(), abs=1e-3)


@pytest.mark.parametrize(("name", "form"), [("nli", Form.NLI), ("multilingual", Form.NLI), ("t5", Form.MINICHECK_T5)])
def test_a_batch_gives_each_pair_the_answer_that_it_gets_alone(models: Path, name: str, form: Form) -> None:
    runner = Runner(models / name, form)
    together = runner(PAIRS * 7)
    alone = [runner([pair])[0] for pair in PAIRS]
    assert together == pytest.approx(alone * 7, abs=2e-3)


def test_a_long_premise_is_cut_and_the_claim_is_not(models: Path) -> None:
    runner = Runner(models / "nli", Form.NLI)
    long = "the council decided " * 400
    first, second = runner([(long, "the library was built"), (long, "a lighthouse")])
    assert first != second


def test_a_claim_longer_than_the_model_reads_is_cut_too(models: Path) -> None:
    runner = Runner(models / "nli", Form.NLI)
    long = "the council decided " * 400
    (found,) = runner([("the library was built", long)])
    assert found == runner([("the library was built", long + "a lighthouse")])[0]


def test_no_weights_but_safetensors_are_read(models: Path, tmp_path: Path) -> None:
    folder = tiny_models.deberta(tmp_path / "pickled")
    torch.save({}, folder / "pytorch_model.bin")
    (folder / "model.safetensors").unlink()
    with pytest.raises(ConfigurationError, match="safetensors"):
        Runner(folder, Form.NLI)


def test_a_model_that_wants_to_run_its_own_code_is_refused(tmp_path: Path) -> None:
    folder = tiny_models.deberta(tmp_path / "code")
    config = (
        (folder / "config.json")
        .read_text()
        .replace(
            '"model_type": "deberta-v2"',
            '"model_type": "mine", "auto_map": {"AutoConfig": "mine.Config", '
            '"AutoModelForSequenceClassification": "mine.Model"}',
        )
    )
    (folder / "config.json").write_text(config)
    (folder / "mine.py").write_text("raise SystemExit('it ran')")
    with pytest.raises(ConfigurationError):
        Runner(folder, Form.NLI)


def test_a_model_without_a_class_for_entailment_is_refused(models: Path) -> None:
    with pytest.raises(ConfigurationError, match="none of the model's classes is called entailment"):
        Runner(models / "binary", Form.NLI)
