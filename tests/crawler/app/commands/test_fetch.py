"""`citewatch fetch`: the copy that verify would use, as JSON or as bare text."""

import json
import shlex
from pathlib import Path

import msgspec
import pytest

from claims.records import Capture
from reports.view.rows.check_rows import fetch_command
from tests.process import EXAMPLE, citewatch

OFFLINE = ("--archive", str(EXAMPLE / "archive.warc.gz"), "--offline")
PAGE = "http://steppe-herald.example/2002/08/12/friendship-in-writing"


@pytest.mark.parametrize(("day", "timestamp"), [("2002-08-15", "20020813061000"), ("2007-08-22", "20070820093144")])
def test_the_copy_nearest_to_the_day_is_chosen(tmp_path: Path, day: str, timestamp: str) -> None:
    finished = citewatch("fetch", PAGE, "--at", day, *OFFLINE, home=tmp_path)
    assert finished.returncode == 0
    assert json.loads(finished.stdout)["capture"]["timestamp"] == timestamp


def test_without_a_day_the_latest_copy_is_chosen(tmp_path: Path) -> None:
    finished = citewatch("fetch", PAGE, *OFFLINE, home=tmp_path)
    assert json.loads(finished.stdout)["capture"]["timestamp"] == "20070820093144"


def test_text_alone_is_the_text_of_the_json(tmp_path: Path) -> None:
    text = citewatch("fetch", PAGE, "--text", *OFFLINE, home=tmp_path).stdout.decode()
    source = json.loads(citewatch("fetch", PAGE, *OFFLINE, home=tmp_path).stdout)["source"]
    assert text == source["text"] + "\n"
    assert "laid a wreath" in text


def test_html_is_the_page_itself(tmp_path: Path) -> None:
    page = citewatch("fetch", PAGE, "--html", *OFFLINE, home=tmp_path).stdout.decode()
    assert page.lstrip().startswith("<")
    assert "laid a wreath" in page


def test_the_command_of_a_finding_prints_the_text_that_it_quotes(tmp_path: Path) -> None:
    report = citewatch("demo", "--out", "-", "--format", "json", home=tmp_path).stdout
    (tmp_path / "archive.warc.gz").write_bytes((EXAMPLE / "archive.warc.gz").read_bytes())
    (document,) = json.loads(report)["documents"]
    checks = [check for claim in document["claims"] for check in claim["checks"] if check["evidence"]]
    assert len(checks) > 9
    for check in checks[:3]:
        command = shlex.split(fetch_command(msgspec.convert(check["capture"], Capture)))
        text = citewatch(*command[1:], home=tmp_path).stdout.decode()
        for quote in check["evidence"]:
            assert text[quote["start"] : quote["end"]] == quote["quote"]


def test_a_page_that_was_never_archived_says_so_and_ends_with_1(tmp_path: Path) -> None:
    finished = citewatch("fetch", "https://nowhere.example/", *OFFLINE, home=tmp_path)
    assert finished.returncode == 1
    assert json.loads(finished.stdout)["status"] == "never_archived"


def test_a_day_that_is_no_date_is_refused_by_name(tmp_path: Path) -> None:
    finished = citewatch("fetch", PAGE, "--at", "16 June 2001", *OFFLINE, home=tmp_path)
    assert finished.returncode == 2
    assert b"'16 June 2001' is no date such as 2010-01-31" in finished.stderr
