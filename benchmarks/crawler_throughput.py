"""Citations a second through the whole pipeline: `python -m benchmarks.crawler_throughput [PAGES [FROM_PYWB]]`.

Reads a local WARC of 5,000 pages and a pywb, beside linkchecker and a plain script of httpx and trafilatura
(sequential, and with a thread pool). The pages repeat those of `shared/data/extraction`; each claim is a sentence of
its page. At the end the command itself runs twice at the Wayback Machine's rate: the second run shows what a night
costs on which nothing changed. `PYWB` names pywb's `wayback` command (see tests/crawler/pywb.py); `linkchecker` is
looked for beside this Python. Compare ratios, as machines are shared.
"""

import gzip
import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import anyio
import httpx

from benchmarks.data import EXTRACTION
from claims.records import Citation, Claim, Document, Link, Source, Status
from claims.support import default_checker
from claims.support.interface import Statement
from crawler.app import progress
from crawler.app.llm_judge import open_checker
from crawler.app.open_archives import open_archives
from crawler.app.pipeline import verify
from crawler.extraction.extract import extract
from crawler.lookup.capture_lookup import look_up
from crawler.lookup.health.page_health import page_problem
from crawler.net.rate_limits import WAYBACK_PLAYBACK_PER_MINUTE
from crawler.settings import Settings
from crawler.workers.threads import Threads

JOBS = 8
TIME = "20191201120000"
SAMPLE = 300
NIGHTLY = 300


def main() -> None:
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    few = int(sys.argv[2]) if len(sys.argv) > 2 else 300
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        warc, sentences = make_warc(folder / "pages.warc", pages)
        size = warc.stat().st_size / 1e6
        print(f"{pages} pages, {size:.0f} MB of WARC; Python {platform.python_version()}, {JOBS} jobs")
        local = Settings(archive=(str(warc),), store=folder / "local", quiet=True)
        timed("index of the WARC, built once", pages, lambda: anyio.run(opened, local))
        timed("local WARC, whole pipeline", pages, lambda: run(local, sentences, Memory(pages)))
        timed("  of this: look up, read and extract", pages, lambda: anyio.run(obtain_all, local, sentences))
        anyio.run(shares, local, sentences[:SAMPLE])
        from_pywb(folder, warc, sentences[:few])


def make_warc(path: Path, count: int) -> tuple[Path, list[str]]:
    """An uncompressed WARC of gzipped bodies, and a sentence of each page."""
    gold = json.loads((EXTRACTION / "ground-truth.json").read_text())
    bodies, texts = [], []
    for file in sorted((EXTRACTION / "html").glob("*.gz")):
        bodies.append(gzip.compress(gzip.decompress(file.read_bytes())))
        texts.append(" ".join(gold[file.name.split(".")[0]]["articleBody"].split())[:160])
    with path.open("wb") as out:
        for number in range(count):
            body = bodies[number % len(bodies)]
            http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\n"
            block = http + b"Content-Length: %d\r\n\r\n" % len(body) + body
            digest = hashlib.sha1(str(number).encode()).hexdigest()
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {page(number)}\r\n"
                f"WARC-Date: 2019-12-01T12:00:00Z\r\n"
                f"WARC-Record-ID: <urn:sha1:{digest}>\r\nContent-Type: application/http; msgtype=response\r\n"
                f"Content-Length: {len(block)}\r\n\r\n"
            )
            out.write(head.encode() + block + b"\r\n\r\n")
    return path, [texts[n % len(texts)] for n in range(count)]


def page(number: int) -> str:
    return f"http://page{number % 97}.example/{number}"


def document(sentences: list[str]) -> Document:
    citations = tuple(Citation(id=str(n), text="", url=page(n)) for n in range(len(sentences)))
    claims = tuple(
        Claim(
            id=str(n), text=text, sentence=text, context=text, start=0, end=len(text), line=n + 1, section=None,
            link=Link.DIRECT, citations=(str(n),),
        )
        for n, text in enumerate(sentences)
    )  # fmt: skip
    return Document(
        source="bench", format="plain", title=None, language="en", as_of=None, text="", blocks=(), citations=citations,
        claims=claims,
    )  # fmt: skip


async def opened(settings: Settings) -> None:
    async with open_archives(settings):
        pass


class Memory(progress.NoProgress):
    """Prints the memory in use after each fifth of the citations."""

    def __init__(self, citations: int) -> None:
        self._citations, self._settled = citations, 0

    def advance(self, status: Status) -> None:
        assert status is Status.CHECKED
        self._settled += 1
        if self._settled * 5 % self._citations < 5:
            print(
                f"  {self._settled:6} citations: {memory('VmRSS'):4.0f} MB, at most {memory('VmHWM'):4.0f} MB",
                flush=True,
            )


def run(settings: Settings, sentences: list[str], shown: progress.Progress) -> None:
    async def go() -> None:
        async with open_archives(settings) as archives, open_checker(settings) as checker:
            await verify([document(sentences)], archives, Threads(checker), shown, JOBS, lambda _: None)

    anyio.run(go)


async def shares(settings: Settings, sentences: list[str]) -> None:
    """Print the share of processor time of each step, one citation after another."""
    checker, wanted = default_checker(), document(sentences)
    spent = Counter[str]()
    last = 0.0

    def charge(step: str) -> None:
        nonlocal last
        spent[step] += time.process_time() - last
        last = time.process_time()

    async with open_archives(settings) as (archive,):
        for claim, citation in zip(wanted.claims, wanted.citations, strict=True):
            last = time.process_time()
            rows = await archive.captures(citation.url or "", None)
            charge("look up")
            response = await archive.fetch(rows[0])
            charge("read and unpack")
            source = extract(response.body, response.headers.get("content-type", ""), response.url)
            charge("extract")
            assert isinstance(source, Source)
            page_problem(response, source, citation.url or "")
            charge("is it the page?")
            index = checker.index(source)
            charge("index the text")
            checker.judge(Statement(text=claim.text, context=claim.context), [index])
            charge("judge the claim")
    whole = sum(spent.values())
    steps = ", ".join(f"{step} {seconds / whole:.0%}" for step, seconds in spent.items())
    print(f"  {whole / len(sentences) * 1000:.1f} ms of processor a citation: {steps}", flush=True)


async def obtain_all(settings: Settings, sentences: list[str]) -> None:
    limiter = anyio.CapacityLimiter(JOBS)

    async def one(citation: Citation) -> None:
        async with limiter:
            assert (await look_up(citation, archives, None)).source

    async with open_archives(settings) as archives, anyio.create_task_group() as tasks:
        for citation in document(sentences).citations:
            tasks.start_soon(one, citation)


def from_pywb(folder: Path, warc: Path, sentences: list[str]) -> None:
    from tests.crawler.pywb import pywb

    with pywb(folder / "pywb", warc) as base:
        addresses = [f"{base}/{TIME}id_/{page(n)}" for n in range(len(sentences))]
        settings = Settings(archive=(base,), store=folder / "remote", quiet=True, allow_private=True)
        count = len(sentences)
        timed("pywb, whole pipeline", count, lambda: run(settings, sentences, progress.NoProgress()))
        timed("pywb, whole pipeline, second run", count, lambda: run(settings, sentences, progress.NoProgress()))
        timed("pywb, plain script, one after another", count, lambda: [plain(a) for a in addresses])
        with ThreadPoolExecutor(JOBS) as pool:
            timed("pywb, plain script, thread pool", count, lambda: list(pool.map(plain, addresses)))
        linkchecker(folder, addresses)
        nightly(folder, base, sentences[:NIGHTLY])


def nightly(folder: Path, base: str, sentences: list[str]) -> None:
    """Run the command itself twice over one document, at the rate that the Wayback Machine's playback allows."""
    text = "\n\n".join(f"{' '.join(sentence.split())} [{n}]" for n, sentence in enumerate(sentences, 1))
    notes = "\n".join(f"{n}. ^ A page. {page(n - 1)} Retrieved 2020-01-01." for n in range(1, len(sentences) + 1))
    (folder / "nightly.txt").write_text(f"{text}\n\nReferences\n\n{notes}\n")
    command = [
        sys.executable, "-m", "crawler", "verify", str(folder / "nightly.txt"), "--archive", base, "--allow-private",
        "--rate", str(WAYBACK_PLAYBACK_PER_MINUTE / 60), "--store", str(folder / "nightly"), "--fail-on", "never",
        "--out", str(folder / "report"), "--quiet",
    ]  # fmt: skip
    for name in ("citewatch verify at the Wayback's pace", "  the same the next night"):
        timed(name, len(sentences), lambda: subprocess.run(command, check=True, timeout=600))


def plain(address: str) -> str:
    import trafilatura

    with httpx.Client(timeout=60, trust_env=False) as client:
        return trafilatura.extract(client.get(address).text) or ""


def linkchecker(folder: Path, addresses: list[str]) -> None:
    found = shutil.which("linkchecker", path=os.path.dirname(sys.executable)) or shutil.which("linkchecker")
    if not found:
        print("linkchecker is not installed: not compared")
        return
    links = folder / "links.html"
    links.write_text("".join(f'<a href="{address}">x</a>' for address in addresses))
    command = [found, "--no-status", "--check-extern", f"--threads={JOBS}", "-r1", "-o", "none", str(links)]
    timed("pywb, linkchecker (fetches only)", len(addresses), lambda: subprocess.run(command, check=False, timeout=600))


def timed(name: str, count: int, work: Callable[[], object]) -> None:
    started = time.perf_counter()
    work()
    seconds = time.perf_counter() - started
    print(f"{name:44} {count / seconds:8.1f} a second  ({count} in {seconds:.1f} s)", flush=True)


def memory(what: str) -> float:
    """Return MB of resident memory: `VmRSS` now, `VmHWM` at its peak (`ru_maxrss` would include the parent's)."""
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith(what))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    main()
