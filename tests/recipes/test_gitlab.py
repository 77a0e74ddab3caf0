"""docs/recipes/gitlab-ci.yml: the script of the job runs as it stands."""

import json

import pytest
import yaml

from tests.recipes.running import RECIPES, SOURCES, run


def gitlab_script():
    """The last of the job's scripts, which verifies; those before it install."""
    return yaml.safe_load((RECIPES / "gitlab-ci.yml").read_text(encoding="utf-8"))["citations"]["script"][-1]


@pytest.fixture
def gitlab(place):
    """Where the job's first scripts would have installed citewatch."""
    folder = place / "checkout" / ".citewatch" / "venv" / "bin"
    folder.mkdir(parents=True)
    (folder / "citewatch").symlink_to(place / "tools" / "citewatch")
    return {"CI_PROJECT_URL": "https://ci.example/us", "CI_PIPELINE_SOURCE": "schedule"}


def test_gitlabs_schedule_fails_for_what_is_new_only(place, gitlab):
    first, second = (run(gitlab_script(), place, **gitlab) for _ in range(2))

    assert (first.returncode, second.returncode) == (1, 0), first.stderr + second.stderr
    report = place / "checkout" / ".citewatch" / "report"
    assert (report / "report.junit.xml").exists()
    left = json.loads((report / "gl-code-quality-report.json").read_bytes())  # the others are in the baseline
    assert [finding["severity"] for finding in left] == ["minor", "info"]


def test_gitlabs_schedule_fails_after_too_many_outages(place, down, gitlab):
    (place / "checkout" / "citewatch.toml").write_text(
        f'archive = ["{down}"]\nallow-private = true\nsources = "{SOURCES}"\n'
    )
    ends = [run(gitlab_script(), place, UNFINISHED_RUNS="2", **gitlab).returncode for _ in range(2)]

    assert ends == [3, 1]
    assert not (place / "checkout" / ".citewatch" / "known.json").exists()


def test_gitlabs_merge_request_checks_changed_documents_only(place, gitlab, changed):
    source = {"CI_PIPELINE_SOURCE": "merge_request_event", "CI_MERGE_REQUEST_DIFF_BASE_SHA": changed}
    run(gitlab_script(), place, **{**gitlab, **source})
    report = json.loads((place / "checkout" / ".citewatch" / "report" / "report.json").read_bytes())

    assert [document["source"] for document in report["documents"]] == ["größe.md", "other.md"]
