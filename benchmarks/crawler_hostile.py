"""Addresses, pages and archive files made to cost time, in seconds of one core.

    python -m benchmarks.crawler_hostile [ARCHIVE ...]

Each line should stay under a second. Their work is done in C (regular expressions, parser, gzip), so no test can count
it; the tests check what these inputs give, and this measures what they take. ARCHIVE: archive files to index and read
whole.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from claims.errors import ArchiveFileError
from crawler.archive_urls import parse_archive_url
from crawler.archives.local.archive import open_local
from crawler.extraction.html import read_html
from crawler.urls import surt_key

PAGES = ("<div>" * 30_000, "<p><table><tr><td>" * 10_000, "<b>" * 30_000 + "x", "<a href='" * 50_000)
ADDRESSES = ("http://example.org/" + "(a(" * 50_000 + "?" + "sid=" * 50_000, "http://example.org/" + "%25" * 50_000)
ARCHIVED = ("http://web.archive.org/web/" + "2007/" * 50_000,)


def seconds(work: Callable[[], object]) -> float:
    """Seconds of processor time that `work` takes."""
    started = time.process_time()
    work()
    return time.process_time() - started


def index(path: Path) -> None:
    """Index an archive file that was never seen before."""
    with tempfile.TemporaryDirectory() as cache:
        try:
            open_local(path, Path(cache)).close()
        except ArchiveFileError:
            pass


def main(archives: list[str]) -> None:
    for page in PAGES:
        print(f"{seconds(lambda page=page: read_html(page.encode(), '')):6.2f} s  page     {page[:40]!r}")
    for url in ADDRESSES:
        print(f"{seconds(lambda url=url: surt_key(url)):6.2f} s  address  {url[:40]!r}")
    for url in ARCHIVED:
        print(f"{seconds(lambda url=url: parse_archive_url(url)):6.2f} s  address  {url[:40]!r}")
    for name in archives:
        print(f"{seconds(lambda name=name: index(Path(name))):6.2f} s  archive  {name}")


if __name__ == "__main__":
    main(sys.argv[1:])
