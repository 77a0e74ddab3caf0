"""`citewatch verify` over archives that hold a page at another time, at another address, or in a damaged file."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.crawler.archive_files import Archived, article, write_warc
from tests.process import citewatch

ACCESS = "2 March 2020"
SAID = "The harbour of Skarvik was dredged by Dutch engineers in 1934."


def page(url: str, day: str, words: str = SAID) -> Archived:
    return Archived(url=url, time=f"{day}T12:00:00Z", body=article(words))


def moved(url: str, day: str, to: str) -> Archived:
    return Archived(url=url, time=f"{day}T12:00:00Z", status="301 Moved", headers={"Location": to}, body=b"")


CITED = {
    "tracking": "http://one.example/story?utm_source=chatgpt.com",
    "mobile": "http://m.zwei.example/artikel/17.html",
    "index": "http://trois.example/port/index.html",
    "later copy": "http://four.example/port",
    "moved": "http://five.example/port",
    "moved elsewhere": "http://six.example/hafen",
    "moved to nothing": "http://seven.example/port",
}
HELD = (
    page("http://one.example/story", "2020-03-01"),
    page("http://www.zwei.example/artikel/17.html", "2020-03-01"),
    page("http://trois.example/port/", "2020-03-01"),
    page("http://four.example/port", "2012-03-01", "Under construction since the spring of 2012."),
    page("http://four.example/port", "2020-03-04"),
    moved("http://five.example/port", "2020-03-01", "/new"),
    page("http://five.example/new", "2021-03-01"),
    moved("http://six.example/hafen", "2020-03-01", "/neu"),
    page("http://six.example/neu", "2022-03-01", "Der Hafen ist heute ein Museum."),
    moved("http://seven.example/port", "2020-03-01", "/new"),
)


def verify(home: Path, cited: dict[str, str], archive: str) -> dict[str, dict[str, Any]]:
    """The claim by each address."""
    claims = "\n\n".join(f"{SAID}[{number}]" for number in range(1, len(cited) + 1))
    entries = "\n".join(f"{n}. ^ An entry. {url} Retrieved {ACCESS}." for n, url in enumerate(cited.values(), 1))
    (home / "a.txt").write_text(f"{claims}\n\nReferences\n\n{entries}\n", "utf-8")
    finished = citewatch("verify", "a.txt", "--archive", archive, "--offline", home=home)
    assert finished.returncode in (0, 1), finished.stderr.decode()
    report = json.loads((home / "citewatch-report" / "report.json").read_bytes())
    claims_of = dict(zip(cited, report["documents"][0]["claims"], strict=True))
    return claims_of | {"notes": report["notes"]}


@pytest.fixture(scope="module")
def claims(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    home = tmp_path_factory.mktemp("copies")
    write_warc(home / "pages.warc.gz", HELD)
    return verify(home, CITED, "pages.warc.gz")


@pytest.mark.parametrize("name", ["tracking", "mobile", "index", "later copy", "moved"])
def test_the_copy_that_says_so_is_found(claims: dict[str, dict[str, Any]], name: str) -> None:
    assert claims[name]["verdict"] == "supported"


@pytest.mark.parametrize("name", ["tracking", "mobile", "index"])
def test_the_rule_of_a_lenient_look_up_is_in_the_report(claims: dict[str, dict[str, Any]], name: str) -> None:
    assert "looked up" in claims[name]["checks"][0]["capture"]["rule"]


@pytest.mark.parametrize("name", ["moved elsewhere", "moved to nothing"])
def test_what_the_later_target_of_a_redirect_lacks_is_no_finding(claims: dict[str, dict[str, Any]], name: str) -> None:
    assert claims[name]["verdict"] == "source_unavailable"
    assert claims[name]["checks"][0]["status"] == "moved"


def test_a_page_in_the_lost_part_of_an_archive_is_damaged(tmp_path: Path) -> None:
    file = write_warc(tmp_path / "torn.warc.gz", HELD)
    file.write_bytes(file.read_bytes()[: file.stat().st_size * 2 // 3])
    found = verify(tmp_path, {"lost": "http://six.example/neu"}, "torn.warc.gz")
    assert found["lost"]["checks"][0]["status"] == "damaged"
    assert any("torn.warc.gz" in note for note in found["notes"])


def contested(home: Path, *pages: Archived) -> dict[str, Any]:
    """The claim by a page with several copies."""
    write_warc(home / "pages.warc.gz", pages)
    found = verify(home, {"one": pages[0].url}, "pages.warc.gz")["one"]
    return dict(found)


CHANGED = "The harbour of Skarvik was dredged by Dutch engineers in 1951."


@pytest.mark.parametrize(("said", "changed"), [("2020-02-20", "2020-04-01"), ("2020-04-01", "2020-02-20")])
def test_the_copy_on_the_other_side_is_asked_before_an_alarm(tmp_path: Path, said: str, changed: str) -> None:
    url = "http://one.example/port"
    found = contested(tmp_path, page(url, said), page(url, changed, CHANGED))
    (check,) = found["checks"]
    assert found["verdict"] == check["verdict"] == "supported"
    assert check["capture"]["timestamp"] == said.replace("-", "") + "120000"
    later = changed > said
    assert (check["other"] is not None) == (not later)  # the earlier copy supports, and no other is asked


def test_drift_is_named_in_the_report(tmp_path: Path) -> None:
    url = "http://eins.example/hafen"
    contested(tmp_path, page(url, "2020-02-20", CHANGED), page(url, "2020-04-01"))
    html = (tmp_path / "citewatch-report" / "report.html").read_text("utf-8")
    assert "Supported by the copy of 1 April 2020, not yet by that of 20 February 2020." in html


def test_an_alarm_that_both_copies_raise_stays_one(tmp_path: Path) -> None:
    url = "http://uno.example/puerto"
    found = contested(
        tmp_path, page(url, "2020-02-20", CHANGED), page(url, "2020-04-01", CHANGED + " It is a museum today.")
    )
    (check,) = found["checks"]
    assert found["verdict"] == "contradicted"
    assert check["other"]["verdict"] == "contradicted"
    assert check["other"]["capture"]["timestamp"] == "20200401120000"


def test_an_error_page_on_the_other_side_says_nothing(tmp_path: Path) -> None:
    url = "http://one.example/port"
    gone = Archived(url=url, time="2020-04-01T12:00:00Z", status="404 Not Found", body=article(SAID))
    found = contested(tmp_path, page(url, "2020-02-20", CHANGED), gone)
    assert found["verdict"] == "contradicted"
    assert found["checks"][0]["other"] is None
