"""`citewatch fetch`: the copy that verify would use, as JSON or as bare text."""

import json
from pathlib import Path

import pytest

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


def test_a_page_that_was_never_archived_says_so_and_ends_with_1(tmp_path: Path) -> None:
    finished = citewatch("fetch", "https://nowhere.example/", *OFFLINE, home=tmp_path)
    assert finished.returncode == 1
    assert json.loads(finished.stdout)["status"] == "never_archived"


def test_a_day_that_is_no_date_is_refused_by_name(tmp_path: Path) -> None:
    finished = citewatch("fetch", PAGE, "--at", "16 June 2001", *OFFLINE, home=tmp_path)
    assert finished.returncode == 2
    assert b"'16 June 2001' is no date such as 2010-01-31" in finished.stderr
