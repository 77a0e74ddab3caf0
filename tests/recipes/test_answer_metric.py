"""docs/recipes/answer_metric.py: a metric for tests of answers."""

import importlib.util
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.recipes.running import RECIPES

CONTEXTS = ["The dam was raised by two metres in 1962.", "Its keeper was Ada Brenner, a sailor from Umeå."]


@pytest.fixture(scope="module")
def support(command: Path) -> Callable[..., float]:
    path = RECIPES / "answer_metric.py"
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    metric = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(metric)
    return partial(metric.support, command=(str(command),))


def test_the_metric_separates_an_answer_of_its_contexts_from_another(support: Callable[..., float]) -> None:
    good = support("The dam was raised by two metres in 1962.", CONTEXTS)
    wrong = support("The dam was raised by nine metres in 1971.", CONTEXTS)
    assert good > 0.5 > wrong


def test_an_answer_of_one_word_is_about_its_question(support: Callable[..., float]) -> None:
    assert support("1971.", CONTEXTS, "When was the dam raised?") < 0.5


def test_an_empty_answer_claims_nothing_and_no_contexts_support_nothing(support: Callable[..., float]) -> None:
    assert (support(" ", CONTEXTS), support("The dam was raised.", [])) == (1.0, 0.0)
