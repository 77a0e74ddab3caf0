"""Runs that are killed go on where they stopped, and runs that change nothing ask for nothing."""

import json
import math
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Lock
from typing import Any

import pytest

from tests.crawler.archive_files import article
from tests.crawler.servers import Asked, Reply, Server, reply, serving
from tests.shared import ROOT

CITATIONS = 60
TIME = "20100101000000"
MEMENTO = {"Memento-Datetime": "Fri, 01 Jan 2010 00:00:00 GMT", "Content-Type": "text/html"}


class Gate:
    """Lets so many requests through and holds the others back, so that a run can be killed at that moment."""

    def __init__(self) -> None:
        self._lock = Lock()
        self.open()

    def open(self) -> None:
        self._left = math.inf
        self.reached, self._opened = Event(), Event()

    def close_after(self, requests: int) -> None:
        self._left = requests

    def release(self) -> None:
        self._opened.set()
        self.open()

    def enter(self) -> None:
        with self._lock:
            self._left -= 1
            held = self._opened if self._left < 0 else None
            if held:
                self.reached.set()
        if held:
            held.wait()


GATE = Gate()


def answer(asked: Asked) -> Reply:
    GATE.enter()
    number = asked.path.rstrip("/").rpartition("/")[2]
    if int(number) % 7 == 3:
        return reply("404 Not Found", headers={"Content-Type": "application/link-format"})
    if "timemap" in asked.path:
        memento = f'<http://{asked.headers["host"]}/{TIME}/http://page.example/{number}>; rel="memento"; '
        memento += 'datetime="Fri, 01 Jan 2010 00:00:00 GMT"'
        return reply(body=memento.encode(), headers={"Content-Type": "application/link-format"})
    return reply(body=article(f"Bridge number {number} was opened in {1900 + int(number)}."), headers=MEMENTO)


@pytest.fixture
def archive() -> Iterator[Server]:
    with serving(answer) as server:
        yield server


@pytest.fixture
def document(tmp_path: Path) -> Path:
    claims = [f"Bridge number {n} was opened in {1900 + n + n % 2}.[{n}]" for n in range(1, CITATIONS + 1)]
    entries = [f"{n}. ^ The bridges, page {n}. http://page.example/{n}" for n in range(1, CITATIONS + 1)]
    path = tmp_path / "bridges.txt"
    path.write_text("Bridges\n\n" + "\n\n".join(claims) + "\n\nReferences\n\n" + "\n".join(entries) + "\n")
    return path


def command(document: Path, archive: Server, store: Path) -> list[str]:
    return [
        sys.executable, "-m", "crawler", "verify", str(document), "--archive", archive.base, "--allow-private",
        "--store", str(store), "--out", str(store / "report"), "--quiet", "--jobs", "4", "--format", "json",
    ]  # fmt: skip


def report(store: Path) -> dict[str, Any]:
    said: dict[str, Any] = json.loads((store / "report/report.json").read_text())
    del said["started"], said["finished"]
    return said


def undated(said: dict[str, Any]) -> dict[str, Any]:
    """A report without what two stores differ in: when they were filled, and whether a kill tore a record in two."""
    said["notes"] = [note for note in said["notes"] if "torn record" not in note]
    for document in said["documents"]:
        for claim in document["claims"]:
            for check in claim["checks"]:
                assert check.pop("fetched")
    return said


def finish(document: Path, archive: Server, store: Path) -> None:
    run = subprocess.run(command(document, archive, store), cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert run.returncode in (0, 1), run.stderr


def test_ten_runs_killed_at_random_moments_end_like_one_that_was_not(
    tmp_path: Path, document: Path, archive: Server
) -> None:
    finish(document, archive, tmp_path / "whole")
    whole = len(archive.asked)
    chance = random.Random(10)
    for _ in range(10):
        GATE.close_after(chance.randint(1, 14))
        run = subprocess.Popen(command(document, archive, tmp_path / "killed"), cwd=ROOT, stderr=subprocess.DEVNULL)
        assert GATE.reached.wait(timeout=60)
        run.send_signal(signal.SIGKILL)
        run.wait()
        GATE.release()
    finish(document, archive, tmp_path / "killed")
    assert undated(report(tmp_path / "killed")) == undated(report(tmp_path / "whole"))
    assert len(report(tmp_path / "whole")["documents"][0]["citations"]) == CITATIONS
    # each kill loses at most what was under way: four jobs, one request each
    assert len(archive.asked) - whole <= whole + 10 * 4


def test_a_second_run_asks_for_nothing_and_says_the_same_offline_too(
    tmp_path: Path, document: Path, archive: Server
) -> None:
    finish(document, archive, tmp_path / "store")
    first, asked = report(tmp_path / "store"), len(archive.asked)
    finish(document, archive, tmp_path / "store")
    assert report(tmp_path / "store") == first
    offline = [*command(document, archive, tmp_path / "store"), "--offline"]
    subprocess.run(offline, cwd=ROOT, check=False, timeout=120, capture_output=True)
    assert report(tmp_path / "store") == first
    assert len(archive.asked) == asked
