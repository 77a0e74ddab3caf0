"""Processor time to see that a link answers, beside LinkChecker: `python -m benchmarks.links [LINKS]`.

A web server of this machine serves the pages of `shared/data/extraction`. citewatch looks each up as it is now, as
with `--live`, and reads what it says; LinkChecker fetches each and parses no more than its document. Both run in
processes of their own, whose starts count. LinkChecker is looked for beside this Python and on the path: `pipx install
LinkChecker`, as it needs other versions of libraries than citewatch.
"""

import gzip
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import anyio

from benchmarks.data import EXTRACTION
from claims.records import Citation, Status
from crawler.app.open_archives import open_archives
from crawler.lookup.capture_lookup import look_up
from crawler.settings import Settings

LINKS, JOBS = 300, 8
NOT_INSTALLED = "LinkChecker is not installed, and left out: `pipx install LinkChecker`"


def main() -> None:
    ours, theirs = measured(int(sys.argv[1]) if len(sys.argv) > 1 else LINKS)
    print(f"a link that answers: citewatch {1000 * ours:.1f} ms, LinkChecker ", end="")
    print(f"{1000 * theirs:.1f} ms of processor time" if theirs else "is not installed")


def measured(count: int = LINKS) -> tuple[float, float | None]:
    """Return the processor seconds a link of citewatch and of LinkChecker, None where it is not installed."""
    found = shutil.which("linkchecker", path=os.path.dirname(sys.executable)) or shutil.which("linkchecker")
    with tempfile.TemporaryDirectory() as name, served(Path(name), count) as base:
        addresses = [f"{base}/{number}.html" for number in range(count)]
        document = Path(name) / "links.html"
        document.write_text("".join(f'<a href="{address}">{address}</a>\n' for address in addresses))
        ours = spent([sys.executable, "-m", "benchmarks.links", "--run", str(document)])
        options = ["--no-status", "--check-extern", f"--threads={JOBS}", "-r1", "-o", "none"]
        return ours / count, spent([found, *options, str(document)]) / count if found else None


@contextmanager
def served(folder: Path, count: int) -> Iterator[str]:
    """Serve `count` pages, and give the address that they are below."""
    os.chmod(folder, 0o755)  # LinkChecker gives up the rights of root
    files = sorted((EXTRACTION / "html").glob("*.gz"))
    for number in range(count):
        page = gzip.decompress(files[number % len(files)].read_bytes())
        (folder / f"{number}.html").write_bytes(page + b"<p>Copy %d of this page.</p>" % number)
    command = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        said = re.search(r"port (\d+)", server.stdout.readline())
        assert said is not None
        try:
            yield f"http://127.0.0.1:{said[1]}"
        finally:
            server.terminate()


def spent(command: Sequence[str]) -> float:
    """Return the processor seconds of a command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stderr
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


async def look_all_up(addresses: list[str], store: Path) -> None:
    settings = Settings(archive=(), live=True, allow_private=True, contact="benchmark", store=store, quiet=True)
    limiter = anyio.CapacityLimiter(JOBS)

    async def one(address: str) -> None:
        async with limiter:
            found = await look_up(Citation(id=address, text="", url=address), archives, None)
            assert found.status is not Status.UNREACHABLE, found

    async with open_archives(settings) as archives, anyio.create_task_group() as tasks:
        for address in addresses:
            tasks.start_soon(one, address)


if __name__ == "__main__":
    if "--run" in sys.argv:
        with tempfile.TemporaryDirectory() as name:
            anyio.run(look_all_up, re.findall(r'href="(.*?)"', Path(sys.argv[-1]).read_text()), Path(name))
    else:
        main()
