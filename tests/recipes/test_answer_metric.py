"""docs/recipes/answer_metric.py: a metric for tests of answers."""

import importlib.util
import sys

from tests.recipes.running import RECIPES


def test_the_metric_tells_an_answer_from_its_contexts_from_one_that_is_not():
    path = RECIPES / "answer_metric.py"
    spec = importlib.util.spec_from_file_location(path.stem, path)
    metric = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(metric)
    contexts = ["The dam was raised by two metres in 1962.", "Its keeper was Ada Brenner, a sailor from Umeå."]
    command = (sys.executable, "-m", "crawler")
    good = metric.support("The dam was raised by two metres in 1962.", contexts, command)
    wrong = metric.support("The dam was raised by nine metres in 1971.", contexts, command)
    assert good > 0.5 > wrong
