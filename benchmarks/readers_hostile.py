"""A megabyte of anything, in every format: the pieces that take longest to read and link, in seconds of one core.

    python -m benchmarks.readers_hostile [FORMAT ...]

The goal is 2 s. Well over it is only a library's own time: markdown-it-py's for rows and headings by the ten thousand,
wikitextparser's for templates, Lexbor's for lists within lists.
"""

import sys
import time

from claims.errors import CitewatchError
from claims.linking import link
from claims.readers.registry import FORMATS, read
from tests.claims.test_properties import HOSTILE

MEGABYTE = 1_000_000
SHOWN = 5


def seconds(piece: str, input_format: str, size: int) -> float:
    text = "The treaty was signed.[1]\n" + piece * (size // len(piece))
    started = time.process_time()
    try:
        link(read(text, "any", input_format), "any")
    except CitewatchError:
        pass
    return time.process_time() - started


def main(formats: list[str]) -> None:
    print("| format | piece | 250 kB | 500 kB | 1 MB |\n| --- | --- | --- | --- | --- |")
    for input_format in formats:
        slowest = sorted(HOSTILE, key=lambda piece: -seconds(piece, input_format, MEGABYTE // 20))[:SHOWN]
        for piece in slowest:
            row = [f"{seconds(piece, input_format, size):.2f} s" for size in (MEGABYTE // 4, MEGABYTE // 2, MEGABYTE)]
            print(f"| {input_format} | `{piece!r}` | {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:] or list(FORMATS))
