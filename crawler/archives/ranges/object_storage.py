"""Files in object storage, or anywhere else that fsspec opens (`s3://`, `gs://`, `file://` …)."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, TypeVar

import anyio.to_thread

from claims.errors import ConfigurationError
from claims.records import Status
from crawler.outcome import Failure

T = TypeVar("T")

PACKAGES = {"s3": "s3fs", "gs": "gcsfs", "gcs": "gcsfs", "az": "adlfs", "abfs": "adlfs", "file": "", "memory": ""}
"""The schemes that are read, and the package that fsspec needs for each beside its own."""
LOCAL = frozenset({"file", "memory"})
"""Schemes that use no network."""
_INSTALL = "Install citewatch with the extra cluster: pip install 'citewatch[cluster]'."
# Threads that read at once; a run is polite to storage that others pay for (see `http_files.MAX_CONNECTIONS`).
_MAX_READERS = 4


class StoredFiles:
    """The files below a URL such as `s3://bucket/folder`.

    Attributes:
        name: what reports call them.
    """

    def __init__(self, name: str, url: str) -> None:
        """Open the storage. Keys and options are those of fsspec's own configuration (`FSSPEC_S3_ANON=true` …).

        Raises:
            ConfigurationError: fsspec, or the package for this scheme, is not installed, or cannot use its options.
        """
        self.name = name
        scheme = url.partition("://")[0]
        fsspec = _fsspec(url)
        try:
            self._system: Any
            self._system, root = fsspec.core.url_to_fs(url)
        except ImportError as error:
            mend = f"Install it: pip install {PACKAGES.get(scheme) or scheme}."
            raise ConfigurationError(
                f"{scheme}:// needs a package of its own: {error}.", place=url, mend=mend
            ) from error
        except Exception as error:
            raise ConfigurationError(f"the storage cannot be opened: {error}.", place=url) from error
        self._root = root.rstrip("/")
        self._readers = anyio.CapacityLimiter(_MAX_READERS)

    async def size(self, path: str) -> int | Failure:
        """See `RangedFiles`."""
        return await self._in_thread(path, partial(self._system.size, self._place(path)))

    async def read(self, path: str, start: int, length: int) -> bytes | Failure:
        """See `RangedFiles`."""
        data = await self._in_thread(path, partial(self._system.cat_file, self._place(path), start, start + length))
        if isinstance(data, Failure) or len(data) == length:
            return data
        size = await self.size(path)
        if isinstance(size, Failure) or start + len(data) == size:
            return size if isinstance(size, Failure) else data
        reason = f"{self.name} sent {len(data)} bytes of {path}, not the {length} asked for"
        return Failure(status=Status.UNREACHABLE, reason=reason)

    async def paths(self) -> tuple[str, ...] | Failure:
        """Return the paths of all files, sorted; that of a single file if the URL names one: an empty path."""
        found = await self._in_thread("", lambda: list(self._system.find(self._root)))
        return found if isinstance(found, Failure) else tuple(sorted(self._relative(found)))

    def _relative(self, found: list[str]) -> Iterator[str]:
        for path in found:
            yield path.removeprefix(self._root).lstrip("/")

    def _place(self, path: str) -> str:
        return f"{self._root}/{path}" if path else self._root

    async def _in_thread(self, path: str, work: Callable[[], T]) -> T | Failure:
        try:
            return await anyio.to_thread.run_sync(work, limiter=self._readers)
        except FileNotFoundError:
            return Failure(status=Status.DAMAGED, reason=f"{self.name} is damaged: {path or 'it'} is missing")
        except Exception as error:  # noqa: BLE001 - each storage has exceptions of its own
            return Failure(status=Status.UNREACHABLE, reason=f"{self.name} could not be read: {error}")


def _fsspec(place: str) -> Any:
    try:
        import fsspec
    except ImportError as error:
        raise ConfigurationError("object storage is read by fsspec.", place=place, mend=_INSTALL) from error
    return fsspec
