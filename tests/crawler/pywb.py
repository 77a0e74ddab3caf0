"""A real pywb on loopback over WARC files. It lives in a virtual environment of its own: its brotlipy and our brotli
are both called `brotli`. `PYWB` names its `wayback` command; else `.pywb/bin` beside the tests, else the PATH. The
commands of `docs/local-archive.md` set it up, so that they are known to work.
"""

import os
import shlex
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tests.crawler.servers import closed_port
from tests.shared import ROOT


def page_command(start: str) -> list[str]:
    """The words of the command on the page about local archives that begins with `start`."""
    lines = (ROOT / "docs/local-archive.md").read_text(encoding="utf-8").splitlines()
    (line,) = [line for line in lines if line.startswith(start)]
    return shlex.split(line.rstrip(" &"))


def _command(name: str) -> str:
    folder = Path(os.environ["PYWB"]).parent if "PYWB" in os.environ else ROOT / ".pywb/bin"
    found = shutil.which(name, path=str(folder)) or shutil.which(name)
    if not found:
        missing = "pywb is not installed: python3 -m venv .pywb && .pywb/bin/pip install pywb"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    return found


PORT = "8080"
"""The port on the page, which may be taken on this machine."""


@contextmanager
def pywb(folder: Path, *warcs: Path) -> Iterator[str]:
    """The base address of a collection that holds these files, for as long as the block lasts."""
    manager, wayback = _command("wb-manager"), _command("wayback")
    folder.mkdir(parents=True, exist_ok=True)
    _, *init = page_command("wb-manager init")
    *_, collection = init
    _, *add = page_command("wb-manager add cited")
    for arguments in (init, [*add[:-1], *map(str, warcs)]):
        subprocess.run([manager, *arguments], cwd=folder, check=True, capture_output=True, timeout=120)
    port = str(closed_port())
    serve = [port if word == PORT else word for word in page_command("wayback --port")[1:]]
    with (folder / "pywb.log").open("wb") as log:
        server = subprocess.Popen([wayback, "-b", "127.0.0.1", *serve], cwd=folder, stdout=log, stderr=log)
    try:
        base = f"http://127.0.0.1:{port}/{collection}"
        _wait_for(base, server)
        yield base
    finally:
        server.terminate()
        server.wait(timeout=60)


def _wait_for(base: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(1_200):
        assert server.poll() is None, "pywb ended"
        try:
            httpx.get(f"{base}/", timeout=2, trust_env=False)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("pywb did not start within two minutes")
