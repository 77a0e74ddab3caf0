"""docs/recipes: the files are valid, and no script holds an expression."""

import subprocess
import sys

import pytest

from tests.recipes.running import RECIPES, steps
from tests.shared import ROOT


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        ("vendor.github-actions", ROOT / "action.yml"),
        ("vendor.github-workflows", RECIPES / "github-nightly.yml"),
        ("vendor.github-workflows", RECIPES / "github-pull-request.yml"),
        ("vendor.github-workflows", RECIPES / "github-entailment-model.yml"),
        ("vendor.gitlab-ci", RECIPES / "gitlab-ci.yml"),
    ],
)
def test_the_files_are_valid_by_the_services_schemas(schema, path):
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path)]
    checked = subprocess.run(command, capture_output=True, text=True, timeout=60)

    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize(
    "path", [ROOT / "action.yml", *sorted(RECIPES.glob("github-*.yml"))], ids=lambda path: path.name
)
def test_no_script_holds_an_expression(path):
    # What an expression puts into a script from a pull request would be run.
    assert not [name for name, script in steps(path).items() if "${{" in script]
