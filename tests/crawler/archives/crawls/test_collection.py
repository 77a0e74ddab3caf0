"""crawler.archives.crawls.collection: WARC files with CDXJ beside them and WACZ files, in storage and on servers."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from claims.errors import ConfigurationError
from claims.records import Status
from crawler.app.open_archives import open_archives
from crawler.archives.crawls.collection import Collection
from crawler.archives.interface import Archive, ArchivedResponse, CaptureRow
from crawler.archives.local.index_rows import row_from_record
from crawler.archives.local.warc_records import FoundRecord, read_records
from crawler.outcome import Failure
from crawler.settings import Settings
from tests.crawler.archive_files import Archived, write_warc
from tests.crawler.crawl_files import serving_files, write_index

pytestmark = pytest.mark.anyio

PAGES = [
    Archived(url=f"http://site{number}.example/", time="2015-01-01T00:00:00Z", body=b"words %d" % number)
    for number in range(30)
]
URL = PAGES[7].url
LATER = Archived(url=URL, time="2019-01-01T00:00:00Z", body=b"later words")


def cdxj(warc: Path, name: str) -> list[str]:
    """The lines of an index of a WARC file, as indexers write them."""
    found: list[tuple[str, int]] = []
    with warc.open("rb") as stream:
        for item in read_records(stream):
            assert isinstance(item, FoundRecord)
            row = row_from_record(item.record, "")
            assert row is not None
            entry = f'"url": "{row.url}", "status": "{row.status or 200}", "digest": "{row.digest}"'
            kind = "warc/revisit" if row.revisit else "text/html"
            found.append((f'{row.key} {row.timestamp} {{{entry}, "mime": "{kind}", "filename": "{name}"', item.offset))
    ends = [offset for _, offset in found[1:]] + [warc.stat().st_size]
    lines = [f'{line}, "offset": "{at}", "length": "{end - at}"}}'
             for (line, at), end in zip(found, ends, strict=True)]  # fmt: skip
    return sorted(lines)


@pytest.fixture(scope="module")
def warc(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_warc(tmp_path_factory.mktemp("warc") / "pages.warc.gz", [*PAGES, LATER])


@pytest.fixture(scope="module")
def wacz(warc: Path) -> bytes:
    """A WACZ as its tools write it: records and blocks stored, the list of blocks beside them."""
    folder = warc.parent / "indexes"
    write_index(folder, cdxj(warc, warc.name))
    listed = [line.split("\t") for line in (folder / "cluster.idx").read_text().splitlines()]
    files = dict.fromkeys(file for _, file, *_ in listed)
    whole = b"".join((folder / file).read_bytes() for file in files)
    at, lines = 0, ['!meta 0 {"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}']
    for key, _, _, length, _ in listed:
        lines.append(f'{key} {{"offset": {at}, "length": {length}}}')
        at += int(length)
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        packed.writestr("archive/pages.warc.gz", warc.read_bytes())
        packed.writestr("indexes/index.cdx.gz", whole)
        packed.writestr("indexes/index.idx", "\n".join(lines) + "\n")
        packed.writestr("datapackage.json", "{}", zipfile.ZIP_DEFLATED)
    return data.getvalue()


@pytest.fixture
def bucket() -> Iterator[str]:
    system = fsspec.filesystem("memory")
    yield "memory://bucket"
    system.rm("/bucket", recursive=True)


def put(path: str, data: bytes) -> None:
    fsspec.filesystem("memory").pipe_file(f"/bucket/{path}", data)


def put_file(path: str, file: Path) -> None:
    put(path, file.read_bytes())


async def rows_of(archive: Archive, url: str = URL, near: str | None = None) -> tuple[CaptureRow, ...]:
    rows = await archive.captures(url, near)
    assert not isinstance(rows, Failure), rows
    return rows


async def check(name: str, tmp_path: Path, **settings: object) -> None:
    """Both captures of a page are found in the archive and can be fetched, and another page is not."""
    async with open_archives(Settings(archive=(name,), store=tmp_path, **settings)) as (archive,):  # type: ignore[arg-type]
        assert isinstance(archive, Collection)
        assert archive.name == name
        latest, first = await rows_of(archive)
        assert (await rows_of(archive, near="2014"))[0] == first
        for row, body in ((latest, b"later words"), (first, b"words 7")):
            response = await archive.fetch(row)
            assert isinstance(response, ArchivedResponse), response
            assert (response.body, response.timestamp) == (body, row.timestamp)
        answer = await archive.captures("http://site99.example/", None)
        assert isinstance(answer, Failure)
        assert answer.status is Status.NEVER_ARCHIVED


@pytest.mark.parametrize("folders", ["", "indexes|archive"], ids=["beside", "pywb"])
async def test_warc_files_with_an_index_in_storage(folders: str, warc: Path, bucket: str, tmp_path: Path) -> None:
    index, _, records = folders.partition("|")
    put(f"{index}/index.cdxj".lstrip("/"), "".join(f"{line}\n" for line in cdxj(warc, warc.name)).encode())
    put_file(f"{records}/pages.warc.gz".lstrip("/"), warc)
    await check(bucket, tmp_path, offline=True)


async def test_wacz_files_in_storage(wacz: bytes, bucket: str, tmp_path: Path) -> None:
    put("deep/pages.wacz", wacz)
    await check(bucket, tmp_path)


async def test_one_wacz_in_storage(wacz: bytes, bucket: str, tmp_path: Path) -> None:
    put("pages.wacz", wacz)
    await check(f"{bucket}/pages.wacz", tmp_path)


async def test_a_wacz_on_a_server(wacz: bytes, tmp_path: Path) -> None:
    (tmp_path / "pages.wacz").write_bytes(wacz)
    with serving_files(tmp_path) as server:
        await check(f"{server.base}/pages.wacz", tmp_path / "store", allow_private=True)


async def test_an_index_on_a_server(warc: Path, tmp_path: Path) -> None:
    (warc.parent / "index.cdxj").write_text("".join(f"{line}\n" for line in cdxj(warc, warc.name)))
    with serving_files(warc.parent) as server:
        await check(f"{server.base}/index.cdxj", tmp_path, allow_private=True)


async def test_a_revisit_has_the_body_that_it_refers_to(bucket: str, tmp_path: Path) -> None:
    path = write_warc(tmp_path / "pages.warc.gz", [Archived(url=URL, time="2015-01-01T00:00:00Z", body=b"words")])
    with path.open("ab") as file:
        writer = WARCWriter(file, gzip=True)
        record = writer.create_revisit_record(
            URL, "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ", URL, "2015-01-01T00:00:00Z",
            http_headers=StatusAndHeaders("200 OK", [("Content-Type", "text/plain")], protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": "2016-01-01T00:00:00Z"},
        )  # fmt: skip
        writer.write_record(record)
    put("index.cdxj", "".join(f"{line}\n" for line in cdxj(path, path.name)).encode())
    put_file("pages.warc.gz", path)
    async with open_archives(Settings(archive=(bucket,), store=tmp_path / "store")) as (archive,):
        response = await archive.fetch((await rows_of(archive))[0])
    assert isinstance(response, ArchivedResponse)
    assert (response.body, response.timestamp[:4]) == (b"words", "2016")
    assert response.headers["content-type"] == "text/plain"


async def test_files_without_an_index_are_refused_for_what_they_lack(warc: Path, bucket: str, tmp_path: Path) -> None:
    put_file("pages.warc.gz", warc)
    async with open_archives(Settings(archive=(bucket,), store=tmp_path)) as (archive,):
        answer = await archive.captures(URL, None)
    assert isinstance(answer, Failure)
    assert "no index that can be searched in place (.cdxj, .idx, .wacz)" in answer.reason


async def test_object_storage_on_the_network_is_no_offline_archive(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="cannot be read with --offline"):
        async with open_archives(Settings(archive=("s3://bucket/folder",), store=tmp_path, offline=True)):
            pass
