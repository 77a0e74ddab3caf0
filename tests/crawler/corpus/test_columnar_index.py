"""`--columnar-index`: the rows of a run that searches the other index, with fewer requests."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from claims.errors import ArchiveFileError, UnfinishedError, UsageError
from crawler.corpus.engines.serial import SerialEngine
from crawler.corpus.job import Job, Stage
from crawler.corpus.manifest import done_parts
from crawler.corpus.tables import SOURCES, TABLES, Row, Table
from tests.crawler.archive_files import Archived
from tests.crawler.corpus.small_corpus import SmallCorpus, made
from tests.crawler.crawl_files import serving_files, write_crawl, write_table
from tests.crawler.servers import Asked, Server, reply

OLD, NEW = "CC-MAIN-2019-04", "CC-MAIN-2020-24"
INDEX, TABLE = "/cc-index/collections/", "/cc-index/table/"
FERRY, FERRIES = "http://valley.example/ferry", "http://valley.example/ferries"
MOBILE_BRIDGE = "http://m.valley.example/bridge"
MOBILE = f"""The bridge at Ulvund was finished in 1891 by the engineer Per Olsen.[1]

References

1. The bridge. {MOBILE_BRIDGE} Retrieved 1 June 2019.
"""


@pytest.fixture(scope="module")
def store(small: SmallCorpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two crawls with pages of each; in one, a page has moved to an address that no document cites."""
    folder = tmp_path_factory.mktemp("crawls")
    for name, year in ((OLD, "2019"), (NEW, "2020")):
        time = f"{year}-02-01T00:00:00Z"
        pages = [page for page in small.pages if page.time.startswith(year)]
        pages += [Archived(url=f"http://site{number:02}.example/", time=time) for number in range(9)]
        if name == OLD:
            pages.append(Archived(url=FERRY, time=time, status="301 Moved", headers={"Location": FERRIES}))
            pages.append(replace(small.pages[0], url=FERRIES, time=time))
        write_table(folder, name, write_crawl(folder, name, pages))
    (folder / "mobile.txt").write_text(MOBILE)
    return folder


@pytest.fixture
def server(store: Path) -> Iterator[Server]:
    with serving_files(store) as running:
        yield running


def job(small: SmallCorpus, store: Path, base: str, folder: Path, *, columnar_index: bool = True) -> Job:
    """A job over the documents of the small corpus, and one that cites a page by its mobile address."""
    made_of = small.job(folder, columnar_index=columnar_index)
    settings = replace(made_of.settings, archive=(f"cc:{base}",), crawl=(OLD, NEW), offline=False, allow_private=True)
    inputs = (*made_of.inputs, str(store / "mobile.txt"))
    return replace(made_of, settings=settings, inputs=inputs, part_bytes=10**6)


def rows(job: Job, table: Table) -> list[Row]:
    return [row for part in table.parts(job.out) for row in table.read(job.out, part)]


def undated(read: list[Row]) -> list[str]:
    """Rows without their times of retrieval, sorted."""
    return sorted(str(row | {"fetched": None}) for row in read)


def kinds(server: Server) -> Counter[str]:
    return Counter(map(_kind, server.asked))


def _kind(asked: Asked) -> str:
    return next((kind for kind in (INDEX, TABLE) if asked.path.startswith(kind)), "records and lists")


def test_the_rows_are_those_of_the_other_index_with_fewer_requests(
    small: SmallCorpus, store: Path, server: Server, tmp_path: Path
) -> None:
    one_by_one = job(small, store, server.base, tmp_path / "one", columnar_index=False)
    made(one_by_one, SerialEngine())
    before = kinds(server)
    server.asked.clear()
    joined = job(small, store, server.base, tmp_path / "joined")
    assert made(joined, SerialEngine()).counts["located"] == 6
    after = kinds(server)
    for table in TABLES:
        assert undated(rows(joined, table)) == undated(rows(one_by_one, table))
    sources = rows(joined, SOURCES)
    assert {row["url"] for row in sources if row["capture"]} >= {FERRY, MOBILE_BRIDGE}
    assert all(row["fetched"] for row in sources if row["capture"])
    assert after[TABLE] > before[TABLE] == 0
    assert after[INDEX] < before[INDEX]


def test_a_table_that_cannot_be_read_ends_the_run_and_the_next_one_goes_on(
    small: SmallCorpus, store: Path, tmp_path: Path
) -> None:
    ill = True

    def refuse(asked: Asked, _: bytes) -> bytes | None:
        return reply("403 Forbidden") if ill and asked.path.startswith(f"{TABLE}cc-main/warc/crawl={NEW}") else None

    with serving_files(store, refuse) as server:
        wanted = replace(job(small, store, server.base, tmp_path), inputs=(str(store / "mobile.txt"),))
        with pytest.raises(UnfinishedError, match="the columnar index could not be read"):
            made(wanted, SerialEngine())
        assert list(done_parts(wanted.out, Stage.LOCATE)) == [0]
        assert not done_parts(wanted.out, Stage.LOOK_UP)
        ill = False
        made(wanted, SerialEngine())
    assert list(done_parts(wanted.out, Stage.LOCATE)) == [0, 1]


def test_archives_without_such_an_index_are_refused(
    small: SmallCorpus, store: Path, tmp_path: Path, server: Server
) -> None:
    with pytest.raises(UsageError, match="no crawl with a columnar index"):
        made(small.job(tmp_path, columnar_index=True), SerialEngine())
    wanted = job(small, store, server.base, tmp_path / "other")
    (store / "crawl-data" / NEW / "cc-index-table.paths.gz").rename(tmp_path / "kept")
    try:
        with pytest.raises(ArchiveFileError, match="is missing"):
            made(wanted, SerialEngine())
    finally:
        (tmp_path / "kept").rename(store / "crawl-data" / NEW / "cc-index-table.paths.gz")
