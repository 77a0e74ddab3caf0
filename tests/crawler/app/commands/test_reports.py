"""Baselines, comparisons and rendering again, as a nightly job uses them."""

import json
from pathlib import Path

import pytest

from crawler.entailment.open_model import WITHOUT
from crawler.net.client import HttpResponse
from crawler.storage.store import Store
from tests.process import EXAMPLE, citewatch

ARTICLE, ARCHIVE, SOURCES = (str(EXAMPLE / name) for name in ("article.txt", "archive.warc.gz", "sources.csv"))
VERIFY = ("verify", ARTICLE, "--archive", ARCHIVE, "--offline", "--sources", SOURCES, "--quiet")


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("night")
    assert citewatch(*VERIFY, "--format", "json", "--out", "old", home=home).returncode == 1
    return home


def test_an_earlier_report_as_the_baseline_makes_its_findings_known(night: Path) -> None:
    known = ("--baseline", "old/report.json", "--out", "new")
    assert citewatch(*VERIFY, *known, home=night).returncode == 0
    report = json.loads((night / "new" / "report.json").read_bytes())
    assert {exemption["by"] for exemption in report["exempt"]} == {"baseline"}


def test_a_baseline_file_does_the_same_until_it_expires(night: Path) -> None:
    made = citewatch("baseline", "old/report.json", "--reason", "by hand", "--until", "2999-01-01", home=night)
    for until, status in ((b"2999-01-01", 0), (b"2001-01-01", 1)):
        (night / "known.json").write_bytes(made.stdout.replace(b"2999-01-01", until))
        assert citewatch(*VERIFY, "--baseline", "known.json", "--out", "new", home=night).returncode == status


def test_a_baseline_that_is_none_is_refused_before_anything_is_checked(night: Path) -> None:
    (night / "bad.json").write_text("{}")
    finished = citewatch(*VERIFY, "--baseline", "bad.json", "--out", "never", home=night)
    assert finished.returncode == 2
    assert b"bad.json" in finished.stderr
    assert not (night / "never").exists()


def test_a_comment_in_the_document_exempts_its_claim(tmp_path: Path) -> None:
    claim = "The opera house of Westhaven was painted red in 1931."
    reference = "[^1]: <https://gobi-business.example/2013/06/air-link>"
    text = f"{claim}<!-- citewatch: ignore they wrote us so -->[^1]\n\n{reference}\n"
    (tmp_path / "a.md").write_text(text)
    run = ("verify", "a.md", "--archive", ARCHIVE, "--offline", "--quiet")
    assert citewatch(*run, home=tmp_path).returncode == 0
    (tmp_path / "a.md").write_text(text.replace("<!-- citewatch: ignore they wrote us so -->", ""))
    assert citewatch(*run, home=tmp_path).returncode == 1


def test_rules_of_the_configuration_exempt_by_the_pattern_of_a_url(tmp_path: Path) -> None:
    rule = '[[ignore]]\nurl = "https://gobi-business.example/*"\nreason = "settled by letter"\n'
    (tmp_path / "citewatch.toml").write_text(rule)
    assert citewatch(*VERIFY, "--fail-on", "not_supported", home=tmp_path).returncode == 0


def test_thresholds_by_path_beat_the_general_one(tmp_path: Path) -> None:
    (tmp_path / "citewatch.toml").write_text('[[paths]]\npath = "*article.txt"\nfail-on = ["none"]\n')
    assert citewatch(*VERIFY, home=tmp_path).returncode == 0


def test_a_share_lets_a_few_findings_pass(tmp_path: Path) -> None:
    assert citewatch(*VERIFY, "--fail-on", "not_supported > 50 %", home=tmp_path).returncode == 0
    assert citewatch(*VERIFY, "--fail-on", "not_supported > 2 %", home=tmp_path).returncode == 1


def test_statuses_can_fail_a_run(tmp_path: Path) -> None:
    assert citewatch(*VERIFY, "--fail-on", "soft_404", home=tmp_path).returncode == 1


@pytest.mark.parametrize("form", ["html", "junit", "sarif", "markdown", "wikitext", "csv"])
def test_a_report_is_rendered_again_as_verify_would_have(night: Path, form: str) -> None:
    assert citewatch(*VERIFY, "--format", f"json,{form}", "--out", "both", home=night).returncode == 1
    again = citewatch("report", "both/report.json", "--format", form, "--out", "again", home=night)
    assert again.returncode == 0
    (made,) = (night / "again").iterdir()
    assert made.read_bytes() == (night / "both" / made.name).read_bytes()
    made.unlink()


def test_a_report_can_go_to_standard_output(night: Path) -> None:
    printed = citewatch("report", "old/report.json", "--format", "json", "--out", "-", home=night).stdout
    assert printed == (night / "old" / "report.json").read_bytes()


def test_no_change_is_no_output_and_status_0(night: Path) -> None:
    finished = citewatch("diff", "old/report.json", "old/report.json", home=night)
    assert (finished.returncode, finished.stdout) == (0, b"")


def test_a_claim_that_an_edit_made_worse_is_told_and_makes_the_status_1(night: Path) -> None:
    wrong = Path(ARTICLE).read_text(encoding="utf-8")
    sentence = "A Mongolian oil trader bought a fifth of the Sungri refinery in Rason in\n2013."
    right = wrong.replace(
        sentence, "The state airline of the North will serve the route\nonce a week with a small jet."
    )
    assert right != wrong
    for night_name, text in (("one", right), ("two", wrong)):
        (night / "document.txt").write_text(text, encoding="utf-8")
        arguments = [part.replace(ARTICLE, "document.txt") for part in VERIFY]
        citewatch(*arguments, "--out", night_name, home=night)
    finished = citewatch("diff", "one/report.json", "two/report.json", home=night)
    assert finished.returncode == 1
    assert finished.stdout.startswith(b"edited  document.txt:24  supported -> not_supported  A Mongolian oil trader")
    assert citewatch("diff", "two/report.json", "one/report.json", home=night).returncode == 0


def test_a_finding_that_the_baseline_accepts_is_not_accepted_in_other_words(night: Path) -> None:
    (night / "known.json").write_bytes(citewatch("baseline", "old/report.json", home=night).stdout)
    edited = Path(ARTICLE).read_text(encoding="utf-8").replace("in Rason in\n2013", "at Rason in\n2013")
    (night / "article.txt").write_text(edited, encoding="utf-8")
    entries = (night / "known.json").read_text(encoding="utf-8").replace(ARTICLE, "article.txt")
    (night / "known.json").write_text(entries, encoding="utf-8")
    arguments = [part.replace(ARTICLE, "article.txt") for part in VERIFY]
    assert citewatch(*arguments, "--baseline", "known.json", "--out", "edited", home=night).returncode == 1
    notes = json.loads((night / "edited" / "report.json").read_bytes())["notes"]
    notes.remove(WITHOUT)
    assert len(notes) == 1
    assert "it was edited to “A Mongolian oil trader bought a fifth of the Sungri refinery at Rason" in notes[0]
    assert "does not cover" in notes[0]


def test_what_is_no_report_is_refused_by_name(night: Path) -> None:
    (night / "bad.json").write_text("[]")
    finished = citewatch("diff", "old/report.json", "bad.json", home=night)
    assert finished.returncode == 2
    assert b"bad.json" in finished.stderr


def test_an_empty_store_is_listed_and_verified(tmp_path: Path) -> None:
    for action in (["list"], ["verify"], ["prune", "--to-bytes", "9"]):
        finished = citewatch("store", *action, "--store", "here", home=tmp_path)
        assert finished.returncode == 0
        assert b"The store here is empty: nothing was fetched yet." in finished.stderr


def test_what_a_stopped_corpus_run_goes_on_from_is_not_pruned(tmp_path: Path) -> None:
    for folder in ("fetched", "corpus/1f/read"):
        (tmp_path / "here" / folder).mkdir(parents=True)
        with Store(tmp_path / "here" / folder, writing=True) as store:
            store.keep("k", HttpResponse(url="http://a.example/", status=200, headers=(), body=b"A page."))
    finished = citewatch("store", "prune", "--to-bytes", "0", "--store", "here", home=tmp_path)
    assert b"corpus is kept" in finished.stderr
    assert not list(tmp_path.glob("here/fetched/**/*.warc.gz"))
    assert list(tmp_path.glob("here/corpus/**/*.warc.gz"))


def test_verify_prints_the_report_where_out_is_a_dash(tmp_path: Path) -> None:
    printed = citewatch(*VERIFY, "--format", "json", "--out", "-", home=tmp_path)
    assert json.loads(printed.stdout)["schema_version"] == 2
    assert not (tmp_path / "-").exists()


def test_a_report_that_cannot_be_written_is_not_lost(tmp_path: Path) -> None:
    (tmp_path / "out" / "report.json").mkdir(parents=True)
    finished = citewatch(*VERIFY, "--format", "json", "--out", "out", home=tmp_path, extra={"TMPDIR": str(tmp_path)})
    (saved,) = tmp_path.glob("citewatch-report-*/report.json")
    assert finished.returncode == 4
    assert str(saved.parent) in finished.stderr.decode()
    assert json.loads(saved.read_bytes())["summary"]["claims"] == 15
