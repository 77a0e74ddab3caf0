"""Claims a second from document to report, on the bundled example: `python -m benchmarks.pipeline`.

The yardstick in the same run is the plainest way: fetch each cited page from the same archive and look for the claim's
words in it, without choosing a capture by date, judging, or a report. Compare ratios, as machines are shared.
"""

import platform
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser
from warcio.archiveiterator import ArchiveIterator

from crawler.app.commands import verify
from crawler.documents.read_documents import read_documents
from crawler.settings import Settings

EXAMPLE = Path(__file__).parents[1] / "crawler" / "example"
ROUNDS = 20


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(
            archive=(str(EXAMPLE / "archive.warc.gz"),),
            sources=EXAMPLE / "sources.csv",
            store=Path(folder) / "store",
            out=Path(folder) / "report",
            offline=True,
            quiet=True,
        )
        article = str(EXAMPLE / "article.txt")
        claims = sum(bool(claim.citations) for claim in read_documents([article], settings)[0].document.claims)
        verify.run(read_documents([article], settings), settings)  # builds the archive's index, which is kept
        ours = _seconds(lambda: verify.run(read_documents([article], settings), settings))
        plain = _seconds(lambda: _plain(article, settings))
    print(f"whole pipeline on the example: {claims / ours:.0f} claims a second ({claims} claims, {ours * 1000:.0f} ms)")
    print(f"plain word search in the same pages: {claims / plain:.0f} claims a second; ratio {plain / ours:.2f}")
    print(f"environment: Python {platform.python_version()}, {platform.machine()}")


def _seconds(work: Callable[[], object]) -> float:
    """Return the seconds of the fastest of several rounds."""
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


def _plain(article: str, settings: Settings) -> int:
    """Count the words of the example's claims that its pages hold: read everything, compare nothing cleverly."""
    words = {word for claim in read_documents([article], settings)[0].document.claims for word in claim.text.split()}
    held = 0
    with open(settings.archive[0], "rb") as stream:
        for record in ArchiveIterator(stream):
            page = LexborHTMLParser(record.content_stream().read()).text()
            held += sum(word in page for word in words)
    return held


if __name__ == "__main__":
    main()
