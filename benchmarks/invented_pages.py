"""Sixty claims about three invented pages, row by row: `python -m benchmarks.invented_pages`.

Pages and claims were written, and judged by reading, by somebody who had not seen the judge or any rule of it, before
it ran. Nothing is chosen by these rows: they show what a user meets.
"""

import json
import platform
from collections import Counter
from pathlib import Path

from claims.records import BlockKind, Passage, Source
from claims.support import default_checker
from claims.support.interface import Statement

BLANK = "\n\n"


def read(text: str) -> Source:
    """Return a page whose passages are the paragraphs of a text."""
    passages, start = [], 0
    for paragraph in text.split(BLANK):
        passages.append(Passage(start=start, end=start + len(paragraph), kind=BlockKind.PARAGRAPH))
        start += len(paragraph) + len(BLANK)
    return Source(url="http://invented.example/", text=text, passages=tuple(passages), language="en")


def main() -> None:
    checker, counts = default_checker(), Counter[tuple[str, str]]()
    lines = Path(__file__).with_suffix(".jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line]
    pages = {row["page"]: checker.index(read(row["text"])) for row in rows if "text" in row}
    print(f"{checker.name}; Python {platform.python_version()}, {platform.machine()}")
    for row in (row for row in rows if "claim" in row):
        found = checker.judge(Statement(text=row["claim"]), [pages[row["page"]]])
        counts[row["want"], found.verdict] += 1
        print(f"{row['id']:13} {row['want']:9} {found.verdict:20} {found.score:.2f} {found.reason_code or ''}")
    for (want, verdict), count in sorted(counts.items()):
        print(f"{want:9} called {verdict:20} {count:3}")


if __name__ == "__main__":
    main()
