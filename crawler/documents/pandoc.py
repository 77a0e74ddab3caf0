"""Runs pandoc on a document that citewatch does not read itself; the extra `documents` brings it."""

import json
import subprocess
from collections.abc import Mapping
from functools import cache
from typing import Any

from claims.errors import InputError

_MOST_SECONDS = 60
_MOST_MEMORY = "1g"  # of pandoc's heap; a thesis of 300 pages in LaTeX takes 200 MB


def tree_of(data: bytes, name: str, pandoc_format: str) -> Mapping[str, Any] | None:
    """Parse a document with pandoc; None if pandoc is not installed.

    Args:
        data: the document.
        name: its name, for messages.
        pandoc_format: its format, as pandoc calls it.

    Raises:
        InputError: pandoc cannot read it, or not within its limits of time and memory.
    """
    pandoc = _path()
    if pandoc is None:
        return None
    # In a sandbox pandoc reads no other file and uses no network (pandoc's manual, `--sandbox`).
    command = [pandoc, "--sandbox", "--from", pandoc_format, "--to=json", "+RTS", f"-M{_MOST_MEMORY}", "-RTS"]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_MOST_SECONDS, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise _failure(name, f"Pandoc did not read this within {_MOST_SECONDS} seconds.") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        raise _failure(name, f"Pandoc cannot read this ({pandoc_format}): {said}.")
    tree = json.loads(done.stdout)
    return tree if isinstance(tree, dict) else None


@cache
def _path() -> str | None:
    try:
        from pypandoc import get_pandoc_path

        return str(get_pandoc_path())
    except (ImportError, OSError):
        return None


def _failure(name: str, message: str) -> InputError:
    return InputError(message, place=name, mend="Convert it to Markdown or HTML first.")
