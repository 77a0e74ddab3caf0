"""The hook of pre-commit runs as it stands."""

import yaml

from tests.recipes.running import run
from tests.shared import ROOT


def test_the_hook_of_pre_commit_runs_on_the_files_that_it_is_given(place):
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    done = run(f"{hook['entry']} docs/article.txt", place)

    assert done.returncode == 1
    assert done.stdout.startswith("docs/article.txt:")
    assert done.stderr == ""
    assert (place / "checkout" / ".citewatch" / "report.json").exists()


def test_the_hook_of_pre_commit_says_what_it_needs_where_nothing_was_fetched_yet(place):
    (place / "checkout" / "citewatch.toml").write_text("")
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    done = run(f"{hook['entry']} docs/article.txt", place)

    assert done.returncode == 3
    assert "Run it once without --offline to fill the store." in done.stderr
