"""The members of a WACZ file that is read by ranges: its directory at the end first, then parts of members in place."""

import io
import struct
import zipfile
from dataclasses import dataclass

from claims.records import Status
from crawler.archives.ranges.interface import RangedFiles
from crawler.outcome import Failure

# The end of a ZIP file with its directory: 50 bytes and a name a member, and a WACZ has some dozen members.
_TAIL = 262_144
_MOST = 16_000_000
_LOCAL_HEADER = struct.Struct("<26x2H")
# Directories as zipfile writes and reads them, corrupt ones included.
_BROKEN = (zipfile.BadZipFile, OSError, ValueError, struct.error, NotImplementedError)


@dataclass(frozen=True, slots=True)
class _Member:
    """Where a member's header is, and its size; both in bytes. `stored`: it is not compressed, as WACZ demands."""

    header: int
    size: int
    stored: bool


class WaczMembers:
    """The members of a WACZ, as files.

    Attributes:
        name: what reports call it.
    """

    def __init__(self, files: RangedFiles, path: str, members: dict[str, _Member]) -> None:
        self.name = f"{files.name}/{path}" if path else files.name
        self._files, self._path, self._members = files, path, members
        self._starts: dict[str, int] = {}

    def paths(self) -> tuple[str, ...]:
        """Return the paths of all members."""
        return tuple(self._members)

    async def size(self, path: str) -> int | Failure:
        """See `RangedFiles`."""
        member = self._member(path)
        return member if isinstance(member, Failure) else member.size

    async def read(self, path: str, start: int, length: int) -> bytes | Failure:
        """See `RangedFiles`."""
        member = self._member(path)
        if isinstance(member, Failure):
            return member
        at = await self._start(path, member)
        if isinstance(at, Failure) or start >= member.size:
            return at if isinstance(at, Failure) else b""
        return await self._files.read(self._path, at + start, min(length, member.size - start))

    def _member(self, path: str) -> _Member | Failure:
        member = self._members.get(path)
        if member is None:
            return _damaged(self.name, f"it has no {path}")
        return member if member.stored else _damaged(self.name, f"{path} is compressed, which WACZ forbids")

    async def _start(self, path: str, member: _Member) -> int | Failure:
        """Return where a member's bytes begin: behind its header, whose length the directory does not say."""
        if path not in self._starts:
            header = await self._files.read(self._path, member.header, _LOCAL_HEADER.size)
            if isinstance(header, Failure):
                return header
            if len(header) < _LOCAL_HEADER.size:
                return _damaged(self.name, f"{path} is missing")
            self._starts[path] = member.header + _LOCAL_HEADER.size + sum(_LOCAL_HEADER.unpack(header))
        return self._starts[path]


async def open_wacz(files: RangedFiles, path: str) -> WaczMembers | Failure:
    """Read the directory of the WACZ at `path`."""
    size = await files.size(path)
    if isinstance(size, Failure):
        return size
    for length in (_TAIL, _MOST):
        start = max(size - length, 0)
        tail = await files.read(path, start, size - start)
        if isinstance(tail, Failure):
            return tail
        try:
            with zipfile.ZipFile(_Tail(tail, start)) as packed:
                members = {
                    info.filename: _Member(info.header_offset, info.file_size, info.compress_type == zipfile.ZIP_STORED)
                    for info in packed.infolist()
                }
        except _BeforeTailError:
            continue
        except _BROKEN as error:
            return _damaged(f"{files.name}/{path}" if path else files.name, f"it is no whole WACZ (ZIP) file: {error}")
        return WaczMembers(files, path, members)
    return _damaged(f"{files.name}/{path}" if path else files.name, "its directory is too large")


class _BeforeTailError(Exception):
    """The directory begins before the part of the file that was read."""


class _Tail(io.BytesIO):
    """The end of a file, at the offsets that it has in the file."""

    def __init__(self, data: bytes, start: int) -> None:
        super().__init__(data)
        self._start = start

    def tell(self) -> int:
        return super().tell() + self._start

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if whence == io.SEEK_SET:
            if offset < self._start:
                raise _BeforeTailError
            return super().seek(offset - self._start) + self._start
        return super().seek(offset, whence) + self._start


def _damaged(name: str, why: str) -> Failure:
    return Failure(status=Status.DAMAGED, reason=f"{name} is damaged: {why}")
