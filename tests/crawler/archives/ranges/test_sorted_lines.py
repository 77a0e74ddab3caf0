"""crawler.archives.ranges.sorted_lines: lines are found by reading a few blocks."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.records import Status
from crawler.archives.ranges import sorted_lines
from crawler.archives.ranges.sorted_lines import LinesFound, SortedLines
from crawler.outcome import Failure

pytestmark = pytest.mark.anyio
PATH = "index"


class Memory:
    """One file in memory; `reads` grows by each range read."""

    name = "memory"

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.reads: list[tuple[int, int]] = []

    async def size(self, path: str) -> int | Failure:
        return len(self.data)

    async def read(self, path: str, start: int, length: int) -> bytes | Failure:
        self.reads.append((start, length))
        return self.data[start : start + length]


def naive(lines: list[bytes], prefix: bytes) -> LinesFound:
    before = [line for line in lines if line < prefix]
    return LinesFound(
        before=before[-1] if before else None, matching=tuple(line for line in lines if line.startswith(prefix))
    )


@given(
    words=st.lists(st.text("ab/", min_size=1, max_size=9), min_size=1, max_size=40),
    wanted=st.text("ab/", min_size=1, max_size=4),
    end=st.sampled_from([b"\n", b""]),
)
async def test_lines_are_those_of_a_search_from_the_top(words: list[str], wanted: str, end: bytes) -> None:
    lines = sorted(word.encode() for word in words)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sorted_lines, "BLOCK", 8)
        found = await SortedLines(Memory(b"\n".join(lines) + end), PATH).find(wanted.encode())
    assert found == naive(lines, wanted.encode())


async def test_a_large_file_is_read_in_a_few_blocks() -> None:
    lines = [f"org,site{number:06})/ 2024 {'x' * 100}".encode() for number in range(60_000)]
    files = Memory(b"\n".join(lines))
    index = SortedLines(files, PATH)
    found = await index.find(b"org,site040000)/ ")
    assert isinstance(found, LinesFound)
    assert found.matching == (lines[40_000],)
    blocks = len(files.data) / sorted_lines.BLOCK
    assert len(files.reads) <= math.log2(blocks) + 3
    files.reads.clear()
    await index.find(b"org,site040001)/ ")
    assert not files.reads


async def test_a_file_without_lines_is_no_index() -> None:
    found = await SortedLines(Memory(b"x" * 2_500_000), PATH).find(b"org,site)/ ")
    assert isinstance(found, Failure)
    assert found.status is Status.DAMAGED
