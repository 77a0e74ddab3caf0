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
def test_the_nearest_capture_is_chosen_and_of_two_near_ones_the_earlier(access_date: str, chosen: str) -> None:
    rows = [row(f"{day}000000") for day in ("20060301", "20060320", "20060405", "20061101", "20070102")]
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


def ranking(timestamps: list[str], citation: Citation) -> list[tuple[str, str]]:
    """Timestamps and rules of the captures in the order in which they are tried."""
    candidates = rank_captures(map(row, timestamps), CitedPage(url=URL), wanted_time(citation, None))
    return [(candidate.row.timestamp, candidate.rule) for candidate in candidates]


def test_each_capture_is_tried_once_the_best_of_either_side_first_and_the_rest_by_distance() -> None:
    stamps = [f"200603{day:02}000000" for day in (1, 8, 9, 12, 14, 20)]
    citation = Citation(id="1", text="", access_date="2006-03-10")
    days = [int(timestamp[6:8]) for timestamp, _ in ranking(stamps, citation)]
    assert days == [9, 12, 8, 14, 20, 1]


def test_with_a_date_of_publication_captures_after_it_come_first() -> None:
    stamps = ["20060309000000", "20060310000000", "20060311000000"]
    (first, rule), *_ = ranking(stamps, Citation(id="1", text="", date="2006-03-10"))
    assert (first, rule) == ("20060311000000", "the nearest capture after the date of publication 2006-03-10")


@pytest.mark.parametrize(
    ("timestamp", "rule"),
    [
        ("20060310120000", "a capture of the access date 2006-03-10"),
        ("20060309235959", "the nearest capture before the access date 2006-03-10"),
        ("20060311115959", "a capture of the access date 2006-03-10"),  # still that day in the last time zone
        ("20060311120000", "the nearest capture after the access date 2006-03-10"),
    ],
)
def test_the_rule_says_on_which_side_of_the_date_a_capture_is(timestamp: str, rule: str) -> None:
    assert ranking([timestamp], Citation(id="1", text="", access_date="2006-03-10")) == [(timestamp, rule)]


def test_the_last_second_of_a_month_is_before_its_end() -> None:
    ((_, rule),) = ranking(["20060331235959"], Citation(id="1", text="", access_date="2006-03"))
    assert rule == "the nearest capture before the access date 2006-03"


def test_without_a_date_the_latest_capture_comes_first() -> None:
    stamps = ["20060309000000", "20080310000000", "20070311000000"]
    found = ranking(stamps, Citation(id="1", text=""))
    assert found[0] == ("20080310000000", "the latest capture")
    assert [timestamp[:4] for timestamp, _ in found] == ["2008", "2007", "2006"]


def test_a_hundred_captures_on_either_side_of_the_date_are_tried() -> None:
    stamps = [f"2006{month:02}{day:02}000000" for month in range(1, 13) for day in range(1, 29)]
    found = sorted(timestamp for timestamp, _ in ranking(stamps, Citation(id="1", text="", access_date="2006-06-28")))
    assert found == stamps[168 - 100 : 168 + 100]


@pytest.mark.parametrize(
    ("before", "after", "chosen"),
    [
        ("19980310", "20060312", "20060312"),  # eight years older
        ("20060115", "20060312", "20060312"),
        ("20060220", "20060312", "20060220"),  # both near
        ("20060208", "20060312", "20060208"),  # 30 days before: near
        ("20060207", "20060312", "20060312"),
        ("20050310", "20110310", "20050310"),  # both far, the earlier nearer
    ],
)
def test_an_earlier_capture_is_preferred_only_where_it_is_near_or_nearer(before: str, after: str, chosen: str) -> None:
    stamps = [f"{before}000000", f"{after}000000"]
    assert ranking(stamps, Citation(id="1", text="", access_date="2006-03-10"))[0][0] == f"{chosen}000000"
