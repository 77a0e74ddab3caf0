"""The recipes: their files are valid, and the scripts of their steps run as they stand."""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from crawler.entailment.published import published
from tests.crawler.entailment.hub import hub
from tests.crawler.servers import out_of_service, serving
from tests.process import EXAMPLE
from tests.shared import ROOT

RECIPES = ROOT / "docs" / "recipes"
SOURCES = (EXAMPLE / "sources.csv").resolve()
ARTICLE = (EXAMPLE / "article.txt").resolve()
ARCHIVE = (EXAMPLE / "archive.warc.gz").resolve()


@pytest.fixture
def place(tmp_path):
    """A checkout with a document, and a PATH on which `citewatch` is this checkout's, `mail` keeps what it is sent."""
    tools = tmp_path / "tools"
    tools.mkdir()
    _tool(tools / "citewatch", f'PYTHONPATH="{ROOT}" exec "{sys.executable}" -m crawler "$@"')
    _tool(tools / "mail", f'echo "$*" >> "{tmp_path}/mail.txt"; cat >> "{tmp_path}/mail.txt"')
    checkout = tmp_path / "checkout"
    (checkout / "docs").mkdir(parents=True)
    (checkout / "docs" / "article.txt").write_bytes(ARTICLE.read_bytes())
    (checkout / "citewatch.toml").write_text(f'archive = ["{ARCHIVE}"]\noffline = true\nsources = "{SOURCES}"\n')
    return tmp_path


def _tool(path, script):
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def environment(place, **more):
    """What a runner gives to a step."""
    files = {name: str(place / name.lower()) for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_PATH")}
    path = f"{place / 'tools'}:{os.environ['PATH']}"
    return {"PATH": path, "HOME": str(place), "RUNNER_TEMP": str(place), **files, **more}


def run(script, place, **more):
    """Run a step's script as GitHub does: bash, ended by the first error."""
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(
        command, cwd=place / "checkout", env=environment(place, **more), capture_output=True, text=True, timeout=120
    )


def steps(path):
    """The scripts of a file's steps by their names or ids."""
    parsed = yaml.safe_load(path.read_text(encoding="utf-8"))
    found = parsed["runs"]["steps"] if "runs" in parsed else next(iter(parsed["jobs"].values()))["steps"]
    return {step["name"]: step["run"] for step in found if "run" in step}


ACTION = steps(ROOT / "action.yml")
INPUTS = {
    "FAIL_ON": "not_supported,contradicted",
    "BASELINE": "",
    "CONTACT": "https://ci.example/us",
    "ARCHIVES": str(ARCHIVE),
}


def output(place, name):
    lines = (place / "github_output").read_text().splitlines()
    return next(line.partition("=")[2] for line in lines if line.startswith(f"{name}="))


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


def test_verify_writes_the_reports_the_summary_and_the_status(place):
    done = run(ACTION["Verify"], place, FILES="docs/article.txt\n", **INPUTS)

    assert done.returncode == 0, done.stderr
    assert output(place, "status") == "1"
    report = Path(output(place, "report"))
    names = {"report.html", "report.json", "report.junit.xml", "report.sarif", "report.md"}
    assert {path.name for path in report.iterdir()} == names
    assert (place / "github_step_summary").read_text().startswith("## Citation check")


def test_verify_counts_only_what_the_baseline_does_not_know(place):
    run(ACTION["Verify"], place, FILES="docs", **INPUTS)
    run(NIGHTLY["Keep this report as the last finished one"], place, REPORT=output(place, "report"))
    (place / "github_output").unlink()
    run(ACTION["Verify"], place, FILES="docs", **{**INPUTS, "BASELINE": "citewatch-known/report.json"})

    assert output(place, "status") == "0"


def test_the_entailment_model_is_downloaded_once(place):
    script = steps(RECIPES / "github-entailment-model.yml")["Install the model where it is not there"]
    name = "deberta-v3-xsmall"
    repository = place / "repository"
    repository.mkdir()
    for file in ("config.json", "tokenizer.json", "model.safetensors"):
        (repository / file).write_text("{}")
    with serving(hub({published()[name].repository: repository})) as server:
        environment = {"MODEL": name, "REVISION": "main", "CITEWATCH_STORE": "kept", "HF_ENDPOINT": server.base}
        assert run(script, place, **environment).returncode == 0
        asked = len(server.asked)
        again = run(script, place, **environment)
        assert (again.returncode, len(server.asked)) == (0, asked)
    assert (place / "checkout" / "kept" / "models" / name / "model.safetensors").is_file()


NIGHTLY = steps(RECIPES / "github-nightly.yml")


def test_a_wrong_file_name_ends_in_status_2_and_no_summary(place):
    run(ACTION["Verify"], place, FILES="$(touch hacked)\n", **INPUTS)

    assert output(place, "status") == "2"
    assert not (place / "github_step_summary").exists()
    assert not (place / "checkout" / "hacked").exists()


def test_findings_are_annotations_in_the_job(place):
    done = run(ACTION["Verify"], place, FILES="docs/article.txt", GITHUB_ACTIONS="true", **INPUTS)

    assert done.stdout.startswith("::error file=docs/article.txt,line=")


@pytest.mark.parametrize("status", ["0", "1", "2", "4"])
def test_decide_ends_with_the_status(place, status):
    done = run(ACTION["Decide"], place, STATUS=status, MOST="7")

    assert (done.returncode, done.stdout) == (int(status), "")


@pytest.fixture(scope="module")
def down():
    """The address of an archive that is down."""
    with out_of_service() as base:
        yield base


def outage(place, down, **more):
    """A run of the action while its archive is down: what its last step says, and its end."""
    (place / "checkout" / "citewatch.toml").write_text(f'allow-private = true\nsources = "{SOURCES}"\n')
    run(ACTION["Verify"], place, FILES="docs/article.txt", **{**INPUTS, "ARCHIVES": down})
    done = run(ACTION["Decide"], place, STATUS=output(place, "status"), **{"MOST": "2", **more})
    assert output(place, "finished") == "false"
    (place / "github_output").unlink()
    return done


def test_an_outage_passes_with_a_warning_and_fails_after_as_many_runs_as_the_user_sets(place, down):
    first, second = outage(place, down), outage(place, down)

    assert (first.returncode, second.returncode) == (0, 3)
    assert first.stdout.startswith("::warning title=citewatch is not finished::Unfinished runs in a row: 1. The last:")
    assert second.stdout.startswith("::error title=citewatch is not finished::Unfinished runs in a row: 2. The last:")
    assert down.removeprefix("http://") in second.stdout


def test_a_finished_run_ends_the_count(place, down):
    outage(place, down)
    (place / "checkout" / "citewatch.toml").write_text(f'offline = true\nsources = "{SOURCES}"\n')
    run(ACTION["Verify"], place, FILES="docs/article.txt", **INPUTS)

    assert output(place, "finished") == "true"
    (place / "github_output").unlink()
    assert outage(place, down).stdout.startswith("::warning")


def git(place, *arguments):
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    done = subprocess.run(
        ["git", *who, *arguments], cwd=place / "checkout", env=environment(place), capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    return done.stdout.strip()


@pytest.fixture
def changed(place):
    """The checkout as a repository, with a commit that changes one document of two and adds one; gives the base."""
    (place / "checkout" / "other.md").write_text("Words.\n")
    git(place, "init", "-q")
    git(place, "add", "docs", "other.md")
    git(place, "commit", "-qm", "base")
    base = git(place, "rev-parse", "HEAD")
    (place / "checkout" / "größe.md").write_text("More words.\n")
    (place / "checkout" / "other.md").write_text("Other words.\n")
    git(place, "add", "größe.md", "other.md")
    git(place, "commit", "-qm", "change")
    return base


def test_only_changed_documents_are_found(place, changed):
    script = steps(RECIPES / "github-pull-request.yml")["Find the documents that changed"]

    assert run(script, place, BASE=changed).returncode == 0
    assert (place / "github_output").read_text() == "files<<END-OF-FILES\ngröße.md\nother.md\nEND-OF-FILES\n"


COMMENT = "Comment on the pull request"
GH = """\
echo "$@" >> {place}/gh.txt
for word in "$@"; do case "$word" in body=@*) cp "${{word#body=@}}" {place}/comment.md ;; esac; done
case "$*" in *--paginate*) cat {place}/earlier.txt ;; esac
"""


@pytest.mark.parametrize(
    ("earlier", "call"),
    [("", "api --silent --method POST a/comments"), ("71\n99\n", "api --silent --method PATCH comments/71")],
)
def test_a_pull_request_gets_one_comment_that_is_updated(place, earlier, call):
    _tool(place / "tools" / "gh", GH.format(place=place))
    (place / "earlier.txt").write_text(earlier)
    run(ACTION["Verify"], place, FILES="docs/article.txt", **INPUTS)
    script = steps(RECIPES / "github-pull-request.yml")[COMMENT]
    done = run(script, place, REPORT=output(place, "report"), COMMENTS="a/comments", COMMENT="comments")
    calls = (place / "gh.txt").read_text().splitlines()

    assert done.returncode == 0, done.stderr
    assert len(calls) == 2
    assert calls[1].startswith(call)
    assert (place / "comment.md").read_text().startswith("<!-- citewatch -->\n## Citation check")


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


def cron(place, *arguments, **more):
    command = [str(RECIPES / "citewatch-nightly.sh"), *arguments]
    state = {"STATE": str(place / "checkout"), "MAILTO": "editor@example.org", **more}
    return subprocess.run(command, env=environment(place, **state), capture_output=True, text=True, timeout=120)


def test_cron_mails_on_the_first_night_and_keeps_quiet_while_nothing_changes(place):
    first = cron(place, "docs/article.txt")
    mail = (place / "mail.txt").read_text()
    second = cron(place, "docs/article.txt")

    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert mail.startswith("-s citewatch: citations changed editor@example.org\n")
    assert "## Citation check" in mail
    assert (place / "mail.txt").read_text() == mail


def test_cron_mails_what_went_wrong(place):
    assert cron(place, "missing.txt").returncode == 2
    assert "failed with status 2" in (place / "mail.txt").read_text()


def test_cron_keeps_the_last_finished_report_when_an_archive_is_down(place, down):
    cron(place, "docs/article.txt")
    kept = (place / "checkout" / "last" / "report.json").read_bytes()
    (place / "checkout" / "citewatch.toml").write_text(
        f'archive = ["{down}"]\nallow-private = true\nsources = "{SOURCES}"\n'
    )
    (place / "mail.txt").unlink()
    done = cron(place, "docs/article.txt", CITEWATCH_STORE=str(place / "empty"))

    assert done.returncode == 0
    assert (place / "checkout" / "last" / "report.json").read_bytes() == kept
    assert (place / "mail.txt").read_text().startswith("-s citewatch: night 1 without an end, of 7 at most ")


def test_cron_names_an_archive_that_is_down_for_more_nights_than_the_user_sets(place, down):
    (place / "checkout" / "citewatch.toml").write_text(
        f'archive = ["{down}"]\nallow-private = true\nsources = "{SOURCES}"\n'
    )
    ends = [cron(place, "docs/article.txt", UNFINISHED_NIGHTS="2").returncode for _ in range(2)]
    mail = (place / "mail.txt").read_text()

    assert ends == [0, 3]
    assert "-s citewatch: night 2 without an end, of 2 at most editor@example.org\n" in mail
    assert mail.count(down.removeprefix("http://")) == 3


DEAD = "Not finished: 3 sources could not be checked (dead.example gave no answer). Run it again."
NIGHTS = range(1, 31)


def dead(place):
    """Let `citewatch` be one whose archive is down for good."""
    _tool(place / "tools" / "citewatch", f"echo '{DEAD}' >&2; exit 3")


def test_in_a_month_of_nights_with_a_dead_archive_no_night_of_the_action_is_silent(place):
    dead(place)
    nights = []
    for _ in NIGHTS:
        run(ACTION["Verify"], place, FILES="docs", **INPUTS)
        nights.append(run(ACTION["Decide"], place, STATUS="3", MOST="7"))

    assert [night.returncode for night in nights] == [0] * 6 + [3] * 24
    for number, night in zip(NIGHTS, nights, strict=True):
        assert f"Unfinished runs in a row: {number}. " in night.stdout
        assert "dead.example" in night.stdout


def test_in_a_month_of_nights_with_a_dead_archive_no_night_of_cron_is_silent(place):
    dead(place)
    ends = [cron(place, "docs/article.txt").returncode for _ in NIGHTS]
    kept = (place / "checkout" / "unfinished.txt").read_text().splitlines()
    mails = [line for line in (place / "mail.txt").read_text().splitlines() if line.startswith("-s")]

    assert ends == [0] * 6 + [3] * 24
    assert len(kept) == 30
    assert all("dead.example" in night for night in kept)
    assert mails == [f"-s citewatch: night {night} without an end, of 7 at most editor@example.org" for night in NIGHTS]


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
