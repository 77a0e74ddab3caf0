"""crawler.archives.ranges.wacz_members: the members of a WACZ of which only parts are read."""

import io
import zipfile

import pytest

from claims.records import Status
from crawler.archives.ranges import wacz_members
from crawler.archives.ranges.wacz_members import WaczMembers, open_wacz
from crawler.outcome import Failure
from tests.crawler.archives.ranges.test_sorted_lines import Memory

pytestmark = pytest.mark.anyio


def packed(**members: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        for name, body in members.items():
            kind = zipfile.ZIP_DEFLATED if name == "compressed" else zipfile.ZIP_STORED
            file.writestr(zipfile.ZipInfo(name), body, kind)
    return data.getvalue()


async def opened(files: Memory) -> WaczMembers:
    members = await open_wacz(files, "a.wacz")
    assert isinstance(members, WaczMembers), members
    return members


async def test_a_part_of_a_member_is_read_in_place() -> None:
    files = Memory(packed(large=bytes(2_000_000), data=b"0123456789"))
    members = await opened(files)
    assert members.paths() == ("large", "data")
    assert await members.size("data") == 10
    assert await members.read("data", 2, 3) == b"234"
    assert await members.read("data", 8, 30) == b"89"
    assert await members.read("data", 10, 30) == b""
    assert sum(length for _, length in files.reads) < 300_000


async def test_a_directory_longer_than_the_tail_is_read_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wacz_members, "_TAIL", 500)
    names = {f"member{number}": b"x" for number in range(50)}
    assert (await opened(Memory(packed(**names)))).paths() == tuple(names)


@pytest.mark.parametrize("data", [b"", b"no zip", packed(data=bytes(999))[:-30]])
async def test_what_is_no_wacz_is_damaged(data: bytes) -> None:
    answer = await open_wacz(Memory(data), "a.wacz")
    assert isinstance(answer, Failure)
    assert answer.status is Status.DAMAGED


@pytest.mark.parametrize(("name", "why"), [("other", "it has no other"), ("compressed", "compressed is compressed")])
async def test_a_member_that_cannot_be_read_in_place_is_said(name: str, why: str) -> None:
    answer = await (await opened(Memory(packed(compressed=bytes(99))))).read(name, 0, 3)
    assert isinstance(answer, Failure)
    assert why in answer.reason
