"""Runs `citewatch` as its users do: in a process of its own, in a folder of its own, with a scrubbed environment.

The process is forked from one that has run the program once, which takes longer than most runs after it.
"""

import multiprocessing
import os
import runpy
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.shared import ROOT

SECONDS = 120
EXAMPLE = ROOT / "crawler" / "example"

PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.warmed"])


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
    with tempfile.TemporaryDirectory() as folder:
        streams = [Path(folder, name) for name in ("stdin", "stdout", "stderr")]
        streams[0].write_bytes(stdin)
        process = PROCESSES.Process(
            target=_run, args=(arguments, os.fspath(home), environment(home, extra), list(map(os.fspath, streams)))
        )
        process.start()
        process.join(SECONDS)
        if process.exitcode is None:
            process.kill()
            process.join()
            raise subprocess.TimeoutExpired(arguments, SECONDS, streams[1].read_bytes(), streams[2].read_bytes())
        return subprocess.CompletedProcess(
            arguments, process.exitcode, streams[1].read_bytes(), streams[2].read_bytes()
        )


def _run(arguments: tuple[str, ...], folder: str, variables: dict[str, str], streams: list[str]) -> None:
    os.chdir(folder)
    files = [
        os.open(name, os.O_RDWR | os.O_CREAT | os.O_APPEND if number else os.O_RDONLY)
        for number, name in enumerate(streams)
    ]
    become(arguments, folder, variables, files)


def become(arguments: Sequence[str], folder: str, variables: Mapping[str, str], files: Sequence[int]) -> None:
    """Be what the command line would have started, in a process that was forked for it.

    Args:
        arguments: what stands behind `citewatch`.
        folder: the working directory.
        variables: the environment.
        files: descriptors of standard input, output and error.
    """
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(variables)
    for number, file in enumerate(files):
        os.dup2(file, number)
        os.close(file)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - for the rest of the process
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False, errors="backslashreplace", buffering=1)  # noqa: SIM115
    sys.argv[1:] = arguments
    for start in variables.get("PYTHONPATH", "").split(os.pathsep):
        if os.path.isfile(code := os.path.join(start, "sitecustomize.py")):
            runpy.run_path(code)
    warnings.resetwarnings()
    warnings.simplefilter("error")
    runpy.run_module("crawler", run_name="__main__", alter_sys=True)
