"""How much faster two cores are than one, on claims that cite archived pages: `python -m benchmarks.cores [PAGES]`.

Each page is cited by three claims, which are sentences of it, in documents of ten pages. The pages are those of
`shared/data/extraction`, each with a heading of its own, so that no two are equal. The first row runs in threads on one
core; the second in a process for each of two cores, whose start counts. Every round runs the program's pipeline in a
process of its own, with a new store; the medians of the rounds are printed. Load on the machine spoils the ratio of
the seconds; that of the processor time shows then what the processes cost.
"""

import gzip
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import anyio

from benchmarks.data import EXTRACTION
from claims.records import Citation, Claim, Document, Link
from crawler.app.commands.verify import portable
from crawler.app.llm_judge import open_checker
from crawler.app.open_archives import open_archives
from crawler.app.pipeline import verify
from crawler.app.progress import NoProgress
from crawler.settings import Settings
from crawler.workers.processes import open_workers

PAGES, CLAIMS, JOBS, ROUNDS = 1_000, 3, 8, 3


def main() -> None:
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else ROUNDS
    with tempfile.TemporaryDirectory() as name:
        sentences = make_warc(Path(name) / "pages.warc", pages)
        (Path(name) / "sentences.json").write_text(json.dumps(sentences))
        anyio.run(opened, Path(name))
        rows = {count: [measured(Path(name), count) for _ in range(rounds)] for count in (1, 2)}
    one, two = ([statistics.median(values) for values in zip(*each, strict=True)] for each in (rows[1], rows[2]))
    print(f"{pages * CLAIMS:,} claims over {pages:,} pages; load of the machine {os.getloadavg()[0]:.1f}")
    print(f"{'cores':>5} {'seconds':>8} {'processor':>9} {'of it, the main process':>24} {'MB':>5}")
    for count, (seconds, processor, own, megabytes) in ((1, one), (2, two)):
        print(f"{count:>5} {seconds:>8.1f} {processor:>9.1f} {own:>24.1f} {megabytes:>5.0f}")
    print(f"two cores are {one[0] / two[0]:.2f} times as fast; with both to itself at most {2 * one[1] / two[1]:.2f}")


def make_warc(path: Path, count: int) -> list[list[str]]:
    """Write a WARC of different pages, and return some sentences of each."""
    gold = json.loads((EXTRACTION / "ground-truth.json").read_text())
    files = sorted((EXTRACTION / "html").glob("*.gz"))
    sentences = []
    with path.open("wb") as out:
        for number in range(count):
            file = files[number % len(files)]
            page = gzip.decompress(file.read_bytes()).replace(b"</title>", b" %d</title>" % number, 1)
            page += b"<p>Copy %d of this page.</p>" % number
            text = " ".join(gold[file.name.split(".")[0]]["articleBody"].split())
            sentences.append([f"{text[at * 160 : at * 160 + 160]} {number}" for at in range(CLAIMS)])
            http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
            block = http + b"Content-Length: %d\r\n\r\n" % len(page) + page
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address(number)}\r\n"
                f"WARC-Date: 2019-12-01T12:00:00Z\r\nWARC-Record-ID: <urn:number:{number}>\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
            )
            out.write(head.encode() + block + b"\r\n\r\n")
    return sentences


def address(number: int) -> str:
    return f"http://page{number % 97}.example/{number}"


def documents(sentences: list[list[str]], each: int = 10) -> Iterator[Document]:
    """Yield documents that cite `each` pages."""
    for first in range(0, len(sentences), each):
        numbers = range(first, min(first + each, len(sentences)))
        claims = tuple(
            Claim(
                id=f"{number}-{place}", text=text, sentence=text, context=text, start=0, end=len(text), line=1,
                section=None, link=Link.DIRECT, citations=(str(number),),
            )
            for number in numbers
            for place, text in enumerate(sentences[number])
        )  # fmt: skip
        citations = tuple(Citation(id=str(number), text="", url=address(number)) for number in numbers)
        yield Document(
            source=f"{first}.txt", format="text", title=None, language="en", as_of=None, text="", blocks=(),
            citations=citations, claims=claims,
        )  # fmt: skip


def measured(folder: Path, cores: int) -> tuple[float, float, float, float]:
    """Return the seconds of a run, its processor time, that of its main process, and its largest memory in MB."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "benchmarks.cores", "--run", str(folder), str(cores)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds = time.perf_counter() - began
    processor, own, megabytes = map(float, done.stdout.split())
    return seconds, processor, own, megabytes


def run(folder: Path, cores: int) -> None:
    """Do one run and print what it took."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])
    sentences = json.loads((folder / "sentences.json").read_text())
    with tempfile.TemporaryDirectory() as store:
        anyio.run(verified, settings(folder, Path(store)), sentences, cores)
    own, others = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = own.ru_utime + own.ru_stime
    print(spent + others.ru_utime + others.ru_stime, spent, own.ru_maxrss / 1024)


def settings(folder: Path, store: Path) -> Settings:
    return Settings(archive=(str(folder / "pages.warc"),), store=store, quiet=True)


async def opened(folder: Path) -> None:
    """Build the archive's index, which is kept beside it."""
    async with open_archives(settings(folder, folder / "store")):
        pass


async def verified(wanted: Settings, sentences: list[list[str]], cores: int) -> None:
    async with (
        open_archives(wanted) as archives,
        open_checker(wanted) as checker,
        open_workers(checker, portable(wanted, None), cores) as workers,
    ):
        await verify(documents(sentences), archives, workers, NoProgress(), JOBS, lambda _: None)


if __name__ == "__main__":
    if "--run" in sys.argv:
        run(Path(sys.argv[-2]), int(sys.argv[-1]))
    else:
        main()
