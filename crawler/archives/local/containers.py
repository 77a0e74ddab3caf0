"""Opens files that hold records: plain, gzipped, one gzip stream around all, or packed in a WACZ."""

import gzip
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, cast

SUFFIXES = (".warc", ".warc.gz", ".arc", ".arc.gz", ".wacz", ".warc.wet.gz", ".warc.wet")
# Compressions that warcio does not read, and the command that undoes each.
UNREADABLE = {b"\x04\x22\x4d\x18": "unlz4", b"\x28\xb5\x2f\xfd": "unzstd", b"\xfd7zXZ": "unxz", b"BZh": "bunzip2"}
_MEMBERS = (".warc", ".warc.gz", ".arc", ".arc.gz")
_LOCAL_HEADER = struct.Struct("<26x2H")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A sequence of records: a file, or a member of a WACZ. `whole`: one gzip stream surrounds all of them."""

    path: str
    member: str = ""
    whole: bool = False

    @property
    def label(self) -> str:
        """What messages call it."""
        return f"{self.path}, {self.member}" if self.member else self.path

    def unpacked(self) -> "Part":
        """Return the same records as those of the gzip stream around them."""
        return replace(self, whole=True)

    def location(self, offset: int) -> str:
        """Return where the record at `offset` (bytes) is, as the index keeps it."""
        return json.dumps([offset, self.whole, self.path, self.member])


def parse_location(location: str) -> tuple[Part, int]:
    """Return the part and offset that `Part.location` wrote."""
    offset, whole, path, member = json.loads(location)
    return Part(path=path, member=member, whole=whole), offset


def parts(file: Path, path: str, problems: list[str]) -> list[Part]:
    """Return the parts of a file, by its first bytes; add what is wrong with it to `problems`."""
    try:
        with file.open("rb") as stream:
            head = stream.read(8)
    except OSError as error:
        problems.append(f"{path} cannot be read: {error.strerror or error}.")
        return []
    if not head:
        problems.append(f"{path} is empty.")
        return []
    for sign, command in UNREADABLE.items():
        if head.startswith(sign):
            problems.append(f"{path} is compressed in a way that is not read here: unpack it with {command} first.")
            return []
    if head.startswith(b"PK"):
        return _members(file, path, problems)
    return [Part(path=path)]


def _members(file: Path, path: str, problems: list[str]) -> list[Part]:
    try:
        with zipfile.ZipFile(file) as packed:
            names = [n for n in packed.namelist() if n.endswith(_MEMBERS)]
    except (zipfile.BadZipFile, OSError, NotImplementedError) as error:
        problems.append(f"{path} is no whole WACZ (ZIP) file: {error}.")
        return []
    if not names:
        problems.append(f"{path} is a ZIP file without a WARC in it.")
    return [Part(path=path, member=name) for name in names]


@contextmanager
def opened(root: Path, part: Part) -> Iterator[BinaryIO]:
    """Open the bytes of a part, seekable.

    Raises:
        OSError: the file, or the member of it, cannot be read (any more).
    """
    with (root / part.path).open("rb") as file:
        stream: BinaryIO = file
        if part.member:
            stream = _member(file, part)
        if part.whole:
            stream = _Unpacked(cast(BinaryIO, gzip.GzipFile(fileobj=stream)))
        yield stream


def _member(file: BinaryIO, part: Part) -> BinaryIO:
    """Open a member: in place if it is stored uncompressed, from its start each time if it is compressed."""
    try:
        packed = zipfile.ZipFile(file)
        info = packed.getinfo(part.member)
        if info.compress_type != zipfile.ZIP_STORED or info.flag_bits & 1:
            return _Unpacked(cast(BinaryIO, packed.open(info)))
        file.seek(info.header_offset)
        name_length, extra_length = _LOCAL_HEADER.unpack(file.read(_LOCAL_HEADER.size))
    except (zipfile.BadZipFile, KeyError, RuntimeError, NotImplementedError, struct.error) as error:
        raise OSError(f"{part.member} cannot be read from the WACZ: {error}") from error
    return _Window(file, info.header_offset + _LOCAL_HEADER.size + name_length + extra_length, info.file_size)


class _Unpacked(io.RawIOBase, BinaryIO):
    """Bytes that are unpacked as they are read. What is corrupt in them is an `OSError`, as it is of other files."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._stream.tell()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        with _corrupt():
            return self._stream.seek(offset, whence)

    def read(self, size: int = -1) -> bytes:
        with _corrupt():
            return self._stream.read(size)


@contextmanager
def _corrupt() -> Iterator[None]:
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise OSError(str(error)) from error


class _Window(io.RawIOBase, BinaryIO):
    """A stretch of a file that reads like a file of its own."""

    def __init__(self, file: BinaryIO, start: int, size: int) -> None:
        super().__init__()
        self._file, self._start, self._size, self._at = file, start, size, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = max(base + offset, 0)
        return self._at

    def read(self, size: int = -1) -> bytes:
        left = max(self._size - self._at, 0)
        self._file.seek(self._start + self._at)
        data = self._file.read(left if size < 0 else min(size, left))
        self._at += len(data)
        return data
