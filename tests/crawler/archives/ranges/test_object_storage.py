"""crawler.archives.ranges.object_storage: files that fsspec opens."""

import sys
from collections.abc import Iterator

import fsspec
import pytest

from claims.errors import ConfigurationError
from claims.records import Status
from crawler.archives.ranges.object_storage import StoredFiles
from crawler.outcome import Failure

pytestmark = pytest.mark.anyio


@pytest.fixture
def bucket() -> Iterator[str]:
    system = fsspec.filesystem("memory")
    system.pipe_file("/bucket/folder/data", b"0123456789")
    system.pipe_file("/bucket/folder/deep/more", b"abc")
    yield "memory://bucket/folder"
    system.rm("/bucket", recursive=True)


async def test_a_part_is_read_and_is_shorter_where_the_file_ends(bucket: str) -> None:
    files = StoredFiles("bucket", bucket)
    assert await files.size("data") == 10
    assert await files.read("data", 2, 3) == b"234"
    assert await files.read("data", 8, 30) == b"89"


async def test_files_are_listed_below_the_base(bucket: str) -> None:
    assert await StoredFiles("bucket", bucket).paths() == ("data", "deep/more")


async def test_a_missing_file_is_damage_and_a_failing_storage_is_out_of_reach(
    bucket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = StoredFiles("bucket", bucket)
    missing = await files.read("other", 0, 3)
    assert isinstance(missing, Failure)
    assert (missing.status, "other is missing" in missing.reason) == (Status.DAMAGED, True)

    def fails(*_: object) -> bytes:
        raise PermissionError("no key")

    monkeypatch.setattr(fsspec.filesystem("memory"), "cat_file", fails)
    refused = await files.read("data", 0, 3)
    assert isinstance(refused, Failure)
    assert (refused.status, "no key" in refused.reason) == (Status.UNREACHABLE, True)


async def test_a_short_read_is_said(bucket: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fsspec.filesystem("memory"), "cat_file", lambda *_: b"01")
    answer = await StoredFiles("bucket", bucket).read("data", 0, 5)
    assert isinstance(answer, Failure)
    assert "2 bytes of data, not the 5" in answer.reason


@pytest.mark.parametrize(("module", "mend"), [("s3fs", "pip install s3fs"), ("fsspec", r"citewatch\[cluster\]")])
def test_what_is_not_installed_is_named_with_its_mend(module: str, mend: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ConfigurationError) as error:
        StoredFiles("bucket", "s3://bucket/folder")
    assert error.match(mend) if module == "fsspec" else "s3fs" in str(error.value)
