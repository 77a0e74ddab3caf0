"""A megabyte of anything, in every format: the pieces that take longest to read and link, in seconds of one core.

    python -m benchmarks.readers_hostile [FORMAT ...]

The goal is 2 s. Documents of nothing but blocks, notes or entries of a few characters exceed it (the last rows of each
format): a megabyte holds a hundred thousand of them, and each takes 10 to 80 µs. None grows with the square, which
`tests/claims/test_growth.py` checks by counting the lines executed.
"""

import sys
import time

from claims.errors import InputError
from claims.linking.linker import link
from claims.readers.registry import FORMATS, read
from tests.claims.hostile import HOSTILE, MANY, repeated

MEGABYTE = 1_000_000  # characters
SHOWN = 5
STEPS = 20_000_000


def calibration() -> float:
    """Seconds of a loop of 20 million steps: how fast this machine is at this moment."""
    started = time.process_time()
    for _ in range(STEPS):
        pass
    return time.process_time() - started


def seconds(input_format: str, piece: str, size: int) -> float:
    """Seconds of processor time to read and link a document of `size` characters of `piece`."""
    text = repeated(piece, size)
    started = time.process_time()
    try:
        link(read(text, "any", input_format), "any")
    except InputError:
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
