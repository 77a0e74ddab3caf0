"""Files at any address that fsspec opens, each written whole or not at all."""

import os
from contextlib import suppress
from typing import IO, Any

import fsspec
from fsspec.implementations.local import LocalFileSystem


def opened(url: str) -> IO[bytes]:
    """Open a file to read its bytes.

    Raises:
        OSError: it does not exist, or cannot be read.
    """
    file: IO[bytes] = fsspec.open(url, "rb").open()
    return file


def read(url: str) -> bytes:
    """Return the bytes of a file.

    Raises:
        OSError: it does not exist, or cannot be read.
    """
    with opened(url) as file:
        return file.read()


def write(url: str, data: bytes) -> None:
    """Write a file whole: readers see the old one or the new one, whatever happens meanwhile.

    Raises:
        OSError: it cannot be written, as on a full disk; nothing is left of it.
    """
    system, path = fsspec.url_to_fs(url)
    if not isinstance(system, LocalFileSystem):
        system.pipe_file(path, data)  # an object appears when all of it has arrived
        return
    os.makedirs(os.path.dirname(path), exist_ok=True)
    beside = f"{path}.{os.getpid()}.part"
    try:
        with open(beside, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(beside)
        raise


def names(folder: str, ending: str) -> list[str]:
    """Return the names of the files of a folder that end in `ending`, sorted; none if there is no such folder."""
    system, path = fsspec.url_to_fs(folder)
    try:
        found = system.ls(path, detail=False)
    except FileNotFoundError:
        return []
    return sorted(name.rsplit("/", 1)[-1] for name in found if name.endswith(ending))


def exists(url: str) -> bool:
    """Return whether there is such a file or folder."""
    system, path = fsspec.url_to_fs(url)
    return bool(system.exists(path))


def holds_a_file(url: str) -> bool:
    """Return whether there is a file at an address, or below the folder there; looks no further than the first."""
    system, path = fsspec.url_to_fs(url)
    return bool(system.isfile(path)) or any(found for _, _, found in system.walk(path))


def matching(pattern: str) -> list[str]:
    """Return the addresses of the files that match a pattern with `*`, sorted."""
    system, path = fsspec.url_to_fs(pattern)
    local = isinstance(system, LocalFileSystem)
    return [name if local else system.unstrip_protocol(name) for name in sorted(system.glob(path))]


def remove(folder: str) -> None:
    """Remove a folder with all that is in it, if there is one."""
    system, path = fsspec.url_to_fs(folder)
    if system.exists(path):
        system.rm(path, recursive=True)


def sized(url: str) -> dict[str, int]:
    """Return the files at an address with their sizes in bytes: the file itself, or all below a folder, by address.

    Raises:
        OSError: there is nothing at that address.
    """
    system, path = fsspec.url_to_fs(url)
    found: dict[str, Any] = system.find(path, detail=True)
    if not found:
        raise FileNotFoundError(f"no such file or folder: {url}")
    local = isinstance(system, LocalFileSystem)
    return {
        _as_named(url, path, name) if local else system.unstrip_protocol(name): int(about["size"] or 0)
        for name, about in sorted(found.items())
    }


def _as_named(url: str, path: str, name: str) -> str:
    """Return the path `name` of a file at `path` as a user writes it who calls that place `url`."""
    return url if name == path else os.path.join(url, os.path.relpath(name, path))
