"""crawler.archives.ranges.seekable_file: what a library sees that seeks and reads."""

import io

import anyio.to_thread
import pytest
from anyio.from_thread import BlockingPortal

from claims.records import Status
from crawler.archives.ranges.seekable_file import ReadFailed, SeekableFile
from crawler.outcome import Failure

pytestmark = pytest.mark.anyio
CONTENT = bytes(range(20))


class Files:
    """A file whose last bytes cannot be read; notes what is asked for."""

    name = "files"

    def __init__(self) -> None:
        self.asked: list[tuple[int, int]] = []

    async def size(self, path: str) -> int | Failure:
        return len(CONTENT)

    async def read(self, path: str, start: int, length: int) -> bytes | Failure:
        self.asked.append((start, length))
        if start + length > 18:
            return Failure(status=Status.UNREACHABLE, reason="it is torn")
        return CONTENT[start : start + length]


async def test_a_long_read_is_several_requests_and_a_failed_one_an_error_with_its_reason() -> None:
    files = Files()

    def used(file: SeekableFile) -> None:
        file.seek(-12, io.SEEK_END)
        assert file.read(9) == CONTENT[8:17]
        assert file.tell() == 17
        file.seek(3)
        file.seek(2, io.SEEK_CUR)
        assert file.read(1) == CONTENT[5:6]
        file.seek(16)
        with pytest.raises(ReadFailed, match="it is torn") as raised:
            file.read()
        assert raised.value.failure.status is Status.UNREACHABLE

    async with BlockingPortal() as portal:
        await anyio.to_thread.run_sync(used, SeekableFile(files, "a", len(CONTENT), portal, piece=4))
    assert files.asked == [(8, 4), (12, 4), (16, 1), (5, 1), (16, 4)]
