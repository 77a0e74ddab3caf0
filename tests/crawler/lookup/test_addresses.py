"""Addresses that are written otherwise than the archive has them: the same page is found, and no other."""

from pathlib import Path

import anyio
import pytest

from claims.records import Citation, Status
from crawler.app.open_archives import open_archives
from crawler.lookup.capture_lookup import look_up
from crawler.lookup.lookup_result import LookupResult
from crawler.settings import Settings
from tests.crawler.archive_files import Archived, article, write_warc


def found(folder: Path, cited: str, *captured: str) -> LookupResult:
    pages = [Archived(url=url, time="2015-05-02T00:00:00Z", body=article(f"Page at {url}.")) for url in captured]
    archive = write_warc(folder / "pages.warc.gz", pages)

    async def search() -> LookupResult:
        async with open_archives(Settings(archive=(str(archive),), store=folder / "store", quiet=True)) as archives:
            return await look_up(Citation(id="1", text="", url=cited), archives, None)

    return anyio.run(search)


@pytest.mark.parametrize(
    ("cited", "captured"),
    [
        ("http://bücher.example/ä", "http://xn--bcher-kva.example/%C3%A4"),
        ("http://e.org/s?q=你&x=1", "http://e.org/s?q=%E4%BD%A0&x=1"),
        ("http://e.org/a b", "http://e.org/a%20b"),
        ("http://e.org/~user", "http://e.org/%7Euser/"),
        ("http://e.org/it%27s", "http://e.org/it's"),
        ("https://WWW.E.org:443/a//b#part", "http://e.org/a/b"),
        ("http://e.org./?q", "http://e.org/?q"),
        ("http://[2001:DB8::1]/x", "http://[2001:db8::1]/x"),
        ("http://e.org/x?u=http%3A%2F%2Ff.org%2Fy", "http://e.org/x?u=http://f.org/y"),
    ],
)
def test_one_page_written_in_two_ways_is_one_page(tmp_path: Path, cited: str, captured: str) -> None:
    assert found(tmp_path, cited, captured).status is Status.CHECKED


@pytest.mark.parametrize(
    ("cited", "captured"),
    [
        ("http://e.org:8080/a", "http://e.org/a"),
        ("http://e.org/a?id=1", "http://e.org/a?id=2"),
        ("http://e.org/a+b", "http://e.org/a%20b"),
        ("http://sub.e.org/a", "http://e.org/a"),
    ],
)
def test_two_pages_are_two(tmp_path: Path, cited: str, captured: str) -> None:
    assert found(tmp_path, cited, captured).status is Status.NEVER_ARCHIVED


def test_of_two_pages_that_differ_in_case_alone_the_one_that_is_cited_is_taken(tmp_path: Path) -> None:
    copy = found(tmp_path, "http://e.org/Ulvund", "http://e.org/ulvund", "http://e.org/Ulvund").capture
    assert copy
    assert copy.url == "http://e.org/Ulvund"
