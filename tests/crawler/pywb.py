"""A real pywb on loopback over WARC files. It lives in a virtual environment of its own: its brotlipy and our brotli
are both called `brotli`. `PYWB` names its `wayback` command; else `.pywb/bin` beside the tests, else the PATH."""

import os
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


def _command(name: str) -> str:
    folder = Path(os.environ["PYWB"]).parent if "PYWB" in os.environ else ROOT / ".pywb/bin"
    found = shutil.which(name, path=str(folder)) or shutil.which(name)
    if not found:
        missing = "pywb is not installed: python3 -m venv .pywb && .pywb/bin/pip install pywb"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    return found


@contextmanager
def pywb(folder: Path, *warcs: Path) -> Iterator[str]:
    """The base address of a collection that holds these files, for as long as the block lasts."""
    manager, wayback = _command("wb-manager"), _command("wayback")
    folder.mkdir(parents=True, exist_ok=True)
    for arguments in (["init", "web"], ["add", "web", *map(str, warcs)]):
        subprocess.run([manager, *arguments], cwd=folder, check=True, capture_output=True, timeout=120)
    port = closed_port()
    with (folder / "pywb.log").open("wb") as log:
        server = subprocess.Popen(
            [wayback, "-b", "127.0.0.1", "-p", str(port)], cwd=folder, stdout=log, stderr=subprocess.STDOUT
        )
    try:
        base = f"http://127.0.0.1:{port}/web"
        _wait_for(base, server)
        yield base
    finally:
        server.terminate()
        server.wait(timeout=10)


def _wait_for(base: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        assert server.poll() is None, "pywb ended"
        try:
            httpx.get(f"{base}/", timeout=2, trust_env=False)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("pywb did not start within 30 seconds")
