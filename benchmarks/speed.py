"""One table of how fast citewatch is, beside its peers and beside itself: `python -m benchmarks.speed [PAGES]`.

Times of work are processor time, which other programs on the machine disturb less than seconds, and medians of three
rounds; each round has a new store, and no text occurs twice. The peers do a part of the work: `trafilatura` and
`resiliparse` extract text; the plain script reads the same WARC file with warcio, extracts with trafilatura and looks
for each claim with rapidfuzz, without choosing a capture, judging facts, evidence or a report; `linkchecker` sees only
whether links answer. Needs the extra `peers`, and LinkChecker for its row.
"""

import gzip
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import anyio

from benchmarks import links
from benchmarks.cores import CLAIMS, make_warc, measured, opened
from benchmarks.data import EXTRACTION
from claims.support import default_checker
from crawler.app.pipeline import verify
from crawler.app.progress import NoProgress
from crawler.extraction.extract import extract
from crawler.workers.threads import Threads
from tests.crawler.notes import FakeArchive, note

PAGES, ROUNDS, NOTES, DELAY = 300, 3, 12, 0.5

Row = tuple[str, str, str, str]


def main() -> None:
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    rows = [*extraction(), *whole(pages), notes(), *linked()]
    print(
        f"\nspeed, with a load of {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; {pages} pages, {ROUNDS} rounds\n"
    )
    print("| work | citewatch | beside | ratio |\n| --- | --- | --- | --- |")
    for row in rows:
        print(f"| {' | '.join(row)} |")


def spent(work: Callable[[], object]) -> float:
    """Return the processor seconds of the median round."""
    times = []
    for _ in range(ROUNDS):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return statistics.median(times)


def in_words(ratio: float) -> str:
    """Say how fast citewatch is beside something else, by the other's time over its own."""
    return f"{ratio:.1f} times as fast" if ratio >= 1 else f"{1 / ratio:.1f} times as slow"


def extraction() -> list[Row]:
    """Compare the extraction of text from the pages of the article extraction benchmark."""
    import trafilatura
    from resiliparse.extract.html2text import extract_plain_text

    bodies = [gzip.decompress(file.read_bytes()) for file in sorted((EXTRACTION / "html").glob("*.gz"))]
    ours = spent(lambda: [extract(body, "text/html", "") for body in bodies])
    peers = {
        "trafilatura": spent(lambda: [trafilatura.extract(body) for body in bodies]),
        "resiliparse": spent(lambda: [extract_plain_text(body.decode("utf-8", "replace")) for body in bodies]),
    }
    each = {name: 1000 * seconds / len(bodies) for name, seconds in peers.items()}
    mine = 1000 * ours / len(bodies)
    return [
        (f"a page's text, {name}", f"{mine:.1f} ms", f"{other:.1f} ms", in_words(other / mine))
        for name, other in each.items()
    ]


def whole(pages: int) -> list[Row]:
    """Compare the whole way from documents to verdicts with a plain script, two cores with one, and the memory."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sentences = make_warc(folder / "pages.warc", pages)
        (folder / "sentences.json").write_text(json.dumps(sentences))
        anyio.run(opened, folder)
        one, two = (
            [
                statistics.median(values)
                for values in zip(*(measured(folder, cores) for _ in range(ROUNDS)), strict=True)
            ]
            for cores in (1, 2)
        )
        script = spent(lambda: plain(folder / "pages.warc", sentences))
    claims = pages * CLAIMS
    return [
        (
            "a claim, from WARC to verdict, plain script",
            f"{1000 * one[1] / claims:.1f} ms",
            f"{1000 * script / claims:.1f} ms",
            in_words(script / one[1]),
        ),
        (
            "the same on two cores and on one",
            f"{two[0]:.1f} s",
            f"{one[0]:.1f} s",
            in_words(one[0] / two[0]),
        ),
        (
            "processor time on two cores and on one",
            f"{two[1]:.1f} s",
            f"{one[1]:.1f} s",
            f"at most {in_words(2 * one[1] / two[1])}",
        ),
    ]


def plain(warc: Path, sentences: list[list[str]]) -> float:
    """Look for the claims in the text of their pages, and return the sum of the ratios."""
    import trafilatura
    from rapidfuzz import fuzz
    from warcio.archiveiterator import ArchiveIterator

    total = 0.0
    with warc.open("rb") as stream:
        for record, claims in zip(ArchiveIterator(stream), sentences, strict=True):
            text = trafilatura.extract(record.content_stream().read()) or ""
            total += sum(fuzz.partial_ratio(claim, text) for claim in claims)
    return total


class Slow(FakeArchive):
    """An archive that takes its time to answer."""

    async def answer(self, url: str) -> None:
        await anyio.sleep(DELAY)


def notes() -> Row:
    """Compare twelve notes of one citation with a document of twelve, at a slow archive."""
    many = [note(number, f"http://a.example/{number}") for number in range(NOTES)]
    single = [note(0, *(f"http://a.example/{number}" for number in range(NOTES)))]
    times = []
    for documents in (single, many, single):  # the first loads what the judge needs, and does not count
        began = time.perf_counter()
        anyio.run(verify, documents, [Slow()], Threads(default_checker()), NoProgress(), 8, lambda _: None)
        times.append(time.perf_counter() - began)
    return (
        f"{NOTES} notes of a citation, and a document of {NOTES}",
        f"{times[1]:.1f} s",
        f"{times[2]:.1f} s",
        in_words(times[2] / times[1]),
    )


def linked() -> list[Row]:
    """Compare seeing whether links answer with LinkChecker, where it is installed."""
    ours, theirs = links.measured()
    if theirs is None:
        print(links.NOT_INSTALLED)
        return []
    return [
        (
            "a link that answers, LinkChecker",
            f"{1000 * ours:.1f} ms",
            f"{1000 * theirs:.1f} ms",
            in_words(theirs / ours),
        )
    ]


if __name__ == "__main__":
    main()
