"""crawler.archives.local.archive: local WARC, ARC and WACZ files, good and broken."""

import gzip
import os
import random
import shutil
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from claims.errors import ArchiveFileError
from claims.records import Status
from crawler.archives.interface import ArchivedResponse, CaptureRow
from crawler.archives.local.archive import LocalArchive, open_local
from crawler.outcome import Failure
from tests.crawler.archive_files import Archived, write_warc
from tests.shared import SHARED, shared

pytestmark = pytest.mark.anyio

URL = "http://www.example.org/page"
GZIPPED = gzip.compress(b"words", mtime=0)


async def rows_of(archive: LocalArchive, url: str = URL, near: str | None = None) -> tuple[CaptureRow, ...]:
    rows = await archive.captures(url, near)
    assert not isinstance(rows, Failure)
    return rows


async def body_of(archive: LocalArchive, url: str = URL, near: str | None = None) -> bytes:
    response = await archive.fetch((await rows_of(archive, url, near))[0])
    assert isinstance(response, ArchivedResponse)
    return response.body


@pytest.mark.parametrize("name", ["pages.warc", "pages.warc.gz"])
async def test_a_page_is_found_by_any_way_to_write_its_address(tmp_path: Path, name: str) -> None:
    path = write_warc(tmp_path / name, [Archived(url=URL, time="2007-10-26T12:00:00Z", body=b"words")])
    archive = open_local(path, tmp_path / "cache")
    assert archive.name == name
    assert await body_of(archive, "https://example.org:443/page/#part") == b"words"


async def test_an_unknown_page_was_never_archived(tmp_path: Path) -> None:
    archive = open_local(write_warc(tmp_path / "a.warc", [Archived(url=URL, time="2007-10-26T12:00:00Z")]), tmp_path)
    answer = await archive.captures("http://example.org/other", None)
    assert isinstance(answer, Failure)
    assert answer.status is Status.NEVER_ARCHIVED


async def test_captures_come_newest_first_or_nearest_on_either_side(tmp_path: Path) -> None:
    pages = [Archived(url=URL, time=f"20{year:02}-01-01T00:00:00Z") for year in (5, 9, 7)]
    archive = open_local(write_warc(tmp_path / "a.warc", pages), tmp_path / "cache")
    assert [row.timestamp[:4] for row in await rows_of(archive)] == ["2009", "2007", "2005"]
    assert [row.timestamp[:4] for row in await rows_of(archive, near="20080101")] == ["2007", "2005", "2009"]


@pytest.mark.parametrize(
    ("headers", "sent"),
    [
        ({"Transfer-Encoding": "chunked"}, b"5\r\nwords\r\n0\r\n\r\n"),
        ({"Transfer-Encoding": "chunked"}, b"words"),
        ({"Content-Encoding": "gzip"}, GZIPPED),
        ({"Content-Encoding": "gzip"}, b"words"),
        ({}, GZIPPED),
    ],
    ids=["chunked", "chunked, undone", "gzip", "gzip, undone", "gzip, undeclared"],
)
async def test_bodies_are_decoded_whatever_the_headers_say(
    tmp_path: Path, headers: dict[str, str], sent: bytes
) -> None:
    page = Archived(url=URL, time="2007-10-26T12:00:00Z", body=sent, headers=headers)
    archive = open_local(write_warc(tmp_path / "a.warc.gz", [page]), tmp_path / "cache")
    assert await body_of(archive) == b"words"


async def test_a_body_over_the_limit_is_too_large(tmp_path: Path) -> None:
    page = Archived(url=URL, time="2007-10-26T12:00:00Z", body=gzip.compress(bytes(5_000_000)))
    archive = open_local(write_warc(tmp_path / "a.warc", [page]), tmp_path / "cache", max_bytes=1_000_000)
    answer = await archive.fetch((await rows_of(archive))[0])
    assert isinstance(answer, Failure)
    assert answer.status is Status.TOO_LARGE


@pytest.mark.parametrize("seed", range(20))
async def test_a_bad_record_does_not_lose_the_good_ones_after_it(tmp_path: Path, seed: int) -> None:
    good = [Archived(url=f"http://example.org/{n}", time="2007-10-26T12:00:00Z", body=b"%d" % n) for n in (1, 2)]
    one, two = (write_warc(tmp_path / f"{n}.warc.gz", [page]).read_bytes() for n, page in enumerate(good))
    torn = bytearray(one)
    torn[len(torn) // 2 :] = random.Random(seed).randbytes(40)
    path = tmp_path / "torn.warc.gz"
    path.write_bytes(one + torn + b"junk" + two)
    archive = open_local(path, tmp_path / "cache")
    assert await body_of(archive, "http://example.org/2") == b"2"
    assert any("torn.warc.gz: the record at byte" in problem for problem in archive.problems)


async def test_a_record_whose_length_is_wrong_does_not_swallow_the_next(tmp_path: Path) -> None:
    pages = [Archived(url=f"http://example.org/{n}", time="2007-10-26T12:00:00Z", body=b"x" * 40) for n in (1, 2, 3)]
    path = write_warc(tmp_path / "a.warc", pages)
    data = path.read_bytes()
    length = data.index(b"Content-Length: ") + len(b"Content-Length: ")
    path.write_bytes(data[:length] + b"9" + data[length:])
    archive = open_local(path, tmp_path / "cache")
    assert await body_of(archive, "http://example.org/2") == b"x" * 40
    assert await body_of(archive, "http://example.org/3") == b"x" * 40


async def test_the_last_record_cut_short_is_read_and_marked(tmp_path: Path) -> None:
    path = write_warc(tmp_path / "a.warc", [Archived(url=URL, time="2007-10-26T12:00:00Z", body=b"x" * 4_000)])
    path.write_bytes(path.read_bytes()[:-2_000])
    archive = open_local(path, tmp_path / "cache")
    response = await archive.fetch((await rows_of(archive))[0])
    assert isinstance(response, ArchivedResponse)
    assert response.truncated
    assert "cut short" in archive.problems[0]


async def test_one_gzip_stream_around_all_records_is_read(tmp_path: Path) -> None:
    pages = [Archived(url=f"http://example.org/{n}", time="2007-10-26T12:00:00Z", body=b"%d" % n) for n in range(5)]
    path = tmp_path / "whole.warc.gz"
    path.write_bytes(gzip.compress(write_warc(tmp_path / "plain.warc", pages).read_bytes()))
    archive = open_local(path, tmp_path / "cache")
    assert [await body_of(archive, f"http://example.org/{n}") for n in range(5)] == [b"0", b"1", b"2", b"3", b"4"]


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
async def test_a_wacz_is_read_in_place(tmp_path: Path, compression: int) -> None:
    pages = [Archived(url=f"http://example.org/{n}", time="2007-10-26T12:00:00Z", body=b"%d" % n) for n in range(3)]
    with zipfile.ZipFile(tmp_path / "a.wacz", "w", compression) as packed:
        packed.writestr("datapackage.json", "{}")
        packed.write(write_warc(tmp_path / "data.warc.gz", pages), "archive/data.warc.gz")
    archive = open_local(tmp_path / "a.wacz", tmp_path / "cache")
    assert await body_of(archive, "http://example.org/2") == b"2"


async def test_a_folder_is_one_archive_and_a_changed_file_is_indexed_anew(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    (folder / "deep").mkdir(parents=True)
    write_warc(folder / "a.warc", [Archived(url="http://example.org/a", time="2007-10-26T12:00:00Z", body=b"a")])
    write_warc(folder / "deep/b.warc", [Archived(url="http://example.org/b", time="2007-10-26T12:00:00Z", body=b"b")])
    assert await body_of(open_local(folder, tmp_path / "cache"), "http://example.org/b") == b"b"
    write_warc(folder / "a.warc", [Archived(url="http://example.org/new", time="2007-10-26T12:00:00Z", body=b"new")])
    (folder / "deep/b.warc").unlink()
    archive = open_local(folder, tmp_path / "cache")
    assert await body_of(archive, "http://example.org/new") == b"new"
    for gone in ("http://example.org/a", "http://example.org/b"):
        assert isinstance(await archive.captures(gone, None), Failure)
    assert [p.suffix for p in (tmp_path / "cache").iterdir()] == [".sqlite"]


async def test_the_index_is_built_once(tmp_path: Path) -> None:
    path = write_warc(tmp_path / "a.warc", [Archived(url=URL, time="2007-10-26T12:00:00Z")])
    open_local(path, tmp_path / "cache").close()
    (kept,) = (tmp_path / "cache").iterdir()
    before = kept.stat().st_mtime_ns
    open_local(path, tmp_path / "cache").close()
    assert kept.stat().st_mtime_ns == before


async def test_a_spoilt_index_is_built_anew(tmp_path: Path) -> None:
    path = write_warc(tmp_path / "a.warc", [Archived(url=URL, time="2007-10-26T12:00:00Z", body=b"words")])
    open_local(path, tmp_path / "cache").close()
    (kept,) = (tmp_path / "cache").iterdir()
    kept.write_bytes(b"no database" * 100)
    assert await body_of(open_local(path, tmp_path / "cache")) == b"words"


def cdxj(path: Path, *captures: tuple[str, int]) -> None:
    """A CDXJ index of the file `a.warc`: addresses and offsets."""
    lines = [
        f'key 20071026120000 {{"url": "{url}", "mime": "text/html", "status": "200", "offset": "{at}", '
        f'"filename": "a.warc"}}'
        for url, at in captures
    ]
    path.write_text("\n".join([*lines, "!meta {}", "org,example)/ 2007 {broken", ""]))


async def test_a_cdxj_index_beside_a_file_is_used_in_place_of_reading_it(tmp_path: Path) -> None:
    pages = [Archived(url=f"http://example.org/{n}", time="2007-10-26T12:00:00Z", body=b"%d" % n) for n in (1, 2)]
    data = write_warc(tmp_path / "a.warc", pages).read_bytes()
    second = data.index(b"WARC/1", 10)
    cdxj(tmp_path / "index.cdxj", ("http://www.example.org/2", second), ("http://example.org/3", 0))
    archive = open_local(tmp_path, tmp_path / "cache")
    assert await body_of(archive, "http://example.org/2") == b"2"
    assert isinstance(await archive.captures("http://example.org/1", None), Failure)
    wrong = await archive.fetch((await rows_of(archive, "http://example.org/3"))[0])
    assert isinstance(wrong, Failure)  # the record there is another page's


async def test_a_cdxj_index_older_than_its_file_is_not_believed(tmp_path: Path) -> None:
    cdxj(tmp_path / "index.cdxj", ("http://example.org/3", 0))
    os.utime(tmp_path / "index.cdxj", (1_000_000_000, 1_000_000_000))
    write_warc(tmp_path / "a.warc", [Archived(url=URL, time="2007-10-26T12:00:00Z", body=b"words")])
    assert await body_of(open_local(tmp_path / "a.warc", tmp_path / "cache")) == b"words"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("gone.warc", None, "No such file"),
        ("empty.warc.gz", b"", "is empty"),
        ("words.warc", b"just some words\n" * 50, "does not begin as"),
        ("noise.warc", random.Random(0).randbytes(5_000), "Nothing in it can be read"),
        ("a.warc.zst", b"\x28\xb5\x2f\xfd1234", "unzstd"),
        ("a.wacz", b"PK\x03\x04 and then nothing", "no whole WACZ"),
    ],
    ids=["missing", "empty", "words", "noise", "zstd", "torn zip"],
)
def test_a_file_that_is_no_archive_is_refused_by_name(
    tmp_path: Path, name: str, content: bytes | None, says: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ArchiveFileError, match=says) as caught:
        open_local(path, tmp_path / "cache")
    assert name in str(caught.value)
    assert caught.value.mend


def test_a_folder_without_archives_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArchiveFileError, match="holds no archive file"):
        open_local(tmp_path, tmp_path / "cache")


REAL = sorted((SHARED / "data/archives").glob("*"))


@pytest.mark.parametrize("name", [path.name for path in REAL] or ["(absent)"])
async def test_every_real_archive_is_read_or_refused(
    tmp_path: Path, name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    path = shared("data/archives") / name
    archive = opened_or_refused(path, tmp_path)
    for url in every_url(tmp_path) if archive else ():
        assert archive
        for row in await rows_of(archive, url):
            assert isinstance(await archive.fetch(row), (ArchivedResponse, Failure))
    assert capfd.readouterr().err == ""


def opened_or_refused(path: Path, cache: Path) -> LocalArchive | None:
    try:
        return open_local(path, cache)
    except ArchiveFileError as error:
        refusal = error
    assert path.name in str(refusal)
    assert refusal.mend
    return None


def every_url(cache: Path) -> list[str]:
    (kept,) = cache.glob("*.sqlite")
    with closing(sqlite3.connect(kept)) as rows:
        return [url for (url,) in rows.execute("SELECT DISTINCT url FROM captures")]


def test_a_folder_of_all_real_archives_is_read_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "all"
    shutil.copytree(shared("data/archives"), folder)
    archive = open_local(folder, tmp_path / "cache")
    assert any("ipwb__broken.warc" in problem for problem in archive.problems)


async def test_real_pages_of_2014_are_found_and_revisits_resolved(tmp_path: Path) -> None:
    archive = open_local(shared("data/archives/pywb__iana.warc.gz"), tmp_path)
    assert b"Introducing IANA" in await body_of(archive, "https://iana.org/about")
    logo = await rows_of(archive, "http://www.iana.org/_img/2013.1/icann-logo.svg")
    bodies = {r.body for r in [await archive.fetch(row) for row in logo] if isinstance(r, ArchivedResponse)}
    assert len(logo) > 10
    assert len(bodies) == 1


async def test_a_line_of_headers_without_end_does_not_hide_the_records_after_it(tmp_path: Path) -> None:
    file = write_warc(tmp_path / "endless.warc", [Archived(url=URL, time="2020-03-01T12:00:00Z")])
    file.write_bytes(b"WARC/1.0\r\nWARC-Type: " + b"x" * 5_000_000 + b"\r\n\r\n" + file.read_bytes())
    archive = open_local(file, tmp_path / "cache")
    assert archive.problems
    assert len(await rows_of(archive)) == 1
