"""crawler.lookup.capture_selection: which capture of a page is asked for first."""

import pytest

from claims.records import Citation
from crawler.archives.interface import CaptureRow
from crawler.lookup import capture_selection
from crawler.lookup.capture_selection import CitedPage, cited_pages, rank_captures, wanted_time
from crawler.timestamps import distance

URL = "http://example.org/page"


def row(timestamp: str) -> CaptureRow:
    return CaptureRow(url=URL, timestamp=timestamp, status=200, media_type=None, digest=None, key=timestamp)


@pytest.mark.parametrize(
    ("access_date", "chosen"),
    [
        ("2006-03-10", "20060301000000"),
        ("2006-03", "20060320000000"),  # before the end of the month
        ("2006", "20061101000000"),
        ("2001", "20060301000000"),  # there is none before it: the first one after it
    ],
)
def test_a_date_of_any_exactness_wishes_for_the_last_capture_before_its_end(access_date: str, chosen: str) -> None:
    rows = [row(f"{day}000000") for day in ("20060301", "20060320", "20060405", "20061101", "20070101")]
    citation = Citation(id="1", text="", access_date=access_date)
    assert rank_captures(rows, CitedPage(url=URL), wanted_time(citation, None))[0].row.timestamp == chosen


@pytest.mark.parametrize(
    "stamp", ["2007", "200708", "20070822", "200708221530", "20070822153000if_", "20070822153000id_"]
)
def test_the_capture_that_the_reference_names_comes_first(stamp: str) -> None:
    archive_url = f"https://web.archive.org/web/{stamp}/{URL}"
    (page,) = cited_pages(Citation(id="1", text="", url=URL, archive_url=archive_url))
    rows = [row("20060101000000"), row("20070822153000"), row("20080101000000")]
    chosen = rank_captures(rows, page, wanted_time(Citation(id="1", text="", access_date="2006-01-01"), None))[0]
    assert chosen.row.timestamp == "20070822153000"
    assert chosen.rule == "the capture that the reference names"


def test_a_capture_of_another_page_is_looked_up_after_the_page_itself() -> None:
    other = "https://web.archive.org/web/20070822153000/http://other.example/"
    found = cited_pages(Citation(id="1", text="", url=URL, archive_url=other))
    assert found == (CitedPage(url=URL), CitedPage(url="http://other.example/", named="20070822153000"))


def test_places_on_one_page_are_one_page() -> None:
    urls = (f"{URL}#one", f"{URL}#:~:text=two", f"{URL}#!three")
    assert cited_pages(Citation(id="1", text="", url=urls[0], urls=urls)) == (CitedPage(url=URL),)


def test_of_ten_thousand_captures_only_the_nearest_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []
    monkeypatch.setattr(capture_selection, "same_page", lambda *urls: compared.append(urls) or True)
    monkeypatch.setattr(capture_selection, "distance", lambda *times: compared.append(times) or distance(*times))
    rows = [row(str(20_000_101_000_000 + number)) for number in range(0, 40_000, 4)]
    citation = Citation(id="1", text="", access_date="2000-01-01T02:00:00")
    chosen = rank_captures(rows, CitedPage(url=URL), wanted_time(citation, None))
    assert len(compared) <= 200
    assert [candidate.row.timestamp for candidate in chosen[:2]] == ["20000101020000", "20000101020004"]
