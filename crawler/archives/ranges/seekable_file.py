"""One of the files that are read by ranges, as a file object for libraries that seek and read in a thread."""

import io

from anyio.from_thread import BlockingPortal

from crawler.archives.ranges.interface import RangedFiles
from crawler.outcome import Failure

PIECE = 8_000_000
"""Bytes of one request, so that little is lost when it fails."""


class ReadFailed(OSError):  # noqa: N818
    """A range that could not be read; `failure` says why."""

    def __init__(self, failure: Failure) -> None:
        """Raise it for a failure."""
        super().__init__(failure.reason)
        self.failure = failure


class SeekableFile(io.RawIOBase):
    """A file of `size` bytes. Each read is a request, or several where it is long; what was read is not kept."""

    def __init__(self, files: RangedFiles, path: str, size: int, portal: BlockingPortal, piece: int = PIECE) -> None:
        """Open the file at `path`; `portal` leads from the reading thread to the event loop that sends the requests."""
        super().__init__()
        self._files, self._path, self._size, self._portal, self._piece = files, path, size, portal, piece
        self._at = 0

    def readable(self) -> bool:
        """Return True."""
        return True

    def seekable(self) -> bool:
        """Return True."""
        return True

    def tell(self) -> int:
        """Return the position in bytes."""
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Move to a position in bytes, as `io.IOBase.seek` does, and return it."""
        self._at = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        return self._at

    def read(self, size: int = -1) -> bytes:
        """Return so many bytes, or all that are left.

        Raises:
            ReadFailed: they cannot be read.
        """
        end = self._size if size < 0 else min(self._at + size, self._size)
        pieces: list[bytes] = []
        while self._at < end:
            data = self._portal.call(self._files.read, self._path, self._at, min(self._piece, end - self._at))
            if isinstance(data, Failure):
                raise ReadFailed(data)
            pieces.append(data)
            self._at += len(data)
        return b"".join(pieces)
