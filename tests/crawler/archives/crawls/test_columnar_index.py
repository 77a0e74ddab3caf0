"""crawler.archives.crawls.columnar_index and what follows it: many pages found in one table, and read in file order."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.records import Citation, Status
from crawler.app.open_archives import open_archives
from crawler.archives.crawls.coalescing import coalesce
from crawler.archives.crawls.columnar_index import DamagedTable, LocatedCapture, Reading, locate
from crawler.archives.crawls.common_crawl import CommonCrawl
from crawler.archives.crawls.crawl_tables import CrawlTable
from crawler.archives.crawls.located_captures import LocatedCaptures
from crawler.archives.crawls.ranged_records import Location, location_of
from crawler.archives.interface import ArchivedResponse
from crawler.lookup.capture_lookup import look_up
from crawler.net.retrying import RetryPolicy
from crawler.outcome import Failure
from crawler.settings import Settings
from crawler.urls import surt_key
from tests.crawler.archive_files import Archived, article
from tests.crawler.crawl_files import Row, serving_files, write_crawl, write_table
from tests.crawler.servers import Server

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
    return list(locate(table, CRAWL, [surt_key(url) for url in urls], reading))


def test_wanted_pages_are_found_with_what_the_other_index_says(crawl: tuple[Path, list[Row], Path]) -> None:
    _, rows, table = crawl
    wanted = {"http://www.site007.example", LONG, "https://elsewhere.example/"}
    captures = found(table, list(wanted))
    assert [capture.row.url for capture in captures] == [LONG, "https://site007.example/"]
    listed = {row.key: row for row in rows}
    for capture in captures:
        row = listed[capture.key]
        assert location_of(capture.row) == Location(
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
    assert location_of(capture.row).truncated is None


def test_a_file_that_is_no_table_is_damaged(tmp_path: Path) -> None:
    import pyarrow
    import pyarrow.parquet

    (tmp_path / "torn.parquet").write_bytes(b"PAR1 and no more")
    pyarrow.parquet.write_table(pyarrow.table({"url": ["a"]}), tmp_path / "other.parquet")
    for name in ("torn", "other"):
        with pytest.raises(DamagedTable):
            found(tmp_path / f"{name}.parquet", [LONG])


@asynccontextmanager
async def opened(folder: Path, tmp_path: Path) -> AsyncIterator[tuple[CommonCrawl, Server]]:
    with serving_files(folder) as server:
        asked = Settings(archive=(f"cc:{server.base}",), crawl=(CRAWL,), store=tmp_path, allow_private=True)
        async with open_archives(asked, RetryPolicy(attempts=1)) as (archive,):
            assert isinstance(archive, CommonCrawl)
            yield archive, server


@pytest.mark.anyio
async def test_located_pages_are_looked_up_without_a_request_and_read_together(
    crawl: tuple[Path, list[Row], Path], tmp_path: Path
) -> None:
    folder, rows, _ = crawl
    urls = [row.page.url for row in rows] + ["https://elsewhere.example/"]
    keys = [surt_key(url) for url in urls]
    async with opened(folder, tmp_path) as (plain, server):
        tables = await plain.tables()
        assert not isinstance(tables, Failure)
        (table,) = tables
        captures = await plain.join(table, iter(keys))
        assert not isinstance(captures, Failure)
        archive = plain.with_located(LocatedCaptures(keys, captures))
        before = len(server.asked)
        assert await archive.prefetch(capture.row for capture in captures) == 1
        for url in urls:
            located = await archive.captures(url, None)
            if not isinstance(located, Failure):
                response = await archive.fetch(located[0])
                assert isinstance(response, ArchivedResponse)
                assert response.url == url
        assert len(server.asked) == before + 1
        assert [await archive.captures(url, None) for url in urls] == [await plain.captures(url, None) for url in urls]
        again = await look_up(Citation(id="1", text="", url=LONG, urls=(LONG,)), (archive,), None)
    assert again.doubt is not None
    assert "cut the capture off" in again.doubt.reason


@pytest.mark.anyio
async def test_a_table_that_is_missing_or_no_table_is_damaged(
    crawl: tuple[Path, list[Row], Path], tmp_path: Path
) -> None:
    async with opened(crawl[0], tmp_path) as (archive, _):
        for path in ("cc-index/none.parquet", f"cc-index/collections/{CRAWL}/indexes/cluster.idx"):
            answer = await archive.join(CrawlTable(crawl=CRAWL, path=path), [])
            assert isinstance(answer, Failure)
            assert answer.status is Status.DAMAGED


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
