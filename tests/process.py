"""Runs `citewatch` as its users do: in a process of its own, in a folder of its own, with a scrubbed environment."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.shared import ROOT

SECONDS = 120
EXAMPLE = ROOT / "crawler" / "example"


def command(*arguments: str) -> list[str]:
    """The command line of `citewatch` with `arguments`, for this interpreter and this checkout."""
    return [sys.executable, "-W", "error", "-m", "crawler", *arguments]


def environment(home: Path, extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """An environment that holds nothing of the user's: caches, logs and settings land under `home`."""
    return {"PATH": os.environ["PATH"], "HOME": os.fspath(home), "PYTHONPATH": os.fspath(ROOT), **(extra or {})}


def citewatch(
    *arguments: str, home: Path, stdin: bytes = b"", extra: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run `citewatch` to its end in the folder `home`."""
    return subprocess.run(
        command(*arguments),
        cwd=home,
        env=environment(home, extra),
        input=stdin,
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
