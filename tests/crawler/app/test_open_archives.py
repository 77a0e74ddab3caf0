"""crawler.app.open_archives: what --archive names."""

from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from claims.errors import ArchiveFileError, ConfigurationError
from crawler.app.open_archives import NO_CONTACT, open_archives
from crawler.archives.crawls.collection import Collection
from crawler.archives.crawls.common_crawl import CommonCrawl
from crawler.archives.interface import ArchivedResponse, CaptureRow
from crawler.archives.local.archive import LocalArchive
from crawler.archives.memento import MementoArchive
from crawler.archives.wayback import WaybackArchive
from crawler.settings import Settings
from tests.crawler.archive_files import Archived, write_warc
from tests.unprivileged import without_privileges

pytestmark = pytest.mark.anyio


async def test_names_become_archives_in_their_order(tmp_path: Path) -> None:
    warc = write_warc(tmp_path / "pages.warc.gz", [Archived(url="http://e.org/", time="2007-08-20T12:00:00Z")])
    names = [str(warc), "wayback", "arquivo.pt", "http://localhost:8080/web"]
    async with open_archives(Settings(archive=tuple(names), store=tmp_path / "store")) as archives:
        kinds = [type(archive) for archive in archives]
        assert kinds == [LocalArchive, WaybackArchive, MementoArchive, MementoArchive]
        assert [a.name for a in archives] == ["pages.warc.gz", "wayback", "arquivo.pt", "http://localhost:8080/web"]


@pytest.mark.parametrize("name", ["ftp://e.org/web", "https://", "http:///web"])
async def test_an_address_that_is_none_is_a_wrong_setting(tmp_path: Path, name: str) -> None:
    with pytest.raises(ConfigurationError, match="not the name of an archive"):
        async with open_archives(Settings(archive=(name,), store=tmp_path)):
            pass


async def test_crawls_and_collections_are_archives_too(tmp_path: Path) -> None:
    names = ("cc", f"cc:{tmp_path}", "https://example.org/pages.wacz", "memory://bucket/folder")
    async with open_archives(Settings(archive=names, store=tmp_path / "store", offline=True)) as archives:
        assert [type(archive) for archive in archives] == [CommonCrawl, CommonCrawl, Collection, Collection]
        assert tuple(archive.name for archive in archives) == names


async def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArchiveFileError, match=r"nothing\.warc"):
        async with open_archives(Settings(archive=(str(tmp_path / "nothing.warc"),), store=tmp_path)):
            pass


async def test_offline_the_store_may_be_read_only_and_without_an_index_of_the_file() -> None:
    with without_privileges() as folder:
        warc = write_warc(folder / "pages.warc.gz", [Archived(url="http://e.org/", time="2007-08-20T12:00:00Z")])
        store = folder / "store"
        store.mkdir(mode=0o555)
        settings = Settings(archive=(str(warc),), store=store, offline=True)
        async with open_archives(settings) as (archive,):
            (row,) = cast(tuple[CaptureRow, ...], await archive.captures("http://e.org/", None))
            assert isinstance(await archive.fetch(row), ArchivedResponse)
        with pytest.raises(ConfigurationError, match="the store is read-only"):
            async with open_archives(replace(settings, offline=False)):
                pass


@pytest.mark.parametrize(("offline", "said"), [(False, [NO_CONTACT]), (True, [])])
async def test_who_runs_this_is_asked_once_where_something_is_sent(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, offline: bool, said: list[str]
) -> None:
    async with open_archives(Settings(archive=("wayback", "cc"), store=tmp_path, offline=offline)):
        assert caplog.messages == said
