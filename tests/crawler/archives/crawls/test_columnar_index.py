"""crawler.archives.crawls.columnar_index and what follows it: many pages found in one table, and read in file order."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.records import Citation, Status
from crawler.archives.crawls.coalescing import coalesce
from crawler.archives.crawls.columnar_index import LocatedCapture, Reading, locate
from crawler.archives.crawls.located_captures import LocatedCaptures
from crawler.archives.crawls.ranged_records import Location
from crawler.archives.interface import ArchivedResponse
from crawler.archives.ranges.http_files import HttpFiles
from crawler.lookup.capture_lookup import look_up
from crawler.net.client import Client
from crawler.net.rate_limits import RateLimiter
from crawler.net.retrying import Endpoint, RetryPolicy, Service
from crawler.outcome import Failure
from crawler.urls import surt_key
from tests.crawler.archive_files import Archived, article
from tests.crawler.crawl_files import Row, serving_files, write_crawl, write_table

CRAWL = "CC-MAIN-2024-33"
LONG = "https://site005.example/"


@pytest.fixture(scope="module")
def crawl(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Row], Path]:
    folder = tmp_path_factory.mktemp("crawl")
    pages = [
        Archived(
            url=f"https://site{number:03}.example/",
            time="2024-08-05T10:20:30Z",
            body=article(f"It has {number} doors."),
        )
        for number in range(40)
    ]
    rows = write_crawl(folder, CRAWL, pages, cut=[LONG])
    return folder, rows, write_table(folder, CRAWL, rows)


def found(table: Path, urls: list[str], reading: Reading | None = None) -> list[LocatedCapture]:
    return list(locate(table, [surt_key(url) for url in urls], reading))


def test_wanted_pages_are_found_with_what_the_other_index_says(crawl: tuple[Path, list[Row], Path]) -> None:
    _, rows, table = crawl
    wanted = {"http://www.site007.example", LONG, "https://elsewhere.example/"}
    captures = found(table, list(wanted))
    assert [capture.row.url for capture in captures] == [LONG, "https://site007.example/"]
    listed = {row.key: row for row in rows}
    for capture in captures:
        row = listed[capture.key]
        assert capture.location == Location(
            file=row.file, offset=row.offset, length=row.length, truncated=row.truncated
        )
        assert (capture.row.timestamp, capture.row.status, capture.row.media_type) == (
            "20240805102030",
            200,
            "text/html",
        )
        assert capture.row.digest == f"sha1:{row.digest}"


def test_only_the_row_groups_in_which_wanted_pages_may_be_are_read(crawl: tuple[Path, list[Row], Path]) -> None:
    _, _, table = crawl
    reading = Reading()
    found(table, ["https://site007.example/", "https://site0065.example/"], reading)
    assert reading == Reading(groups=10, keys=1, whole=1)
    reading = Reading()
    found(table, ["https://a.example/", "https://zz.example/"], reading)
    assert reading == Reading(groups=10, keys=0, whole=0)


def test_a_table_of_the_years_before_truncation_was_listed_is_read(
    crawl: tuple[Path, list[Row], Path], tmp_path: Path
) -> None:
    import pyarrow.parquet

    table = pyarrow.parquet.read_table(crawl[2]).drop_columns(["content_truncated"])
    pyarrow.parquet.write_table(table, tmp_path / "old.parquet", write_statistics=False)
    (capture,) = found(tmp_path / "old.parquet", [LONG])
    assert capture.location.truncated is None


@pytest.mark.anyio
async def test_located_pages_are_looked_up_without_a_request_and_read_together(
    crawl: tuple[Path, list[Row], Path],
) -> None:
    folder, rows, table = crawl
    captures = found(table, [row.page.url for row in rows])
    with serving_files(folder) as server:
        async with Client(user_agent="test", max_bytes=10**7, timeout=5, allow_private=True) as client:
            endpoint = Endpoint(Service("cc"), client, RateLimiter(0), RetryPolicy(attempts=1))
            archive = LocatedCaptures(HttpFiles("cc", server.base, endpoint), captures, max_bytes=10**6)
            assert await archive.prefetch(capture.location for capture in captures) == 1
            for capture in captures:
                response = await archive.fetch(capture.row)
                assert isinstance(response, ArchivedResponse)
                assert response.url == capture.row.url
            assert len(server.asked) == 1
            none = await archive.captures("https://elsewhere.example/", None)
            again = await look_up(Citation(id="1", text="", url=LONG, urls=(LONG,)), (archive,), None)
            assert len(server.asked) == 2
    assert isinstance(none, Failure)
    assert none.status is Status.NEVER_ARCHIVED
    assert again.doubt is not None
    assert "cut the capture off" in again.doubt.reason


LOCATIONS = st.builds(Location, file=st.sampled_from(["a", "b"]), offset=st.integers(0, 400), length=st.integers(1, 60))


@given(locations=st.lists(LOCATIONS, max_size=20), gap=st.integers(0, 40), most=st.integers(1, 150))
def test_coalesced_ranges_hold_every_record_once_and_do_not_overlap(
    locations: list[Location], gap: int, most: int
) -> None:
    spans = list(coalesce(locations, gap=gap, most=most))
    assert sorted(map(str, (place for span in spans for place in span.records))) == sorted(map(str, set(locations)))
    for span in spans:
        for place in span.records:
            assert span.start <= place.offset
            assert place.offset + place.length <= span.start + span.length
    for one, other in pairwise(spans):
        assert (one.file, one.start + one.length) <= (other.file, other.start) or one.file < other.file


def test_neighbours_are_read_together_and_the_distant_apart() -> None:
    near = [Location(file="a", offset=at, length=10) for at in (0, 15, 100)]
    assert [(span.start, span.length) for span in coalesce(near, gap=5, most=50)] == [(0, 25), (100, 10)]
    assert [span.length for span in coalesce(near, gap=5, most=20)] == [10, 10, 10]
