"""docs/recipes for GitHub, and the action: the scripts of their steps run as they stand."""

from pathlib import Path

import pytest

from crawler.entailment.published import published
from tests.crawler.entailment.hub import hub
from tests.crawler.servers import serving
from tests.recipes.running import ACTION, INPUTS, NIGHTLY, NIGHTS, RECIPES, SOURCES, dead, output, run, steps, tool


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
    tool(place / "tools" / "gh", GH.format(place=place))
    (place / "earlier.txt").write_text(earlier)
    run(ACTION["Verify"], place, FILES="docs/article.txt", **INPUTS)
    script = steps(RECIPES / "github-pull-request.yml")[COMMENT]
    done = run(script, place, REPORT=output(place, "report"), COMMENTS="a/comments", COMMENT="comments")
    calls = (place / "gh.txt").read_text().splitlines()

    assert done.returncode == 0, done.stderr
    assert len(calls) == 2
    assert calls[1].startswith(call)
    assert (place / "comment.md").read_text().startswith("<!-- citewatch -->\n## Citation check")


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
