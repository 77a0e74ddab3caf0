"""Output of reports: to a folder, each file whole or not at all, or to standard output."""

import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path


def write(files: Mapping[str, Iterable[str]], folder: Path) -> tuple[Path, ...]:
    """Write each file's pieces of text to `folder`, which is created if missing, and return the paths.

    Each file is first written whole beside its target; then all are renamed to their targets. An interruption, or an
    error while the text is created, leaves the earlier files as they were.

    Raises:
        OSError: the folder or a file is not writable.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as cleanup:
        written = [(_write_beside(folder / name, pieces, cleanup), folder / name) for name, pieces in files.items()]
        for temporary, target in written:
            os.replace(temporary, target)
    return tuple(target for _, target in written)


def print_text(files: Mapping[str, Iterable[str]]) -> None:
    """Write the text of all `files`, one after another, to standard output as UTF-8.

    Raises:
        OSError: standard output is not writable (BrokenPipeError if its reader is gone).
    """
    for pieces in files.values():
        for piece in pieces:
            sys.stdout.buffer.write(_bytes(piece))
    sys.stdout.buffer.flush()


def _write_beside(target: Path, pieces: Iterable[str], cleanup: ExitStack) -> Path:
    temporary = target.with_name(f".{target.name}.{os.getpid()}.part")
    cleanup.callback(_remove, temporary)
    with temporary.open("wb") as stream:
        for piece in pieces:
            stream.write(_bytes(piece))
        stream.flush()
        os.fsync(stream.fileno())
    return temporary


def _remove(path: Path) -> None:
    with suppress(FileNotFoundError):
        path.unlink()


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", errors="replace")
