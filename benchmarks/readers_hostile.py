"""A megabyte of anything, in every format: the pieces that take longest to read and link, in seconds of one core.

    python -m benchmarks.readers_hostile [FORMAT ...]

The goal is 2 s. Over it are documents of nothing but blocks, notes or entries of a few characters, a hundred thousand
of them to the megabyte, each of which takes 10 to 80 µs (the last rows of each format); none grows with the square.
"""

import sys
import time

from claims.readers.registry import FORMATS
from tests.claims.test_properties import HOSTILE, MANY, MEGABYTE, seconds

SHOWN = 5
STEPS = 20_000_000


def calibration() -> float:
    """Seconds of a loop of 20 million steps: what this machine is worth at this moment."""
    started = time.process_time()
    for _ in range(STEPS):
        pass
    return time.process_time() - started


def main(formats: list[str]) -> None:
    print(f"A loop of 20 million steps takes {calibration():.2f} s here and now.\n")
    print("| format | piece | 250 kB | 500 kB | 1 MB |\n| --- | --- | --- | --- | --- |")
    for input_format in formats:
        slowest = sorted(HOSTILE, key=lambda piece: -seconds(input_format, piece, MEGABYTE // 20))[:SHOWN]
        for piece in [*slowest, *(piece for name, piece in MANY if name == input_format)]:
            row = [f"{seconds(input_format, piece, size):.2f} s" for size in (MEGABYTE // 4, MEGABYTE // 2, MEGABYTE)]
            print(f"| {input_format} | `{piece!r}` | {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:] or list(FORMATS))
